// functions_math.cpp - sums, rounding, and plain arithmetic.
#include <cmath>
#include <numeric>

#include "formula/call.hpp"
#include "formula/comparison.hpp"
#include "formula/function_families.hpp"
#include "formula/operators.hpp"
#include "formula/rounding.hpp"

namespace scorebook::formula {
namespace {

/// A function of one double, as a function of a call.
template <double (*code)(double)>
Value of_number(Call& call) {
    return checked_number(code(call.number(0)));
}

Value sum(Call& call) {
    double total = 0;
    for (const double number : call.numbers(0)) total += number;
    return checked_number(total);
}

/// SUMPRODUCT of columns of numbers alone. Empty when one of them is anything else.
std::optional<Value> product_of_numbers(Call& call) {
    std::vector<double> products;
    const NumberArray* first = call.number_array(0);
    for (std::size_t i = 0; i < call.size(); ++i) {
        const NumberArray* factor = call.number_array(i);
        if (factor == nullptr || first == nullptr || factor->are_truths) return std::nullopt;
        if (factor->rows != first->rows || factor->columns != first->columns) return CellError::value;
        if (i == 0) {
            products = first->numbers;
        } else {
            for (std::size_t k = 0; k < products.size(); ++k) products[k] *= factor->numbers[k];
        }
    }
    return checked_number(std::accumulate(products.begin(), products.end(), 0.0));
}

Value sumproduct(Call& call) {
    if (auto result = product_of_numbers(call)) return *std::move(result);
    const Array first = call.array(0);
    std::vector<double> products(first.cells.size(), 1.0);
    for (std::size_t i = 0; i < call.size(); ++i) {
        const Array& factor = call.array(i);
        if (factor.rows != first.rows || factor.columns != first.columns) return CellError::value;
        for (std::size_t k = 0; k < products.size(); ++k) {
            const CellValue& cell = factor.cells[k];
            if (const auto* error = std::get_if<CellError>(&cell)) return *error;
            // Text in a range counts as 0, but not in a single cell.
            if (products.size() == 1 && std::holds_alternative<std::string>(cell)) return CellError::value;
            const auto* number = std::get_if<double>(&cell);
            products[k] *= number != nullptr ? *number : 0;
        }
    }
    return checked_number(std::accumulate(products.begin(), products.end(), 0.0));
}

Value round(Call& call) {
    const double number = call.number(0);
    return checked_number(round_decimal(number, call.whole_number(1), Rounding::half_away));
}

Value roundup(Call& call) {
    const double number = call.number(0);
    return checked_number(round_decimal(number, call.whole_number(1), Rounding::away));
}

Value rounddown(Call& call) {
    const double number = call.number(0);
    return checked_number(round_decimal(number, call.whole_number(1), Rounding::towards_zero));
}

Value trunc(Call& call) {
    const double number = call.number(0);
    return checked_number(round_decimal(number, call.whole_number_or(1, 0), Rounding::towards_zero));
}

double int_(double number) {
    return std::floor(decimal_view(number));
}
double absolute(double number) {
    return std::abs(number);
}
double sign(double number) {
    return number > 0 ? 1 : number < 0 ? -1 : 0;
}

Value mod(Call& call) {
    const double number = call.number(0);
    const double divisor = call.number(1);
    if (call.failed()) return 0.0;
    if (divisor == 0) return CellError::div0;
    // Excel gives up where the quotient has no exact whole part left.
    if (std::abs(number / divisor) >= 1125900000000.0 * 2) return CellError::num;
    double rest = std::fmod(number, divisor);
    if (rest != 0 && (rest < 0) != (divisor < 0)) rest += divisor;
    return checked_number(rest);
}

Value power(Call& call) {
    const double base = call.number(0);
    return power_of(base, call.number(1));
}

Value sqrt(Call& call) {
    const double number = call.number(0);
    if (number < 0) return CellError::num;
    return std::sqrt(number);
}

Value pi(Call&) {
    return 3.141592653589793;
}

Value product(Call& call) {
    const std::vector<double> numbers = call.numbers(0);
    if (numbers.empty()) return 0.0;
    double result = 1;
    for (const double number : numbers) result *= number;
    return checked_number(result);
}

constexpr FunctionRow math_rows[] = {
    {"ABS", 1, 1, "v", of_number<absolute>},
    {"INT", 1, 1, "v", of_number<int_>},
    {"MOD", 2, 2, "vv", mod},
    {"PI", 0, 0, "", pi},
    {"POWER", 2, 2, "vv", power},
    {"PRODUCT", 1, any_number, "|r", product},
    {"ROUND", 2, 2, "vv", round},
    {"ROUNDDOWN", 2, 2, "vv", rounddown},
    {"ROUNDUP", 2, 2, "vv", roundup},
    {"SIGN", 1, 1, "v", of_number<sign>},
    {"SQRT", 1, 1, "v", sqrt},
    {"SUM", 1, any_number, "|r", sum},
    {"SUMPRODUCT", 1, any_number, "|a", sumproduct},
    {"TRUNC", 1, 2, "vv", trunc},
};

}  // namespace

std::span<const FunctionRow> functions_math() {
    return math_rows;
}

}  // namespace scorebook::formula
