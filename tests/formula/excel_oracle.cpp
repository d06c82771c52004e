// excel_oracle.cpp - evaluates formulas whose results Excel stored, and says how many agree.
//
// Arguments: the cases (JSON lines, see ../shared/oracles/README.md), the share in percent that must pass,
// the file for the misses. Agreement is strict: numbers to 1e-9 relative, the same text, boolean or error.
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "formula/function_table.hpp"
#include "support/formula/memory_cells.hpp"

namespace {

using namespace scorebook;
using scorebook::testing::FormulaKind;
using scorebook::testing::MemoryCells;

CellValue value_of(const nlohmann::json& pair) {
    const std::string type = pair.at(0);
    if (type == "n") return pair.at(1).get<double>();
    if (type == "b") return pair.at(1).is_boolean() ? pair.at(1).get<bool>() : pair.at(1).get<double>() != 0;
    if (type == "e") return parse_cell_error(pair.at(1).get<std::string>());
    return pair.at(1).is_string() ? pair.at(1).get<std::string>() : std::string();
}

bool agrees(const CellValue& expected, const CellValue& ours) {
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

bool is_counted(const nlohmann::json& test) {
    if (test.at("volatile").get<bool>() || test.at("external").get<bool>() || test.at("big").get<bool>())
        return false;
    // The cases don't hold the workbook's tables, hidden rows and array formulas, nor all cells these
    // functions read; the test of whole workbooks (excel_workbooks) has them.
    if (test.at("formula").get<std::string>().find('[') != std::string::npos) return false;
    for (const char* name :
         {"AGGREGATE", "ANCHORARRAY", "CELL", "INDIRECT", "OFFSET", "RANDARRAY", "SUBTOTAL"}) {
        for (const auto& used : test.at("funcs")) {
            if (used == name) return false;
        }
    }
    for (const auto& name : test.at("funcs")) {
        if (formula::find_function(name.get<std::string>()) == nullptr) return false;
    }
    return true;
}

CellValue evaluate(const nlohmann::json& test) {
    MemoryCells cells;
    const SheetIndex home = cells.sheet(test.at("sheet").get<std::string>());
    for (const auto& [place, pair] : test.at("inputs").items()) {
        const std::size_t mark = place.rfind('!');
        cells.set(cells.sheet(place.substr(0, mark)), place.substr(mark + 1), value_of(pair));
    }
    for (const auto& [name, text] : test.at("names").items()) cells.set_name(name, text.get<std::string>());
    if (test.at("date1904").get<bool>()) cells.set_date_system(DateSystem::from_1904);
    const FormulaKind kind = test.at("kind") == "a" ? FormulaKind::array : FormulaKind::legacy;
    return evaluate_text(cells, test.at("formula").get<std::string>(), test.at("cell").get<std::string>(),
                         kind, home);
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 4) {
        std::cerr << "usage: excel_oracle cases.jsonl floor misses.txt\n";
        return 2;
    }
    std::ifstream input(arguments[1]);
    if (!input) {
        std::cout << "skipped: " << arguments[1] << " is not there\n";
        return 77;
    }
    const double floor = std::strtod(arguments[2], nullptr);
    std::ofstream misses(arguments[3]);
    std::size_t passed = 0;
    std::size_t total = 0;
    std::size_t left_out = 0;
    std::map<std::string, std::pair<std::size_t, std::size_t>> by_function;  // missed, total
    for (std::string line; std::getline(input, line);) {
        const auto test = nlohmann::json::parse(line);
        if (!is_counted(test)) {
            ++left_out;
            continue;
        }
        ++total;
        const CellValue expected = value_of(test.at("expected"));
        const CellValue ours = evaluate(test);
        const bool right = agrees(expected, ours);
        passed += right ? 1 : 0;
        for (const auto& name : test.at("funcs")) {
            auto& [missed, all] = by_function[name.get<std::string>()];
            missed += right ? 0 : 1;
            ++all;
        }
        if (!right) {
            misses << test.at("src").get<std::string>() << ' ' << test.at("sheet").get<std::string>() << '!'
                   << test.at("cell").get<std::string>() << ' ' << test.at("kind").get<std::string>() << " ="
                   << test.at("formula").get<std::string>() << "\texpected " << shown(expected) << "\tours "
                   << shown(ours) << "\tinputs " << test.at("inputs").dump().substr(0, 300) << '\n';
        }
    }
    const double share = total == 0 ? 0 : 100.0 * static_cast<double>(passed) / static_cast<double>(total);
    misses << "\nfunction, missed, cases\n";
    for (const auto& [name, counts] : by_function) {
        if (counts.first > 0) misses << name << '\t' << counts.first << '\t' << counts.second << '\n';
    }
    std::cout << "passed " << passed << " of " << total << " (" << share << " %), left out " << left_out
              << ", floor " << floor << " %; misses in " << arguments[3] << '\n';
    return share >= floor ? 0 : 1;
}
