// appendix_cell.hpp - one cell of an officer's table as an appendix shows it: its words, its number, its
// band.
#pragma once

#include <string>

#include "report/shown_rows.hpp"

namespace scorebook {

/// What the cells of one table need to know of it.
struct CellMaker {
    const CheckContext& context;
    const TableValues& values;
    AppendixProfile profile;

    /// `note` is set to the mark a value carries ("*" of "97%*"), which is not shown.
    LayoutCell cell(const FigureRow& row, const FoundColumn& column, std::string& note) const;

    /// Whether the scores of `column` show their band beside the number: no RAG column does it, and a high
    /// score means what the bands say.
    bool shows_bands(const FoundColumn& column) const;

  private:
    LayoutCell number_cell(const FigureRow& row, const FoundColumn& column, const ReadValue& value) const;
    LayoutCell word_cell(const FoundColumn& column, const ReadValue& value) const;
};

/// "[c]" and the like as a cell: text, aligned as its column.
LayoutCell shorthand_cell(std::string_view shorthand);

}  // namespace scorebook
