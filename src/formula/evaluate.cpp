// evaluate.cpp - walks a tree. Values flow up; references are read only where an operator or argument wants
// values.
#include "formula/evaluate.hpp"

#include <algorithm>
#include <cmath>

#include "formula/call.hpp"
#include "formula/formula_printer.hpp"
#include "formula/function_table.hpp"
#include "formula/operators.hpp"
#include "formula/reference_algebra.hpp"
#include "formula/structured_lookup.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

/// Names and lambdas that call themselves end here, long before the stack does.
constexpr std::size_t max_evaluation_depth = 700;

struct DepthGuard {
    explicit DepthGuard(Workspace& workspace) : workspace_(workspace) { ++workspace_.depth; }
    ~DepthGuard() { --workspace_.depth; }
    DepthGuard(const DepthGuard&) = delete;
    DepthGuard& operator=(const DepthGuard&) = delete;
    bool too_deep() const { return workspace_.depth > max_evaluation_depth; }
    Workspace& workspace_;
};

/// The item an array gives to place (row, column) of a larger one: single rows and columns are repeated.
CellValue broadcast(const Array& array, std::size_t row, std::size_t column) {
    if (array.rows == 1) row = 0;
    if (array.columns == 1) column = 0;
    if (row >= array.rows || column >= array.columns) return CellError::not_available;
    return array.at(row, column);
}

CellValue broadcast(const Value& value, std::size_t row, std::size_t column) {
    if (const Array* array = value.array()) return broadcast(*array, row, column);
    const CellValue* single = value.scalar();
    return single != nullptr ? *single : CellValue(CellError::value);
}

void widen(const Value& value, std::size_t& rows, std::size_t& columns) {
    if (const Array* array = value.array()) {
        rows = std::max(rows, array->rows);
        columns = std::max(columns, array->columns);
    }
}

bool has_error(const Value& value) {
    return value.error() != nullptr;
}

}  // namespace

Value Evaluation::run() {
    return evaluate(tree_.root, mode_);
}

Value Evaluation::evaluate(NodeIndex index, Mode mode) {
    const DepthGuard guard(workspace_);
    if (guard.too_deep()) return CellError::num;
    const Node& node = tree_.nodes[index];
    switch (node.kind) {
        case NodeKind::literal:
            return tree_.literals[node.payload];
        case NodeKind::array:
            return tree_.arrays[node.payload];
        case NodeKind::area:
            return evaluate_area(tree_.areas[node.payload]);
        case NodeKind::name:
            return evaluate_name(tree_.names[node.payload]);
        case NodeKind::structured:
            return evaluate_structured(tree_.structured[node.payload]);
        case NodeKind::call:
            return evaluate_call(node, mode);
        case NodeKind::apply: {
            const Value callee = evaluate(tree_.child(node, 0), mode);
            const auto lambda = callee.lambda();
            if (!lambda) return has_error(callee) ? callee : Value(CellError::value);
            std::vector<Value> arguments;
            for (std::size_t i = 1; i < node.child_count; ++i)
                arguments.push_back(evaluate(tree_.child(node, i), mode));
            return apply(*lambda, std::move(arguments));
        }
        case NodeKind::unary:
            return evaluate_unary(node, mode);
        case NodeKind::binary:
            return evaluate_binary(node, mode);
        case NodeKind::missing:
            return Missing{};
    }
    return CellError::value;
}

Value Evaluation::operand(NodeIndex index, Mode mode) {
    const Node& node = tree_.nodes[index];
    if (node.kind == NodeKind::area) {
        const AreaNode& area = tree_.areas[node.payload];
        if (area.shape == AreaShape::cell && area.sheets == own_sheet) {
            return source().value(sheet_, resolve(area.first, cell_));
        }
    }
    return dereference(evaluate(index, mode), mode);
}

Value Evaluation::dereference(Value value, Mode mode) const {
    const Reference* reference = value.reference();
    if (reference == nullptr) return value;
    if (reference->is_one_cell())
        return source().value(reference->areas[0].sheet, reference->areas[0].range.first);
    if (mode == Mode::single) return intersect(*reference);
    return to_array(value);
}

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

