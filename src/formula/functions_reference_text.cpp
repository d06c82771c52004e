// functions_reference_text.cpp - references and formulas as text: ADDRESS, FORMULATEXT; and AREAS.
#include <cmath>

#include "formula/call.hpp"
#include "formula/formula_printer.hpp"
#include "formula/function_families.hpp"
#include "formula/text_limit.hpp"

namespace scorebook::formula {
namespace {

std::string r1c1_part(char letter, double number, bool absolute) {
    const std::string digits = std::to_string(static_cast<std::int64_t>(number));
    if (absolute) return letter + digits;
    return std::string(1, letter) + '[' + digits + ']';
}

Value address(Call& call) {
    const double row = call.whole_number(0);
    const double column = call.whole_number(1);
    const double kind = call.whole_number_or(2, 1);
    const bool a1 = call.boolean_or(3, true);
    const bool named = call.has(4);
    const std::string sheet = call.text_or(4, "");
    if (call.failed()) return 0.0;
    if (kind < 1 || kind > 4) return CellError::value;
    const bool row_is_absolute = kind == 1 || kind == 2;
    const bool column_is_absolute = kind == 1 || kind == 3;
    std::string text;
    if (named && !sheet.empty()) text = quoted_sheet_name(sheet);
    if (named) text += '!';
    // Relative numbers of R1C1 may point upwards and left.
    const bool in_rows =
        row <= max_rows && (row >= 1 || (!a1 && !row_is_absolute && row > -double{max_rows}));
    const bool in_columns = column <= max_columns &&
                            (column >= 1 || (!a1 && !column_is_absolute && column > -double{max_columns}));
    if (!in_rows || !in_columns) return CellError::value;
    if (!a1) {
        text += r1c1_part('R', row, row_is_absolute);
        return text + r1c1_part('C', column, column_is_absolute);
    }
    if (column_is_absolute) text += '$';
    text += column_letters(static_cast<std::uint32_t>(column) - 1);
    if (row_is_absolute) text += '$';
    return text + std::to_string(static_cast<std::int64_t>(row));
}

Value areas(Call& call) {
    return static_cast<double>(call.reference(0).areas.size());
}

/// The formula as one sees it: without the prefixes newer functions are stored under.
Value formulatext(Call& call) {
    const Area area = call.reference(0).areas[0];
    if (call.failed()) return 0.0;
    std::string formula = call.source().formula(area.sheet, area.range.first);
    if (formula.empty()) return CellError::not_available;
    for (std::string_view prefix : {"_xlfn.", "_xlws.", "_xlpm.", "_xlop.", "_xleta."}) {
        for (std::size_t at = formula.find(prefix); at != std::string::npos; at = formula.find(prefix, at))
            formula.erase(at, prefix.size());
    }
    return checked_text('=' + formula);
}

constexpr FunctionRow reference_text_rows[] = {
    {"ADDRESS", 2, 5, "vvvvv", address},
    {"AREAS", 1, 1, "p", areas},
    {"FORMULATEXT", 1, 1, "p", formulatext},
};

}  // namespace

std::span<const FunctionRow> functions_reference_text() {
    return reference_text_rows;
}

}  // namespace scorebook::formula
