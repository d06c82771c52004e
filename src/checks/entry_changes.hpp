// entry_changes.hpp - what is different between an entry and itself one period earlier.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/match_entries.hpp"
#include "scorebook/comparison.hpp"

namespace scorebook {

/// The facts the sentences of a covering report are made of.
struct EntryChange {
    const TableValues* now = nullptr;
    std::size_t entry = 0;
    const TableValues* before = nullptr;
    std::size_t entry_before = 0;

    double score_before = no_number;
    double score_now = no_number;
    double residual_before = no_number;
    double residual_now = no_number;
    std::size_t actions_added = 0;
    std::size_t actions_dropped = 0;
    std::size_t actions_completed = 0;  ///< open before, and marked as done now
    bool is_reworded = false;
    bool is_reassessed = false;  ///< its controls, category or owner changed too
    bool id_is_respelled = false;

    /// A score that was or is missing didn't change: nobody knows.
    bool score_changed() const { return both_known(score_before, score_now) && score_now != score_before; }
    bool residual_is_known() const { return both_known(residual_before, residual_now); }
    bool residual_changed() const { return residual_is_known() && residual_now != residual_before; }

    static bool both_known(double a, double b) { return a == a && b == b; }
};

EntryChange entry_change(const Subject& now, const Subject& before, const EntryMatch& match);

/// One Difference for each thing that changed; "remains, unchanged" when nothing did. `threshold`: the score
/// from which an entry belongs on the register, where the kind has one.
std::vector<Difference> differences_of(const EntryChange& change, std::optional<double> threshold);

/// "Register!H6" of the entry's judged score, or of its first column.
std::string judged_cell(const TableValues& values, std::size_t entry);

/// What the entry is called: its title or the beginning of its description.
std::string entry_title(const TableValues& values, std::size_t entry);

}  // namespace scorebook
