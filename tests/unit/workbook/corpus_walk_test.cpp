// corpus_walk_test.cpp - every sheet of every real workbook in the shared corpus, read again by a plain
// pugixml walk that shares no code with the scanner. What can't be opened must say so with an Error.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <pugixml.hpp>
#include <sstream>

#include "bytes/xml_text.hpp"
#include "scorebook/error.hpp"
#include "workbook/workbook_model.hpp"

using namespace scorebook;

namespace {

std::filesystem::path shared_folder() {
    if (const char* folder = std::getenv("SCOREBOOK_SHARED")) return folder;
    return std::filesystem::path(SCOREBOOK_SOURCE_DIR) / "../shared";
}

std::vector<std::string> corpus_files() {
    std::vector<std::string> files;
    std::ifstream manifest(shared_folder() / "corpus/manifest.tsv");
    std::string line;
    std::getline(manifest, line);
    while (std::getline(manifest, line)) files.push_back(line.substr(0, line.find('\t')));
    return files;
}

std::string file_bytes(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string_view local(const char* name) {
    const std::string_view text(name);
    return text.substr(text.find(':') == std::string_view::npos ? 0 : text.find(':') + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
    for (const auto c : node.children())
        if (local(c.name()) == name) return c;
    return {};
}

std::string all_text(pugi::xml_node node) {
    std::string text;
    for (const auto c : node.children()) text += c.value();
    return text;
}

/// Line ends of an attribute or text are already one by now; only _xHHHH_ is left.
std::string excel_text(const std::string& text) {
    return unescape_xml(escape_xml_attribute(text));
}

std::string item_text(pugi::xml_node item) {
    std::string text;
    for (const auto c : item.children()) {
        if (local(c.name()) == "t") text += excel_text(all_text(c));
        if (local(c.name()) == "r") text += item_text(c);
    }
    return text;
}

/// What the walk says of a cell, to be compared as text: kind, value, formula.
struct WalkedCell {
    std::string value;
    std::string formula;
    bool has_formula = false;
    unsigned style = 0;
};

std::map<CellRef, WalkedCell> walk(const Sheet& sheet, const Workbook& workbook) {
    std::map<CellRef, WalkedCell> cells;
    pugi::xml_document document;
    const auto options = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata;
    if (!document.load_buffer(sheet.xml.data(), sheet.xml.size(), options))
        FAIL_CHECK("pugixml can't read " << sheet.part_name);
    std::uint32_t next_row = 0;
    for (const auto row : child(document.document_element(), "sheetData").children()) {
        if (local(row.name()) != "row") continue;
        std::uint32_t row_index = row.attribute("r") ? row.attribute("r").as_uint() - 1 : next_row;
        std::uint32_t next_column = 0;
        for (const auto c : row.children()) {
            if (local(c.name()) != "c") continue;
            CellRef cell{row_index, next_column};
            if (const auto reference = c.attribute("r")) cell = parse_cell(reference.value()).value();
            row_index = cell.row_index;
            next_column = cell.column_index + 1;
            WalkedCell walked;
            walked.style = c.attribute("s").as_uint();
            const auto formula = child(c, "f");
            walked.has_formula = static_cast<bool>(formula);
            walked.formula = all_text(formula);
            const std::string_view type(c.attribute("t").value());
            const std::string stored = all_text(child(c, "v"));
            if (child(c, "is") && !child(c, "v"))
                walked.value = "text " + item_text(child(c, "is"));
            else if (!child(c, "v") || (stored.empty() && type != "str" && type != "inlineStr"))
                walked.value = "blank";
            else if (type == "str" || type == "inlineStr")
                walked.value = "text " + excel_text(stored);
            else if (type == "s")
                walked.value =
                    "text " + std::string(workbook.strings().at(std::strtoull(stored.c_str(), nullptr, 10)));
            else if (type == "b")
                walked.value = stored == "1" || stored == "true" ? "TRUE" : "FALSE";
            else if (type == "e")
                walked.value = "error " + stored;
            else if (type == "d")
                walked.value = "date";
            else {
                std::ostringstream number;
                number.precision(17);
                number << std::strtod(stored.c_str(), nullptr);
                walked.value = number.str();
            }
            cells[cell] = walked;
        }
        next_row = row_index + 1;
    }
    return cells;
}

std::string scanned_value(const Workbook& workbook, std::size_t sheet_index, const SheetCell& cell) {
    if (cell.kind == CellKind::iso_date) return "date";
    const auto value = workbook.value(sheet_index, cell);
    if (const auto* text = std::get_if<std::string>(&value)) return "text " + *text;
    if (const auto* error = std::get_if<CellError>(&value)) return "error " + std::string(to_text(*error));
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "TRUE" : "FALSE";
    if (is_blank(value)) return "blank";
    std::ostringstream number;
    number.precision(17);
    number << std::get<double>(value);
    return number.str();
}

/// The first thing scan and walk don't agree on, or "".
std::string disagreement(const Workbook& workbook, std::size_t sheet_index) {
    const Sheet& sheet = workbook.sheets()[sheet_index];
    const auto walked = walk(sheet, workbook);
    if (walked.size() != sheet.cells.cells.size()) return "number of cells";
    for (const auto& [place, expected] : walked) {
        const SheetCell* const cell = sheet.cells.find(place);
        const std::string where = sheet.name + "!" + to_a1(place) + " ";
        if (cell == nullptr) return where + "missing";
        if (scanned_value(workbook, sheet_index, *cell) != expected.value)
            return where + scanned_value(workbook, sheet_index, *cell) + " instead of " + expected.value;
        if (cell->style != expected.style) return where + "style";
        if (cell->has_formula != expected.has_formula) return where + "has a formula";
        if (!expected.formula.empty() && workbook.formula(sheet_index, place) != expected.formula)
            return where + "formula";
        const auto bytes = slice(sheet.xml, cell->bytes());
        pugi::xml_document alone;
        if (!bytes.starts_with('<') || !bytes.ends_with('>') ||
            !alone.load_buffer(bytes.data(), bytes.size()))
            return where + "bytes";
    }
    return {};
}

}  // namespace

TEST_SUITE("workbook") {
    TEST_CASE("workbook: the scanner agrees with a pugixml walk on every sheet of the corpus") {
        const auto files = corpus_files();
        if (files.empty()) {
            MESSAGE("skipped: no shared corpus");
            return;
        }
        std::size_t opened = 0;
        for (const auto& file : files) {
            CAPTURE(file);
            std::shared_ptr<const Workbook> workbook;
            try {
                workbook = open_workbook(file_bytes(shared_folder() / "corpus" / file), file);
            } catch (const Error& error) {
                CHECK_FALSE(std::string(error.what()).empty());
                continue;
            }
            ++opened;
            for (std::size_t i = 0; i < workbook->sheets().size(); ++i) {
                if (!workbook->sheets()[i].part_name.empty()) CHECK(disagreement(*workbook, i) == "");
            }
        }
        // 1,063 files; what is encrypted, truncated, not a workbook or a bomb makes up the rest.
        CHECK(opened >= 1015);
    }
}
