// stated_figures.cpp - a figure is the row's when the sentence ties it to the entry's name.
//
// A verb of being, a bracket or a move ("rose to") ties it, without another subject between. One that any
// cell of the row has, as far as the sentence prints it, is right; which period it was meant for is the
// writer's business.
#include "checks/stated_figures.hpp"

#include <algorithm>
#include <array>

#include "checks/sentence_figures.hpp"
#include "checks/wording.hpp"
#include "tables/plain_text.hpp"
#include "vocabulary/ascii.hpp"
#include "vocabulary/verdict.hpp"

namespace scorebook {

namespace {

enum class Agreement { yes, cut_off, no };

bool is_time(FigureUnit unit) {
    return unit == FigureUnit::seconds || unit == FigureUnit::days || unit == FigureUnit::working_days ||
           unit == FigureUnit::months;
}

/// Whether a figure of a sentence may be one of a cell: percentages and times are often bare in cells.
bool may_be_same(const Figure& said, const Figure& cell) {
    if (said.unit == cell.unit) return true;
    const bool is_bare_in_cell = cell.unit == FigureUnit::none;
    return is_bare_in_cell && (said.unit == FigureUnit::percent || is_time(said.unit));
}

/// A cell that prints less than the sentence agrees when the sentence rounds to it.
Agreement compare(const Figure& said, const Figure& cell) {
    const Verdict verdict = scorebook::judge(said.number, cell.number.value);
    if (verdict < Verdict::truncated) return Agreement::yes;
    const bool prints_less = cell.number.step > said.number.step &&
                             scorebook::judge(cell.number, said.number.value) == Verdict::agrees;
    const Fraction size = cell.number.value.magnitude();
    const bool is_fall =
        cell.number.value.is_negative() && scorebook::judge(said.number, size) < Verdict::truncated;
    if (prints_less || is_fall) return Agreement::yes;
    return verdict == Verdict::truncated ? Agreement::cut_off : Agreement::no;
}

/// Words after which another subject may begin.
bool begins_another_clause(std::string_view between) {
    constexpr std::array<std::string_view, 14> openers = {"while",   "whilst", "although", "but",  "because",
                                                          "and",     "as",     "with",     "than", "which",
                                                          "however", "of",     "if",       "for"};
    return between.find(',') != std::string_view::npos ||
           std::any_of(openers.begin(), openers.end(),
                       [&](std::string_view word) { return find_word(between, word).has_value(); });
}

/// "is", "stood at", "rose to", a bracket: words that make the figure after them the entry's.
bool is_level(const SentenceFigures& sentence, std::size_t i) {
    const std::string lead = sentence.text_before(i, 24);
    const std::string word = sentence.word_before(i);
    const std::string after = sentence.text_after(i, 16);
    for (const char* change :
         {"higher", "lower",    "more",     "fewer", "less",   "better",    "worse",
          "point",  "increase", "decrease", "rise",  "fall",   "reduction", "improvement",
          "below",  "above",    "short",    "of ",   "behind", "ahead",     "percentage point"}) {
        if (after.starts_with(change)) return false;
    }
    const bool is_stated = word == "is" || word == "was" || word == "are" || word == "were" ||
                           word == "reached" || word == "totalled" || lead.ends_with("stands at ") ||
                           lead.ends_with("stood at") || lead.ends_with("stands at") ||
                           lead.ends_with("remains at") || lead.ends_with("remained at") ||
                           lead.ends_with("was at") || lead.ends_with("is at");
    const bool has_moved = word == "to" && sentence.stated_direction() != 0;
    return is_stated || has_moved;
}

bool is_target(const SentenceFigures& sentence, std::size_t i) {
    const std::string lead = sentence.text_before(i, 24);
    return lead.ends_with("target of") || lead.ends_with("target is") || lead.ends_with("target was") ||
           lead.ends_with("target") || lead.ends_with("target:");
}

std::string joined_figures(const std::vector<std::pair<const FoundColumn*, Figure>>& figures,
                           const Figure& said) {
    std::vector<std::string> words;
    for (const auto& [column, figure] : figures) {
        if (may_be_same(said, figure))
            words.push_back(shortened(column->header, 40) + " " + in_words(figure));
    }
    return joined(words, 5);
}

/// "11 contractors within the North West" (D-06): the row has 35 contractors, and 11 is its contracts.
std::optional<SentenceFault> copied_from_neighbour(const SpokenRow& row, const TableValues& values,
                                                   const SentenceFigures& sentence) {
    constexpr std::size_t shortest_heading = 5;
    const auto heads = [](const FoundColumn& column, std::string_view after) {
        const std::string header = fold_words(column.header);
        return header.size() >= shortest_heading && find_word(after, header) == std::size_t{0};
    };
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (!sentence.is_count(i)) continue;
        const std::string after = sentence.text_after(i, 60);
        const std::pair<const FoundColumn*, Figure>* named = nullptr;
        const std::pair<const FoundColumn*, Figure>* copied = nullptr;
        for (const auto& cell : row.figures) {
            const bool is_equal = cell.second.number.value == sentence.figure(i).number.value;
            if (heads(*cell.first, after)) named = &cell;
            if (is_equal) copied = &cell;
        }
        if (!named || !copied || named->second.number.value == sentence.figure(i).number.value) continue;
        return SentenceFault{"A11", Severity::error,
                             shortened(values.record(row.entry), 40) + " on '" + values.sheet().name +
                                 "' has " + in_words(named->second) + " under " +
                                 shortened(named->first->header, 50) + "; " + in_words(copied->second) +
                                 " stands under " + shortened(copied->first->header, 50) + "."};
    }
    return std::nullopt;
}

}  // namespace

