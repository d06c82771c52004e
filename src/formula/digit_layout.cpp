// digit_layout.cpp - digits under a number format, at most 15 significant ones.
#include "formula/digit_layout.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "formula/comparison.hpp"
#include "formula/rounding.hpp"

namespace scorebook::formula {

std::string fixed_digits(double number, int places) {
    std::array<char, 700> buffer{};
    const double rounded = decimal_view(round_decimal(number, places, Rounding::half_away));
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded,
                                   std::chars_format::fixed, std::min(places, 300))
                         .ptr;
    std::string text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    // Beyond 15 significant digits Excel shows zeros.
    std::size_t significant = 0;
    bool started = false;
    for (char& c : text) {
        if (c == '.') continue;
        started = started || c != '0';
        if (started && ++significant > 15) c = '0';
    }
    return text;
}

std::string lay_out_integer(const std::vector<FormatItem>& items, std::size_t first, std::size_t last,
                            std::string digits, bool thousands) {
    std::string reversed;
    std::size_t left = digits.size();
    std::size_t written = 0;
    std::size_t first_digit = last;
    for (std::size_t i = first; i < last; ++i) {
        if (is_digit_item(items[i])) {
            first_digit = i;
            break;
        }
    }
    auto put = [&](char c) {
        if (thousands && written > 0 && written % 3 == 0) reversed += c == ' ' ? ' ' : ',';
        reversed += c;
        ++written;
    };
    for (std::size_t i = last; i-- > first;) {
        if (is_digit_item(items[i])) {
            if (left > 0)
                put(digits[--left]);
            else if (items[i].text == "0")
                put('0');
            else if (items[i].text == "?")
                put(' ');
            if (i == first_digit) {
                while (left > 0) put(digits[--left]);
            }
        } else if (items[i].kind != FormatItemKind::comma || i < first_digit) {
            std::string text = items[i].text;
            reversed.append(text.rbegin(), text.rend());
        }
    }
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

std::string lay_out_decimals(const std::vector<FormatItem>& items, std::size_t first, std::size_t last,
                             const std::string& digits) {
    std::size_t significant = digits.size();
    while (significant > 0 && digits[significant - 1] == '0') --significant;
    std::string text;
    std::size_t used = 0;
    for (std::size_t i = first; i < last; ++i) {
        if (is_digit_item(items[i])) {
            if (used < significant || items[i].text == "0")
                text += used < digits.size() ? digits[used] : '0';
            else if (items[i].text == "?")
                text += ' ';
            ++used;
        } else if (items[i].kind != FormatItemKind::comma) {
            text += items[i].text;
        }
    }
    return text;
}

std::string without_zero(std::string digits) {
    return digits == "0" ? std::string() : digits;
}

}  // namespace scorebook::formula
