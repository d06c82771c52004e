// budget_position.hpp - a budget's total variance, what named adjustments it includes, and what it would be
// without them.
//
//     TOTAL                                            713.020   693.479   -19.542
//     of which: Treasury Management gains                                  -23.425
//     Without these gains                                                    3.883
//
// Adjustments stand right below the total, in the variance column, under a label that begins with "of which",
// "including", "includes" or "less". Their sign is the column's (above the budget is positive, model.md R-05)
// unless the label says gain or loss.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/row_figures.hpp"

namespace scorebook {

struct BudgetFigure {
    std::string label;  ///< "Treasury Management gains"
    Figure figure;
    FigureRow row;
    std::string place;  ///< "Budget!E13"
};

struct BudgetPosition {
    const FoundColumn* variance = nullptr;
    BudgetFigure total;
    std::vector<BudgetFigure> adjustments;
    std::optional<BudgetFigure> stated;  ///< "Without these gains", as the sheet has it

    Fraction without_adjustments() const;
    /// What the rounding of its parts allows.
    Interval range_without_adjustments() const;
    /// "an overspend of £3.883m"; `variance` in the unit and precision of the total.
    std::string words(const Fraction& variance) const;
    /// How many pounds a bare 1 of the column is: 1,000,000 under "£m".
    Fraction pounds() const;
    /// "Treasury Management gains".
    std::string names() const;
};

/// Of the row that is the total of most rows; nothing for tables without a variance in money.
std::optional<BudgetPosition> budget_position(const CheckContext& context, const TableValues& values);

}  // namespace scorebook