CellValue Evaluation::to_single(const Value& value) const {
    if (const CellValue* single = value.scalar()) return *single;
    if (const Array* array = value.array()) return array->cells[0];
    if (const Reference* reference = value.reference()) {
        if (reference->is_one_cell())
            return source().value(reference->areas[0].sheet, reference->areas[0].range.first);
        return intersect(*reference);
    }
    if (value.lambda()) return CellError::calc;
    return Blank{};
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
    if (rows * columns > max_array_cells) {
        workspace_.give_up("needs an array of more than 4 million values");
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
    if (!span.book.empty()) return evaluate_external(area, span);
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

Value Evaluation::evaluate_external(const AreaNode& area, const SheetSpan& span) {
    std::size_t book = 0;
    for (const char c : span.book) {
        if (c < '0' || c > '9' || book > 1'000'000)
            book = 0;
        else
            book = book * 10 + static_cast<std::size_t>(c - '0');
    }
    const CellRef first = resolve(area.first, cell_);
    const CellRef last = area.shape == AreaShape::cell ? first : resolve(area.last, cell_);
    const std::size_t rows = std::size_t{1} + std::max(first.row_index, last.row_index) -
                             std::min(first.row_index, last.row_index);
    const std::size_t columns = std::size_t{1} + std::max(first.column_index, last.column_index) -
                                std::min(first.column_index, last.column_index);
    if (book == 0 || rows * columns > max_array_cells) {
        workspace_.give_up("reads another workbook");
        return CellError::ref;
    }
    Array array(rows, columns);
    bool any = false;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const CellRef cell{
                std::min(first.row_index, last.row_index) + static_cast<std::uint32_t>(row),
                std::min(first.column_index, last.column_index) + static_cast<std::uint32_t>(column)};
            if (auto value = source().external_value(book, span.first, cell)) {
                array.at(row, column) = *value;
                any = true;
            }
        }
    }
    if (!any) workspace_.give_up("reads another workbook");
    if (rows == 1 && columns == 1) return array.cells[0];
    return array;
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
        if (!span.book.empty() && span.book != "0") {
            workspace_.give_up("reads a name of another workbook");
            return CellError::name;
        }
        auto found = workspace_.find_sheet(span.first);
        if (found) sheet = *found;
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
    if (guard.too_deep()) return CellError::num;
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

Value Evaluation::evaluate_call(const Node& node, Mode mode) {
    const FunctionNode& function = tree_.functions[node.payload];
    if (function.row == nullptr) return evaluate_unknown_call(node, function, mode);
    const FunctionRow& row = *function.row;

    std::vector<Value> arguments(node.child_count);
    std::size_t rows = 1;
    std::size_t columns = 1;
    bool lifted = false;
    for (std::size_t i = 0; i < node.child_count; ++i) {
        const NodeIndex child = tree_.child(node, i);
        switch (row.argument_kind(i)) {
            case 'v':
                arguments[i] = operand(child, mode);
                if (const Array* array = arguments[i].array()) {
                    if (array->cells.size() == 1) {
                        arguments[i] = array->cells[0];
                    } else {
                        lifted = true;
                        widen(arguments[i], rows, columns);
                    }
                }
                break;
            case 'r':
                arguments[i] = evaluate(child, mode);
                break;
            case 'a':
            case 'p':
                arguments[i] = evaluate(child, Mode::array);
                break;
            default:
                if (tree_.nodes[child].kind == NodeKind::missing) arguments[i] = Missing{};
                break;
        }
    }
    if (!lifted) {
        Call call(*this, node, row, mode, std::move(arguments));
        Value result = row.run(call);
        if (call.failed()) return *call.error();
        return result;
    }
    if (rows * columns > max_array_cells) {
        workspace_.give_up("needs an array of more than 4 million values");
        return CellError::num;
    }
    Array result(rows, columns);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            std::vector<Value> one = arguments;
            for (std::size_t i = 0; i < one.size(); ++i) {
                if (row.argument_kind(i) == 'v' && one[i].array() != nullptr)
                    one[i] = broadcast(arguments[i], r, c);
            }
            Call call(*this, node, row, mode, std::move(one));
            const Value value = row.run(call);
            result.at(r, c) = call.failed() ? CellValue(*call.error()) : to_single(value);
        }
    }
    return result;
}

