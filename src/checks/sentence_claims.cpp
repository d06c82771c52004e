// sentence_claims.cpp - two values and the change between them within one sentence.
#include "checks/sentence_claims.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "checks/row_figures.hpp"
#include "checks/sentence_figures.hpp"
#include "checks/sentence_shares.hpp"
#include "vocabulary/verdict.hpp"

namespace scorebook {

namespace {

class Sentence {
  public:
    explicit Sentence(std::string_view text) : figures_(text) {}

    std::optional<SentenceFault> find_fault() const {
        if (figures_.size() < 2 || figures_.size() > 4) return std::nullopt;
        if (auto fault = find_share_fault(figures_)) return fault;
        const auto pair = figures_.values_compared();
        if (!pair) return std::nullopt;
        if (auto fault = check_level(*pair)) return fault;
        if (auto fault = check_direction(*pair)) return fault;
        if (auto fault = check_change(*pair)) return fault;
        return check_size_word(*pair);
    }

  private:
    using Pair = SentenceFigures::Pair;

    SentenceFigures figures_;

    const Figure& figure(std::size_t i) const { return figures_.figure(i); }
    std::string words(std::size_t i) const { return figures_.words(i); }

    /// D-04: "are 673,206, down (4,007,475 against 4,680,681)".
    std::optional<SentenceFault> check_level(const Pair& pair) const {
        const Fraction change =
            (figure(pair.now).number.value - figure(pair.before).number.value).magnitude();
        for (std::size_t i = 0; i < figures_.size(); ++i) {
            if (i == pair.before || i == pair.now || figure(i).unit != figure(pair.now).unit) continue;
            const std::string lead = figures_.word_before(i);
            const bool is_level = lead == "is" || lead == "are" || lead == "was" || lead == "were";
            if (!is_level || figure(i).number.value != change || change.is_zero()) continue;
            return SentenceFault{"A10", Severity::error,
                                 words(i) + " is the difference between " + words(pair.before) + " and " +
                                     words(pair.now) + ", not the level."};
        }
        return std::nullopt;
    }

    std::optional<SentenceFault> check_direction(const Pair& pair) const {
        const int stated = figures_.stated_direction();
        const Fraction change = figure(pair.now).number.value - figure(pair.before).number.value;
        if (stated == 0 || change.is_zero() || (stated > 0) != change.is_negative()) return std::nullopt;
        // Only "increased from A to B" says so of these two for certain.
        const std::size_t first = std::min(pair.before, pair.now);
        if (pair.before > pair.now || figures_.word_before(first) != "from") return std::nullopt;
        return SentenceFault{"A09", Severity::error,
                             "from " + words(pair.before) + " to " + words(pair.now) + " is a " +
                                 (change.is_negative() ? "fall." : "rise.")};
    }

    /// A third figure in per cent beside the two values is the change between them.
    std::optional<SentenceFault> check_change(const Pair& pair) const {
        if (figures_.size() != 3 || figures_.stated_direction() == 0) return std::nullopt;
        const std::size_t third = 3 - pair.before - pair.now;
        const Figure& stated = figure(third);
        const bool is_change = stated.unit == FigureUnit::percent || stated.unit == FigureUnit::points;
        const std::string lead = figures_.word_before(third);
        const std::string tail = figures_.text_after(third, 20);
        // "(target 0.25%)" and "67% are ..." are no changes.
        constexpr std::array<std::string_view, 10> leads = {
            "by", "up", "down", "of", "rose", "increased", "fell", "dropped", "reduced", "decreased"};
        const bool is_said = std::find(leads.begin(), leads.end(), lead) != leads.end() ||
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

    std::optional<SentenceFault> check_size_word(const Pair& pair) const {
        const Fraction& before = figure(pair.before).number.value;
        if (before.is_zero()) return std::nullopt;
        const Fraction change = ((figure(pair.now).number.value - before) / before * 100).magnitude();
        const bool is_slight = figures_.says({"slight", "slightly"});
        const bool is_large = figures_.says({"significant", "significantly", "substantially"});
        const bool is_wrong = (is_slight && change > Fraction(most_slight_change)) ||
                              (is_large && !is_slight && change < Fraction(least_significant_change));
        if (!is_wrong) return std::nullopt;
        return SentenceFault{"X09", Severity::warning,
                             "from " + words(pair.before) + " to " + words(pair.now) + " is a change of " +
                                 to_text(change, 1) + "%."};
    }
};

}  // namespace

std::optional<SentenceFault> find_sentence_fault(std::string_view sentence) {
    if (!has_figures(sentence, 2)) return std::nullopt;
    return Sentence(sentence).find_fault();
}

}  // namespace scorebook
