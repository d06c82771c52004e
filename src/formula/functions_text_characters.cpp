// functions_text_characters.cpp - characters by number, text repeated, cleaned and encoded.
#include <cmath>

#include "formula/call.hpp"
#include "formula/code_point.hpp"
#include "formula/function_families.hpp"
#include "formula/text_limit.hpp"

namespace scorebook::formula {
namespace {

Value char_(Call& call) {
    const double code = call.whole_number(0);
    if (call.failed()) return 0.0;
    if (code < 1 || code > 255) return CellError::value;
    return utf8_of(from_windows(static_cast<std::uint32_t>(code)));
}

Value code(Call& call) {
    const std::string text = call.text(0);
    if (text.empty()) return CellError::value;
    return double{1} * to_windows(first_code_point(text));
}

Value unichar(Call& call) {
    const double code = call.whole_number(0);
    if (call.failed()) return 0.0;
    if (code < 1 || code > 0x10FFFF) return CellError::value;
    const auto point = static_cast<std::uint32_t>(code);
    const bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (is_surrogate || (point & 0xFFFE) == 0xFFFE) return CellError::not_available;
    return utf8_of(point);
}

Value unicode(Call& call) {
    const std::string text = call.text(0);
    if (text.empty()) return CellError::value;
    return double{1} * first_code_point(text);
}

/// Drops the control characters 0 to 31, and only those.
Value clean(Call& call) {
    std::string text = call.text(0);
    std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 32; });
    return text;
}

Value rept(Call& call) {
    const std::string text = call.text(0);
    const double count = call.whole_number(1);
    if (call.failed()) return 0.0;
    if (count < 0 || count * static_cast<double>(utf16_length(text)) > max_text_length)
        return CellError::value;
    std::string result;
    if (text.empty()) return result;
    for (double i = 0; i < count; ++i) result += text;
    return result;
}

/// Letters, digits and - _ . ~ stay, every other byte of the UTF-8 becomes %XX.
Value encodeurl(Call& call) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string result;
    for (const char c : call.text(0)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           c == '-' || c == '_' || c == '.' || c == '~';
        if (plain) {
            result += c;
        } else {
            result += '%';
            result += hex[byte >> 4];
            result += hex[byte & 15];
        }
    }
    return checked_text(std::move(result));
}

/// Between full and half width only Japanese, Chinese and Korean versions of Excel change anything.
Value unchanged(Call& call) {
    return call.text(0);
}

constexpr FunctionRow text_characters_rows[] = {
    {"ASC", 1, 1, "v", unchanged},   {"CHAR", 1, 1, "v", char_},     {"CLEAN", 1, 1, "v", clean},
    {"CODE", 1, 1, "v", code},       {"DBCS", 1, 1, "v", unchanged}, {"ENCODEURL", 1, 1, "v", encodeurl},
    {"JIS", 1, 1, "v", unchanged},   {"REPT", 2, 2, "vv", rept},     {"UNICHAR", 1, 1, "v", unichar},
    {"UNICODE", 1, 1, "v", unicode},
};

}  // namespace

std::span<const FunctionRow> functions_text_characters() {
    return text_characters_rows;
}

}  // namespace scorebook::formula