Value Evaluation::evaluate_unknown_call(const Node& node, const FunctionNode& function, Mode mode) {
    // A name bound to a lambda, by LET or as a defined name, is called like a function.
    const Value callee = evaluate_name(NameNode{function.name, own_sheet});
    if (const auto lambda = callee.lambda()) {
        std::vector<Value> arguments;
        for (std::size_t i = 0; i < node.child_count; ++i)
            arguments.push_back(evaluate(tree_.child(node, i), mode));
        return apply(*lambda, std::move(arguments));
    }
    if (const CellError* error = callee.error(); error != nullptr && *error != CellError::name) return *error;
    const std::string plain = plain_function_name(function.name);
    const std::string_view why = why_unsupported(function.name);
    workspace_.give_up("uses " + plain +
                       (why.empty() ? ", which isn't a function of Excel" : ", which " + std::string(why)));
    return CellError::name;
}

Value Evaluation::apply(const Lambda& lambda, std::vector<Value> arguments) {
    const DepthGuard guard(workspace_);
    if (guard.too_deep()) return CellError::num;
    if (arguments.size() > lambda.parameters.size()) return CellError::value;
    std::shared_ptr<const Scope> scope = lambda.scope;
    for (std::size_t i = 0; i < lambda.parameters.size(); ++i) {
        Value value = i < arguments.size() ? std::move(arguments[i]) : Value(Missing{});
        scope = std::make_shared<const Scope>(Scope{lambda.parameters[i], std::move(value), scope});
    }
    Evaluation inner(workspace_, *lambda.tree, sheet_, cell_, Mode::array, scope);
    return inner.evaluate(lambda.body, Mode::array);
}

Value Evaluation::evaluate_unary(const Node& node, Mode mode) {
    const NodeIndex child = tree_.child(node, 0);
    if (node.op == Operator::implicit_intersection) return to_single(evaluate(child, mode));
    if (node.op == Operator::spill) return spilled_range(*this, evaluate(child, mode));
    const Value value = operand(child, mode);
    const DateSystem dates = source().date_system();
    if (const Array* array = value.array()) {
        Array result(array->rows, array->columns);
        for (std::size_t i = 0; i < array->cells.size(); ++i) {
            result.cells[i] = apply_unary(node.op, array->cells[i], dates);
        }
        return result;
    }
    const CellValue* single = value.scalar();
    return single != nullptr ? apply_unary(node.op, *single, dates) : CellValue(CellError::value);
}

Value Evaluation::evaluate_binary(const Node& node, Mode mode) {
    if (node.op == Operator::range || node.op == Operator::intersection || node.op == Operator::join) {
        return evaluate_reference_operator(node, mode);
    }
    const Value left = operand(tree_.child(node, 0), mode);
    const Value right = operand(tree_.child(node, 1), mode);
    const DateSystem dates = source().date_system();
    const CellValue* left_single = left.scalar();
    const CellValue* right_single = right.scalar();
    if (left_single != nullptr && right_single != nullptr) {
        CellValue result = apply_binary(node.op, *left_single, *right_single, dates);
        const bool is_last = &node == &tree_.nodes[tree_.root];
        if (is_last && (node.op == Operator::add || node.op == Operator::subtract)) {
            const auto* number = std::get_if<double>(&result);
            const auto* a = std::get_if<double>(left_single);
            const auto* b = std::get_if<double>(right_single);
            if (number != nullptr && a != nullptr && b != nullptr) return snap_to_zero(*number, *a, *b);
        }
        return result;
    }
    std::size_t rows = 1;
    std::size_t columns = 1;
    widen(left, rows, columns);
    widen(right, rows, columns);
    if (left.array() == nullptr && right.array() == nullptr) return CellError::value;
    if (rows * columns > max_array_cells) {
        workspace_.give_up("needs an array of more than 4 million values");
        return CellError::num;
    }
    Array result(rows, columns);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            result.at(r, c) = apply_binary(node.op, broadcast(left, r, c), broadcast(right, r, c), dates);
        }
    }
    return result;
}

Value Evaluation::evaluate_reference_operator(const Node& node, Mode mode) {
    const Value left = evaluate(tree_.child(node, 0), mode);
    if (has_error(left)) return left;
    const Value right = evaluate(tree_.child(node, 1), mode);
    if (has_error(right)) return right;
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

CellValue cell_result(const Evaluation& evaluation, const Value& value) {
    CellValue result =
        evaluation.mode() == Mode::array ? evaluation.to_array(value)->cells[0] : evaluation.to_single(value);
    if (is_blank(result)) return 0.0;
    return result;
}

double snap_to_zero(double result, double left, double right) {
    const double largest = std::max(std::abs(left), std::abs(right));
    return std::abs(result) < largest * 0x1.0p-50 ? 0.0 : result;
}

}  // namespace scorebook::formula
