// entry_id.cpp - folding, tidying and recognising identifiers.
#include "tables/entry_id.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "tables/plain_text.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {
namespace {

constexpr std::size_t longest_id = 24;
/// With spaces, marks and dashes that don't count; what is longer is a sentence and not looked at.
constexpr std::size_t longest_typed_id = 8 * longest_id;

/// Upper case without spaces and dashes, marks at the end dropped. Letters beyond A-Z stay as they are.
std::string bare_id(std::string_view id) {
    const auto is_kept = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
    if (std::all_of(id.begin(), id.end(), is_kept)) return std::string(id);
    std::string bare;
    while (!id.empty()) {
        const char first = id.front();
        if (is_kept(first)) {
            bare += first;
            id.remove_prefix(1);
            continue;
        }
        const char32_t c = take_code_point(id);
        if (is_space(c) || is_dash(c) || is_footnote_mark(c)) continue;
        append_code_point(bare, c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    }
    while (!bare.empty() && (bare.back() == '.' || bare.back() == ':' || bare.back() == ',')) bare.pop_back();
    return bare;
}

/// The digit a letter is mistaken for.
char as_digit(char c) {
    return c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
}

bool looks_like(char typed, char wanted) {
    return typed == wanted || (is_capital(wanted) && is_digit(typed) && as_digit(wanted) == typed);
}

/// The id as `pattern` writes it.
std::optional<std::string> match_pattern(std::string_view id, std::string_view pattern) {
    if (id.size() > longest_typed_id) return std::nullopt;
    const std::string bare = bare_id(id);
    if (bare.empty() || bare.size() > longest_id) return std::nullopt;
    std::string tidy;
    std::size_t at = 0;
    for (const char wanted : pattern) {
        if (wanted == ' ' || wanted == '-') {
            tidy += wanted;
        } else if (wanted == '#') {
            const std::size_t begin = at;
            while (at < bare.size() && is_digit(as_digit(bare[at]))) tidy += as_digit(bare[at++]);
            if (at == begin ||
                !std::any_of(bare.begin() + static_cast<std::ptrdiff_t>(begin), bare.end(), is_digit)) {
                return std::nullopt;
            }
        } else {
            const char upper =
                wanted >= 'a' && wanted <= 'z' ? static_cast<char>(wanted - 'a' + 'A') : wanted;
            if (at == bare.size() || !looks_like(bare[at], upper)) return std::nullopt;
            tidy += wanted;
            ++at;
        }
    }
    if (at != bare.size()) return std::nullopt;
    return tidy;
}

/// `text` without marks that part an id from what follows it.
std::string_view without_separators(std::string_view text) {
    while (!text.empty()) {
        std::string_view rest = text;
        const char32_t c = take_code_point(rest);
        if (!is_space(c) && !is_dash(c) && c != ':' && c != '.' && c != ',' && c != '/') break;
        text = rest;
    }
    text = trim_spaces(text);
    while (!text.empty() &&
           (text.back() == '-' || text.back() == ':' || text.back() == ',' || text.back() == '/')) {
        text = trim_spaces(text.substr(0, text.size() - 1));
    }
    return text;
}

}  // namespace

std::string fold_id(std::string_view id) {
    std::string folded = bare_id(id);
    for (std::size_t begin = 0; begin < folded.size();) {
        std::size_t end = begin;
        bool has_digit = false;
        while (end < folded.size() && is_digit(as_digit(folded[end]))) has_digit |= is_digit(folded[end++]);
        if (has_digit) {
            std::transform(folded.begin() + static_cast<std::ptrdiff_t>(begin),
                           folded.begin() + static_cast<std::ptrdiff_t>(end),
                           folded.begin() + static_cast<std::ptrdiff_t>(begin), as_digit);
        }
        begin = std::max(end, begin + 1);
    }
    return folded;
}

std::string tidy_id(std::string_view id, std::string_view pattern) {
    if (!pattern.empty()) {
        if (auto tidy = match_pattern(id, pattern)) return *tidy;
    }
    return fold_spaces(id);
}

bool fits_id_pattern(std::string_view id, std::string_view pattern) {
    return !pattern.empty() && match_pattern(id, pattern).has_value();
}

std::string id_shape(std::string_view id) {
    // Words, which most texts are, need no more than this look.
    if (id.size() > longest_typed_id || !has_digit(id)) return {};
    const std::string bare = bare_id(id);
    if (bare.empty() || bare.size() > longest_id) return {};
    std::string shape;
    std::size_t letters = 0;
    for (const char c : bare) {
        if (is_digit(c)) {
            if (shape.empty() || shape.back() != '#') shape += '#';
        } else if (is_capital(c)) {
            shape += c;
            ++letters;
        } else if (c == '.' || c == '/' || c == '_' || c == '(' || c == ')') {
            shape += c;
        } else {
            return {};
        }
    }
    return shape.find('#') == shape.npos || letters > 8 ? std::string{} : shape;
}

FusedId split_fused_id(std::string_view text, std::string_view pattern) {
    if (pattern.empty() || text.size() > 2000) return {};
    const std::string folded = fold_spaces(text);
    const auto words = split_words(folded);
    for (std::size_t count = 1; count <= 2 && count < words.size(); ++count) {
        const auto& last_of_first = words[count - 1];
        const auto head_size =
            static_cast<std::size_t>(last_of_first.data() + last_of_first.size() - folded.data());
        const auto tail_begin = static_cast<std::size_t>(words[words.size() - count].data() - folded.data());
        const std::string_view head = std::string_view(folded).substr(0, head_size);
        const std::string_view tail = std::string_view(folded).substr(tail_begin);
        if (fits_id_pattern(head, pattern)) {
            const std::string_view other = without_separators(std::string_view(folded).substr(head_size));
            if (!other.empty()) return {tidy_id(head, pattern), std::string(other), true};
        }
        if (fits_id_pattern(tail, pattern)) {
            const std::string_view other = without_separators(std::string_view(folded).substr(0, tail_begin));
            if (!other.empty()) return {tidy_id(tail, pattern), std::string(other), false};
        }
    }
    return {};
}

}  // namespace scorebook
