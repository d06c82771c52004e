// evaluate.cpp - walks a tree. Values flow up; references are read only where an operator or argument wants
// values.
#include "formula/evaluate.hpp"

#include <algorithm>
#include <cmath>

#include "formula/array_shape.hpp"
#include "formula/broadcast.hpp"
#include "formula/coercion.hpp"
#include "formula/evaluation_depth.hpp"
#include "formula/number_operators.hpp"
#include "formula/operators.hpp"
#include "formula/reference_algebra.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

/// A parameter of a lambda that was left out is nothing to an operator.
Value without_missing(Value value) {
    if (value.is_missing()) return CellValue(Blank{});
    return value;
}

}  // namespace

Value Evaluation::run() {
    if (workspace_.depth == 0) workspace_.begin_formula();
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
            if (!lambda) return callee.error() != nullptr ? callee : Value(CellError::value);
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
    return dereference(unread_operand(index, mode), mode);
}

Value Evaluation::unread_operand(NodeIndex index, Mode mode) {
    const Node& node = tree_.nodes[index];
    if (node.kind == NodeKind::area) {
        const AreaNode& area = tree_.areas[node.payload];
        if (area.shape == AreaShape::cell && area.sheets == own_sheet) {
            return source().value(sheet_, resolve(area.first, cell_));
        }
    }
    return evaluate(index, mode);
}

std::optional<Value> Evaluation::equal_texts(Operator op, const Value& column, const Value& text) const {
    if (op != Operator::equal && op != Operator::not_equal) return std::nullopt;
    const Reference* reference = column.reference();
    const CellValue* wanted = text.scalar();
    const auto* wanted_text = wanted != nullptr ? std::get_if<std::string>(wanted) : nullptr;
    // An empty text equals a blank, which no index knows.
    if (reference == nullptr || reference->areas.size() != 1 || reference->is_one_cell() ||
        wanted_text == nullptr || wanted_text->empty())
        return std::nullopt;
    Area area = reference->areas[0];
    area.range = clipped(area);
    if (is_too_large(workspace_, area.range.row_count(), area.range.column_count())) return std::nullopt;
    const double is_there = op == Operator::equal ? 1 : 0;
    auto truths = std::make_shared<NumberArray>();
    truths->rows = area.range.row_count();
    truths->columns = area.range.column_count();
    truths->are_truths = true;
    truths->numbers.resize(truths->rows * truths->columns, 1 - is_there);
    if (const ValueIndex* index = workspace_.ranges().index(area)) {
        if (index->has_met_error()) return std::nullopt;
        for (const std::uint32_t position : index->equal_to(*wanted)) truths->numbers[position] = is_there;
        return Value(std::shared_ptr<const NumberArray>(std::move(truths)));
    }
    bool has_error = false;
    source().visit_views(area.sheet, area.range, [&](CellRef cell, const CellView& view) {
        has_error = view.kind == CellView::Kind::error;
        if (view.kind == CellView::Kind::text && equal_fold(view.text, *wanted_text)) {
            const std::size_t row = cell.row_index - area.range.first.row_index;
            truths->numbers[row * truths->columns + cell.column_index - area.range.first.column_index] =
                is_there;
        }
        return !has_error;
    });
    if (has_error) return std::nullopt;
    return Value(std::shared_ptr<const NumberArray>(std::move(truths)));
}

Value Evaluation::dereference(Value value, Mode mode) const {
    const Reference* reference = value.reference();
    if (reference == nullptr) return value;
    if (reference->is_one_cell())
        return source().value(reference->areas[0].sheet, reference->areas[0].range.first);
    if (mode == Mode::single) return intersect(*reference);
    if (auto numbers = to_numbers(value)) return numbers;
    return to_array(value);
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

Value Evaluation::evaluate_unary(const Node& node, Mode mode) {
    const NodeIndex child = tree_.child(node, 0);
    if (node.op == Operator::implicit_intersection) return to_single(evaluate(child, mode));
    if (node.op == Operator::spill) return spilled_range(*this, evaluate(child, mode));
    const Value value = without_missing(operand(child, mode));
    if (auto numbers = apply_to_numbers(node.op, value)) return *std::move(numbers);
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
    Value left = unread_operand(tree_.child(node, 0), mode);
    Value right = unread_operand(tree_.child(node, 1), mode);
    if (mode == Mode::array) {
        if (auto truths = equal_texts(node.op, left, right)) return *std::move(truths);
        if (auto truths = equal_texts(node.op, right, left)) return *std::move(truths);
    }
    left = without_missing(dereference(std::move(left), mode));
    right = without_missing(dereference(std::move(right), mode));
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
    if (auto numbers = apply_to_numbers(node.op, left, right)) {
        const NumberArray& made = *numbers->numbers();
        if (is_too_large(workspace_, static_cast<double>(made.rows), static_cast<double>(made.columns)))
            return CellError::num;
        return *std::move(numbers);
    }
    std::size_t rows = 1;
    std::size_t columns = 1;
    widen(left, rows, columns);
    widen(right, rows, columns);
    if (left.array() == nullptr && right.array() == nullptr) return CellError::value;
    if (is_too_large(workspace_, static_cast<double>(rows), static_cast<double>(columns)))
        return CellError::num;
    Array result(rows, columns);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            apply_binary(node.op, item_of(left, r, c), item_of(right, r, c), dates, result.at(r, c));
        }
    }
    return result;
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
