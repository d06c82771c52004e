// plain_cell.cpp - straight-line matching; gives up at the first byte it doesn't expect.
#include "sheet/plain_cell.hpp"

#include <cstddef>
#include <cstring>

namespace scorebook {

namespace {

/// Longer than any start tag this file matches, so that only one bounds check is needed before each of them:
/// <c r="XFD1048576" s="65535" t="inlineStr">, then <is><t xml:space="preserve">.
constexpr std::ptrdiff_t longest_tag = 96;

template <std::size_t Size>
bool skip(const char*& p, const char (&text)[Size]) {
    if (std::memcmp(p, text, Size - 1) != 0) return false;
    p += Size - 1;
    return true;
}

/// At most `longest` digits.
std::uint32_t read_digits(const char*& p, int longest) {
    std::uint32_t number = 0;
    for (int i = 0; i < longest; ++i, ++p) {
        const auto digit = static_cast<unsigned char>(*p - '0');
        if (digit > 9) break;
        number = number * 10 + digit;
    }
    return number;
}

/// Goes to the next "<" when enough bytes follow it to match an end tag and the start tag after it.
bool to_markup(const char*& p, const char* end) {
    for (int i = 0; i < 16; ++i, ++p) {
        if (*p == '<') return end - p > longest_tag;
    }
    p = static_cast<const char*>(std::memchr(p, '<', static_cast<std::size_t>(end - p)));
    return p != nullptr && end - p > longest_tag;
}

/// At "<f": only a formula without attributes, or a follower of a shared one.
bool skip_formula(const char*& p, const char* end) {
    if (skip(p, "<f>")) return to_markup(p, end) && skip(p, "</f>");
    if (!skip(p, "<f t=\"shared\" si=\"")) return false;
    read_digits(p, 9);
    return skip(p, "\"/>");
}

}  // namespace

bool read_plain_cell(const char* begin, const char* end, PlainCell& cell) {
    const char* p = begin;
    if (end - p <= longest_tag || !skip(p, "<c r=\"")) return false;
    for (int i = 0; i < 3 && *p >= 'A' && *p <= 'Z'; ++i, ++p)
        cell.column_number = cell.column_number * 26 + static_cast<std::uint32_t>(*p - 'A' + 1);
    cell.row_number = read_digits(p, 7);
    if (*p++ != '"') return false;
    if (skip(p, " s=\"")) {
        cell.style = read_digits(p, 5);
        if (*p++ != '"') return false;
    }
    if (skip(p, " t=\"")) {
        const char* const type = p;
        while (*p >= 'A' && *p <= 'z' && p - type < 10) ++p;
        cell.type = std::string_view(type, static_cast<std::size_t>(p - type));
        if (*p++ != '"') return false;
    }
    if (*p == '/') {
        cell.end = p + 2;
        return p[1] == '>';
    }
    if (*p++ != '>' || end - p <= longest_tag) return false;
    if (p[1] == 'f') {
        if (!skip_formula(p, end)) return false;
        cell.has_formula = true;
    }
    if (skip(p, "<v>")) {
        const char* const value = p;
        if (!to_markup(p, end)) return false;
        cell.has_value = true;
        cell.value = std::string_view(value, static_cast<std::size_t>(p - value));
        if (!skip(p, "</v></c>")) return false;
    } else if (p[1] == 'i') {
        cell.inline_text = p;
        if (!skip(p, "<is><t>") && !skip(p, "<is><t xml:space=\"preserve\">")) return false;
        if (!to_markup(p, end) || !skip(p, "</t></is></c>")) return false;
    } else if (!skip(p, "</c>")) {
        return false;
    }
    cell.end = p;
    return true;
}

}  // namespace scorebook
