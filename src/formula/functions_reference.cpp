// functions_reference.cpp - ROW, COLUMN and their counts, OFFSET, INDIRECT, HYPERLINK.
#include <algorithm>
#include <cmath>

#include "formula/call.hpp"
#include "formula/formula_parser.hpp"
#include "formula/function_families.hpp"

namespace scorebook::formula {
namespace {

/// Numbers from `first` on, down or across: what ROW(A1:A3) gives.
Value counting(double first, std::uint32_t count, bool down) {
    Array result(down ? count : 1, down ? 1 : count);
    for (std::size_t i = 0; i < result.cells.size(); ++i) result.cells[i] = first + static_cast<double>(i);
    return result;
}

Value row(Call& call) {
    if (!call.has(0)) return call.evaluation().cell().row_index + 1.0;
    const Reference& reference = call.reference(0);
    const CellRange range = call.evaluation().clipped(reference.areas[0]);
    const double first = range.first.row_index + 1.0;
    if (call.mode() == Mode::single || range.row_count() == 1) return first;
    return counting(first, range.row_count(), true);
}

Value column(Call& call) {
    if (!call.has(0)) return call.evaluation().cell().column_index + 1.0;
    const Reference& reference = call.reference(0);
    const CellRange range = call.evaluation().clipped(reference.areas[0]);
    const double first = range.first.column_index + 1.0;
    if (call.mode() == Mode::single || range.column_count() == 1) return first;
    return counting(first, range.column_count(), false);
}

Value rows_(Call& call) {
    if (const Reference* reference = call.value(0).reference())
        return double{1} * reference->areas[0].range.row_count();
    if (const CellError* error = call.value(0).error()) return *error;
    return static_cast<double>(call.array(0).rows);
}

Value columns_(Call& call) {
    if (const Reference* reference = call.value(0).reference()) {
        return double{1} * reference->areas[0].range.column_count();
    }
    if (const CellError* error = call.value(0).error()) return *error;
    return static_cast<double>(call.array(0).columns);
}

/// A height or width: cut towards zero, but a part of a cell is a cell.
double span_argument(Call& call, std::size_t index, double otherwise) {
    const double span = call.number_or(index, otherwise);
    return std::abs(span) < 1 ? std::ceil(span) : std::trunc(span);
}

Value offset(Call& call) {
    const Reference reference = call.reference(0);
    const double rows = call.whole_number(1);
    const double columns = call.whole_number(2);
    if (reference.areas.size() != 1) return CellError::value;
    const Area& area = reference.areas[0];
    double height = span_argument(call, 3, area.range.row_count());
    double width = span_argument(call, 4, area.range.column_count());
    if (call.failed()) return 0.0;
    if (height == 0 || width == 0) return CellError::ref;
    double top = area.range.first.row_index + rows;
    double left = area.range.first.column_index + columns;
    // A negative height reaches upwards from the cell.
    if (height < 0) top += height + 1, height = -height;
    if (width < 0) left += width + 1, width = -width;
    if (!(top >= 0) || !(left >= 0) || top + height > max_rows || left + width > max_columns)
        return CellError::ref;
    Area moved = area;
    moved.range.first = {static_cast<std::uint32_t>(top), static_cast<std::uint32_t>(left)};
    moved.range.last = {static_cast<std::uint32_t>(top + height) - 1,
                        static_cast<std::uint32_t>(left + width) - 1};
    return Reference{{moved}};
}

/// "R1C1" text with relative parts counted from `cell`, as INDIRECT(...,FALSE) reads it.
std::optional<CellRef> read_r1c1(std::string_view& text, CellRef cell) {
    std::int64_t parts[2] = {cell.row_index, cell.column_index};
    for (int i = 0; i < 2; ++i) {
        const char letter = i == 0 ? 'R' : 'C';
        if (text.empty() || (text[0] & ~0x20) != letter) return std::nullopt;
        text.remove_prefix(1);
        const bool relative = !text.empty() && text[0] == '[';
        if (relative) text.remove_prefix(1);
        bool negative = false;
        if (relative && !text.empty() && (text[0] == '-' || text[0] == '+')) {
            negative = text[0] == '-';
            text.remove_prefix(1);
        }
        std::int64_t number = 0;
        bool any = false;
        while (!text.empty() && text[0] >= '0' && text[0] <= '9' && number < 10'000'000) {
            number = number * 10 + (text[0] - '0');
            text.remove_prefix(1);
            any = true;
        }
        if (relative) {
            if (text.empty() || text[0] != ']') return std::nullopt;
            text.remove_prefix(1);
            parts[i] += negative ? -number : number;
        } else if (any) {
            parts[i] = number - 1;
        }
    }
    if (parts[0] < 0 || parts[1] < 0 || parts[0] >= max_rows || parts[1] >= max_columns) return std::nullopt;
    return CellRef{static_cast<std::uint32_t>(parts[0]), static_cast<std::uint32_t>(parts[1])};
}

Value indirect_r1c1(Call& call, std::string_view text) {
    const Evaluation& evaluation = call.evaluation();
    Area area;
    area.sheet = evaluation.sheet();
    const std::size_t mark = text.rfind('!');
    if (mark != std::string_view::npos) {
        std::string sheet(text.substr(0, mark));
        if (sheet.size() >= 2 && sheet.front() == '\'' && sheet.back() == '\'')
            sheet = sheet.substr(1, sheet.size() - 2);
        const auto found = call.workspace().find_sheet(sheet);
        if (!found) return CellError::ref;
        area.sheet = *found;
        text.remove_prefix(mark + 1);
    }
    const auto first = read_r1c1(text, evaluation.cell());
    if (!first) return CellError::ref;
    auto last = first;
    if (!text.empty() && text[0] == ':') {
        text.remove_prefix(1);
        last = read_r1c1(text, evaluation.cell());
    }
    if (!last || !text.empty()) return CellError::ref;
    area.range.first = {std::min(first->row_index, last->row_index),
                        std::min(first->column_index, last->column_index)};
    area.range.last = {std::max(first->row_index, last->row_index),
                       std::max(first->column_index, last->column_index)};
    return Reference{{area}};
}

/// Text as a reference: only what names cells is taken; a formula in the text is #REF!, as in Excel.
Value indirect(Call& call) {
    const std::string text = call.text(0);
    const bool a1 = call.boolean_or(1, true);
    if (call.failed()) return 0.0;
    if (!a1) return indirect_r1c1(call, text);
    const Evaluation& evaluation = call.evaluation();
    const ParsedFormula parsed = parse_formula(text, evaluation.cell());
    if (!parsed.tree) return CellError::ref;
    for (const Node& node : parsed.tree->nodes) {
        const bool names_cells = node.kind == NodeKind::area || node.kind == NodeKind::name ||
                                 node.kind == NodeKind::structured ||
                                 (node.kind == NodeKind::binary &&
                                  (node.op == Operator::range || node.op == Operator::intersection)) ||
                                 (node.kind == NodeKind::unary && node.op == Operator::spill);
        if (!names_cells) return CellError::ref;
    }
    Evaluation inner(call.workspace(), *parsed.tree, evaluation.sheet(), evaluation.cell(),
                     evaluation.mode());
    Value result = inner.run();
    if (result.reference() == nullptr) return CellError::ref;
    return result;
}

Value hyperlink(Call& call) {
    if (call.has(1)) return call.single(1);
    return call.text(0);
}

constexpr FunctionRow reference_rows[] = {
    {"COLUMN", 0, 1, "p", column},
    {"COLUMNS", 1, 1, "p", columns_},
    {"HYPERLINK", 1, 2, "vv", hyperlink},
    {"INDIRECT", 1, 2, "vv", indirect, FunctionTrait::reads_anywhere},
    {"OFFSET", 3, 5, "rvvvv", offset, FunctionTrait::reads_anywhere},
    {"ROW", 0, 1, "p", row},
    {"ROWS", 1, 1, "p", rows_},
};

}  // namespace

std::span<const FunctionRow> functions_reference() {
    return reference_rows;
}

}  // namespace scorebook::formula
