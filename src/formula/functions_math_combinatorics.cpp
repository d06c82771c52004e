// functions_math_combinatorics.cpp - factorials, choices, common divisors: whole numbers that count.
#include <cmath>
#include <numeric>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

double factorial(double n) {
    n = std::trunc(n);
    if (n < 0 || n > 170) return not_a_number;
    double product = 1;
    for (double i = 2; i <= n; ++i) product *= i;
    return product;
}

Value double_factorial(Call& call) {
    const double n = std::trunc(strict_number(call, 0));
    if (n < -1 || n > 300) return CellError::num;
    double product = 1;
    for (double i = n; i > 1; i -= 2) product *= i;
    return checked_number(product);
}

/// n over k for whole numbers; infinite when too large. Ends early: the factors are above 1 from the start.
double choices(double n, double k) {
    k = std::min(k, n - k);
    double result = 1;
    for (double i = 1; i <= k && std::isfinite(result); ++i) {
        result = result * (n - k + i) / i;
        if (result < 9e15) result = std::round(result);
    }
    return result;
}

double combin(double n, double k) {
    n = std::trunc(n);
    k = std::trunc(k);
    if (n < 0 || k < 0 || n < k || n >= 2147483647) return not_a_number;
    return choices(n, k);
}

double combina(double n, double k) {
    n = std::trunc(n);
    k = std::trunc(k);
    if (n < 0 || k < 0 || n >= 2147483647 || k >= 2147483647) return not_a_number;
    if (n == 0) return k == 0 ? 1 : not_a_number;
    return choices(n + k - 1, k);
}

double permut(double n, double k) {
    n = std::trunc(n);
    k = std::trunc(k);
    if (n <= 0 || k < 0 || n < k) return not_a_number;
    double result = 1;
    for (double i = 0; i < k && std::isfinite(result); ++i) result *= n - i;
    return result;
}

double permutationa(double n, double k) {
    n = std::trunc(n);
    k = std::trunc(k);
    if (n < 0 || k < 0) return not_a_number;
    return std::pow(n, k);
}

enum class Blanks { left_out, count_as_0 };

/// Every value of every argument as a whole number, as the Analysis ToolPak reads lists: text that is a
/// number counts, other text and booleans don't. Below 0 is #NUM!, blank cells alone are #VALUE!.
std::vector<double> whole_numbers(Call& call, Blanks blanks) {
    std::vector<double> result;
    const auto add = [&](double number) {
        if (number < 0) call.fail(CellError::num);
        result.push_back(std::trunc(number));
    };
    bool only_blank_cells = true;
    for (std::size_t i = 0; i < call.size() && !call.failed(); ++i) {
        const Value& value = call.value(i);
        if (value.reference() == nullptr && value.array() == nullptr) {
            only_blank_cells = false;
            add(strict_number(call, i));
            continue;
        }
        const std::size_t before = result.size();
        call.each_value(i, [&](const CellValue& cell) {
            const auto number = to_number(cell, call.dates());
            if (const auto* error = std::get_if<CellError>(&number)) {
                call.fail(*error);
            } else if (std::holds_alternative<bool>(cell)) {
                call.fail(CellError::value);
            } else {
                add(std::get<double>(number));
            }
            return !call.failed();
        });
        const Reference* reference = value.reference();
        const bool is_list = reference == nullptr || !reference->is_one_cell();
        if (is_list || result.size() > before) only_blank_cells = false;
        if (blanks == Blanks::count_as_0 && reference != nullptr && is_list) {
            double cells = 0;
            for (const Area& area : reference->areas) {
                cells += double{1} * area.range.row_count() * area.range.column_count();
            }
            if (cells > static_cast<double>(result.size() - before)) result.push_back(0);
        }
    }
    if (only_blank_cells && result.empty()) call.fail(CellError::value);
    return result;
}

constexpr double largest_exact = 9007199254740992;

double common_divisor(double a, double b) {
    while (b != 0) {
        const double rest = std::fmod(a, b);
        a = b;
        b = rest;
    }
    return a;
}

Value gcd(Call& call) {
    double result = 0;
    for (const double number : whole_numbers(call, Blanks::left_out)) {
        if (number >= largest_exact) return CellError::num;
        result = common_divisor(number, result);
    }
    return result;
}

Value lcm(Call& call) {
    double result = 1;
    for (const double number : whole_numbers(call, Blanks::count_as_0)) {
        if (number >= largest_exact) return CellError::num;
        if (number == 0) return 0.0;
        result = result / common_divisor(result, number) * number;
        if (result >= largest_exact) return CellError::num;
    }
    return result;
}

Value multinomial(Call& call) {
    double total = 0;
    double result = 1;
    for (const double number : whole_numbers(call, Blanks::left_out)) {
        total += number;
        result *= choices(total, number);
    }
    return checked_number(result);
}

constexpr FunctionRow math_combinatorics_rows[] = {
    {"COMBIN", 2, 2, "vv", of_numbers<combin>},
    {"COMBINA", 2, 2, "vv", of_numbers<combina>},
    {"FACT", 1, 1, "v", of_numbers<factorial>},
    {"FACTDOUBLE", 1, 1, "v", double_factorial},
    {"GCD", 1, any_number, "|r", gcd},
    {"LCM", 1, any_number, "|r", lcm},
    {"MULTINOMIAL", 1, any_number, "|r", multinomial},
    {"PERMUT", 2, 2, "vv", of_numbers<permut>},
    {"PERMUTATIONA", 2, 2, "vv", of_numbers<permutationa>},
};

}  // namespace

std::span<const FunctionRow> functions_math_combinatorics() {
    return math_combinatorics_rows;
}

}  // namespace scorebook::formula
