// change.hpp - one cell that should hold something else, and why.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "scorebook/cell_ref.hpp"
#include "scorebook/cell_value.hpp"

namespace scorebook {

enum class ChangeKind {
    value,   ///< the cell's own content, optionally its colour too
    cached,  ///< only the stored result of the cell's formula; the formula stays
    fill,    ///< only the colour
};

/// 0xRRGGBB.
using Rgb = std::uint32_t;

/// "C00000", six hexadecimal digits.
std::string to_hex(Rgb colour);

struct Change {
    std::string sheet;
    CellRef cell;
    ChangeKind kind = ChangeKind::value;
    CellValue before;                ///< what the cell held (value and cached)
    CellValue after;                 ///< what it should hold (value and cached)
    std::optional<Rgb> fill_before;  ///< solid fill the cell had, if any (fill, and value with a fill)
    std::optional<Rgb> fill_after;   ///< solid fill it should have, if that changes
    bool was_formula = false;        ///< the cell held a formula
    std::string rule;     ///< the rule that asks for it: "V11"; "R" ids for recalculation stay empty
    std::string record;   ///< the entry's id as typed
    std::string because;  ///< "Impact 5 x Likelihood 5"
    std::optional<CellRange> spill;  ///< the cells its dynamic array fills now, when those change too
};

std::string_view to_text(ChangeKind kind);  ///< "value", "cached", "fill"

}  // namespace scorebook
