// built_in_checks.hpp - the checks a formula can't say well, by the name templates call them.
#pragma once

#include <span>

#include "checks/check_context.hpp"

namespace scorebook {

std::span<const BuiltInCheckRow> built_in_checks();

/// Each is described where it is defined.
void check_structure(const CheckContext& context, Report& report);
void check_unique_key(const CheckContext& context, Report& report);
void check_key_is_text(const CheckContext& context, Report& report);
void check_numbering_gaps(const CheckContext& context, Report& report);
void check_hidden_content(const CheckContext& context, Report& report);
void check_numbers_as_text(const CheckContext& context, Report& report);
void check_missing_values(const CheckContext& context, Report& report);
void check_dates(const CheckContext& context, Report& report);
void check_controlled_words(const CheckContext& context, Report& report);
void check_look_alike_ids(const CheckContext& context, Report& report);
void check_score_parts(const CheckContext& context, Report& report);
void check_reachable(const CheckContext& context, Report& report);
void check_owner(const CheckContext& context, Report& report);
void check_residual_actions(const CheckContext& context, Report& report);
void check_action_dates(const CheckContext& context, Report& report);
void check_retention(const CheckContext& context, Report& report);
void check_colour_only_rag(const CheckContext& context, Report& report);
/// Cells that already have a change keep it.
void check_rag_word(const CheckContext& context, Report& report);
void check_entries_lost(const CheckContext& context, Report& report);
void check_remains_claims(const CheckContext& context, Report& report);
void check_direction_of_travel(const CheckContext& context, Report& report);
void check_stale_text(const CheckContext& context, Report& report);
void check_measure_values(const CheckContext& context, Report& report);
void check_percentages(const CheckContext& context, Report& report);
void check_precision(const CheckContext& context, Report& report);
void check_period_labels(const CheckContext& context, Report& report);
void check_measure_changes(const CheckContext& context, Report& report);
void check_durations(const CheckContext& context, Report& report);
void check_publication(const CheckContext& context, Report& report);
void check_claims(const CheckContext& context, Report& report);
void check_total_claims(const CheckContext& context, Report& report);
void check_named_adjustments(const CheckContext& context, Report& report);
void check_relations(const CheckContext& context, Report& report);
void check_narrative_figures(const CheckContext& context, Report& report);
void check_units(const CheckContext& context, Report& report);
void check_broken_words(const CheckContext& context, Report& report);
void check_paper_dates(const CheckContext& context, Report& report);
void check_stranded_items(const CheckContext& context, Report& report);
void check_references(const CheckContext& context, Report& report);
void check_exceptions(const CheckContext& context, Report& report);
void check_repeated_figures(const CheckContext& context, Report& report);

}  // namespace scorebook
