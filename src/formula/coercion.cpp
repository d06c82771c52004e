// coercion.cpp - one value taken as another kind.
#include "formula/coercion.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "formula/text_case.hpp"
#include "formula/text_number.hpp"

namespace scorebook::formula {

OrError<double> to_number(const CellValue& value, DateSystem dates) {
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (is_blank(value)) return 0.0;
    if (const auto* boolean = std::get_if<bool>(&value)) return *boolean ? 1.0 : 0.0;
    if (const auto* error = std::get_if<CellError>(&value)) return *error;
    if (auto number = number_from_text(std::get<std::string>(value), dates)) return *number;
    return CellError::value;
}

OrError<std::string> to_plain_text(const CellValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<double>(&value)) return number_as_text(*number);
    if (const auto* boolean = std::get_if<bool>(&value)) return std::string(*boolean ? "TRUE" : "FALSE");
    if (const auto* error = std::get_if<CellError>(&value)) return *error;
    return std::string();
}

std::string number_as_text(double number) {
    if (number == 0 || !std::isfinite(number)) return "0";
    // 15 significant digits, then laid out as General does when nothing limits the width.
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(number),
                                   std::chars_format::scientific, 14)
                         .ptr;
    std::string_view scientific(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t e = scientific.find('e');
    int exponent = 0;
    const std::size_t digits_of_exponent = scientific[e + 1] == '+' ? e + 2 : e + 1;
    std::from_chars(scientific.data() + digits_of_exponent, end, exponent);
    std::string digits;
    for (const char c : scientific.substr(0, e)) {
        if (c != '.') digits += c;
    }
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back();

    std::string text = number < 0 ? "-" : "";
    const int length = static_cast<int>(digits.size());
    // Excel writes the digits out between 1E-19 and 1E+20 while they fit 20 places; beyond it takes the
    // exponent.
    const bool plain = exponent >= 0 ? exponent <= 20 : length - exponent <= 20;
    if (!plain) {
        text += digits[0];
        if (length > 1) text += '.' + digits.substr(1);
        text += exponent < 0 ? "E-" : "E+";
        const std::string magnitude = std::to_string(std::abs(exponent));
        return text + (magnitude.size() < 2 ? "0" : "") + magnitude;
    }
    if (exponent < 0) return text + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    if (length <= exponent + 1)
        return text + digits + std::string(static_cast<std::size_t>(exponent + 1 - length), '0');
    return text + digits.substr(0, static_cast<std::size_t>(exponent + 1)) + '.' +
           digits.substr(static_cast<std::size_t>(exponent + 1));
}

OrError<bool> to_boolean(const CellValue& value) {
    if (const auto* boolean = std::get_if<bool>(&value)) return *boolean;
    if (const auto* number = std::get_if<double>(&value)) return *number != 0;
    if (const auto* error = std::get_if<CellError>(&value)) return *error;
    if (is_blank(value)) return false;
    const auto& text = std::get<std::string>(value);
    if (equal_fold(text, "TRUE")) return true;
    if (equal_fold(text, "FALSE")) return false;
    return CellError::value;
}

CellValue checked_number(double number) {
    if (!std::isfinite(number)) return CellError::num;
    if (std::abs(number) < std::numeric_limits<double>::min()) return 0.0;
    return number;
}

}  // namespace scorebook::formula
