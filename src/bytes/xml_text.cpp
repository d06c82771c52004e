// xml_text.cpp - escaping and unescaping. Bytes that aren't UTF-8 pass through as they are.
#include "bytes/xml_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "scorebook/error.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

/// "_x" HHHH "_"
constexpr std::size_t escape_length = 7;

void append_utf8(std::string& text, std::uint32_t code_point) {
    const auto append = [&](std::uint32_t byte) {
        text += static_cast<char>(static_cast<unsigned char>(byte));
    };
    if (code_point < 0x80) {
        append(code_point);
    } else if (code_point < 0x800) {
        append(0xC0 | (code_point >> 6));
        append(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        append(0xE0 | (code_point >> 12));
        append(0x80 | ((code_point >> 6) & 0x3F));
        append(0x80 | (code_point & 0x3F));
    } else {
        append(0xF0 | (code_point >> 18));
        append(0x80 | ((code_point >> 12) & 0x3F));
        append(0x80 | ((code_point >> 6) & 0x3F));
        append(0x80 | (code_point & 0x3F));
    }
}

std::optional<std::uint32_t> digit_value(char c, std::uint32_t base) {
    std::uint32_t value = base;
    if (c >= '0' && c <= '9') value = static_cast<std::uint32_t>(c - '0');
    if (c >= 'a' && c <= 'f') value = static_cast<std::uint32_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') value = static_cast<std::uint32_t>(c - 'A' + 10);
    if (value >= base) return std::nullopt;
    return value;
}

/// "#10" or "#xA0". Control characters are let through: files in the field have them, and Excel opens them.
std::optional<std::uint32_t> parse_character_reference(std::string_view name) {
    if (name.size() < 2 || name.front() != '#') return std::nullopt;
    name.remove_prefix(1);
    std::uint32_t base = 10;
    if (name.front() == 'x') {
        base = 16;
        name.remove_prefix(1);
        if (name.empty()) return std::nullopt;
    }
    std::uint32_t code_point = 0;
    for (const char c : name) {
        const auto digit = digit_value(c, base);
        if (!digit) return std::nullopt;
        code_point = code_point * base + *digit;
        if (code_point > 0x10FFFF) return std::nullopt;
    }
    if (code_point == 0 || (code_point >= 0xD800 && code_point <= 0xDFFF)) return std::nullopt;
    return code_point;
}

/// Appends the character that `text`, which starts with '&', refers to; returns how long the reference is.
std::size_t append_entity(std::string& result, std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 5> named = {
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
    constexpr std::size_t longest = 32;  // leading zeros are legal, but nobody writes more
    const std::size_t semicolon = text.substr(0, longest).find(';');
    if (semicolon != std::string_view::npos) {
        const std::string_view name = text.substr(1, semicolon - 1);
        for (const auto& [entity, character] : named) {
            if (name == entity) {
                result += character;
                return semicolon + 1;
            }
        }
        if (const auto code_point = parse_character_reference(name)) {
            append_utf8(result, *code_point);
            return semicolon + 1;
        }
    }
    fail(ErrorCode::damaged_workbook, "the text of a cell has an XML entity that workbooks can't have");
}

/// HHHH of the "_xHHHH" at the front of `text`, if there is one.
std::optional<std::uint32_t> excel_escape_start(std::string_view text) {
    if (text.size() < escape_length - 1 || text[0] != '_' || text[1] != 'x') return std::nullopt;
    std::uint32_t unit = 0;
    for (const char c : text.substr(2, 4)) {
        const auto digit = digit_value(c, 16);
        if (!digit) return std::nullopt;
        unit = unit * 16 + *digit;
    }
    return unit;
}

/// The UTF-16 unit of the _xHHHH_ at the front of `text`, if there is one.
std::optional<std::uint32_t> excel_escape(std::string_view text) {
    if (text.size() < escape_length || text[escape_length - 1] != '_') return std::nullopt;
    return excel_escape_start(text);
}

std::string unescape_excel(std::string text) {
    std::size_t found = text.find("_x");
    if (found == std::string::npos) return text;
    std::string result;
    result.reserve(text.size());
    std::string_view rest = text;
    for (; found != std::string_view::npos; found = rest.find("_x")) {
        result += rest.substr(0, found);
        rest.remove_prefix(found);
        const auto unit = excel_escape(rest);
        const bool is_high = unit && *unit >= 0xD800 && *unit <= 0xDBFF;
        const bool is_low = unit && *unit >= 0xDC00 && *unit <= 0xDFFF;
        if (is_high) {
            const auto low = excel_escape(rest.substr(escape_length));
            if (low && *low >= 0xDC00 && *low <= 0xDFFF) {
                append_utf8(result, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00));
                rest.remove_prefix(2 * escape_length);
                continue;
            }
        }
        if (!unit || is_high || is_low) {
            // Half a surrogate pair has no UTF-8; it stays as it is written.
            result += rest.substr(0, 2);
            rest.remove_prefix(2);
            continue;
        }
        append_utf8(result, *unit);
        rest.remove_prefix(escape_length);
    }
    return result += rest;
}

void append_excel_escape(std::string& result, unsigned unit) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    result += "_x";
    for (int shift = 12; shift >= 0; shift -= 4) result += digits[(unit >> shift) & 0xF];
    result += '_';
}

