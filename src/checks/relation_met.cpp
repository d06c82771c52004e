// relation_met.cpp - relation "met" (G06): a sentence that says all targets were met is held against every
// row with a target.
//
//     of: the values of the periods; against: the target; better: for bare targets
#include <algorithm>

#include "checks/measure_words.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/wording.hpp"
#include "tables/cell_text.hpp"

namespace scorebook {

bool claims_all_targets_met(std::string_view text) {
    if (!find_word(text, "all") ||
        (text.find("target") == std::string::npos && text.find("sla") == std::string::npos))
        return false;
    const bool says_met =
        find_word(text, "met") || find_word(text, "exceeded") || find_word(text, "achieved");
    const bool is_hedged = has_any_word(
        text, {"not", "nearly", "almost", "if", "but", "except", "until", "when", "will", "should"});
    return says_met && !is_hedged;
}

namespace {

/// Whether the sentence speaks of this table: of the tables on its own sheet when there are any with targets,
/// and of contractual ones only where it says so.
enum class Reach { none, all, contractual, unknown };

constexpr std::uint32_t heading_reach = 3;

bool has_targets(const FoundTable& table) {
    const auto& relations = table.spec->relations;
    return std::any_of(relations.begin(), relations.end(),
                       [](const Relation& relation) { return relation.is == "met"; });
}

Reach reach_of(const RelationRun& run, const SheetText& text, std::string_view plain) {
    const FoundTable& table = run.values.table();
    const auto& tables = run.context.current.found.tables;
    const bool has_own = std::any_of(tables.begin(), tables.end(), [&](const FoundTable& other) {
        return other.sheet_index == text.sheet_index && has_targets(other);
    });
    if (has_own && table.sheet_index != text.sheet_index) return Reach::none;
    const auto says_non = [](std::string_view said) {
        return said.find("non-contractual") != std::string_view::npos ||
               said.find("non contractual") != std::string_view::npos;
    };
    if (!find_word(plain, "contractual") || says_non(plain) || find_word(plain, "service")) return Reach::all;
    for (std::size_t entry = 0; entry != run.values.size(); ++entry) {
        if (is_contractual(run.values, entry)) return Reach::contractual;
    }
    const std::uint32_t first = table.first_header_row;
    for (std::uint32_t row = first > heading_reach ? first - heading_reach : 0; row < first; ++row) {
        for (const SheetCell& cell : run.values.sheet().cells.row(row)) {
            if (!is_text_cell(cell)) continue;
            const std::string heading =
                folded(cell_text(*run.context.current.workbook, table.sheet_index, cell));
            if (says_non(heading)) return Reach::none;
            if (heading.starts_with("contractual")) return Reach::all;
        }
    }
    return Reach::unknown;
}

std::vector<std::string> missed_rows(const RelationRun& run, Reach reach) {
    std::vector<std::string> misses;
    const FoundColumn* target_column = run.first("against");
    for (const FigureRow& row : run.figures.entries()) {
        const auto target = target_of(run, row, target_column);
        if (!target) continue;
        const bool is_other = reach == Reach::contractual &&
                              !(row.entry && is_contractual(run.values, *row.entry).value_or(false));
        if (is_other) continue;
        for (const FoundColumn* column : run.columns("of")) {
            const auto figure = run.figures.at(row, column);
            const auto outcome =
                figure ? test_target(figure->number, *target, polarity_of(run, row)) : std::nullopt;
            if (!outcome || outcome->is_met) continue;
            misses.push_back(shortened(row.record, 40) + " " + in_words(*figure) + " (" + run.name(*column) +
                             ", target " + target_words(run, row, *target_column) + ")");
        }
    }
    return misses;
}

}  // namespace

void check_met(const RelationRun& run) {
    for (const SheetText& text : sheet_texts(run.context, 20)) {
        if (!find_word(folded(text.text), "all")) continue;
        for (const std::string_view sentence : sentences(text.text)) {
            const std::string plain = folded(sentence);
            if (!claims_all_targets_met(plain)) continue;
            const Reach reach = reach_of(run, text, plain);
            if (reach == Reach::none) continue;
            const std::vector<std::string> misses = missed_rows(run, reach);
            if (misses.empty()) continue;
            if (reach == Reach::unknown) {
                run.report.not_checked.push_back(
                    {run.context.current.workbook->sheets()[text.sheet_index].name + "!" + to_a1(text.cell),
                     "'" + shortened(sentence, 70) + "': nothing says which of the targets on '" +
                         run.values.sheet().name + "' are contractual"});
                continue;
            }
            Finding found;
            found.rule = run.relation.rule;
            found.severity = Severity::error;
            found.sheet = run.context.current.workbook->sheets()[text.sheet_index].name;
            found.cell = text.cell;
            found.message = "The text says '" + shortened(sentence, 90) + "', but " +
                            counted(misses.size(), "figure misses its target", "figures miss their targets") +
                            ": " + joined(misses, 6) + ".";
            found.advice = "Say which targets were met, or correct the figures.";
            found.evidence = {{"missed", std::to_string(misses.size())}};
            run.report.findings.push_back(std::move(found));
        }
    }
}

}  // namespace scorebook
