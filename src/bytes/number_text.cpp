// number_text.cpp - numbers in <v> elements.
// fast_float reads: libc++ for WebAssembly has no from_chars for double.
#include "bytes/number_text.hpp"

#include <fast_float/fast_float.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <system_error>

namespace scorebook {

std::optional<double> take_number(std::string_view& text) {
    // fast_float also reads "nan" and "infinity".
    if (text.empty() || (text[0] != '.' && (text[0] < '0' || text[0] > '9'))) return std::nullopt;
    double value = 0;
    const auto result = fast_float::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc() || !std::isfinite(value)) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
    return value;
}

std::optional<double> parse_number(std::string_view text) {
    // xsd:double allows a plus sign, fast_float doesn't.
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
        if (!text.empty() && text.front() == '-') return std::nullopt;
    }
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto value = take_number(text);
    if (!value || !text.empty()) return std::nullopt;
    return negative ? -*value : *value;
}

std::string number_to_text(double value) {
    if (value == 0 || !std::isfinite(value)) return "0";  // Excel has neither -0 nor infinities
    std::array<char, 32> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific).ptr;
    std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));

    std::string result;
    if (text.front() == '-') {
        result = "-";
        text.remove_prefix(1);
    }
    const std::size_t e = text.find('e');
    const std::size_t exponent_digits = text[e + 1] == '+' ? e + 2 : e + 1;
    int exponent = 0;
    std::from_chars(text.data() + exponent_digits, text.data() + text.size(), exponent);
    std::string digits(1, text.front());
    if (e > 2) digits += text.substr(2, e - 2);

    // What files saved by Excel 2007 to 365 hold: 0.01 but 1.2E-2 and 2E-3; 1609344000000000 but 1E+16.
    if (exponent < -2 || (exponent == -2 && digits.size() > 1) || exponent > 15) {
        result += digits.front();
        if (digits.size() > 1) result.append(".").append(digits, 1);
        result += exponent < 0 ? "E-" : "E+";
        return result + std::to_string(exponent < 0 ? -exponent : exponent);
    }
    if (exponent < 0)
        return result.append("0.").append(static_cast<std::size_t>(-exponent - 1), '0').append(digits);
    const std::size_t whole = static_cast<std::size_t>(exponent) + 1;
    if (digits.size() <= whole) return result.append(digits).append(whole - digits.size(), '0');
    return result.append(digits, 0, whole).append(".").append(digits, whole);
}

}  // namespace scorebook
