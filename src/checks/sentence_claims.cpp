// sentence_claims.cpp - two values and the change between them, counts and their share, within one sentence.
#include "checks/sentence_claims.hpp"

#include <algorithm>
#include <vector>

#include "checks/row_figures.hpp"
#include "checks/wording.hpp"
#include "tables/figure_text.hpp"
#include "vocabulary/verdict.hpp"

namespace scorebook {

namespace {

/// "Slightly" for more than this, "significantly" for less, wants another word (per cent of the value
/// before).
constexpr std::int64_t most_slight = 15;
constexpr std::int64_t least_significant = 2;

struct Pair {
    std::size_t before = 0;  ///< indices of figures
    std::size_t now = 0;
};

bool is_year(const Figure& figure) {
    return figure.unit == FigureUnit::none && figure.places == 0 && figure.number.value >= Fraction(1990) &&
           figure.number.value <= Fraction(2060) && figure.number.comparator == Comparator::equal;
}

class Sentence {
  public:
    explicit Sentence(std::string_view text) : plain_(plain_figures(text)) {
        for (PlacedFigure& placed : find_figures(plain_)) {
            // "1,990" is a count; "1990" a year; "quarter 2" and "Q2" are neither.
            const bool is_label = placed.begin >= 8 && plain_.substr(placed.begin - 8, 8) == "quarter ";
            if (!is_year(placed.figure) && !is_label) figures_.push_back(std::move(placed));
        }
    }

    std::optional<SentenceFault> find_fault() const {
        if (figures_.size() < 2 || figures_.size() > 4) return std::nullopt;
        if (auto fault = check_share()) return fault;
        const auto pair = values_compared();
        if (!pair) return std::nullopt;
        if (auto fault = check_level(*pair)) return fault;
        if (auto fault = check_direction(*pair)) return fault;
        if (auto fault = check_change(*pair)) return fault;
        return check_size_word(*pair);
    }

  private:
    std::string plain_;
    std::vector<PlacedFigure> figures_;

    const Figure& figure(std::size_t i) const { return figures_[i].figure; }

    std::string between(std::size_t i) const {
        const std::size_t begin = figures_[i].end, end = figures_[i + 1].begin;
        return begin < end ? folded(plain_.substr(begin, end - begin)) : std::string();
    }

    /// The word right before figure `i`.
    std::string word_before(std::size_t i) const {
        const std::string text = folded(plain_.substr(0, figures_[i].begin));
        const std::size_t space = text.find_last_of(" (");
        return space == std::string::npos ? text : text.substr(space + 1);
    }

    bool says(std::initializer_list<std::string_view> words) const {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return find_word(plain_, word).has_value(); });
    }
    int stated_direction() const {
        const bool up = says({"increased", "increase", "rose", "risen", "rise", "up"});
        const bool down =
            says({"decreased", "decrease", "fell", "fallen", "fall", "reduced", "reduction", "down"});
        return up == down ? 0 : up ? 1 : -1;
    }

    /// "from A to B", "(A to B)", "B compared to A", "B against A": two figures of one unit.
    std::optional<Pair> values_compared() const {
        for (std::size_t i = 0; i + 1 < figures_.size(); ++i) {
            if (figure(i).unit != figure(i + 1).unit) continue;
            if (figure(i).number.comparator != Comparator::equal ||
                figure(i + 1).number.comparator != Comparator::equal)
                continue;
            const std::string link = between(i);
            const std::string lead = word_before(i);
            const bool opens = figures_[i].begin > 0 && plain_[figures_[i].begin - 1] == '(';
            if (link == "to" && (lead == "from" || opens)) return Pair{i, i + 1};
            if (link == "compared to" || link == "compared with" || link == "against") return Pair{i + 1, i};
        }
        return std::nullopt;
    }

    std::string words(std::size_t i) const { return in_words(figure(i)); }

    /// D-04: "are 673,206, down (4,007,475 against 4,680,681)".
    std::optional<SentenceFault> check_level(const Pair& pair) const {
        const Fraction change =
            (figure(pair.now).number.value - figure(pair.before).number.value).magnitude();
        for (std::size_t i = 0; i < figures_.size(); ++i) {
            if (i == pair.before || i == pair.now || figure(i).unit != figure(pair.now).unit) continue;
            const std::string lead = word_before(i);
            const bool is_level = lead == "is" || lead == "are" || lead == "was" || lead == "were";
            if (!is_level || figure(i).number.value != change || change.is_zero()) continue;
            return SentenceFault{"A10", Severity::error,
                                 words(i) + " is the difference between " + words(pair.before) + " and " +
                                     words(pair.now) + ", not the level."};
        }
        return std::nullopt;
    }

    std::optional<SentenceFault> check_direction(const Pair& pair) const {
        const int stated = stated_direction();
        const Fraction change = figure(pair.now).number.value - figure(pair.before).number.value;
        if (stated == 0 || change.is_zero() || (stated > 0) != change.is_negative()) return std::nullopt;
        // Only "increased from A to B" says so of these two for certain.
        const std::size_t first = std::min(pair.before, pair.now);
        if (pair.before > pair.now || word_before(first) != "from") return std::nullopt;
        return SentenceFault{"A09", Severity::error,
                             "from " + words(pair.before) + " to " + words(pair.now) + " is a " +
                                 (change.is_negative() ? "fall." : "rise.")};
    }

