// formula_round_trip.cpp - every formula of the given files (JSON lines) can be read, and read again from its
// own print gives the same tree.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "formula/formula_parser.hpp"
#include "formula/formula_printer.hpp"

using namespace scorebook;

namespace {

/// What is wrong with the formula's round trip; empty for nothing.
std::string fault(const std::string& text, CellRef cell) {
    const auto once = formula::parse_formula(text, cell);
    if (!once.tree) return "can't be read: " + once.mistake->what;
    const std::string printed = formula::print_formula(*once.tree, cell);
    const auto twice = formula::parse_formula(printed, cell);
    if (!twice.tree) return "printed as " + printed + ", which can't be read: " + twice.mistake->what;
    return *twice.tree == *once.tree ? std::string() : "printed as " + printed + ", which is another tree";
}

}  // namespace

int main(int argument_count, char** arguments) {
    std::size_t formulas = 0;
    std::size_t faults = 0;
    for (int i = 1; i < argument_count; ++i) {
        std::ifstream input(arguments[i]);
        if (!input) {
            std::cout << "skipped: " << arguments[i] << " is not there\n";
            return 77;
        }
        std::set<std::string> seen;
        for (std::string line; std::getline(input, line);) {
            const auto test = nlohmann::json::parse(line);
            std::string text = test.at("formula").get<std::string>();
            if (text.starts_with('=')) text.erase(0, 1);
            if (!seen.insert(text).second) continue;
            ++formulas;
            const std::string what =
                fault(text, parse_cell(test.at("cell").get<std::string>()).value_or(CellRef{}));
            if (what.empty()) continue;
            ++faults;
            std::cout << text << ": " << what << '\n';
        }
    }
    std::cout << formulas << " formulas, " << faults << " faults\n";
    return formulas > 0 && faults == 0 ? 0 : 1;
}
