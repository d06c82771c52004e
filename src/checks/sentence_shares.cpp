// sentence_shares.cpp - shares, their counts and their complements within one sentence.
#include "checks/sentence_shares.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "checks/row_figures.hpp"
#include "checks/wording.hpp"
#include "tables/plain_text.hpp"
#include "vocabulary/verdict.hpp"

namespace scorebook {

namespace {

using Pair = SentenceFigures::Pair;

/// "11 of those upheld (9%)" after "a total of 78"; "74,784 of 76,767 (97%)".
std::optional<SentenceFault> check_share(const SentenceFigures& sentence) {
    if (sentence.size() != 3) return std::nullopt;
    std::vector<std::size_t> counts;
    std::optional<std::size_t> share;
    for (std::size_t i = 0; i < 3; ++i) {
        if (sentence.is_count(i)) counts.push_back(i);
        if (sentence.figure(i).unit == FigureUnit::percent) share = i;
    }
    if (counts.size() != 2 || !share) return std::nullopt;
    std::size_t part = counts[0], whole = counts[1];
    const std::string after_second = sentence.text_after(whole, 12);
    if (after_second.starts_with("of those") || after_second.starts_with("of these") ||
        after_second.starts_with("of them")) {
        std::swap(part, whole);
    } else {
        const std::string link = whole == part + 1 ? sentence.between(part) : std::string();
        if (link != "of" && link != "out of" && link != "of the") return std::nullopt;
    }
    const Fraction& base = sentence.figure(whole).number.value;
    if (base.is_zero() || sentence.figure(part).number.value > base) return std::nullopt;
    const Fraction computed = sentence.figure(part).number.value / base * 100;
    const Verdict verdict = judge(sentence.figure(*share).number, computed);
    if (verdict < Verdict::truncated) return std::nullopt;
    return SentenceFault{"A01", verdict == Verdict::wrong ? Severity::error : Severity::warning,
                         sentence.words(part) + " of " + sentence.words(whole) + " is " +
                             in_words(computed, sentence.figure(*share), verdict == Verdict::wrong ? 1 : 0) +
                             "."};
}

/// What is one is never the other, and nothing is neither. "Satisfied" and "dissatisfied" aren't such a pair.
constexpr std::array<std::array<std::string_view, 2>, 8> complements = {{{"diversion", "landfill"},
                                                                         {"diverted", "landfill"},
                                                                         {"met", "not met"},
                                                                         {"upheld", "not upheld"},
                                                                         {"granted", "not granted"},
                                                                         {"on time", "late"},
                                                                         {"on time", "not on time"},
                                                                         {"passed", "failed"}}};

/// "49% diversion with landfill of 51%": the one is all that the other isn't.
std::optional<SentenceFault> check_complement(const SentenceFigures& sentence) {
    if (sentence.size() != 2) return std::nullopt;
    for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
        const Figure& figure = sentence.figure(i);
        if (figure.unit != FigureUnit::percent || figure.number.comparator != Comparator::equal ||
            figure.number.value > Fraction(100))
            return std::nullopt;
    }
    const bool is_change = sentence.stated_direction() != 0 || sentence.values_compared() ||
                           sentence.says({"target", "compared", "against", "previously", "than"});
    const std::string link = sentence.between(0);
    const bool is_joined = find_word(link, "and") || find_word(link, "with") || find_word(link, "while") ||
                           link.find(',') != std::string::npos;
    if (is_change || !is_joined) return std::nullopt;
    const auto names_both = [&](const std::array<std::string_view, 2>& pair) {
        const auto second = find_word(sentence.plain(), pair[1]);
        if (!second) return false;
        // "Not met" holds "met" as well; the other one has to stand by itself.
        std::optional<std::size_t> first = find_word(sentence.plain(), pair[0]);
        const std::size_t inside = *second + pair[1].size() - pair[0].size();
        if (pair[1].ends_with(pair[0]) && first == inside)
            first = find_word(sentence.plain(), pair[0], inside + pair[0].size());
        return first.has_value();
    };
    if (std::none_of(complements.begin(), complements.end(), names_both)) return std::nullopt;
    const auto both = sentence.figure(0).number.interval() + sentence.figure(1).number.interval();
    if (!both || both->contains(Fraction(100))) return std::nullopt;
    const Fraction sum = sentence.figure(0).number.value + sentence.figure(1).number.value;
    return SentenceFault{"A13", Severity::error,
                         sentence.words(0) + " and " + sentence.words(1) + " make " +
                             in_words(sum, sentence.figure(0)) +
                             ", and the two should be all there is: 100%."};
}

/// "277 (141 granted; 131 not granted)": what is so and what is not so make the whole before the bracket
/// (D-02).
std::optional<SentenceFault> check_split(const SentenceFigures& sentence) {
    const auto word_in = [](std::string_view text) {
        const std::size_t first = text.find_first_of("abcdefghijklmnopqrstuvwxyz");
        if (first == std::string_view::npos) return std::string();
        const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz ", first);
        return std::string(
            trim_spaces(text.substr(first, end == std::string_view::npos ? end : end - first)));
    };
    for (std::size_t whole = 0; whole + 2 < sentence.size(); ++whole) {
        const std::size_t first = whole + 1, second = whole + 2;
        const bool is_split = sentence.is_count(whole) && sentence.is_count(first) &&
                              sentence.is_count(second) && sentence.is_in_brackets(first) &&
                              word_in(sentence.between(whole)).empty() &&
                              sentence.between(first).find(')') == std::string::npos;
        if (!is_split) continue;
        const std::string one = word_in(sentence.between(first));
        if (one.empty() || word_in(sentence.text_after(second, 40)) != "not " + one) continue;
        const Fraction sum = sentence.figure(first).number.value + sentence.figure(second).number.value;
        if (sum == sentence.figure(whole).number.value) continue;
        return SentenceFault{"A03", Severity::error,
                             sentence.words(first) + " and " + sentence.words(second) + " make " +
                                 in_words(sum, sentence.figure(whole)) + ", not " + sentence.words(whole) +
                                 "."};
    }
    return std::nullopt;
}

std::optional<Interval> base_of(const Figure& count, const Figure& share) {
    const auto base = count.number.interval() / share.number.interval();
    return base ? *base * Interval::point(100) : std::nullopt;
}

/// "From 29% to 22%, meaning 560 referrals as opposed to 680": both counts speak of one whole only if their
/// bases agree (D-10).
std::optional<SentenceFault> check_bases(const SentenceFigures& sentence) {
    if (sentence.size() != 4) return std::nullopt;
    const auto shares = sentence.values_compared();
    if (!shares || std::min(shares->before, shares->now) != 0) return std::nullopt;
    const auto counts = sentence.values_compared(2);
    if (!counts || sentence.figure(0).unit != FigureUnit::percent ||
        sentence.figure(2).unit != FigureUnit::none ||
        sentence.figure(2).places + sentence.figure(3).places > 0)
        return std::nullopt;
    const std::string link = sentence.between(1);
    const bool is_linked = find_word(link, "meaning") || find_word(link, "means") ||
                           find_word(link, "equat*") || find_word(link, "equivalent") ||
                           find_word(link, "represent*") || find_word(link, "i.e");
    if (!is_linked) return std::nullopt;
    const auto before = base_of(sentence.figure(counts->before), sentence.figure(shares->before));
    const auto now = base_of(sentence.figure(counts->now), sentence.figure(shares->now));
    if (!before || !now || before->meets(*now)) return std::nullopt;
    const auto whole = [&](std::size_t count, std::size_t share) {
        const Fraction base = sentence.figure(count).number.value / sentence.figure(share).number.value * 100;
        Figure plain = sentence.figure(count);
        plain.places = 0;
        return sentence.words(count) + " is " + sentence.words(share) + " of about " + in_words(base, plain);
    };
    return SentenceFault{"A14", Severity::warning,
                         whole(counts->before, shares->before) + " and " + whole(counts->now, shares->now) +
                             ": the two shares are not of the same whole."};
}

}  // namespace

std::optional<SentenceFault> find_share_fault(const SentenceFigures& sentence) {
    if (auto fault = check_share(sentence)) return fault;
    if (auto fault = check_complement(sentence)) return fault;
    if (auto fault = check_split(sentence)) return fault;
    return check_bases(sentence);
}

}  // namespace scorebook
