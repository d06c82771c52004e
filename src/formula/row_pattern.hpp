// row_pattern.hpp - a formula's text with gaps where its relative row numbers stand: tells the copies of a
// formula further down its column without reading each.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scorebook/cell_ref.hpp"

namespace scorebook::formula {

class RowPattern {
  public:
    /// From the XML text of a formula in `cell`. Empty for one whose copies can't be told by their rows
    /// alone.
    static std::optional<RowPattern> of(std::string_view formula_xml, CellRef cell);

    /// Whether `formula_xml`, in the same column and row `row_index`, is the same formula relative to its
    /// cell.
    bool matches(std::string_view formula_xml, std::uint32_t row_index) const;

  private:
    struct Gap {
        std::size_t begin;      ///< in text_, behind which the row number stands
        std::int64_t distance;  ///< of that row from the formula's own
    };
    struct Writer;

    std::string text_;  ///< without the row numbers
    std::vector<Gap> gaps_;
    bool is_usable_ = true;
};

}  // namespace scorebook::formula
