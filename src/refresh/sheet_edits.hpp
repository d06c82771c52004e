// sheet_edits.hpp - the writes of one sheet as edits of its XML: only the <c> elements that change, new ones
// in the order ECMA-376 Part 1, 18.3.1.73 asks for. <dimension> and spans="..." are hints (18.3.1.35) and
// stay as they were.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bytes/splice.hpp"
#include "refresh/cell_writes.hpp"

namespace scorebook {

/// The style that looks like another one with this fill.
using FillStyle = std::function<std::uint16_t(std::uint16_t style, std::optional<Rgb> fill)>;

struct SheetEdits {
    std::vector<Splice> splices;              ///< of `Sheet::xml`, sorted
    std::string rewritten_xml;                ///< a sheet part of only the new and changed cells
    std::vector<const CellWrite*> rewritten;  ///< their writes, in the same order
};

/// Writes that would leave a cell as it is give no edit.
/// Throws Error damaged_workbook when a value would replace part of an array formula, or there is no place
/// for a cell.
SheetEdits sheet_edits(const Sheet& sheet, std::span<const CellWrite> writes,
                       const FillStyle& style_with_fill);

}  // namespace scorebook
