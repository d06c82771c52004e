// recalculation.hpp - the workbook's own formulas after the changes of a run: new stored results, and which
// are left to Excel.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "formula/recalculate.hpp"
#include "scorebook/report.hpp"

namespace scorebook {

class Workbook;

/// Equal to the 15 significant digits Excel keeps.
bool same_in_excel(double a, double b);
/// Same kind and content, numbers as above.
bool same_value(const CellValue& a, const CellValue& b);

/// What the changes so far do to cells' contents and results.
std::vector<CellEdit> edits_from(const Workbook& workbook, const std::vector<Change>& changes);

/// The cells of one sheet that have a change.
class ChangedCells {
  public:
    ChangedCells(const std::vector<Change>& changes, std::string_view sheet);
    bool contains(CellRef cell) const { return cells_.contains(key(cell)); }

  private:
    static std::uint64_t key(CellRef cell) { return std::uint64_t{cell.row_index} << 32 | cell.column_index; }
    std::unordered_set<std::uint64_t> cells_;
};

/// Recalculated results by cell.
class RecalculatedResults {
  public:
    explicit RecalculatedResults(Recalculation recalculation);
    /// The new result, or null when the stored one stays.
    const CellValue* find(SheetIndex sheet, CellRef cell) const;

  private:
    Recalculation recalculation_;  ///< `changed` is sorted
};

/// The cells the dynamic array in `cell` fills now, when those are other ones than before.
std::optional<CellRange> new_spill(const Recalculation& recalculation, const RecalculatedCell& cell);

/// Adds a cached change for each formula whose result the report's changes alter, and what could not be
/// computed.
void add_recalculated_results(const Workbook& workbook, const EvaluationClock& clock, Report& report);

/// Says in not_checked how many formulas were saved without any result.
void report_formulas_without_result(const Workbook& workbook, Report& report);

}  // namespace scorebook
