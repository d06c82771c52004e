// spill.hpp - where a dynamic array may lay its result out when that has another size than the stored one.
#pragma once

#include <optional>
#include <string>

#include "formula/value.hpp"
#include "scorebook/cell_ref.hpp"

namespace scorebook {

class Workbook;

namespace formula {

/// The cells a result of this size fills from `anchor`; empty when it runs off the sheet.
std::optional<CellRange> spill_range(CellRef anchor, const Array& result);

/// Why the array in `anchor`, which filled `old`, can't fill `wanted` (a value, a formula, a merged cell or a
/// table is in the way: Excel shows #SPILL!, which needs more than a cell to be stored); empty when it can.
std::optional<std::string> spill_obstacle(const Workbook& workbook, SheetIndex sheet, const CellRange& old,
                                          const CellRange& wanted);

}  // namespace formula
}  // namespace scorebook
