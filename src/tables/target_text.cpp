// target_text.cpp - the grammar of targets over the figures found in them.
#include "tables/target_text.hpp"

#include <algorithm>
#include <array>

#include "tables/date_text.hpp"
#include "tables/figure_text.hpp"
#include "tables/missing_value.hpp"
#include "tables/number_words.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

bool has_word(const std::vector<std::string_view>& words, std::initializer_list<std::string_view> wanted) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
    });
}

bool says_none(std::string_view folded) {
    constexpr std::array<std::string_view, 8> phrases{"no target",    "none",         "no target set",
                                                      "not set",      "not targeted", "no target available",
                                                      "monitor only", "contextual"};
    return std::find(phrases.begin(), phrases.end(), folded) != phrases.end();
}

/// "10 - 15%", "between 10 and 15", "1 week to 3 weeks": the two figures are one range.
bool is_range(std::string_view plain, const std::vector<PlacedFigure>& figures,
              const std::vector<std::string_view>& words) {
    if (figures.size() != 2) return false;
    std::string_view between = plain.substr(figures[0].end, figures[1].begin - figures[0].end);
    while (between.starts_with(' ')) between.remove_prefix(1);
    while (between.ends_with(' ')) between.remove_suffix(1);
    return between == "to" || between == "-" || (between == "and" && has_word(words, {"between"}));
}

std::optional<Figure> spelled_number(const std::vector<std::string_view>& words) {
    for (const std::string_view word : words) {
        const auto found = std::find(number_words.begin(), number_words.end(), word);
        if (found == number_words.end()) continue;
        Figure figure;
        figure.number.value = static_cast<std::int64_t>(found - number_words.begin()) + 1;
        figure.number.step = 1;
        return figure;
    }
    return std::nullopt;
}

/// "10-15%" and "10 -15%" become "10 - 15%": the hyphen of a range is neither a sign nor part of a reference.
std::string with_open_ranges(std::string text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] != '-' || !is_digit(text[i + 1])) continue;
        const std::size_t before = text.find_last_not_of(' ', i - 1);
        if (before == text.npos || (!is_digit(text[before]) && text[before] != '%')) continue;
        text.replace(before + 1, i - before, " - ");
        i = before + 3;
    }
    return text;
}

}  // namespace

Target read_target(std::string_view text) {
    Target target;
    target.state = missing_state(text);
    const std::string folded = fold_words(text);
    if (target.state != ValueState::present || says_none(folded)) {
        target.kind = Target::Kind::none;
        if (target.state == ValueState::present) target.state = ValueState::not_applicable;
        return target;
    }
    const auto words = split_words(folded);
    // A deadline's figures are no target: "a 10% increase by 31 March 2015".
    std::string_view figures_text = text;
    if (const std::size_t by = text.rfind(" by "); by != text.npos) {
        if (const DateText date = read_date_text(text.substr(by + 4)); date.date) {
            target.by = date.date;
            figures_text = text.substr(0, by);
        }
    }
    std::string_view bare = figures_text;
    if (const auto whole = read_figure(bare)) {
        target.values = {*whole};
    } else {
        const std::string plain = with_open_ranges(plain_figures(figures_text));
        std::vector<PlacedFigure> figures = find_figures(plain);
        if (is_range(plain, figures, words)) target.kind = Target::Kind::range;
        for (PlacedFigure& placed : figures) target.values.push_back(std::move(placed.figure));
        if (target.kind == Target::Kind::range && target.values[0].unit == FigureUnit::none)
            target.values[0].unit = target.values[1].unit;
    }
    if (target.values.empty()) {
        if (auto spelled = spelled_number(words)) target.values.push_back(std::move(*spelled));
    }
    if (has_word(words, {"maintain", "maintained", "sustain"})) {
        target.kind = Target::Kind::maintain;
    } else if (target.values.empty()) {
        target.kind = has_word(words, {"increase", "improve"})               ? Target::Kind::increase
                      : has_word(words, {"decrease", "reduce", "reduction"}) ? Target::Kind::decrease
                                                                             : Target::Kind::unreadable;
    } else if (target.kind != Target::Kind::range) {
        const bool has_end =
            folded.find("increase to") != folded.npos || folded.find("decrease to") != folded.npos;
        const bool is_change = has_word(words, {"increase", "decrease"}) && !has_end;
        target.kind = target.values.size() > 1        ? Target::Kind::several
                      : !is_change                    ? Target::Kind::value
                      : has_word(words, {"increase"}) ? Target::Kind::increase
                                                      : Target::Kind::decrease;
    }
    return target;
}

}  // namespace scorebook
