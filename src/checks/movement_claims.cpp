// movement_claims.cpp - "rose", "improved", "slightly", "unchanged" against the figures of now and before.
#include "checks/movement_claims.hpp"

#include <algorithm>

#include "checks/stated_figures.hpp"
#include "checks/wording.hpp"
#include "tables/cell_text.hpp"

namespace scorebook {

ClaimVerdict judge_movement(const SpokenRow& row, const MeasureFacts& facts, std::string_view plain) {
    const auto moved = facts.movement(row.entry);
    if (!moved || speaks_of_elsewhere(plain)) return {};
    std::size_t begin = 0;
    if (!row.is_own) {
        const auto end = end_of_name(row, plain);
        if (!end) return {};
        begin = *end;
    } else if (!has_any_word(plain.substr(0, 40), {"performance", "the figure", "this figure", "this measure",
                                                   "the measure", "the rate", "this indicator"})) {
        return {};
    }
    // The clause that begins with the name, as far as another subject can't have come in.
    std::string clause(plain.substr(begin, farthest_figure));
    for (const char* opener : {",", " but ", " and ", " while ", " whilst ", " although ", " because ",
                               " as ", " due ", " with ", " which ", " where "})
        clause.resize(std::min(clause.size(), clause.find(opener)));
    const bool up = has_any_word(clause, {"increased", "rose", "risen"});
    const bool down = has_any_word(clause, {"decreased", "fell", "fallen", "reduced", "dropped"});
    const bool better = has_any_word(clause, {"improved", "improving"});
    const bool worse = has_any_word(clause, {"worsened", "worsening", "deteriorated", "deteriorating"});
    const bool same = has_any_word(clause, {"unchanged", "remains the same", "remained the same"});
    if (up + down + better + worse + same != 1) return {};
    const Figure now = *facts.figure(row.entry, facts.now_column());
    const Figure before = *facts.figure(row.entry, facts.before_column());
    const std::string facts_said = shortened(facts.values().record(row.entry), 40) + " went from " +
                                   in_words(before) + " (" + shortened(facts.before_column()->header, 30) +
                                   ") to " + in_words(now) + " (" +
                                   shortened(facts.now_column()->header, 30) + ")";
    const auto progress = facts.progress(row.entry);
    const bool knows_good = facts.polarity(row.entry) != Polarity::unknown;
    if ((up && *moved < 0) || (down && *moved > 0))
        return {SentenceFault{"A09", Severity::error, facts_said + (*moved > 0 ? ", a rise." : ", a fall.")},
                {}};
    const bool is_contradicted =
        (knows_good && progress && ((better && *progress <= 0) || (worse && *progress >= 0))) ||
        (same && *moved != 0);
    if (is_contradicted) {
        const std::string verdict = *moved == 0     ? ": no change."
                                    : !knows_good   ? "."
                                    : *progress > 0 ? ": an improvement."
                                                    : ": a worsening.";
        return {SentenceFault{"X09", Severity::warning, facts_said + verdict}, {}};
    }
    if (*moved == 0 || before.number.value.is_zero()) return {};
    const Fraction change =
        ((now.number.value - before.number.value) / before.number.value * 100).magnitude();
    const bool is_slight = has_any_word(clause, {"slight", "slightly"});
    const bool is_large = has_any_word(clause, {"significantly", "substantially", "sharply"});
    if ((is_slight && change > Fraction(most_slight_change)) ||
        (is_large && change < Fraction(least_significant_change)))
        return {SentenceFault{"X09", Severity::warning,
                              facts_said + ", a change of " + to_text(change, 1) + "%."},
                {}};
    return {};
}

/// "Overall payment performance is improving" (D-23): of a table's measures at least a third got worse.
ClaimVerdict judge_overall(const Workbook& workbook, const std::vector<MeasureFacts>& tables,
                           std::string_view plain) {
    const bool speaks_of_all = find_word(plain, "overall") && find_word(plain, "performance");
    const bool is_good = find_word(plain, "improving") || find_word(plain, "improved");
    if (!speaks_of_all || !is_good || speaks_of_plans(plain) || find_word(plain, "but") ||
        find_word(plain, "except"))
        return {};
    const std::vector<std::string> words = telling_words(plain);
    std::vector<const MeasureFacts*> meant, all;
    for (const MeasureFacts& facts : tables) {
        if (!facts.now_column() || !facts.before_column()) continue;
        all.push_back(&facts);
        const FoundTable& table = facts.values().table();
        std::string heading;
        const std::uint32_t first = table.first_header_row;
        for (std::uint32_t row = first > 2 ? first - 2 : 0; row <= table.last_header_row; ++row) {
            for (const SheetCell& cell : facts.values().sheet().cells.row(row)) {
                if (is_text_cell(cell)) heading += folded(cell_text(workbook, table.sheet_index, cell)) + " ";
            }
        }
        const bool is_named = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return word != "overall" && word != "performance" && word != "improving" &&
                   find_word(heading, word);
        });
        if (is_named) meant.push_back(&facts);
    }
    if (meant.empty() && all.size() == 1) meant = all;
    if (all.empty()) return {};
    if (meant.size() != 1) return {std::nullopt, "it doesn't say which of the tables it speaks of"};
    const MeasureFacts& facts = *meant.front();
    std::size_t judged = 0;
    std::vector<std::string> worse;
    for (std::size_t entry = 0; entry < facts.values().size(); ++entry) {
        const auto progress = facts.progress(entry);
        if (!progress) continue;
        ++judged;
        const auto before = facts.figure(entry, facts.before_column());
        const auto now = facts.figure(entry, facts.now_column());
        if (*progress < 0 && before && now)
            worse.push_back(shortened(facts.values().record(entry), 40) + " (" + in_words(*before) + " to " +
                            in_words(*now) + ")");
    }
    if (judged < 2 || worse.size() * 3 < judged) return {};
    return {SentenceFault{"X09", Severity::warning,
                          std::to_string(worse.size()) + " of " + std::to_string(judged) + " measures on '" +
                              facts.values().sheet().name + "' got worse: " + joined(worse, 4) + "."},
            {}};
}

}  // namespace scorebook
