// sheet_texts.hpp - the sentences of a workbook outside its tables' columns of figures: titles, notes,
// summaries, commentary.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "checks/check_context.hpp"

namespace scorebook {

struct SheetText {
    std::size_t sheet_index = 0;
    CellRef cell;
    std::string text;
};

/// How many texts are read: a workbook of a hundred thousand comments is no covering report.
constexpr std::size_t most_sheet_texts = 5000;

/// Text cells of at least `least` bytes on sheets that hold no table, above and below tables, and in their
/// text columns; in order, the first `most_sheet_texts`. Headers of tables are left
/// out.
std::vector<SheetText> sheet_texts(const CheckContext& context, std::size_t least);

/// Those of them that stand in no row of a table: titles, notes, summaries, covering reports.
std::vector<SheetText> texts_outside_tables(const CheckContext& context, std::size_t least);

/// Where the titles and labels above a table begin: below the table before it on the sheet, that one's totals
/// and notes. 0 for the first table of a sheet; the table's header row when nothing is its own.
std::uint32_t first_row_above(const CheckContext& context, const FoundTable& table);

/// Text cells below a table and its totals, as far as the next table's titles: its notes.
std::vector<SheetText> notes_below(const CheckContext& context, const FoundTable& table);

}  // namespace scorebook
