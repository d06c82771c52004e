// measure_words.hpp - the words of a scorecard's row that stand for numbers: polarity, RAG status, trend.
#pragma once

#include <optional>

#include "checks/relations.hpp"
#include "tables/target_text.hpp"
#include "vocabulary/target_test.hpp"

namespace scorebook {

/// The numbers of the status list's words.
constexpr double status_met = 2;
constexpr double status_near_target = 1;
constexpr double status_missed = 0;

/// The number the template gives the first word of the cell; nothing when the word has none.
std::optional<double> word_number(const RelationRun& run, const FigureRow& row, const FoundColumn* column);

/// What the relation says of its figures: "better" is "higher" or "lower", but lower where a heading of
/// theirs, or of what they are a share of, has a word of "lower-if": "Complaint Rate".
Polarity polarity_of(const FoundTable& table, const Relation& relation);

/// The row's polarity (1 higher, -1 lower in the template's list), else what the relation says.
Polarity polarity_of(const RelationRun& run, const FigureRow& row);

/// What a target cell asks for; nothing when it sets no limit.
std::optional<TargetLimits> limits_of(const Target& target);

/// The target as the sheet shows it: "Not greater than 3%", "100%".
std::string target_words(const RelationRun& run, const FigureRow& row, const FoundColumn& column);

/// The target in the row, by its text; nothing when the cell has none that can be tested.
std::optional<TargetLimits> target_of(const RelationRun& run, const FigureRow& row,
                                      const FoundColumn* column);

/// "All the service contractual SLA targets were met or were exceeded."
bool claims_all_targets_met(std::string_view folded_sentence);

/// What a column headed Contractual says of an entry; nothing without the column or an answer in it.
std::optional<bool> is_contractual(const TableValues& values, std::size_t entry);

}  // namespace scorebook
