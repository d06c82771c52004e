// raw_cell.hpp - a <c> element taken apart, before its pieces are made sense of together.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "scorebook/calendar_date.hpp"
#include "sheet/sheet_cells.hpp"

namespace scorebook {

/// Views into the sheet's XML.
struct RawCell {
    std::string_view type;        ///< t="..."; empty when missing
    const char* value = nullptr;  ///< what stands inside <v>
    const char* value_end = nullptr;
    const char* inline_text = nullptr;  ///< "<" of <is>
    bool value_is_plain = true;         ///< no entity, CDATA or comment in the value
};

/// Digits only, so few that they can't overflow.
std::optional<std::uint32_t> small_integer(std::string_view text);

/// Kind and payload of a cell whose value isn't a plainly written number, text index or text: odd spellings,
/// booleans, errors, dates (ECMA-376 18.18.11 ST_CellType). An empty <v/> leaves it blank. `damaged` must
/// throw; it is given a sentence.
void read_odd_value(SheetCell& cell, const RawCell& raw, DateSystem dates,
                    const std::function<void(const std::string&)>& damaged);

}  // namespace scorebook
