// number_operators.cpp - loops a compiler turns into vector instructions; each checks at its end that no item
// was special.
#include "formula/number_operators.hpp"

#include <cmath>
#include <limits>
#include <memory>
#include <utility>

#include "formula/comparison.hpp"
#include "formula/operators.hpp"

namespace scorebook::formula {
namespace {

/// A column, or one number for all of its places.
struct Side {
    const double* column = nullptr;
    double number = 0;
    bool is_truth = false;
};

bool read_side(const Value& value, Side& side) {
    if (const NumberArray* array = value.numbers()) {
        side = {array->numbers.data(), 0, array->are_truths};
        return true;
    }
    const CellValue* single = value.scalar();
    if (single == nullptr) return false;
    if (const auto* number = std::get_if<double>(single)) {
        side = {nullptr, *number, false};
        return true;
    }
    const auto* truth = std::get_if<bool>(single);
    if (truth != nullptr) side = {nullptr, *truth ? 1.0 : 0.0, true};
    return truth != nullptr;
}

template <class Code>
void for_each_pair(const Side& left, const Side& right, std::vector<double>& result, Code code) {
    const std::size_t size = result.size();
    double* out = result.data();
    if (left.column != nullptr && right.column != nullptr) {
        for (std::size_t i = 0; i < size; ++i) out[i] = code(left.column[i], right.column[i]);
    } else if (left.column != nullptr) {
        for (std::size_t i = 0; i < size; ++i) out[i] = code(left.column[i], right.number);
    } else {
        for (std::size_t i = 0; i < size; ++i) out[i] = code(left.number, right.column[i]);
    }
}

/// Neither infinite nor too small to be a number of Excel's.
bool are_ordinary(const std::vector<double>& numbers) {
    unsigned ordinary = 1;
    for (const double number : numbers) {
        const double size = std::abs(number);
        ordinary &= static_cast<unsigned>(size <= std::numeric_limits<double>::max()) &
                    (static_cast<unsigned>(size >= std::numeric_limits<double>::min()) |
                     static_cast<unsigned>(size == 0));
    }
    return ordinary != 0;
}

/// Adding nothing turns minus zero into zero.
void calculate(Operator op, const Side& left, const Side& right, std::vector<double>& result) {
    switch (op) {
        case Operator::add:
            return for_each_pair(left, right, result, [](double a, double b) { return a + b + 0.0; });
        case Operator::subtract:
            return for_each_pair(left, right, result, [](double a, double b) { return a - b + 0.0; });
        case Operator::multiply:
            return for_each_pair(left, right, result, [](double a, double b) { return a * b + 0.0; });
        default:
            return for_each_pair(left, right, result, [](double a, double b) { return a / b + 0.0; });
    }
}

/// Two numbers that differ, but perhaps not in the 15 digits Excel compares.
bool are_close(double a, double b) {
    return (a != b) & (std::abs(a - b) < 1e-14 * std::abs(a));
}

bool any_close(const Side& left, const Side& right, std::vector<double>& scratch) {
    for_each_pair(left, right, scratch, [](double a, double b) { return are_close(a, b) ? 1.0 : 0.0; });
    double close = 0;
    for (const double one : scratch) close += one;
    return close != 0;
}

void compare(Operator op, const Side& left, const Side& right, std::vector<double>& result) {
    const auto fill = [&](auto is_true) {
        for_each_pair(left, right, result, [&](double a, double b) { return is_true(a, b) ? 1.0 : 0.0; });
    };
    if (any_close(left, right, result)) {
        return fill([op](double a, double b) { return holds(op, compare_numbers(a, b)); });
    }
    switch (op) {
        case Operator::equal:
            return fill([](double a, double b) { return a == b; });
        case Operator::not_equal:
            return fill([](double a, double b) { return a != b; });
        case Operator::less:
            return fill([](double a, double b) { return a < b; });
        case Operator::less_or_equal:
            return fill([](double a, double b) { return a <= b; });
        case Operator::greater:
            return fill([](double a, double b) { return a > b; });
        default:
            return fill([](double a, double b) { return a >= b; });
    }
}

std::shared_ptr<NumberArray> array_like(const NumberArray& shape, bool are_truths) {
    auto result = std::make_shared<NumberArray>();
    result->rows = shape.rows;
    result->columns = shape.columns;
    result->are_truths = are_truths;
    result->numbers.resize(shape.numbers.size());
    return result;
}

}  // namespace

std::optional<Value> apply_to_numbers(Operator op, const Value& left, const Value& right) {
    const NumberArray* a = left.numbers();
    const NumberArray* b = right.numbers();
    if (a == nullptr && b == nullptr) return std::nullopt;
    if (a != nullptr && b != nullptr && (a->rows != b->rows || a->columns != b->columns)) return std::nullopt;
    const bool is_arithmetic = op >= Operator::multiply && op <= Operator::subtract;
    const bool is_comparison = op >= Operator::equal;
    Side left_side;
    Side right_side;
    if (!is_arithmetic && !is_comparison) return std::nullopt;
    if (!read_side(left, left_side) || !read_side(right, right_side)) return std::nullopt;
    // A truth beside a number is larger, whatever the two are.
    if (is_comparison && left_side.is_truth != right_side.is_truth) return std::nullopt;
    auto result = array_like(a != nullptr ? *a : *b, is_comparison);
    if (is_comparison) {
        compare(op, left_side, right_side, result->numbers);
        return Value(std::shared_ptr<const NumberArray>(std::move(result)));
    }
    calculate(op, left_side, right_side, result->numbers);
    if (!are_ordinary(result->numbers)) return std::nullopt;
    return Value(std::shared_ptr<const NumberArray>(std::move(result)));
}

std::optional<Value> apply_to_numbers(Operator op, const Value& operand) {
    const NumberArray* numbers = operand.numbers();
    if (numbers == nullptr || (op != Operator::negate && op != Operator::percent)) return std::nullopt;
    auto result = array_like(*numbers, false);
    for (std::size_t i = 0; i < result->numbers.size(); ++i) {
        const double number = numbers->numbers[i];
        result->numbers[i] = (op == Operator::negate ? -number : number / 100) + 0.0;
    }
    if (!are_ordinary(result->numbers)) return std::nullopt;
    return Value(std::shared_ptr<const NumberArray>(std::move(result)));
}

}  // namespace scorebook::formula
