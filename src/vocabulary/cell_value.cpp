// cell_value.cpp - Excel's error values and the text of a value in a message.
#include "scorebook/cell_value.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>

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
    std::array<char, 64> buffer{};
    auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, 14)
            .ptr;
    // Reading the 15 digits again gives the shortest text of what is shown: 0.1 + 0.2 is "0.3".
    double shown = value;
    std::from_chars(buffer.data(), end, shown);
    const double magnitude = std::fabs(shown);
    const bool plain = magnitude >= 1e-5 && magnitude < 1e15;
    end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), shown,
                        plain ? std::chars_format::fixed : std::chars_format::scientific)
              .ptr;
    std::string text(buffer.data(), end);
    for (char& c : text) {
        if (c == 'e') c = 'E';
    }
    return text;
}

}  // namespace

std::string_view to_text(CellError error) {
    return error_texts[static_cast<std::size_t>(error)];
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
