// plain_text.cpp - folding of white space, case and punctuation, code point by code point.
#include "tables/plain_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "vocabulary/ascii.hpp"

namespace scorebook {

char32_t take_code_point(std::string_view& text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length == 1 || text.size() < length) {
        text.remove_prefix(1);
        return first;
    }
    char32_t code_point = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        code_point = code_point << 6 | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    text.remove_prefix(length);
    return code_point;
}

void append_code_point(std::string& text, char32_t code_point) {
    if (code_point < 0x80) {
        text += static_cast<char>(code_point);
        return;
    }
    const int length = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    constexpr std::array<unsigned, 5> lead{0, 0, 0xC0, 0xE0, 0xF0};
    text += static_cast<char>(lead[static_cast<std::size_t>(length)] | (code_point >> (6 * (length - 1))));
    for (int i = length - 2; i >= 0; --i) text += static_cast<char>(0x80 | (code_point >> (6 * i) & 0x3F));
}

std::size_t visible_ascii_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && text[length] > ' ' && text[length] < '\x7F') ++length;
    return length;
}

bool is_space(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200D) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_dash(char32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool is_footnote_mark(char32_t c) {
    return c == '*' || c == 0x2020 || c == 0x2021 || c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 ||
           (c >= 0x2074 && c <= 0x2079);
}

bool is_bullet(char32_t c) {
    // U+F0B7 and U+F0A7 are Symbol and Wingdings bullets that Word leaves behind when its text is pasted.
    constexpr std::array<char32_t, 16> bullets{0x2022, 0x00B7, 0x25AA, 0x25CF, 0x25E6, 0x2023,
                                               0x2043, 0x25A0, 0x25AB, 0x25CB, 0x27A2, 0x2713,
                                               0x2714, 0x25BA, 0xF0B7, 0xF0A7};
    return std::find(bullets.begin(), bullets.end(), c) != bullets.end();
}

bool is_blank_text(std::string_view text) {
    if (visible_ascii_length(text.substr(0, 1)) != 0) return false;
    while (!text.empty()) {
        if (!is_space(take_code_point(text))) return false;
    }
    return true;
}

std::string_view trim_spaces(std::string_view text) {
    while (!text.empty()) {
        std::string_view rest = text;
        if (!is_space(take_code_point(rest))) break;
        text = rest;
    }
    // A code point can't be read backwards for sure, so only a text that doesn't end in visible ASCII is
    // walked.
    if (text.empty() || visible_ascii_length(text.substr(text.size() - 1)) == 1) return text;
    std::size_t end = 0;
    for (std::string_view rest = text; !rest.empty();) {
        if (!is_space(take_code_point(rest))) end = text.size() - rest.size();
    }
    return text.substr(0, end);
}

namespace {

/// Visible ASCII with single spaces inside: what fold_spaces() would leave as it is.
bool is_folded_ascii(std::string_view text) {
    if (text.empty()) return true;
    if (text.front() == ' ' || text.back() == ' ') return false;
    if (has_any(text, [](char c) { return c < ' ' || c == '\x7F'; })) return false;
    unsigned char doubled = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool both = text[i - 1] == ' ' && text[i] == ' ';
        doubled = static_cast<unsigned char>(doubled | static_cast<unsigned char>(both));
    }
    return doubled == 0;
}

}  // namespace

std::string fold_spaces(std::string_view text) {
    if (is_folded_ascii(text)) return std::string(text);
    std::string folded;
    folded.reserve(text.size());
    bool pending = false;
    while (!text.empty()) {
        const std::string_view before = text;
        if (const std::size_t run = visible_ascii_length(text)) {
            text.remove_prefix(run);
        } else if (text.front() == ' ') {
            text.remove_prefix(1);
            pending = true;
            continue;
        } else if (is_space(take_code_point(text))) {
            pending = true;
            continue;
        }
        if (pending && !folded.empty()) folded += ' ';
        pending = false;
        folded += before.substr(0, before.size() - text.size());
    }
    return folded;
}

std::string fold_lines(std::string_view text) {
    std::string folded;
    std::size_t empty_lines = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string line = fold_spaces(text.substr(0, end));
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
        if (line.empty()) {
            ++empty_lines;
            continue;
        }
        if (!folded.empty()) folded.append(empty_lines + 1, '\n');
        empty_lines = 0;
        folded += line;
    }
    return folded;
}

namespace {

/// What fold_words() makes of an ASCII character: itself in lower case, ' ' for punctuation, '\0' to leave it
/// out.
constexpr std::array<char, 128> folded_ascii = [] {
    std::array<char, 128> table{};
    for (std::size_t c = 0; c < table.size(); ++c) {
        const char plain = static_cast<char>(c);
        const bool is_kept = (plain >= 'a' && plain <= 'z') || (plain >= '0' && plain <= '9') ||
                             plain == '%' || plain == '#' || plain == '&';
        table[c] = plain >= 'A' && plain <= 'Z' ? static_cast<char>(plain - 'A' + 'a')
                   : is_kept                    ? plain
                                                : ' ';
    }
    table['\''] = '\0';
    table['*'] = '\0';
    return table;
}();

}  // namespace

std::string fold_words(std::string_view text) {
    // Nothing grows but "&", to " and ".
    const auto ampersands = static_cast<std::size_t>(std::count(text.begin(), text.end(), '&'));
    std::string folded(text.size() + 4 * ampersands, '\0');
    char* const begin = folded.data();
    char* end = begin;
    bool pending = false;
    const auto begin_word = [&] {
        if (pending && end != begin) *end++ = ' ';
        pending = false;
    };
    while (!text.empty()) {
        if (const auto byte = static_cast<unsigned char>(text.front()); byte < 0x80) {
            text.remove_prefix(1);
            const char plain = folded_ascii[byte];
            if (plain == '\0') continue;
            if (plain == ' ') {
                pending = true;
                continue;
            }
            if (plain == '&') {
                pending = true;
                begin_word();
                end = std::copy_n("and", 3, end);
                pending = true;
                continue;
            }
            begin_word();
            *end++ = plain;
            continue;
        }
        const char32_t c = take_code_point(text);
        if (c == 0x2018 || c == 0x2019 || is_footnote_mark(c)) continue;
        if (is_space(c) || is_dash(c) || is_bullet(c) || (c > 0x2000 && c < 0x2070) ||
            (c < 0xC0 && c != 0xA3)) {
            pending = true;
        } else {
            begin_word();
            std::string small;
            append_code_point(small, c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 0x20 : c);
            end = std::copy(small.begin(), small.end(), end);
        }
    }
    folded.resize(static_cast<std::size_t>(end - begin));
    return folded;
}

std::string without_brackets(std::string_view text) {
    std::string outside;
    int depth = 0;
    for (const char c : text) {
        if (c == '(' || c == '[') {
            ++depth;
            outside += ' ';
        } else if ((c == ')' || c == ']') && depth > 0) {
            --depth;
        } else if (depth == 0) {
            outside += c;
        }
    }
    return outside;
}

std::vector<std::string_view> split_words(std::string_view folded) {
    std::vector<std::string_view> words;
    while (!folded.empty()) {
        const std::size_t end = folded.find(' ');
        words.push_back(folded.substr(0, end));
        folded.remove_prefix(end == folded.npos ? folded.size() : end + 1);
    }
    return words;
}

}  // namespace scorebook
