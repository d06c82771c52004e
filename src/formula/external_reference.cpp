// external_reference.cpp - kept cells as arrays, each range read once a run.
#include "formula/external_reference.hpp"

#include <algorithm>
#include <charconv>

#include "formula/formula_parser.hpp"

namespace scorebook::formula {
namespace {

/// "[1]" is the first of the workbook's links; 0 for anything that isn't such a number.
std::size_t book_number(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

std::shared_ptr<const Array> read_kept(const CellSource& source, std::size_t book, std::string_view sheet,
                                       const CellRange& range) {
    auto array = std::make_shared<Array>(range.row_count(), range.column_count());
    for (std::uint32_t row = 0; row < range.row_count(); ++row) {
        for (std::uint32_t column = 0; column < range.column_count(); ++column) {
            const CellRef cell{range.first.row_index + row, range.first.column_index + column};
            array->at(row, column) = source.external_value(book, sheet, cell).value_or(Blank{});
        }
    }
    return array;
}

}  // namespace

Value external_cells(Workspace& workspace, std::string_view book, std::string_view sheet,
                     const CellRange& range) {
    const std::size_t number = book_number(book);
    const CellSource& source = workspace.source();
    if (number == 0 || !source.external_value(number, sheet, range.first)) {
        workspace.give_up("reads another workbook, of which this file keeps no values");
        return CellError::ref;
    }
    CellRange kept = range;
    const CellRef corner = source.external_corner(number, sheet);
    if (range.row_count() == max_rows) kept.last.row_index = corner.row_index;
    if (range.column_count() == max_columns) kept.last.column_index = corner.column_index;
    if (std::size_t{kept.row_count()} * kept.column_count() > max_array_cells) {
        workspace.give_up("needs an array of more than 4 million values");
        return CellError::num;
    }
    if (kept.first == kept.last) return *source.external_value(number, sheet, kept.first);
    const std::string key = std::to_string(number) + '!' + std::string(sheet) + '!' + to_a1(kept);
    return workspace.kept_array(key, [&] { return read_kept(source, number, sheet, kept); });
}

Value external_name(Workspace& workspace, std::string_view book, std::string_view name) {
    if (const auto text = workspace.source().external_name(book_number(book), name)) {
        const ParsedFormula parsed = parse_formula(*text, CellRef{});
        const Node* root = parsed.tree ? &parsed.tree->nodes[parsed.tree->root] : nullptr;
        if (root != nullptr && root->kind == NodeKind::area) {
            const AreaNode& area = parsed.tree->areas[root->payload];
            if (area.sheets != own_sheet) {
                const SheetSpan& span = parsed.tree->sheets[area.sheets];
                const CellRef first = resolve(area.first, CellRef{});
                const CellRef last = area.shape == AreaShape::cell ? first : resolve(area.last, CellRef{});
                if (span.last.empty()) return external_cells(workspace, book, span.first, {first, last});
            }
        }
    }
    workspace.give_up("reads a name of another workbook, of which this file keeps no values");
    return CellError::name;
}

}  // namespace scorebook::formula
