// excel_oracle.cpp - evaluates formulas whose results Excel stored, each in its own workbook, and says how
// many agree.
//
// Arguments: the cases (JSON lines, see ../shared/oracles/README.md), the folder of the workbooks they come
// from, the family's name, a part of the workbook's path that picks cases ("" for all), the share in percent
// that must pass, known-differences.md, the file for the misses. Agreement is strict: numbers to 1e-9
// relative, the same text, boolean or error.
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "formula/evaluate.hpp"
#include "formula/formula_parser.hpp"
#include "formula/function_table.hpp"
#include "formula/workbook_formulas.hpp"
#include "known_differences.hpp"
#include "scorebook/error.hpp"
#include "scorebook/workbook.hpp"

namespace {

using namespace scorebook;

CellValue value_of(const nlohmann::json& pair) {
    const std::string type = pair.at(0);
    if (type == "n") return pair.at(1).get<double>();
    if (type == "b") return pair.at(1).is_boolean() ? pair.at(1).get<bool>() : pair.at(1).get<double>() != 0;
    if (type == "e") return parse_cell_error(pair.at(1).get<std::string>());
    return pair.at(1).is_string() ? pair.at(1).get<std::string>() : std::string();
}

bool agrees(const CellValue& expected, CellValue ours) {
    if (const auto* error = std::get_if<CellError>(&ours)) ours = stored_error(*error);
    const auto* number = std::get_if<double>(&expected);
    const auto* other = std::get_if<double>(&ours);
    if (number != nullptr && other != nullptr) {
        return *number == *other ||
               std::abs(*number - *other) <= 1e-9 * std::max(std::abs(*number), std::abs(*other));
    }
    return expected == ours;
}

std::string shown(const CellValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return '"' + *text + '"';
    return to_text(value);
}

/// Volatile results and other workbooks' cells can't be told again, nor what scorebook says it can't compute.
bool is_counted(const nlohmann::json& test) {
    if (test.at("volatile").get<bool>() || test.at("external").get<bool>()) return false;
    for (const auto& name : test.at("funcs")) {
        if (!formula::why_unsupported(name.get<std::string>()).empty()) return false;
    }
    return true;
}

/// A workbook with the results Excel stored; formulas are evaluated one by one on them.
class StoredWorkbook {
  public:
    StoredWorkbook(const std::string& path, std::string bytes)
        : workbook_(open_workbook(std::move(bytes), path)),
          cells_(*workbook_),
          workspace_(cells_, EvaluationClock{42675.5, 1}) {
        formula::read_formulas(*workbook_, cells_, workspace_);
    }

    CellValue evaluate(const nlohmann::json& test) {
        const auto sheet = cells_.find_sheet(test.at("sheet").get<std::string>());
        const CellRef cell = parse_cell(test.at("cell").get<std::string>()).value();
        const auto parsed = formula::parse_formula(test.at("formula").get<std::string>(), cell);
        if (!sheet || !parsed.tree)
            return "can't be read: " + (sheet ? parsed.mistake->what : "no such sheet");
        const auto mode = test.at("kind") == "a" ? formula::Mode::array : formula::Mode::single;
        formula::Evaluation evaluation(workspace_, *parsed.tree, *sheet, cell, mode);
        CellValue result = formula::cell_result(evaluation, evaluation.run());
        if (auto reason = workspace_.take_reason()) return "not computed: " + *reason;
        return result;
    }

  private:
    std::shared_ptr<const Workbook> workbook_;
    formula::WorkbookCells cells_;
    formula::Workspace workspace_;
};

std::unique_ptr<StoredWorkbook> open_stored(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file) return nullptr;
    try {
        return std::make_unique<StoredWorkbook>(path, std::move(bytes).str());
    } catch (const Error& error) {
        std::cout << path << ": " << error.what() << '\n';
        return nullptr;
    }
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 8) {
        std::cerr << "usage: excel_oracle cases.jsonl workbooks family part target known-differences.md "
                     "misses.txt\n";
        return 2;
    }
    std::ifstream input(arguments[1]);
    if (!input) {
        std::cout << "skipped: " << arguments[1] << " is not there\n";
        return 77;
    }
    const std::string folder = arguments[2];
    const std::string part = arguments[4];
    const double target = std::strtod(arguments[5], nullptr);
    testing::KnownDifferences known(arguments[6], arguments[3]);
    std::ofstream misses(arguments[7]);
    std::size_t passed = 0;
    std::size_t total = 0;
    std::size_t left_out = 0;
    std::size_t unnamed = 0;
    std::string opened;
    std::unique_ptr<StoredWorkbook> workbook;
    std::map<std::string, std::pair<std::size_t, std::size_t>> by_function;  // missed, total
    for (std::string line; std::getline(input, line);) {
        const auto test = nlohmann::json::parse(line);
        const std::string source = test.at("src").get<std::string>();
        if (source.find(part) == std::string::npos) continue;
        if (source != opened) {
            workbook = open_stored(folder + '/' + source);
            opened = source;
        }
        if (!workbook || !is_counted(test)) {
            ++left_out;
            continue;
        }
        ++total;
        const CellValue expected = value_of(test.at("expected"));
        const CellValue ours = workbook->evaluate(test);
        const bool right = agrees(expected, ours);
        passed += right ? 1 : 0;
        for (const auto& name : test.at("funcs")) {
            auto& [missed, all] = by_function[name.get<std::string>()];
            missed += right ? 0 : 1;
            ++all;
        }
        if (right) continue;
        const std::string place =
            source + ' ' + test.at("sheet").get<std::string>() + '!' + test.at("cell").get<std::string>();
        const bool is_named = known.allows(place);
        unnamed += is_named ? 0 : 1;
        misses << (is_named ? "known " : "NEW   ") << place << ' ' << test.at("kind").get<std::string>()
               << " =" << test.at("formula").get<std::string>() << "\texpected " << shown(expected)
               << "\tours " << shown(ours) << "\tinputs " << test.at("inputs").dump().substr(0, 300) << '\n';
    }
    const double share = total == 0 ? 0 : 100.0 * static_cast<double>(passed) / static_cast<double>(total);
    misses << "\nfunction, missed, cases\n";
    for (const auto& [name, counts] : by_function) {
        if (counts.first > 0) misses << name << '\t' << counts.first << '\t' << counts.second << '\n';
    }
    for (const auto& row : known.rows()) {
        if (row.seen < row.cases) {
            std::cout << row.where << ": " << row.cases << " known differences, now only " << row.seen
                      << '\n';
        }
    }
    std::cout << "passed " << passed << " of " << total << " (" << share << " %), left out " << left_out
              << ", target " << target << " %; misses not named in " << arguments[6] << ": " << unnamed
              << "; all misses in " << arguments[7] << '\n';
    return total > 0 && share >= target && unnamed == 0 ? 0 : 1;
}