    /// A third figure in per cent beside the two values is the change between them.
    std::optional<SentenceFault> check_change(const Pair& pair) const {
        if (figures_.size() != 3 || stated_direction() == 0) return std::nullopt;
        const std::size_t third = 3 - pair.before - pair.now;
        const Figure& stated = figure(third);
        const bool is_change = stated.unit == FigureUnit::percent || stated.unit == FigureUnit::points;
        const std::string lead = word_before(third);
        const std::string tail = folded(plain_.substr(figures_[third].end, 20));
        // "(target 0.25%)" and "67% are ..." are no changes.
        const bool is_said = lead == "by" || lead == "up" || lead == "down" || lead == "of" ||
                             tail.starts_with("increase") || tail.starts_with("decrease") ||
                             tail.starts_with("rise") || tail.starts_with("fall") ||
                             tail.starts_with("reduction");
        const Fraction& before = figure(pair.before).number.value;
        if (!is_change || !is_said || before.is_zero()) return std::nullopt;
        const auto difference = figure(pair.now).number.interval() - figure(pair.before).number.interval();
        const Interval base = figure(pair.before).number.interval();
        const auto relative = difference ? *difference / base : std::nullopt;
        const auto per_cent = relative ? *relative * Interval::point(100) : std::nullopt;
        if (!difference || !per_cent) return std::nullopt;
        const Fraction change = figure(pair.now).number.value - before;
        const auto fits = [&](const Fraction& value, const Interval& range) {
            PrintedNumber printed_change = stated.number;
            if (value.is_negative()) printed_change.value = -printed_change.value.magnitude();
            return judge(printed_change, value, range) <= Verdict::truncated;
        };
        const bool is_relative = fits(change / before * 100, *per_cent);
        const bool values_are_shares = figure(pair.now).unit == FigureUnit::percent;
        const bool is_points = values_are_shares && fits(change, *difference);
        if (is_points && stated.unit == FigureUnit::percent && !is_relative)
            return SentenceFault{"X11", Severity::warning,
                                 "the change from " + words(pair.before) + " to " + words(pair.now) + " is " +
                                     to_text(change.magnitude(), stated.places) +
                                     " percentage points, not per cent."};
        if (is_relative || is_points) return std::nullopt;
        return SentenceFault{"A09", Severity::error,
                             "from " + words(pair.before) + " to " + words(pair.now) + " is " +
                                 to_text((change / before * 100).magnitude(), std::max(stated.places, 1)) +
                                 "%."};
    }

    /// "11 of those upheld (9%)" after "a total of 78"; "74,784 of 76,767 (97%)".
    std::optional<SentenceFault> check_share() const {
        if (figures_.size() != 3) return std::nullopt;
        std::vector<std::size_t> counts;
        std::optional<std::size_t> share;
        for (std::size_t i = 0; i < 3; ++i) {
            const bool is_count = figure(i).unit == FigureUnit::none && figure(i).places == 0 &&
                                  figure(i).number.comparator == Comparator::equal;
            if (is_count) counts.push_back(i);
            if (figure(i).unit == FigureUnit::percent) share = i;
        }
        if (counts.size() != 2 || !share) return std::nullopt;
        std::size_t part = counts[0], whole = counts[1];
        const std::string after_first =
            folded(plain_.substr(figures_[part].end, figures_[whole].begin - figures_[part].end));
        const std::string after_second = folded(plain_.substr(figures_[whole].end, 12));
        if (after_second.starts_with("of those") || after_second.starts_with("of these") ||
            after_second.starts_with("of them")) {
            std::swap(part, whole);
        } else if (after_first != "of" && after_first != "out of" && after_first != "of the") {
            return std::nullopt;
        }
        const Fraction& base = figure(whole).number.value;
        if (base.is_zero() || figure(part).number.value > base) return std::nullopt;
        const Fraction computed = figure(part).number.value / base * 100;
        const Verdict verdict = judge(figure(*share).number, computed);
        if (verdict < Verdict::truncated) return std::nullopt;
        return SentenceFault{"A01", verdict == Verdict::wrong ? Severity::error : Severity::warning,
                             words(part) + " of " + words(whole) + " is " +
                                 in_words(computed, figure(*share), verdict == Verdict::wrong ? 1 : 0) + "."};
    }

    std::optional<SentenceFault> check_size_word(const Pair& pair) const {
        const Fraction& before = figure(pair.before).number.value;
        if (before.is_zero()) return std::nullopt;
        const Fraction change = ((figure(pair.now).number.value - before) / before * 100).magnitude();
        const bool is_slight = says({"slight", "slightly"});
        const bool is_large = says({"significant", "significantly", "substantially"});
        const bool is_wrong = (is_slight && change > Fraction(most_slight)) ||
                              (is_large && !is_slight && change < Fraction(least_significant));
        if (!is_wrong) return std::nullopt;
        return SentenceFault{"X09", Severity::warning,
                             "from " + words(pair.before) + " to " + words(pair.now) + " is a change of " +
                                 to_text(change, 1) + "%."};
    }
};

}  // namespace

std::optional<SentenceFault> find_sentence_fault(std::string_view sentence) {
    return Sentence(sentence).find_fault();
}

}  // namespace scorebook
