// functions_engineering_numerals.cpp - BIN2DEC and its eleven relatives: ten digits, two's complement when
// negative.
#include <cmath>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

constexpr std::string_view numeral_digits = "0123456789ABCDEF";
constexpr std::size_t most_digits = 10;

constexpr double power(int base, std::size_t exponent) {
    double result = 1;
    for (std::size_t i = 0; i < exponent; ++i) result *= base;
    return result;
}

/// The number spelt by argument 0; ten digits whose first is in the upper half are negative.
double parse_digits(Call& call, int base) {
    if (call.value(0).is_missing()) call.fail(CellError::not_available);
    if (std::holds_alternative<bool>(call.single(0))) call.fail(CellError::value);
    const std::string text = to_upper(call.text(0));
    if (text.size() > most_digits) call.fail(CellError::num);
    double number = 0;
    for (const char c : text) {
        const std::size_t digit = numeral_digits.find(c);
        if (digit == std::string_view::npos || digit >= static_cast<std::size_t>(base)) {
            call.fail(CellError::num);
            return 0;
        }
        number = number * base + static_cast<double>(digit);
    }
    const double all = power(base, most_digits);
    return number >= all / 2 ? number - all : number;
}

/// `number` in `base`, padded to argument 1's places; negative numbers always fill ten.
Value spell(Call& call, double number, int base) {
    const double places = std::trunc(strict_number_or(call, 1, 0));
    if (call.failed()) return 0.0;
    const double half = power(base, most_digits) / 2;
    if (number < -half || number >= half) return CellError::num;
    if (call.has(1) && (places < 1 || places > most_digits)) return CellError::num;
    const bool negative = number < 0;
    std::string text;
    for (double rest = negative ? number + 2 * half : number; rest >= 1; rest = std::floor(rest / base)) {
        text.insert(text.begin(), numeral_digits[static_cast<std::size_t>(std::fmod(rest, base))]);
    }
    if (text.empty()) text = "0";
    if (negative || !call.has(1)) return text;
    const auto wanted = static_cast<std::size_t>(places);
    if (text.size() > wanted) return CellError::num;
    return std::string(wanted - text.size(), '0') + text;
}

template <int from>
Value to_decimal(Call& call) {
    return parse_digits(call, from);
}

template <int from, int to>
Value convert_base(Call& call) {
    return spell(call, parse_digits(call, from), to);
}

template <int to>
Value from_decimal(Call& call) {
    return spell(call, std::trunc(strict_number(call, 0)), to);
}

constexpr FunctionRow engineering_numerals_rows[] = {
    {"BIN2DEC", 1, 1, "v", to_decimal<2>},        {"BIN2HEX", 1, 2, "vv", convert_base<2, 16>},
    {"BIN2OCT", 1, 2, "vv", convert_base<2, 8>},  {"DEC2BIN", 1, 2, "vv", from_decimal<2>},
    {"DEC2HEX", 1, 2, "vv", from_decimal<16>},    {"DEC2OCT", 1, 2, "vv", from_decimal<8>},
    {"HEX2BIN", 1, 2, "vv", convert_base<16, 2>}, {"HEX2DEC", 1, 1, "v", to_decimal<16>},
    {"HEX2OCT", 1, 2, "vv", convert_base<16, 8>}, {"OCT2BIN", 1, 2, "vv", convert_base<8, 2>},
    {"OCT2DEC", 1, 1, "v", to_decimal<8>},        {"OCT2HEX", 1, 2, "vv", convert_base<8, 16>},
};

}  // namespace

std::span<const FunctionRow> functions_engineering_numerals() {
    return engineering_numerals_rows;
}

}  // namespace scorebook::formula
