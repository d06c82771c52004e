// column_formula.hpp - the one formula most cells of a column are copies of, and what it gives elsewhere.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "checks/number_tables.hpp"

namespace scorebook {

struct FormulaTree;

class ColumnFormula {
  public:
    /// Nothing when fewer than four cells share a formula, or more than a tenth of the column's formulas are
    /// others.
    static std::optional<ColumnFormula> find(const Workbook& workbook, const NumberTable& table,
                                             const NumberColumn& column);

    std::size_t copies() const { return copies_; }
    bool is_copy(CellRef cell) const;
    /// Whether it counts on from the cell above: a running number or balance.
    bool counts_on() const { return counts_on_; }
    /// Whether a cell it would read from `cell` holds anything: where none does, another row's formula says
    /// nothing.
    bool has_inputs_in(CellRef cell) const;
    /// As it would read in `cell`, with "=".
    std::string text_in(CellRef cell) const;
    /// What it would give in `cell`; nothing when that is no number.
    std::optional<double> result_in(CellRef cell) const;

  private:
    const Workbook* workbook_ = nullptr;
    std::size_t sheet_index_ = 0;
    std::string key_;  ///< its text in relative form
    std::shared_ptr<const FormulaTree> tree_;
    std::size_t copies_ = 0;
    bool counts_on_ = false;
};

}  // namespace scorebook
