// wording.cpp - small pieces of the sentences findings are made of, and the plain-word searches the text
// rules share.
#include "checks/wording.hpp"
#include "vocabulary/ascii.hpp"

#include <algorithm>
#include <array>

namespace scorebook {

namespace {

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// A UTF-8 dash or non-breaking space ends a word although its bytes are above 0x7F.
bool ends_word(std::string_view text, std::size_t at) {
    if (at >= text.size() || !is_word_byte(text[at])) return true;
    const std::string_view rest = text.substr(at);
    return rest.substr(0, 2) == "\xE2\x80" || rest.substr(0, 2) == "\xC2\xA0";
}

bool begins_word(std::string_view text, std::size_t at) {
    if (at == 0 || !is_word_byte(text[at - 1])) return true;
    return (at >= 3 && text.substr(at - 3, 2) == "\xE2\x80") ||
           (at >= 2 && text.substr(at - 2, 2) == "\xC2\xA0");
}

/// Each byte as folded() has it: capitals small, white space a space.
constexpr std::array<char, 256> folded_byte = [] {
    std::array<char, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const char c = static_cast<char>(i);
        table[i] = is_space(c) ? ' ' : is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return table;
}();

constexpr std::array<bool, 256> may_end_sentence = [] {
    std::array<bool, 256> table{};
    for (const char c : {'\n', ';', '!', '?', '.'}) table[static_cast<unsigned char>(c)] = true;
    return table;
}();

}  // namespace

std::string joined(const std::vector<std::string>& items, std::size_t most) {
    std::string text;
    const bool cut = items.size() > most;
    const std::size_t shown = cut ? most - 1 : items.size();
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) text += !cut && i + 1 == shown ? " and " : ", ";
        text += items[i];
    }
    if (cut) text += " and " + std::to_string(items.size() - shown) + " more";
    return text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string shortened(std::string_view text, std::size_t most) {
    std::string line;
    for (const char c : trimmed(text)) {
        if (line.size() > most + 4) break;
        if (!is_space(c)) {
            line += c;
        } else if (line.empty() || line.back() != ' ') {
            line += ' ';
        }
    }
    if (line.size() <= most) return line;
    std::size_t end = line.rfind(' ', most);
    if (end == std::string::npos || end < most / 2) {
        end = most;
        while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    }
    line.resize(end);
    return line + "...";
}

std::string in_words(const CellValue& value) {
    if (is_blank(value)) return "blank";
    const std::string text = shortened(to_text(value));
    return text.empty() ? "blank" : text;
}

std::string many(std::size_t count, std::string_view one, std::string_view several) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : several);
}

std::string folded(std::string_view text) {
    text = trimmed(text);
    std::string result(text.size(), '\0');
    char last = '\0';
    std::size_t length = 0;
    for (const char c : text) {
        const char plain = folded_byte[static_cast<unsigned char>(c)];
        if (plain == ' ' && last == ' ') continue;
        last = result[length++] = plain;
    }
    result.resize(length);
    return result;
}

std::optional<std::size_t> find_word(std::string_view text, std::string_view word, std::size_t from) {
    const bool is_stem = !word.empty() && word.back() == '*';
    if (is_stem) word.remove_suffix(1);
    for (std::size_t at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (begins_word(text, at) && (is_stem || ends_word(text, at + word.size()))) return at;
    }
    return std::nullopt;
}

bool has_any_word(std::string_view text, const std::vector<std::string_view>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return find_word(text, word).has_value(); });
}

std::vector<std::string_view> sentences(std::string_view text) {
    std::vector<std::string_view> result;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        while (i < text.size() && !may_end_sentence[static_cast<unsigned char>(text[i])]) ++i;
        const bool goes_on = i + 1 < text.size() && text[i] == '.' && !is_space(text[i + 1]);
        if (goes_on) continue;
        const std::string_view sentence = trimmed(text.substr(begin, i - begin));
        if (!sentence.empty()) result.push_back(sentence);
        begin = i + 1;
    }
    return result;
}

}  // namespace scorebook
