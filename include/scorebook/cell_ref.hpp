// cell_ref.hpp - places in a sheet: "D7", "A5:N24", and Excel's limits.
//
// Rows and columns are 0-based inside the engine and only become 1-based letters and numbers in text.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace scorebook {

/// Excel's own limits (Excel specifications and limits; ECMA-376 Part 1, 18.3.1.73 and 18.18.7).
inline constexpr std::uint32_t max_rows = 1'048'576;
inline constexpr std::uint32_t max_columns = 16'384;

/// One cell: `row_index` in [0, max_rows), `column_index` in [0, max_columns). Ordered by row, then column.
struct CellRef {
    std::uint32_t row_index = 0;
    std::uint32_t column_index = 0;

    friend auto operator<=>(const CellRef&, const CellRef&) = default;
};

/// A rectangle, both corners included; `first` is never below or right of `last`.
struct CellRange {
    CellRef first;
    CellRef last;

    std::uint32_t row_count() const { return last.row_index - first.row_index + 1; }
    std::uint32_t column_count() const { return last.column_index - first.column_index + 1; }
    bool contains(CellRef cell) const {
        return cell.row_index >= first.row_index && cell.row_index <= last.row_index &&
               cell.column_index >= first.column_index && cell.column_index <= last.column_index;
    }
    friend auto operator<=>(const CellRange&, const CellRange&) = default;
};

/// "A", "Z", "AA" ... "XFD".
std::string column_letters(std::uint32_t column_index);

/// "D7". Without dollar signs.
std::string to_a1(CellRef cell);

/// "A5:N24"; a single cell as "A5".
std::string to_a1(const CellRange& range);

/// "D7", "$D$7", any case. Empty when the text isn't one cell within Excel's limits.
std::optional<CellRef> parse_cell(std::string_view text);

/// "A5:N24", "A5", "$A$5:$N$24", corners in any order. Whole rows and columns ("A:C", "3:5") give the full
/// extent.
std::optional<CellRange> parse_range(std::string_view text);

}  // namespace scorebook
