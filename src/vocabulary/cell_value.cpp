// cell_value.cpp - Excel's error values and the text of a value in a message.
#include "scorebook/cell_value.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdlib>

namespace scorebook {

namespace {

/// In the order of CellError.
constexpr std::array<std::string_view, 14> error_texts = {
    "#NULL!",        "#DIV/0!", "#VALUE!",   "#REF!",     "#NAME?",    "#NUM!",   "#N/A",
    "#GETTING_DATA", "#SPILL!", "#CONNECT!", "#BLOCKED!", "#UNKNOWN!", "#FIELD!", "#CALC!"};

bool same_letters(std::string_view text, std::string_view upper) {
    if (text.size() != upper.size()) return false;
    for (std::size_t i = 0; i != text.size(); ++i) {
        const char c = text[i] >= 'a' && text[i] <= 'z' ? static_cast<char>(text[i] - 'a' + 'A') : text[i];
        if (c != upper[i]) return false;
    }
    return true;
}

/// Fixed notation where a person would use it, 15 significant digits at most (what Excel ever shows).
std::string readable_number(double value) {
    if (!std::isfinite(value)) return std::string(to_text(CellError::num));
    if (value == 0) return "0";
    // "-d.dddddddddddddde-05": rounded to what is shown, so that 0.1 + 0.2 is "0.3".
    std::array<char, 32> buffer{};
    const char* const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                                          std::chars_format::scientific, 14)
                                .ptr;
    const std::string_view written(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t e = written.find('e');
    int exponent = 0;
    std::from_chars(buffer.data() + e + (written[e + 1] == '+' ? 2 : 1), end, exponent);
    std::string digits = std::string(written.substr(0, 1)).append(written.substr(2, e - 2));
    digits.erase(digits.find_last_not_of('0') + 1);

    std::string text = value < 0 ? "-" : "";
    if (exponent < -5 || exponent > 14) {
        text += digits.substr(0, 1);
        if (digits.size() > 1) text.append(".").append(digits, 1);
        return text.append("E").append(exponent < 0 ? "-" : "+").append(std::to_string(std::abs(exponent)));
    }
    if (exponent < 0)
        return text.append("0.").append(static_cast<std::size_t>(-exponent - 1), '0').append(digits);
    const std::size_t whole = static_cast<std::size_t>(exponent) + 1;
    if (digits.size() <= whole) return text.append(digits).append(whole - digits.size(), '0');
    return text.append(digits, 0, whole).append(".").append(digits, whole);
}

}  // namespace

std::string_view to_text(CellError error) {
    return error_texts[static_cast<std::size_t>(error)];
}

CellError stored_error(CellError error) {
    return error > CellError::getting_data ? CellError::value : error;
}

CellError parse_cell_error(std::string_view text) {
    for (std::size_t i = 0; i != error_texts.size(); ++i) {
        if (same_letters(text, error_texts[i])) return static_cast<CellError>(i);
    }
    return CellError::unknown;
}

std::string to_text(const CellValue& value) {
    struct Text {
        std::string operator()(Blank) const { return {}; }
        std::string operator()(double number) const { return readable_number(number); }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(bool truth) const { return truth ? "TRUE" : "FALSE"; }
        std::string operator()(CellError error) const { return std::string(to_text(error)); }
    };
    return std::visit(Text{}, value);
}

}  // namespace scorebook