ClaimVerdict judge_stated_figures(const SpokenRow& row, const MeasureFacts& facts, std::string_view text,
                                  std::string_view plain) {
    if (!has_digit(text)) return {};
    const SentenceFigures sentence(text);
    if (sentence.size() == 0 || sentence.size() > 6) return {};
    const TableValues& values = facts.values();
    const std::string record = shortened(values.record(row.entry), 40);
    const std::string where = " on '" + values.sheet().name + "'";
    const auto best = [&](std::size_t i) {
        Agreement found = Agreement::no;
        for (const auto& [column, figure] : row.figures) {
            if (!may_be_same(sentence.figure(i), figure)) continue;
            const Agreement now = compare(sentence.figure(i), figure);
            // "4.9 days" rounds to a target of 5 days, and isn't one.
            const bool is_same = column->spec->kind != ValueKind::target ||
                                 sentence.figure(i).number.value == figure.number.value;
            if (now < found && is_same) found = now;
        }
        return found;
    };
    const auto is_answerable = [&](std::size_t i) {
        return std::any_of(row.figures.begin(), row.figures.end(),
                           [&](const auto& cell) { return may_be_same(sentence.figure(i), cell.second); });
    };
    const auto is_in_title = [&](std::size_t i) {
        return std::any_of(row.in_title.begin(), row.in_title.end(), [&](const Figure& figure) {
            return figure.number.value == sentence.figure(i).number.value;
        });
    };
    const auto pair = sentence.values_compared();
    if (pair && is_answerable(pair->now) && !is_in_title(pair->now) && !is_in_title(pair->before)) {
        const Agreement now = best(pair->now), before = best(pair->before);
        const bool both_fit = now != Agreement::no && before != Agreement::no;
        const bool none_fits = now == Agreement::no && before == Agreement::no;
        if (none_fits) return {std::nullopt, "neither of its two figures is in the row of " + record};
        if (!both_fit) {
            const std::size_t odd = now == Agreement::no ? pair->now : pair->before;
            if (speaks_of_elsewhere(plain) && odd == pair->before)
                return {std::nullopt, sentence.words(odd) + " may be of a period the table doesn't have"};
            return {
                SentenceFault{"A11", Severity::error,
                              record + where + " has " + joined_figures(row.figures, sentence.figure(odd)) +
                                  ", and no " + sentence.words(odd) + "."},
                {}};
        }
        return {};
    }
    if (row.is_own) return {};
    if (auto fault = copied_from_neighbour(row, values, sentence)) return {std::move(fault), {}};
    const auto name_end = end_of_name(row, sentence.plain());
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (is_in_title(i) || !is_answerable(i)) continue;
        if (is_target(sentence, i)) {
            const auto target = facts.figure(row.entry, facts.target_column());
            if (!target || !may_be_same(sentence.figure(i), *target) ||
                compare(sentence.figure(i), *target) != Agreement::no)
                continue;
            if (best(i) != Agreement::no || speaks_of_elsewhere(plain)) continue;
            return {SentenceFault{"A11", Severity::error,
                                  "the target of " + record + where + " is " + in_words(*target) + "."},
                    {}};
        }
        const std::string all_before = sentence.plain().substr(0, sentence.begin(i));
        if (!name_end || *name_end > sentence.begin(i) || sentence.begin(i) - *name_end > farthest_figure)
            continue;
        const std::string between = folded(all_before.substr(*name_end));
        const bool is_bracket = between.empty() || between == "(";
        const bool is_linked = is_bracket
                                   ? sentence.is_in_brackets(i) && sentence.figure(i).unit != FigureUnit::none
                                   : is_level(sentence, i) && !begins_another_clause(between);
        if (!is_linked) continue;
        const Agreement found = best(i);
        if (found == Agreement::yes) continue;
        if (found == Agreement::cut_off) {
            return {SentenceFault{"A11", Severity::warning,
                                  record + where + " has " + joined_figures(row.figures, sentence.figure(i)) +
                                      ": " + sentence.words(i) + " was cut off rather than rounded."},
                    {}};
        }
        if (speaks_of_elsewhere(plain))
            return {std::nullopt, sentence.words(i) + " may be of another period or place than the table's"};
        return {
            SentenceFault{"A11", Severity::error,
                          record + where + " has " + joined_figures(row.figures, sentence.figure(i)) + "."},
            {}};
    }
    return {};
}

}  // namespace scorebook
