// figure_claims.hpp - a sentence that names one entry and gives a figure, a target, a change or a word for
// how it moved, held against the entry's row (A09, A11, X09).
#pragma once

#include <string_view>
#include <vector>

#include "checks/claim_verdict.hpp"
#include "checks/entry_names.hpp"
#include "checks/measure_facts.hpp"
#include "checks/sentence_figures.hpp"
#include "checks/sheet_texts.hpp"

namespace scorebook {

class FigureClaims {
  public:
    FigureClaims(const CheckContext& context, Report& report);

    /// `text` is where the sentence stands: a comment in an entry's row speaks of that entry.
    ClaimVerdict judge(const SheetText& text, std::string_view sentence) const;

  private:
    const CheckContext& context_;
    EntryNames names_;
    std::vector<MeasureFacts> facts_;  ///< beside Subject::values
    bool has_figures_ = false;         ///< some table has a column of figures a sentence could state

    struct Row;
    std::optional<Row> own_row(const SheetText& text) const;
    std::optional<Row> named_row(std::string_view sentence, bool& is_ambiguous) const;
    Row row_of(std::size_t table, std::size_t entry) const;
    ClaimVerdict judge_figures(const Row& row, std::string_view sentence) const;
    std::optional<SentenceFault> copied_from_neighbour(const Row& row, const SentenceFigures& sentence) const;
    ClaimVerdict judge_movement(const Row& row, std::string_view sentence) const;
    ClaimVerdict judge_overall(std::string_view sentence) const;
};

}  // namespace scorebook
