// functions_math_numerals.cpp - numbers spelt in Roman numerals and in other bases.
#include <cmath>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

constexpr std::string_view roman_letters = "MDCLXVI";
constexpr int roman_values[] = {1000, 500, 100, 50, 10, 5, 1};

/// ROMAN's five forms: 0 classic (CDXCIX), 4 the shortest (ID). `form` is how many letters further down a
/// subtracted letter may be taken from.
std::string roman_numeral(int number, int form) {
    constexpr std::size_t last = 6;
    std::string text;
    for (std::size_t i = 0; i <= last; i += 2) {
        const int digit = number / roman_values[i];
        if (digit % 5 != 4) {
            if (digit > 4) text += roman_letters[i - 1];
            text.append(static_cast<std::size_t>(digit % 5), roman_letters[i]);
            number %= roman_values[i];
            continue;
        }
        const std::size_t large = digit == 4 ? i - 1 : i - 2;
        std::size_t small = i;
        for (int step = 0; step < form && small < last; ++step) {
            if (roman_values[large] - roman_values[small + 1] > number) break;
            ++small;
        }
        text += roman_letters[small];
        text += roman_letters[large];
        number += roman_values[small] - roman_values[large];
    }
    return text;
}

Value roman(Call& call) {
    const double number = call.whole_number(0);
    double form = 0;
    if (call.has(1)) {
        const CellValue given = call.single(1);
        const auto* boolean = std::get_if<bool>(&given);
        form = boolean != nullptr ? (*boolean ? 0 : 4) : call.whole_number(1);
    }
    if (call.failed()) return 0.0;
    if (number < 0 || number > 3999 || form < 0 || form > 4) return CellError::value;
    return roman_numeral(static_cast<int>(number), static_cast<int>(form));
}

Value arabic(Call& call) {
    std::string text = to_upper(call.text(0));
    if (text.size() > 255) return CellError::value;
    text.erase(0, text.find_first_not_of(' '));
    text.erase(text.find_last_not_of(' ') + 1);
    const bool negative = text.starts_with('-');
    if (negative) text.erase(0, 1);
    if (negative && text.empty()) return CellError::value;
    double total = 0;
    int largest_to_the_right = 0;
    for (std::size_t i = text.size(); i-- > 0;) {
        const std::size_t letter = roman_letters.find(text[i]);
        if (letter == std::string_view::npos) return CellError::value;
        const int value = roman_values[letter];
        total += value < largest_to_the_right ? -value : value;
        largest_to_the_right = std::max(largest_to_the_right, value);
    }
    return negative ? -total : total;
}

constexpr std::string_view digits_and_letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

Value base(Call& call) {
    const double number = call.whole_number(0);
    const double radix = call.whole_number(1);
    const double length = call.whole_number_or(2, 0);
    if (call.failed()) return 0.0;
    if (number < 0 || number >= 9007199254740992 || radix < 2 || radix > 36) return CellError::num;
    if (length < 0 || length > 255) return CellError::num;
    std::string text;
    const auto by = static_cast<std::uint64_t>(radix);
    for (auto rest = static_cast<std::uint64_t>(number); rest > 0; rest /= by) {
        text.insert(text.begin(), digits_and_letters[rest % by]);
    }
    const auto shortest = static_cast<std::size_t>(call.has(2) ? length : 1);
    if (text.size() < shortest) text.insert(0, shortest - text.size(), '0');
    return text;
}

Value decimal(Call& call) {
    std::string text = to_upper(call.text(0));
    const double radix = call.whole_number(1);
    if (call.failed()) return 0.0;
    if (text.size() > 255) return CellError::value;
    if (radix < 2 || radix > 36) return CellError::num;
    text.erase(0, text.find_first_not_of(' '));
    if (radix == 16 && text.starts_with("0X")) text.erase(0, 2);
    if (radix == 16 && text.ends_with('H')) text.pop_back();
    if (radix == 2 && text.ends_with('B')) text.pop_back();
    double number = 0;
    for (const char c : text) {
        const std::size_t digit = digits_and_letters.find(c);
        if (digit == std::string_view::npos || static_cast<double>(digit) >= radix) return CellError::num;
        number = number * radix + static_cast<double>(digit);
    }
    return checked_number(number);
}

constexpr FunctionRow math_numerals_rows[] = {
    {"ARABIC", 1, 1, "v", arabic},
    {"BASE", 2, 3, "vvv", base},
    {"DECIMAL", 2, 2, "vv", decimal},
    {"ROMAN", 1, 2, "vv", roman},
};

}  // namespace

std::span<const FunctionRow> functions_math_numerals() {
    return math_numerals_rows;
}

}  // namespace scorebook::formula
