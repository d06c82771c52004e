// live_calculation.hpp - a workbook that stays calculated while single cells are edited: what an add-in or a
// form keeps open.
//
// Setting it up costs one whole calculation; an edit then costs what it reaches.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "formula/recalculate.hpp"

namespace scorebook {

class Workbook;

class LiveCalculation {
  public:
    /// `workbook` must outlive it.
    LiveCalculation(const Workbook& workbook, const EvaluationClock& clock);
    LiveCalculation(LiveCalculation&&) noexcept;
    LiveCalculation& operator=(LiveCalculation&&) noexcept;
    ~LiveCalculation();

    /// What a cell holds now.
    CellValue value(SheetIndex sheet, CellRef cell) const;

    /// Gives cells other contents; the formulas that change with them, by sheet, row, column, with what they
    /// held until now. The same as calculating everything anew.
    std::vector<RecalculatedCell> edit(std::span<const CellEdit> edits);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace scorebook