enum class Place { element, attribute };

bool is_noncharacter(std::string_view text) {
    return text.substr(0, 3) == "\xEF\xBF\xBE" || text.substr(0, 3) == "\xEF\xBF\xBF";  // U+FFFE, U+FFFF
}

/// A carriage return too: as itself an XML reader makes it a line feed.
bool is_unfit_for_xml(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n';
}

/// True when the underscore at the front of `text` would, once escaped, begin an escape that isn't meant.
bool needs_protection(std::string_view text) {
    if (text.front() != '_' || text.size() < escape_length || !excel_escape_start(text)) return false;
    const std::string_view next = text.substr(escape_length - 1);
    return next.front() == '_' || is_unfit_for_xml(next.front()) || is_noncharacter(next);
}

/// False for characters that are always written as they are, which most text is made of.
constexpr std::array<bool, 256> may_need_escape = [] {
    std::array<bool, 256> needs{};
    for (std::size_t control = 0; control != 0x20; ++control) needs[control] = true;
    for (const char c : {'&', '<', '>', '"', '_'}) needs[static_cast<unsigned char>(c)] = true;
    needs[0xEF] = true;  // begins U+FFFE and U+FFFF
    return needs;
}();

/// What the character at the front of `text` becomes, and how many bytes of `text` it is; nothing when it
/// stays.
struct Escaped {
    std::string text;
    std::size_t length = 1;
};

Escaped escaped_character(std::string_view text, Place place) {
    const char c = text.front();
    Escaped escaped;
    if (c == '&') {
        escaped.text = "&amp;";
    } else if (c == '<') {
        escaped.text = "&lt;";
    } else if (c == '>') {
        escaped.text = "&gt;";
    } else if (c == '"' && place == Place::attribute) {
        escaped.text = "&quot;";
    } else if (place == Place::attribute && (c == '\t' || c == '\n' || c == '\r')) {
        escaped.text = "&#" + std::to_string(static_cast<int>(c)) + ";";
    } else if (is_unfit_for_xml(c)) {
        append_excel_escape(escaped.text, static_cast<unsigned char>(c));
    } else if (place == Place::element && needs_protection(text)) {
        append_excel_escape(escaped.text, '_');
    } else if (is_noncharacter(text)) {
        append_excel_escape(escaped.text, text[2] == '\xBE' ? 0xFFFE : 0xFFFF);
        escaped.length = 3;
    }
    return escaped;
}

std::string escape(std::string_view text, Place place) {
    std::string result;
    result.reserve(text.size());
    std::size_t plain = 0;  // where the run of characters that stay begins
    for (std::size_t i = 0; i != text.size(); ++i) {
        if (!may_need_escape[static_cast<unsigned char>(text[i])]) continue;
        const Escaped escaped = escaped_character(text.substr(i), place);
        if (escaped.text.empty()) continue;
        result.append(text, plain, i - plain).append(escaped.text);
        i += escaped.length - 1;
        plain = i + 1;
    }
    return result.append(text, plain);
}

}  // namespace

std::string unescape_xml_entities(std::string_view text) {
    constexpr auto npos = std::string_view::npos;
    // Two searches of one character are far faster than find_first_of, and most text has neither.
    if (text.find('&') == npos && text.find('\r') == npos) return std::string(text);
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        std::size_t plain = 0;
        while (plain != text.size() && text[plain] != '&' && text[plain] != '\r') ++plain;
        result += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        if (text.front() == '&') {
            text.remove_prefix(append_entity(result, text));
        } else {
            result += '\n';
            text.remove_prefix(text.substr(0, 2) == "\r\n" ? 2 : 1);
        }
    }
    return result;
}

std::string unescape_xml(std::string_view text) {
    return unescape_excel(unescape_xml_entities(text));
}

std::string escape_xml(std::string_view text) {
    return escape(text, Place::element);
}

std::string escape_xml_attribute(std::string_view text) {
    return escape(text, Place::attribute);
}

bool needs_space_preserved(std::string_view text) {
    return !text.empty() && (is_space(text.front()) || is_space(text.back()));
}

}  // namespace scorebook
