// performance_paragraphs.hpp - what a covering report says of measures, plans and budgets beside the period
// before: areas requiring improvement, areas that improved, targets met, slippage, over- and underspends.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/check_context.hpp"
#include "checks/entry_changes.hpp"

namespace scorebook {

/// Measures of both periods, sorted by the report's three headings (quarterly performance reports: "Areas
/// requiring improvement", "Areas that are showing improved performance", "Also to note").
class MeasureAreas {
  public:
    /// `context.previous` is last period's workbook; both outlive this.
    explicit MeasureAreas(const CheckContext& context);

    /// Nothing is kept of an entry without a figure in both periods.
    void add(const EntryChange& change);
    std::vector<NarrativeParagraph> take();

  private:
    const FoundColumn* quoted_before(const TableValues& before, const FoundColumn& column) const;

    const CheckContext& context_;
    NarrativeParagraph worse_, better_, others_;
    bool is_judged_ = false;  ///< some measure has a target or a polarity
    /// The two periods, when they differ in length: then nothing is better or worse.
    std::optional<std::string> unequal_;
};

/// Paragraphs without a list: targets met, progress of a plan, the total's variance, shares over 100%.
std::vector<NarrativeParagraph> performance_paragraphs(const CheckContext& context);

/// Ratings that changed in tables of words alone, without a date by which anything is due: one item a row.
NarrativeParagraph changed_ratings(const Subject& subject, const std::vector<Difference>& differences);

/// Figures that changed where no column is the measure's result: one item a row.
NarrativeParagraph changed_figures(const std::vector<Difference>& differences);

}  // namespace scorebook
