// operators.cpp - Excel's value operators: plain doubles, coercion of text, errors from the left.
#include "formula/operators.hpp"

#include <cmath>
#include <string>

#include "formula/coercion.hpp"
#include "formula/comparison.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

CellValue calculate(Operator op, double left, double right) {
    switch (op) {
        case Operator::add:
            return checked_number(left + right);
        case Operator::subtract:
            return checked_number(left - right);
        case Operator::multiply:
            return checked_number(left * right);
        case Operator::divide:
            if (right == 0) return CellError::div0;
            return checked_number(left / right);
        default:
            return power_of(left, right);
    }
}

CellValue compare(Operator op, const CellValue& left, const CellValue& right) {
    const auto* text = std::get_if<std::string>(&left);
    const auto* other = std::get_if<std::string>(&right);
    if (text != nullptr && other != nullptr && (op == Operator::equal || op == Operator::not_equal))
        return equal_fold(*text, *other) == (op == Operator::equal);
    return holds(op, compare_values(left, right));
}

}  // namespace

bool holds(Operator comparison, int order) {
    switch (comparison) {
        case Operator::equal:
            return order == 0;
        case Operator::not_equal:
            return order != 0;
        case Operator::less:
            return order < 0;
        case Operator::less_or_equal:
            return order <= 0;
        case Operator::greater:
            return order > 0;
        default:
            return order >= 0;
    }
}

CellValue power_of(double base, double exponent) {
    if (base == 0 && exponent == 0) return CellError::num;
    if (base == 0 && exponent < 0) return CellError::div0;
    return checked_number(std::pow(base, exponent));
}

CellValue apply_binary(Operator op, const CellValue& left, const CellValue& right, DateSystem dates) {
    if (op >= Operator::power && op <= Operator::subtract) {
        const auto* plain_left = std::get_if<double>(&left);
        const auto* plain_right = std::get_if<double>(&right);
        if (plain_left != nullptr && plain_right != nullptr) return calculate(op, *plain_left, *plain_right);
        const auto a = to_number(left, dates);
        if (const auto* error = std::get_if<CellError>(&a)) return *error;
        const auto b = to_number(right, dates);
        if (const auto* error = std::get_if<CellError>(&b)) return *error;
        return calculate(op, std::get<double>(a), std::get<double>(b));
    }
    if (const auto* error = std::get_if<CellError>(&left)) return *error;
    if (const auto* error = std::get_if<CellError>(&right)) return *error;
    if (op != Operator::concatenate) return compare(op, left, right);
    return std::get<std::string>(to_plain_text(left)) + std::get<std::string>(to_plain_text(right));
}

namespace {

/// A number, or a boolean as one; false for what must be read first.
bool plain_number(const CellValue& value, double& number) {
    if (const auto* plain = std::get_if<double>(&value)) {
        number = *plain;
        return true;
    }
    const auto* boolean = std::get_if<bool>(&value);
    if (boolean != nullptr) number = *boolean ? 1 : 0;
    return boolean != nullptr;
}

}  // namespace

void apply_binary(Operator op, const CellValue& left, const CellValue& right, DateSystem dates,
                  CellValue& result) {
    // The columns of SUMPRODUCT: numbers and the answers of comparisons, multiplied and added.
    double a = 0;
    double b = 0;
    const bool is_plain = op == Operator::multiply || op == Operator::add || op == Operator::subtract;
    if (is_plain && plain_number(left, a) && plain_number(right, b)) {
        const double number = op == Operator::multiply ? a * b : op == Operator::add ? a + b : a - b;
        if (number == 0 || std::isnormal(number)) {
            result = number == 0 ? 0.0 : number;
            return;
        }
    }
    result = apply_binary(op, left, right, dates);
}

CellValue apply_unary(Operator op, const CellValue& operand, DateSystem dates) {
    // A plus sign changes nothing, not even text.
    if (op == Operator::plus) return operand;
    const auto number = to_number(operand, dates);
    if (const auto* error = std::get_if<CellError>(&number)) return *error;
    const double plain = std::get<double>(number);
    return checked_number(op == Operator::percent ? plain / 100 : -plain);
}

}  // namespace scorebook::formula
