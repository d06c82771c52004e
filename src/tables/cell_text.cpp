// cell_text.cpp - looking at one cell.
#include "tables/cell_text.hpp"

#include "tables/plain_text.hpp"

namespace scorebook {
namespace {

/// An inline text cell with more bytes than this has text: the longest empty one is
/// <c r="XFD1048576" s="65490" t="inlineStr"><is><t xml:space="preserve"></t></is></c>.
constexpr std::uint32_t longest_empty_inline_cell = 96;

}  // namespace

bool is_text_cell(const SheetCell& cell) {
    return cell.kind == CellKind::shared_string || cell.kind == CellKind::inline_string ||
           cell.kind == CellKind::formula_text;
}

bool is_number_cell(const SheetCell& cell) {
    return cell.kind == CellKind::number || cell.kind == CellKind::iso_date;
}

bool is_blank_cell(const Workbook& workbook, std::size_t sheet_index, const SheetCell& cell) {
    switch (cell.kind) {
        case CellKind::blank:
            return true;
        case CellKind::shared_string:
            return is_blank_text(workbook.text_view(sheet_index, cell));
        case CellKind::inline_string:
            if (!cell.has_formula && cell.length > longest_empty_inline_cell) return false;
            return is_blank_text(cell_text(workbook, sheet_index, cell));
        case CellKind::formula_text:
            return is_blank_text(cell_text(workbook, sheet_index, cell));
        case CellKind::number:
        case CellKind::boolean:
        case CellKind::error:
        case CellKind::iso_date:
            return !cell.has_value;
    }
    return true;
}

std::string cell_text(const Workbook& workbook, std::size_t sheet_index, const SheetCell& cell) {
    if (cell.kind == CellKind::shared_string) return std::string(workbook.text_view(sheet_index, cell));
    return to_text(workbook.value(sheet_index, cell));
}

}  // namespace scorebook
