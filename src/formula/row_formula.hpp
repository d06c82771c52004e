// row_formula.hpp - a formula compiled once and evaluated in many places: what template columns and checks
// use.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formula/cell_source.hpp"
#include "scorebook/cell_value.hpp"

namespace scorebook {

struct FormulaTree;

/// What stays the same during a run, so that NOW() and RAND() do too.
struct EvaluationClock {
    double now = 0;  ///< serial of the run's instant, in the source's date system
    std::uint64_t seed = 1;
};

class RowFormula {
  public:
    /// Parses `text` (with or without "="). Throws Error bad_template with the column of the mistake as
    /// `place`.
    static RowFormula parse(std::string_view text);

    /// The value at `cell`: [@Column] means that row of the table the cell lies in. An array gives its first
    /// element.
    CellValue evaluate(const CellSource& source, SheetIndex sheet, CellRef cell,
                       const EvaluationClock& clock) const;

    /// Names of the columns it reads as [@Column] or [Column], in order of first use, each once.
    const std::vector<std::string>& columns() const { return columns_; }
    const std::string& text() const { return text_; }

  private:
    std::string text_;
    std::vector<std::string> columns_;
    std::shared_ptr<const FormulaTree> tree_;
};

}  // namespace scorebook
