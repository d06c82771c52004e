// xml_encoding.cpp - UTF-16 to UTF-8, and what the XML declaration says.
#include "sheet/xml_encoding.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>

#include "scorebook/error.hpp"

namespace scorebook {

namespace {

void append_utf8(std::string& text, std::uint32_t c) {
    const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | (c >> 6));
        tail(0);
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | (c >> 12));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0 | (c >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::string from_utf16(std::string_view bytes, bool big_endian, std::string_view place) {
    std::string text;
    text.reserve(bytes.size() / 2 + 16);
    const auto unit_at = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<std::uint32_t>(big_endian ? first << 8 | second : second << 8 | first);
    };
    bool is_whole = bytes.size() % 2 == 0;
    for (std::size_t i = 0; is_whole && i < bytes.size(); i += 2) {
        std::uint32_t c = unit_at(i);
        if (c >= 0xD800 && c < 0xE000) {
            const std::uint32_t low = i + 2 < bytes.size() ? unit_at(i + 2) : 0;
            is_whole = c < 0xDC00 && low >= 0xDC00 && low < 0xE000;
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        }
        if (is_whole) append_utf8(text, c);
    }
    if (!is_whole)
        fail(ErrorCode::damaged_workbook, "a part of the workbook has broken characters (UTF-16)", place);
    return text;
}

/// Where the encoding's name stands in the XML declaration; empty when it has none.
std::string_view declared_encoding(std::string_view xml) {
    if (!xml.starts_with("<?xml")) return {};
    const auto declaration = xml.substr(0, xml.find("?>"));
    const auto name = declaration.find("encoding");
    if (name == std::string_view::npos) return {};
    const auto open = declaration.find_first_of("\"'", name);
    if (open == std::string_view::npos) return {};
    const auto close = declaration.find(declaration[open], open + 1);
    return close == std::string_view::npos ? std::string_view{}
                                           : declaration.substr(open + 1, close - open - 1);
}

}  // namespace

std::string to_utf8(std::string xml, std::string_view place) {
    const std::string_view all(xml);
    if (all.starts_with("\xEF\xBB\xBF")) return xml;
    const bool has_mark = all.starts_with("\xFE\xFF") || all.starts_with("\xFF\xFE");
    const bool big_endian = all.starts_with("\xFE\xFF") || all.starts_with(std::string_view("\0<", 2));
    if (has_mark || big_endian || all.starts_with(std::string_view("<\0", 2))) {
        std::string text = from_utf16(all.substr(has_mark ? 2 : 0), big_endian, place);
        const auto encoding = declared_encoding(text);
        if (!encoding.empty())
            text.replace(static_cast<std::size_t>(encoding.data() - text.data()), encoding.size(), "UTF-8");
        return text;
    }
    std::string encoding(declared_encoding(all));
    std::transform(encoding.begin(), encoding.end(), encoding.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (!encoding.empty() && encoding != "utf-8" && encoding != "utf8" && encoding != "us-ascii" &&
        encoding != "ascii")
        fail(ErrorCode::damaged_workbook,
             "a part of the workbook is written in the encoding " + encoding.substr(0, 40) +
                 ", which workbooks don't use",
             place);
    return xml;
}

}  // namespace scorebook
