// figure_text.cpp - signs, note marks and comparing words round a figure.
#include "tables/figure_text.hpp"

#include <array>
#include <bit>
#include <cstdint>

#include "tables/plain_text.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

struct Phrase {
    std::string_view words;
    Comparator comparator;
};

/// Longer ones first where one begins another.
constexpr std::array<Phrase, 54> leading{{
    {"<=", Comparator::at_most},
    {">=", Comparator::at_least},
    {"=<", Comparator::at_most},
    {"=>", Comparator::at_least},
    {"<", Comparator::less},
    {">", Comparator::greater},
    {"~", Comparator::about},
    {"not greater than", Comparator::at_most},
    {"no greater than", Comparator::at_most},
    {"not more than", Comparator::at_most},
    {"no more than", Comparator::at_most},
    {"not exceeding", Comparator::at_most},
    {"not to exceed", Comparator::at_most},
    {"not above", Comparator::at_most},
    {"a maximum of", Comparator::at_most},
    {"maximum of", Comparator::at_most},
    {"maximum", Comparator::at_most},
    {"max", Comparator::at_most},
    {"at most", Comparator::at_most},
    {"up to", Comparator::at_most},
    {"within", Comparator::at_most},
    {"less than or equal to", Comparator::at_most},
    {"less than", Comparator::less},
    {"fewer than", Comparator::less},
    {"lower than", Comparator::less},
    {"just below", Comparator::less},
    {"just under", Comparator::less},
    {"below", Comparator::less},
    {"under", Comparator::less},
    {"not less than", Comparator::at_least},
    {"no less than", Comparator::at_least},
    {"no fewer than", Comparator::at_least},
    {"not below", Comparator::at_least},
    {"at least", Comparator::at_least},
    {"a minimum of", Comparator::at_least},
    {"minimum of", Comparator::at_least},
    {"minimum", Comparator::at_least},
    {"min", Comparator::at_least},
    {"greater than or equal to", Comparator::at_least},
    {"greater than", Comparator::greater},
    {"more than", Comparator::greater},
    {"higher than", Comparator::greater},
    {"in excess of", Comparator::greater},
    {"just above", Comparator::greater},
    {"just over", Comparator::greater},
    {"above", Comparator::greater},
    {"over", Comparator::greater},
    {"approximately", Comparator::about},
    {"approx", Comparator::about},
    {"around", Comparator::about},
    {"about", Comparator::about},
    {"circa", Comparator::about},
    {"roughly", Comparator::about},
    {"c", Comparator::about},
}};

constexpr std::array<Phrase, 12> trailing{{
    {"or above", Comparator::at_least},
    {"or more", Comparator::at_least},
    {"or over", Comparator::at_least},
    {"or higher", Comparator::at_least},
    {"or better", Comparator::at_least},
    {"and above", Comparator::at_least},
    {"and over", Comparator::at_least},
    {"+", Comparator::at_least},
    {"or less", Comparator::at_most},
    {"or fewer", Comparator::at_most},
    {"or below", Comparator::at_most},
    {"or under", Comparator::at_most},
}};

/// For each ASCII character the phrases of `leading` that begin with it, a bit each.
constexpr std::array<std::uint64_t, 128> leading_by_first = [] {
    static_assert(leading.size() <= 64);
    std::array<std::uint64_t, 128> phrases{};
    for (std::size_t i = 0; i < leading.size(); ++i)
        phrases[static_cast<unsigned char>(leading[i].words.front())] |= std::uint64_t{1} << i;
    return phrases;
}();

std::uint64_t phrases_beginning(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < leading_by_first.size() ? leading_by_first[byte] : 0;
}

void skip_spaces(std::string_view& text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
}

/// Whether `words` are the next words, not the beginning of a longer one. "c" and "approx" may touch what
/// they hedge: "c£19m", "approx.93.5%".
bool takes(std::string_view& text, std::string_view words) {
    if (!text.starts_with(words)) return false;
    std::string_view rest = text.substr(words.size());
    if (is_lower(words.back())) {
        if (!rest.empty() && is_lower(rest.front())) return false;
        if (words.size() == 1 && !rest.empty() && rest.front() != '.' && rest.front() != ' ' &&
            rest.front() != pound_sign && !is_digit(rest.front()))
            return false;
        if (rest.starts_with('.')) rest.remove_prefix(1);
    }
    skip_spaces(rest);
    text = rest;
    return true;
}

}  // namespace

std::string plain_figures(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        if (const char c = text.front(); c > ' ' && c < '\x7F') {
            text.remove_prefix(1);
            result += is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
            continue;
        }
        const char32_t c = take_code_point(text);
        if (is_space(c)) {
            if (!result.empty() && result.back() != ' ') result += ' ';
        } else if (is_dash(c)) {
            result += '-';
        } else if (c == 0xA3 || c == static_cast<char32_t>(pound_sign)) {
            result += pound_sign;
        } else if (c == 0x2264) {
            result += "<=";
        } else if (c == 0x2265) {
            result += ">=";
        } else if (c == 0x2018 || c == 0x2019) {
            result += '\'';
        } else if (c < 0x80 && c >= ' ') {
            result += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        } else {
            result += other_sign;
        }
    }
    while (result.ends_with(' ')) result.pop_back();
    return result;
}

std::string take_note_marks(std::string_view& text) {
    std::string marks;
    for (;;) {
        text = trim_spaces(text);
        if (text.ends_with(']') || text.ends_with(')')) {
            const std::size_t open = text.find_last_of(text.ends_with(']') ? '[' : '(');
            if (open == text.npos || open == 0) return marks;
            const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
            const std::string folded = fold_words(inside);
            const bool is_note = folded.starts_with("note") || folded.starts_with("see note") ||
                                 (text.ends_with(']') && folded.size() <= 4);
            if (!is_note) return marks;
            marks.insert(0, text.substr(open));
            text = text.substr(0, open);
            continue;
        }
        // The last code point, found from its first byte.
        std::size_t begin = text.size();
        while (begin > 0 && (static_cast<unsigned char>(text[--begin]) & 0xC0U) == 0x80U) {
        }
        if (begin == 0) return marks;
        std::string_view last = text.substr(begin);
        if (!is_footnote_mark(take_code_point(last))) return marks;
        marks.insert(0, text.substr(begin));
        text = text.substr(0, begin);
    }
}

bool may_begin_figure(std::string_view plain) {
    skip_spaces(plain);
    if (plain.empty()) return false;
    const char first = plain.front();
    return is_digit(first) || first == '-' || first == '.' || first == pound_sign ||
           phrases_beginning(first) != 0;
}

std::optional<Comparator> take_comparator(std::string_view& plain) {
    skip_spaces(plain);
    if (plain.empty()) return std::nullopt;
    for (std::uint64_t left = phrases_beginning(plain.front()); left != 0; left &= left - 1) {
        const Phrase& phrase = leading[static_cast<std::size_t>(std::countr_zero(left))];
        std::string_view rest = plain;
        if (!takes(rest, phrase.words)) continue;
        takes(rest, "the");  // "within the 5 day target"
        if (rest.empty()) return std::nullopt;
        plain = rest;
        return phrase.comparator;
    }
    return std::nullopt;
}

std::optional<Comparator> take_trailing_comparator(std::string_view& plain) {
    std::string_view rest = plain;
    skip_spaces(rest);
    for (const Phrase& phrase : trailing) {
        if (!takes(rest, phrase.words)) continue;
        plain = rest;
        return phrase.comparator;
    }
    return std::nullopt;
}

}  // namespace scorebook
