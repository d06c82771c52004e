// sentence_figures.cpp - figures in a sentence, by the words round them.
#include "checks/sentence_figures.hpp"

#include <algorithm>

#include "checks/row_figures.hpp"
#include "checks/wording.hpp"
#include "tables/figure_text.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

bool is_year(const Figure& figure) {
    return figure.unit == FigureUnit::none && figure.places == 0 && figure.number.value >= Fraction(1990) &&
           figure.number.value <= Fraction(2060) && figure.number.comparator == Comparator::equal;
}

unsigned char one_for_digit(char c) {
    return is_digit(c) ? 1 : 0;
}

bool is_comparable(const Figure& figure) {
    return figure.number.comparator == Comparator::equal || figure.number.comparator == Comparator::about;
}

}  // namespace

bool has_figures(std::string_view text, std::size_t least) {
    if (least == 0) return true;
    if (text.empty()) return false;
    std::size_t runs = is_digit(text.front()) ? 1 : 0;
    // A block's count fits into a byte, and so compilers count many bytes at once.
    constexpr std::size_t block = 128;
    for (std::size_t begin = 1; begin < text.size() && runs < least; begin += block) {
        const std::size_t end = std::min(begin + block, text.size());
        unsigned char begun = 0;
        for (std::size_t i = begin; i < end; ++i)
            begun = static_cast<unsigned char>(begun +
                                               (one_for_digit(text[i]) & (one_for_digit(text[i - 1]) ^ 1U)));
        runs += begun;
    }
    return runs >= least;
}

SentenceFigures::SentenceFigures(std::string_view text) : plain_(plain_figures(text)) {
    for (PlacedFigure& placed : find_plain_figures(plain_)) {
        // "1,990" is a count; "1990" a year; "quarter 2" and "Q2" are neither.
        const bool is_label = placed.begin >= 8 && plain_.substr(placed.begin - 8, 8) == "quarter ";
        if (!is_year(placed.figure) && !is_label) figures_.push_back(std::move(placed));
    }
}

bool SentenceFigures::is_count(std::size_t i) const {
    return figure(i).unit == FigureUnit::none && figure(i).places == 0 &&
           figure(i).number.comparator == Comparator::equal;
}

std::string SentenceFigures::words(std::size_t i) const {
    return in_words(figure(i));
}

std::string SentenceFigures::between(std::size_t i) const {
    const std::size_t begin = figures_[i].end, end = figures_[i + 1].begin;
    return begin < end ? folded(plain_.substr(begin, end - begin)) : std::string();
}

std::string SentenceFigures::word_before(std::size_t i) const {
    const std::string text = text_before(i);
    const std::size_t space = text.find_last_of(" (");
    return space == std::string::npos ? text : text.substr(space + 1);
}

std::string SentenceFigures::text_before(std::size_t i, std::size_t most) const {
    const std::size_t end = figures_[i].begin;
    const std::size_t begin = most < end ? end - most : 0;
    return folded(plain_.substr(begin, end - begin));
}

std::string SentenceFigures::text_after(std::size_t i, std::size_t most) const {
    return folded(plain_.substr(figures_[i].end, most));
}

bool SentenceFigures::is_in_brackets(std::size_t i) const {
    return figures_[i].begin > 0 && plain_[figures_[i].begin - 1] == '(';
}

bool SentenceFigures::says(std::initializer_list<std::string_view> words) const {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return find_word(plain_, word).has_value(); });
}

int SentenceFigures::stated_direction() const {
    const bool up = says({"increased", "increase", "rose", "risen", "rise", "up"});
    const bool down =
        says({"decreased", "decrease", "fell", "fallen", "fall", "reduced", "reduction", "down"});
    return up == down ? 0 : up ? 1 : -1;
}

std::optional<SentenceFigures::Pair> SentenceFigures::values_compared(std::size_t from) const {
    for (std::size_t i = from; i + 1 < figures_.size(); ++i) {
        if (figure(i).unit != figure(i + 1).unit) continue;
        if (!is_comparable(figure(i)) || !is_comparable(figure(i + 1))) continue;
        const std::string link = between(i);
        if (link == "to" && (word_before(i) == "from" || is_in_brackets(i))) return Pair{i, i + 1};
        // "560 referrals as opposed to 680".
        const bool is_against = link == "compared to" || link == "compared with" || link == "against" ||
                                link.ends_with("as opposed to") || link.ends_with("compared to") ||
                                link.ends_with("compared with");
        if (is_against && link.size() < 40) return Pair{i + 1, i};
    }
    return std::nullopt;
}

}  // namespace scorebook
