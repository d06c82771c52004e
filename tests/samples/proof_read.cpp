// proof_read.cpp - reads the samples' text against the committee paper, entry by entry and cell by cell.
// Bullets, markup and white space are ours or the paper's typesetting and don't count; every other letter
// does.
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "register_text.hpp"

namespace {

constexpr std::array fields = {"description", "type",     "consequences", "controls", "score",
                               "actions",     "residual", "owner",        "direction"};

std::string letters_only(const std::string& text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '<') {
            at = text.find('>', at);
            if (at == std::string::npos) break;
        } else if (text.compare(at, 3, "•") == 0) {
            at += 2;
        } else if (std::string_view(" \t\n\r").find(text[at]) == std::string_view::npos) {
            kept += text[at];
        }
    }
    return kept;
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
    cells.resize(fields.size() + 1);
    return cells;
}

// The rows of the register's table: from its header to the key, without the two headers.
std::vector<std::vector<std::string>> register_rows(const std::filesystem::path& paper) {
    std::ifstream in(paper);
    std::vector<std::vector<std::string>> rows;
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("Risk Identification Number (RIN)\tRisk Description\tRisk Type")) inside = true;
        if (line == "Key to Scores") break;
        const bool is_header =
            line.starts_with("Risk Identification") || line.starts_with("Opportunity Identification");
        if (inside && !is_header && line.find('\t') != std::string::npos) rows.push_back(cells_of(line));
    }
    return rows;
}

std::filesystem::path find_paper(const std::filesystem::path& shared) {
    if (!std::filesystem::is_directory(shared / "papers")) return {};
    for (const auto& file : std::filesystem::directory_iterator(shared / "papers"))
        if (file.path().filename().string().starts_with("002_")) return file.path();
    return {};
}

}  // namespace

int main(int, char** argv) {
    const char* shared = std::getenv("SCOREBOOK_SHARED");
    const std::filesystem::path source = argv[1];
    const std::filesystem::path paper = find_paper(shared ? shared : (source / ".." / "shared").string());
    if (paper.empty()) {
        std::cout << "skipped: the papers aren't here (SCOREBOOK_SHARED)\n";
        return 0;
    }
    const auto rows = register_rows(paper);
    std::size_t row = 0, differences = 0;
    for (const auto& entry : samples::read_register(source / "samples/generator/data/register-2016-05.txt")) {
        for (const auto& cells : entry.rows) {
            if (row == rows.size()) break;
            const auto& printed = rows[row++];
            const std::string id = &cells == &entry.rows.front() ? entry.id : "";
            if (letters_only(printed[0]) != id)
                std::cout << id << ": the paper has " << printed[0] << '\n', ++differences;
            for (std::size_t field = 0; field < fields.size(); ++field) {
                const auto ours = cells.find(fields[field]);
                const std::string text = ours == cells.end() ? "" : letters_only(ours->second);
                if (letters_only(printed[field + 1]) == text) continue;
                std::cout << entry.id << ' ' << fields[field] << " isn't the paper's\n";
                ++differences;
            }
        }
    }
    // 15 risks, 4 opportunities and the 5 rows they spill onto.
    std::cout << row << " rows read, " << differences << " differences\n";
    return row == 24 && rows.size() == 24 && differences == 0 ? 0 : 1;
}
