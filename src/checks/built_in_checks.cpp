// built_in_checks.cpp - the table of built-in checks.
#include "checks/built_in_checks.hpp"

namespace scorebook {

std::span<const BuiltInCheckRow> built_in_checks() {
    static constexpr BuiltInCheckRow rows[] = {
        {"structure", check_structure},
        {"unique_key", check_unique_key},
        {"key_is_text", check_key_is_text},
        {"numbering_gaps", check_numbering_gaps},
        {"hidden_content", check_hidden_content},
        {"numbers_as_text", check_numbers_as_text},
        {"missing_values", check_missing_values},
        {"dates", check_dates},
        {"controlled_words", check_controlled_words},
        {"look_alike_ids", check_look_alike_ids},
        {"score_parts", check_score_parts},
        {"reachable", check_reachable},
        {"owner", check_owner},
        {"residual_actions", check_residual_actions},
        {"action_dates", check_action_dates},
        {"retention", check_retention},
        {"colour_only_rag", check_colour_only_rag},
        {"rag_word", check_rag_word},
        {"entries_lost", check_entries_lost},
        {"remains_claims", check_remains_claims},
        {"direction_of_travel", check_direction_of_travel},
        {"stale_text", check_stale_text},
        {"measure_values", check_measure_values},
        {"percentages", check_percentages},
        {"precision", check_precision},
        {"period_labels", check_period_labels},
        {"measure_changes", check_measure_changes},
        {"durations", check_durations},
        {"publication", check_publication},
        {"claims", check_claims},
        {"total_claims", check_total_claims},
        {"named_adjustments", check_named_adjustments},
        {"relations", check_relations},
        {"narrative_figures", check_narrative_figures},
        {"units", check_units},
        {"broken_words", check_broken_words},
        {"paper_dates", check_paper_dates},
        {"stranded_items", check_stranded_items},
        {"references", check_references},
        {"exceptions", check_exceptions},
        {"repeated_figures", check_repeated_figures},
    };
    return rows;
}

}  // namespace scorebook
