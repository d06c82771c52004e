// code_point.cpp - UTF-8 and Windows-1252.
#include "formula/code_point.hpp"

#include <array>

namespace scorebook::formula {
namespace {

constexpr std::uint32_t first_of_windows = 0x80;

/// Characters 0x80 to 0x9F of Windows-1252 (Unicode's mapping table CP1252.TXT; the five without a character
/// are controls).
constexpr std::array<std::uint32_t, 32> windows = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

}  // namespace

std::string utf8_of(std::uint32_t code) {
    std::string text;
    auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | code >> 6);
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3F));
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    }
    return text;
}

std::uint32_t first_code_point(std::string_view text) {
    const auto first = static_cast<unsigned char>(text[0]);
    const std::size_t more = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    std::uint32_t code = more == 0 ? first : first & (0x3FU >> more);
    for (std::size_t i = 1; i <= more && i < text.size(); ++i) {
        code = code << 6 | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    return code;
}

std::size_t code_point_length(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) ++length;
    return length;
}

std::uint32_t from_windows(std::uint32_t code) {
    const bool differs = code >= first_of_windows && code < first_of_windows + windows.size();
    return differs ? windows[code - first_of_windows] : code;
}

std::uint32_t to_windows(std::uint32_t code_point) {
    for (std::uint32_t i = 0; i < windows.size(); ++i) {
        if (windows[i] == code_point) return first_of_windows + i;
    }
    return code_point < 0x100 ? code_point : '?';
}

}  // namespace scorebook::formula
