// header_labels.hpp - the labels over the columns of a header of one or more rows: merged, grouped and with
// units rows.
//
//     Ref  | Description | Initial             |          | Owner      group row: merged or typed once over
//     its columns
//          |             | Impact | Likelihood | Score    |            label row
//          |             | (1-5)  | (1-5)      |          |            units row
//
// Knows nothing of templates: which labels mean what is the business of column_match.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "workbook/workbook_model.hpp"

namespace scorebook {

/// What stands over one column.
struct HeaderLabel {
    std::uint32_t column_index = 0;
    std::uint32_t last_column_index =
        0;         ///< further right when the label itself is merged over several columns
    CellRef cell;  ///< the lowest cell with text
    std::vector<std::string>
        groups;         ///< texts of the rows above the label, top to bottom, white space folded
    std::string label;  ///< the column's own text
    std::string units;  ///< text of a units row below it, or empty
    bool group_is_merged =
        false;  ///< the group spans this column by a merge, not only by standing to its left

    /// All of it, as an officer would read it out.
    std::string joined() const;
};

/// The labels of rows `first_row` to `last_row`, left to right, for columns `first_column` to `last_column`.
std::vector<HeaderLabel> read_header_labels(const Workbook& workbook, std::size_t sheet_index,
                                            std::uint32_t first_row, std::uint32_t last_row,
                                            std::uint32_t first_column, std::uint32_t last_column);

/// "£m", "%", "(1-5)", "days", "number": a text that says how a column is counted, not what it holds.
bool is_units_text(std::string_view text);

}  // namespace scorebook
