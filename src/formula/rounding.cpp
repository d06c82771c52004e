// rounding.cpp - rounding on decimal digits, because the binary number lies a little beside what the officer
// typed.
#include "formula/rounding.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "bytes/number_text.hpp"

namespace scorebook::formula {

double round_decimal(double number, double places, Rounding rounding) {
    if (number == 0 || !std::isfinite(number)) return number;
    if (places > 400) return number;
    if (places < -400) places = -400;
    if (rounding == Rounding::half_away && places >= 0 && places <= 9) {
        // Well away from a half, and small enough to be exact, the nearest whole number of units is it.
        constexpr std::array<double, 10> powers = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
        const double unit = powers[static_cast<std::size_t>(places)];
        const double scaled = std::abs(number) * unit;
        const double whole = std::floor(scaled);
        if (places == std::floor(places) && scaled < 1e11 && std::abs(scaled - whole - 0.5) > 1e-3) {
            const double units = scaled - whole > 0.5 ? whole + 1 : whole;
            return units == 0 ? 0 : std::copysign(units / unit, number);
        }
    }
    constexpr int precision = 15;
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(number),
                                   std::chars_format::scientific, precision - 1)
                         .ptr;
    std::string digits;
    const char* at = buffer.data();
    for (; *at != 'e'; ++at) {
        if (*at != '.') digits += *at;
    }
    ++at;
    if (*at == '+') ++at;
    int exponent = 0;
    std::from_chars(at, end, exponent);

    // digits d0 d1 ... stand for d0.d1... x 10^exponent; `kept` of them lie before the place to round at.
    const int kept = exponent + 1 + static_cast<int>(places);
    if (kept >= precision) return number;
    if (kept < 0) {
        if (rounding != Rounding::away) return 0;
        return std::copysign(std::pow(10.0, -places), number);
    }
    bool up = false;
    const auto cut = static_cast<std::size_t>(kept);
    if (rounding == Rounding::half_away) up = digits[cut] >= '5';
    if (rounding == Rounding::away) up = digits.find_first_not_of('0', cut) != std::string::npos;
    digits.resize(cut);
    if (up) {
        std::size_t i = cut;
        while (i > 0 && digits[i - 1] == '9') digits[--i] = '0';
        if (i > 0) {
            ++digits[i - 1];
        } else {
            digits.insert(digits.begin(), '1');
        }
    }
    if (digits.empty()) return 0;
    const std::string text = digits + 'E' + std::to_string(-static_cast<int>(places));
    return std::copysign(parse_number(text).value_or(number), number);
}

}  // namespace scorebook::formula
