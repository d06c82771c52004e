// figure_claims.hpp - a sentence that names one entry and gives a figure, a target, a change or a word for
// how it moved, held against the entry's row (A09, A11, X09).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "checks/claim_verdict.hpp"
#include "checks/measure_facts.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/spoken_row.hpp"

namespace scorebook {

class FigureClaims {
  public:
    FigureClaims(const CheckContext& context, Report& report);

    /// Whether some table has a column of figures a sentence could state.
    bool has_figures() const { return rows_.has_value(); }

    /// `text` is where the sentence stands: a comment in an entry's row speaks of that entry. `plain` is
    /// folded(sentence).
    ClaimVerdict judge(const SheetText& text, std::string_view sentence, std::string_view plain) const;

  private:
    const CheckContext& context_;
    std::optional<SpokenRows> rows_;   ///< where there are figures
    std::vector<MeasureFacts> facts_;  ///< beside Subject::values, where there are figures
};

}  // namespace scorebook
