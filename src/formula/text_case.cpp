// text_case.cpp - case folding with utf8proc; plain ASCII, nearly all text, takes a short cut.
#include "formula/text_case.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "vocabulary/ascii.hpp"

namespace scorebook::formula {
namespace {

bool is_ascii(std::string_view text) {
    return !has_any(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
char ascii_upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

/// The code point at `at`, and moves past it. A byte that is no UTF-8 stands for itself.
utf8proc_int32_t next_code_point(std::string_view text, std::size_t& at) {
    utf8proc_int32_t code = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                         static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    if (length <= 0) return static_cast<unsigned char>(text[at++]);
    at += static_cast<std::size_t>(length);
    return code;
}

void append_code_point(std::string& result, utf8proc_int32_t code) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(code, bytes);
    result.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

template <class Map>
std::string map_code_points(std::string_view text, Map map) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) append_code_point(result, map(next_code_point(text, at)));
    return result;
}

bool is_letter(utf8proc_int32_t code) {
    const auto category = utf8proc_category(code);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

/// Signs come before digits and digits before letters in Excel's order; the apostrophe and hyphen rank with
/// signs.
int rank(utf8proc_int32_t code) {
    if (code < 0x80) {
        const char c = static_cast<char>(code);
        if (c >= '0' && c <= '9') return 1;
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return 2;
        return 0;
    }
    return is_letter(code) ? 2 : 0;
}

}  // namespace

void append_fold(std::string& result, std::string_view text) {
    if (!is_ascii(text)) {
        result += map_code_points(text, utf8proc_tolower);
        return;
    }
    const std::size_t begin = result.size();
    result += text;
    std::transform(result.begin() + static_cast<std::ptrdiff_t>(begin), result.end(),
                   result.begin() + static_cast<std::ptrdiff_t>(begin), ascii_lower);
}

std::string fold_case(std::string_view text) {
    std::string result;
    append_fold(result, text);
    return result;
}

bool equal_fold(std::string_view left, std::string_view right) {
    if (is_ascii(left) && is_ascii(right)) {
        return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                          [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
    }
    return fold_case(left) == fold_case(right);
}

int compare_fold(std::string_view left, std::string_view right) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < left.size() && j < right.size()) {
        const auto a = utf8proc_tolower(next_code_point(left, i));
        const auto b = utf8proc_tolower(next_code_point(right, j));
        if (a == b) continue;
        const int ranks = rank(a) - rank(b);
        if (ranks != 0) return ranks;
        return a < b ? -1 : 1;
    }
    if (i < left.size()) return 1;
    return j < right.size() ? -1 : 0;
}

std::string to_lower(std::string_view text) {
    return map_code_points(text, utf8proc_tolower);
}

std::string to_upper(std::string_view text) {
    if (!is_ascii(text)) return map_code_points(text, utf8proc_toupper);
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), ascii_upper);
    return result;
}

std::string to_proper(std::string_view text) {
    bool in_word = false;
    return map_code_points(text, [&](utf8proc_int32_t code) {
        const bool letter = is_letter(code);
        const auto result = !letter ? code : in_word ? utf8proc_tolower(code) : utf8proc_toupper(code);
        in_word = letter;
        return result;
    });
}

std::size_t utf16_length(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
    }
    return units;
}

std::size_t byte_offset(std::string_view text, std::size_t utf16_index) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if ((byte & 0xC0) == 0x80) continue;
        if (units >= utf16_index) return at;
        units += byte >= 0xF0 ? 2 : 1;
    }
    return text.size();
}

std::string_view slice(std::string_view text, std::size_t first, std::size_t count) {
    text.remove_prefix(byte_offset(text, first));
    return text.substr(0, byte_offset(text, count));
}

}  // namespace scorebook::formula
