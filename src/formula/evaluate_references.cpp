// evaluate_references.cpp - the part of an evaluation that finds cells: areas, names, tables, other
// workbooks.
#include <algorithm>

#include "formula/array_shape.hpp"
#include "formula/evaluate.hpp"
#include "formula/evaluation_depth.hpp"
#include "formula/external_reference.hpp"
#include "formula/function_table.hpp"
#include "formula/reference_algebra.hpp"
#include "formula/structured_lookup.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

/// "_xleta.SUM", as a workbook stores a function's name that stands without brackets.
const FunctionRow* function_as_lambda(const std::string& name) {
    const std::string folded = fold_case(name);
    constexpr std::string_view prefix = "_xleta.";
    return folded.starts_with(prefix) ? find_function(folded.substr(prefix.size())) : nullptr;
}

}  // namespace

CellValue Evaluation::intersect(const Reference& reference) const {
    if (reference.areas.size() != 1) return CellError::value;
    const Area& area = reference.areas[0];
    CellRef place = area.range.first;
    if (area.range.row_count() > 1 && area.range.column_count() > 1) {
        return CellError::value;
    }
    if (area.range.row_count() > 1) place.row_index = cell_.row_index;
    if (area.range.column_count() > 1) place.column_index = cell_.column_index;
    if (!area.range.contains(place)) return CellError::value;
    return source().value(area.sheet, place);
}

CellRange Evaluation::clipped(const Area& area) const {
    CellRange range = area.range;
    const bool all_rows = range.row_count() == max_rows;
    const bool all_columns = range.column_count() == max_columns;
    if (!all_rows && !all_columns) return range;
    const CellRef corner = workspace_.used_corner();
    if (all_rows) range.last.row_index = std::max(range.first.row_index, corner.row_index);
    if (all_columns) range.last.column_index = std::max(range.first.column_index, corner.column_index);
    return range;
}

std::shared_ptr<const NumberArray> Evaluation::to_numbers(const Value& value) const {
    const Reference* reference = value.reference();
    if (reference == nullptr || reference->areas.size() != 1) return nullptr;
    Area area = reference->areas[0];
    area.range = clipped(area);
    return workspace_.ranges().numbers(area);
}

std::shared_ptr<const Array> Evaluation::to_array(const Value& value) const {
    if (auto array = value.shared_array()) return array;
    const Reference* reference = value.reference();
    if (reference == nullptr) {
        auto array = std::make_shared<Array>();
        array->cells[0] = to_single(value);
        return array;
    }
    if (reference->areas.size() != 1) {
        auto array = std::make_shared<Array>();
        array->cells[0] = CellError::value;
        return array;
    }
    Area area = reference->areas[0];
    area.range = clipped(area);
    return workspace_.ranges().array(area, [&] { return read_area(area); });
}

std::shared_ptr<const Array> Evaluation::read_area(const Area& area) const {
    const CellRange& range = area.range;
    const std::size_t rows = range.row_count();
    const std::size_t columns = range.column_count();
    if (is_too_large(workspace_, static_cast<double>(rows), static_cast<double>(columns))) {
        auto array = std::make_shared<Array>();
        array->cells[0] = CellError::num;
        return array;
    }
    auto array = std::make_shared<Array>(rows, columns);
    source().visit(area.sheet, range, [&](CellRef cell, const CellValue& content) {
        array->at(cell.row_index - range.first.row_index, cell.column_index - range.first.column_index) =
            content;
        return true;
    });
    return array;
}

Value Evaluation::evaluate_area(const AreaNode& area) {
    Area result;
    result.sheet = sheet_;
    const CellRef first = resolve(area.first, cell_);
    const CellRef last = area.shape == AreaShape::cell ? first : resolve(area.last, cell_);
    result.range.first = {std::min(first.row_index, last.row_index),
                          std::min(first.column_index, last.column_index)};
    result.range.last = {std::max(first.row_index, last.row_index),
                         std::max(first.column_index, last.column_index)};
    if (area.sheets == own_sheet) return Reference{{result}};

    const SheetSpan& span = tree_.sheets[area.sheets];
    if (!span.book.empty()) return external_cells(workspace_, span.book, span.first, result.range);
    auto sheet = workspace_.find_sheet(span.first);
    if (!sheet) return CellError::ref;
    result.sheet = *sheet;
    if (span.last.empty()) return Reference{{result}};
    auto last_sheet = workspace_.find_sheet(span.last);
    if (!last_sheet) return CellError::ref;
    Reference reference;
    for (SheetIndex i = std::min(*sheet, *last_sheet); i <= std::max(*sheet, *last_sheet); ++i) {
        reference.areas.push_back({i, result.range});
    }
    return reference;
}

Value Evaluation::evaluate_name(const NameNode& name) {
    SheetIndex sheet = sheet_;
    if (name.sheets == own_sheet) {
        const std::string key = bound_name(name.name);
        for (const Scope* scope = scope_.get(); scope != nullptr; scope = scope->outer.get()) {
            if (scope->name == key) return scope->value;
        }
    } else {
        const SheetSpan& span = tree_.sheets[name.sheets];
        if (!span.book.empty() && span.book != "0") return external_name(workspace_, span.book, name.name);
        auto found = workspace_.find_sheet(span.first);
        if (found) sheet = *found;
    }
    // SUM where a lambda is wanted, as in BYROW(A1:C9,SUM).
    if (const FunctionRow* function = function_as_lambda(name.name)) {
        auto lambda = std::make_shared<Lambda>();
        lambda->function = function;
        return std::shared_ptr<const Lambda>(std::move(lambda));
    }
    const Workspace::Name* parsed = workspace_.find_name(name.name, sheet);
    if (parsed == nullptr) {
        // A table's name alone means its data rows.
        if (source().find_table(name.name) != nullptr) {
            StructuredNode whole;
            whole.table = name.name;
            return evaluate_structured(whole);
        }
        return CellError::name;
    }
    const DepthGuard guard(workspace_);
    if (guard.too_deep() || workspace_.spend(effort_of_nesting)) return CellError::num;
    Evaluation inner(workspace_, *parsed->tree, sheet, cell_, Mode::array);
    return inner.run();
}

Value Evaluation::evaluate_structured(const StructuredNode& structured) {
    if (!structured.book.empty()) {
        workspace_.give_up("reads a table of another workbook");
        return CellError::ref;
    }
    return find_structured(source(), structured, sheet_, cell_);
}

Value Evaluation::evaluate_reference_operator(const Node& node, Mode mode) {
    const Value left = evaluate(tree_.child(node, 0), mode);
    if (left.error() != nullptr) return left;
    const Value right = evaluate(tree_.child(node, 1), mode);
    if (right.error() != nullptr) return right;
    const Reference* a = left.reference();
    const Reference* b = right.reference();
    if (a == nullptr || b == nullptr) return CellError::value;
    switch (node.op) {
        case Operator::range:
            return enclosing_range(*a, *b);
        case Operator::intersection:
            return intersection_of(*a, *b);
        default: {
            Reference both = *a;
            both.areas.insert(both.areas.end(), b->areas.begin(), b->areas.end());
            return both;
        }
    }
}

}  // namespace scorebook::formula
