// score_text.cpp - numbers in a score's text and the signs between them.
#include "tables/score_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "bytes/number_text.hpp"
#include "tables/plain_text.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {
namespace {

constexpr std::size_t longest_score_text = 60;

struct Piece {
    double number = 0;
    char letter_before = 0;  ///< "I" of "I4", lower case
    std::string between;  ///< what stands before it, after the number before, folded to ASCII, without spaces
};

/// The text in ASCII without spaces: times signs as "x", dashes as "-".
std::string plain(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        if (is_space(c)) {
            if (!result.empty() && result.back() != ' ') result += ' ';
        } else if (c == 0xD7 || c == 0x2715 || c == 0x2A2F || c == 0x2716) {
            result += 'x';
        } else if (is_dash(c)) {
            result += '-';
        } else if (c < 0x80) {
            result += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        } else if (!is_footnote_mark(c)) {
            result += '~';
        }
    }
    return result;
}

std::vector<Piece> pieces_of(const std::string& text) {
    std::vector<Piece> pieces;
    std::string between;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_digit(text[i])) {
            if (text[i] != ' ') between += text[i];
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && (is_digit(text[end]) ||
                                     (text[end] == '.' && end + 1 < text.size() && is_digit(text[end + 1]))))
            ++end;
        const auto number = parse_number(std::string_view(text).substr(i, end - i));
        if (!number) return {};
        const char before = between.empty() ? '\0' : between.back();
        pieces.push_back({*number, before, std::move(between)});
        between.clear();
        i = end;
    }
    return pieces;
}

/// "x", "*", "xl", "x(": the sign of a product with the second factor's letter.
bool is_times(const std::string& between) {
    const std::size_t sign = between.find_first_of("x*");
    if (sign == between.npos || between.size() > 4) return false;
    return between.find_first_not_of("x*ilp()= ") == between.npos;
}

bool is_factor_letter(char c) {
    return c == 'i' || c == 'l' || c == 'p';
}

}  // namespace

ScoreText read_score_text(std::string_view text) {
    ScoreText result;
    if (text.size() > longest_score_text) return result;
    const std::string ascii = plain(text);
    const std::vector<Piece> pieces = pieces_of(ascii);
    if (pieces.empty()) return result;

    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
        const Piece& a = pieces[i];
        const Piece& b = pieces[i + 1];
        const bool letters_say_so = is_factor_letter(a.letter_before) && is_factor_letter(b.letter_before) &&
                                    (a.letter_before == 'i') != (b.letter_before == 'i');
        if (!is_times(b.between) && !letters_say_so) continue;
        const bool impact_is_second =
            b.letter_before == 'i' || a.letter_before == 'l' || a.letter_before == 'p';
        result.impact = static_cast<int>(impact_is_second ? b.number : a.number);
        result.likelihood = static_cast<int>(impact_is_second ? a.number : b.number);
        const double product = a.number * b.number;
        if (pieces.size() == 2) {
            result.score = product;
        } else if (pieces.size() == 3) {
            result.score = pieces[i == 0 ? 2 : 0].number;
            result.product_disagrees = *result.score != product;
        }
        return result;
    }
    if (pieces.size() == 1) {
        result.score = pieces.front().number;
        const auto is_plain = [](char c) { return is_digit(c) || c == '.' || c == ' ' || c == '*'; };
        result.is_plain_number = std::all_of(ascii.begin(), ascii.end(), is_plain);
        if (pieces.front().between.ends_with('-') && pieces.front().between.size() == 1)
            result.score = -*result.score;
    } else if (pieces.size() == 2 &&
               (pieces[1].between == "/" || pieces[1].between == "outof" || pieces[1].between == "of")) {
        result.score = pieces[0].number;  // "12 out of 25"
    }
    return result;
}

std::optional<double> read_amount(std::string_view text) {
    std::string digits;
    bool is_negative = false;
    double factor = 1;
    for (std::string_view rest = trim_spaces(text); !rest.empty();) {
        const char32_t c = take_code_point(rest);
        if ((c >= '0' && c <= '9') || c == '.') {
            if (factor != 1) return std::nullopt;
            digits += static_cast<char>(c);
        } else if (c == '(' || is_dash(c)) {
            if (!digits.empty()) return std::nullopt;
            is_negative = true;
        } else if ((c == 'm' || c == 'M') && !digits.empty()) {
            factor = 1e6;
        } else if ((c == 'k' || c == 'K') && !digits.empty()) {
            factor = 1e3;
        } else if (c != ',' && c != ')' && c != '%' && c != '+' && c != 0xA3 && !is_space(c) &&
                   !is_footnote_mark(c)) {
            return std::nullopt;
        }
    }
    const auto number = digits.empty() ? std::nullopt : parse_number(digits);
    if (!number) return std::nullopt;
    return (is_negative ? -*number : *number) * factor;
}

}  // namespace scorebook
