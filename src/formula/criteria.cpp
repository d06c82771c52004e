// criteria.cpp - criteria, as Excel's own results show them: 23 matches the text "23", "<23" only numbers, ""
// blank and "".
#include "formula/criteria.hpp"

#include "formula/code_point.hpp"
#include "formula/comparison.hpp"
#include "formula/text_case.hpp"
#include "formula/text_number.hpp"

namespace scorebook::formula {
namespace {

/// `pattern` against the start of `text`: the number of bytes it takes, or npos. With `to_end` it must take
/// all.
bool match_from(std::string_view pattern, std::string_view text, bool to_end) {
    // The last * seen, and the text where it may start to swallow one more: linear in practice, bounded by
    // product.
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t star_text = 0;
    while (true) {
        if (p == pattern.size()) {
            if (!to_end || t == text.size()) return true;
        } else if (pattern[p] == '*') {
            star = p++;
            star_text = t;
            continue;
        } else if (pattern[p] == '~' && p + 1 == pattern.size()) {
            // "~d" is "d", and a "~" at the end is nothing.
            ++p;
            continue;
        } else if (t < text.size()) {
            const bool quoted = pattern[p] == '~';
            const std::size_t literal = quoted ? p + 1 : p;
            if (!quoted && pattern[p] == '?') {
                ++p;
                t += code_point_length(text.substr(t));
                continue;
            }
            if (pattern[literal] == text[t]) {
                p = literal + 1;
                ++t;
                continue;
            }
        }
        if (star == std::string_view::npos || star_text >= text.size()) return false;
        p = star + 1;
        star_text += code_point_length(text.substr(star_text));
        t = star_text;
    }
}

std::string without_tildes(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '~' && ++i == text.size()) break;
        result += text[i];
    }
    return result;
}

}  // namespace

bool matches_wildcards(std::string_view pattern, std::string_view text) {
    return match_from(pattern, text, true);
}

bool has_wildcards(std::string_view text) {
    return text.find_first_of("*?~") != std::string_view::npos;
}

std::size_t find_wildcards(std::string_view pattern, std::string_view text, std::size_t from) {
    for (std::size_t at = from; at <= text.size();) {
        if (match_from(pattern, text.substr(at), false)) return at;
        if (at == text.size()) break;
        at += code_point_length(text.substr(at));
    }
    return std::string_view::npos;
}

Criterion::Criterion(const CellValue& wanted, DateSystem dates) : dates_(dates) {
    const auto* text = std::get_if<std::string>(&wanted);
    if (text == nullptr) {
        wanted_ = is_blank(wanted) ? CellValue(0.0) : wanted;
        return;
    }
    std::string_view rest = *text;
    bool has_operator = true;
    if (rest.starts_with("<>"))
        comparison_ = Comparison::not_equal, rest.remove_prefix(2);
    else if (rest.starts_with("<="))
        comparison_ = Comparison::less_or_equal, rest.remove_prefix(2);
    else if (rest.starts_with(">="))
        comparison_ = Comparison::greater_or_equal, rest.remove_prefix(2);
    else if (rest.starts_with("<"))
        comparison_ = Comparison::less, rest.remove_prefix(1);
    else if (rest.starts_with(">"))
        comparison_ = Comparison::greater, rest.remove_prefix(1);
    else if (rest.starts_with("="))
        comparison_ = Comparison::equal, rest.remove_prefix(1);
    else
        has_operator = false;

    if (rest.empty()) {
        only_blank_ = has_operator;
        blank_or_empty_ = !has_operator;
        wanted_ = std::string();
        return;
    }
    if (auto number = number_from_text(rest, dates)) {
        wanted_ = *number;
        return;
    }
    if (equal_fold(rest, "TRUE"))
        wanted_ = true;
    else if (equal_fold(rest, "FALSE"))
        wanted_ = false;
    else if (rest[0] == '#' && parse_cell_error(rest) != CellError::unknown)
        wanted_ = parse_cell_error(rest);
    else {
        const bool equality = comparison_ == Comparison::equal || comparison_ == Comparison::not_equal;
        wildcards_ = equality && has_wildcards(rest);
        std::string folded = fold_case(rest);
        // Only escapes and no wildcard left: the plain text.
        if (wildcards_ && folded.find('~') != std::string::npos) {
            std::string plain = without_tildes(folded);
            std::size_t wild = 0;
            for (std::size_t i = 0; i < folded.size(); ++i) {
                if (folded[i] == '~')
                    ++i;
                else if (folded[i] == '*' || folded[i] == '?')
                    ++wild;
            }
            if (wild == 0) {
                wildcards_ = false;
                folded = std::move(plain);
            }
        }
        wanted_ = std::move(folded);
    }
}

bool Criterion::equals(const CellValue& cell) const {
    if (blank_or_empty_) {
        const auto* text = std::get_if<std::string>(&cell);
        return is_blank(cell) || (text != nullptr && text->empty());
    }
    if (only_blank_) return is_blank(cell);
    if (const auto* number = std::get_if<double>(&wanted_)) {
        if (const auto* other = std::get_if<double>(&cell)) return compare_numbers(*number, *other) == 0;
        // A number written as text counts as that number.
        const auto* text = std::get_if<std::string>(&cell);
        if (text == nullptr) return false;
        const auto read = number_from_text(*text, dates_);
        return read && compare_numbers(*number, *read) == 0;
    }
    if (const auto* text = std::get_if<std::string>(&wanted_)) {
        const auto* other = std::get_if<std::string>(&cell);
        if (other == nullptr) return false;
        if (wildcards_) return matches_wildcards(*text, fold_case(*other));
        return equal_fold(*text, *other);
    }
    return wanted_ == cell;
}

bool Criterion::matches(const CellValue& cell) const {
    if (comparison_ == Comparison::equal) return equals(cell);
    if (comparison_ == Comparison::not_equal) {
        // "<>23" leaves out the number 23 only, though "=23" finds the text "23" too.
        if (std::holds_alternative<double>(wanted_) && !std::holds_alternative<double>(cell)) return true;
        return !equals(cell);
    }
    // An order is asked for: only cells of the same type have one.
    int order = 0;
    if (const auto* number = std::get_if<double>(&wanted_)) {
        const auto* other = std::get_if<double>(&cell);
        if (other == nullptr) return false;
        order = compare_numbers(*other, *number);
    } else if (const auto* text = std::get_if<std::string>(&wanted_)) {
        const auto* other = std::get_if<std::string>(&cell);
        if (other == nullptr || only_blank_) return false;
        order = compare_fold(*other, *text);
    } else if (const auto* boolean = std::get_if<bool>(&wanted_)) {
        const auto* other = std::get_if<bool>(&cell);
        if (other == nullptr) return false;
        order = int{*other} - int{*boolean};
    } else {
        const auto* error = std::get_if<CellError>(&wanted_);
        const auto* other = std::get_if<CellError>(&cell);
        if (error == nullptr || other == nullptr) return false;
        order = static_cast<int>(*other) - static_cast<int>(*error);
    }
    switch (comparison_) {
        case Comparison::less:
            return order < 0;
        case Comparison::less_or_equal:
            return order <= 0;
        case Comparison::greater:
            return order > 0;
        default:
            return order >= 0;
    }
}

const CellValue* Criterion::exact_value() const {
    if (comparison_ != Comparison::equal || wildcards_ || only_blank_ || blank_or_empty_) return nullptr;
    const bool indexed =
        std::holds_alternative<double>(wanted_) || std::holds_alternative<std::string>(wanted_);
    return indexed ? &wanted_ : nullptr;
}

}  // namespace scorebook::formula
