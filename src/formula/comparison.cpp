// comparison.cpp - Excel shows and compares 15 digits: (0.06-0.01)=0.05 is TRUE.
#include "formula/comparison.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "bytes/number_text.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

int type_rank(const CellValue& value) {
    if (std::holds_alternative<double>(value)) return 0;
    if (std::holds_alternative<std::string>(value)) return 1;
    return std::holds_alternative<bool>(value) ? 2 : 3;
}

/// What a blank stands for beside `other`.
CellValue blank_beside(const CellValue& other) {
    if (std::holds_alternative<std::string>(other)) return std::string();
    if (std::holds_alternative<bool>(other)) return false;
    return 0.0;
}

}  // namespace

double decimal_view(double number) {
    if (number == 0 || !std::isfinite(number)) return number;
    std::array<char, 40> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific, 14)
            .ptr;
    return parse_number({buffer.data(), static_cast<std::size_t>(end - buffer.data())}).value_or(number);
}

int compare_numbers(double left, double right) {
    if (left == right) return 0;
    const double difference = std::abs(left - right);
    // Only numbers this close can share 15 digits.
    if (difference < 1e-14 * std::abs(left) && decimal_view(left) == decimal_view(right)) return 0;
    return left < right ? -1 : 1;
}

int compare_values(const CellValue& left, const CellValue& right) {
    if (is_blank(left)) return is_blank(right) ? 0 : compare_values(blank_beside(right), right);
    if (is_blank(right)) return compare_values(left, blank_beside(left));
    const int ranks = type_rank(left) - type_rank(right);
    if (ranks != 0) return ranks;
    if (const auto* number = std::get_if<double>(&left))
        return compare_numbers(*number, std::get<double>(right));
    if (const auto* text = std::get_if<std::string>(&left))
        return compare_fold(*text, std::get<std::string>(right));
    if (const auto* boolean = std::get_if<bool>(&left)) return int{*boolean} - int{std::get<bool>(right)};
    return 0;
}

}  // namespace scorebook::formula
