// functions_information_place.cpp - what is known of a cell besides its value: CELL, SHEET, ISFORMULA; and
// odd or even.
#include <cmath>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

Value cell_type(const CellValue& value) {
    if (is_blank(value)) return "b";
    return std::holds_alternative<std::string>(value) ? "l" : "v";
}

/// CELL needs the file or the cell's format for these; the stored result is kept.
bool needs_more_than_cells(std::string_view what) {
    for (std::string_view name :
         {"color", "filename", "format", "parentheses", "prefix", "protect", "width"}) {
        if (what == name) return true;
    }
    return false;
}

Value cell(Call& call) {
    const CellValue asked = call.single(0);
    const auto* text = std::get_if<std::string>(&asked);
    if (const auto* error = std::get_if<CellError>(&asked)) return *error;
    if (text == nullptr) return CellError::value;
    const std::string what = fold_case(*text);
    const Evaluation& evaluation = call.evaluation();
    Area area{evaluation.sheet(), {evaluation.cell(), evaluation.cell()}};
    if (call.has(1)) area = call.reference(1).areas[0];
    const CellRef first = area.range.first;
    if (what == "row") return double{1} + first.row_index;
    if (what == "col") return double{1} + first.column_index;
    if (what == "contents" || what == "type") {
        const CellValue value = call.source().value(area.sheet, first);
        if (what == "type") return cell_type(value);
        return is_blank(value) ? CellValue(0.0) : value;
    }
    if (what == "address") {
        if (area.sheet != evaluation.sheet())
            call.workspace().give_up("uses CELL, which needs the file's name");
        return '$' + column_letters(first.column_index) + '$' + std::to_string(first.row_index + 1);
    }
    if (needs_more_than_cells(what))
        call.workspace().give_up("uses CELL(\"" + what + "\"), which only Excel knows");
    return CellError::value;
}

Value info(Call& call) {
    const std::string what = fold_case(call.text(0));
    if (what == "recalc") return "Automatic";
    if (what == "numfile") return static_cast<double>(call.source().sheet_count());
    for (std::string_view name : {"directory", "origin", "osversion", "release", "system"}) {
        if (what == name) call.workspace().give_up("uses INFO(\"" + what + "\"), which only Excel knows");
    }
    return CellError::value;
}

Value sheet(Call& call) {
    if (!call.has(0)) return double{1} + static_cast<double>(call.evaluation().sheet());
    if (const Reference* reference = call.value(0).reference()) {
        return double{1} + static_cast<double>(reference->areas[0].sheet);
    }
    const CellValue value = call.single(0);
    if (const auto* error = std::get_if<CellError>(&value)) return *error;
    const auto* name = std::get_if<std::string>(&value);
    const auto found = name != nullptr ? call.workspace().find_sheet(*name) : std::nullopt;
    return found ? Value(double{1} + static_cast<double>(*found)) : Value(CellError::not_available);
}

Value sheets(Call& call) {
    if (!call.has(0)) return static_cast<double>(call.source().sheet_count());
    if (const Reference* reference = call.value(0).reference()) {
        return static_cast<double>(reference->areas.size());
    }
    const CellError* error = call.value(0).error();
    return error != nullptr ? *error : CellError::not_available;
}

Value isformula(Call& call) {
    const Area& area = call.reference(0).areas[0];
    return !call.source().formula(area.sheet, area.range.first).empty();
}

Value iseven(Call& call) {
    return std::fmod(std::trunc(strict_number(call, 0)), 2) == 0;
}
Value isodd(Call& call) {
    return std::fmod(std::trunc(strict_number(call, 0)), 2) != 0;
}

constexpr FunctionRow information_place_rows[] = {
    {"CELL", 1, 2, "vr", cell, FunctionTrait::is_volatile},
    {"INFO", 1, 1, "v", info, FunctionTrait::is_volatile},
    {"ISEVEN", 1, 1, "v", iseven},
    {"ISFORMULA", 1, 1, "r", isformula},
    {"ISODD", 1, 1, "v", isodd},
    {"SHEET", 0, 1, "r", sheet},
    {"SHEETS", 0, 1, "r", sheets},
};

}  // namespace

std::span<const FunctionRow> functions_information_place() {
    return information_place_rows;
}

}  // namespace scorebook::formula
