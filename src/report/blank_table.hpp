// blank_table.hpp - one empty table of a new workbook: headings, lists, formulas, colours and an example.
#pragma once

#include <map>
#include <string>

#include "report/cell_formats.hpp"
#include "report/example_row.hpp"
#include "report/new_workbook.hpp"
#include "scorebook/cell_ref.hpp"

namespace scorebook {

/// Results of formulas by sheet and cell, worked out from a first writing of the same workbook.
using FormulaResults = std::map<std::pair<std::string, CellRef>, CellValue>;

struct BlankTable {
    const WorkbookTemplate& kind;
    const TableSpec& table;
    const BandSet* bands;
    ExamplePeriod period;
    std::string sheet_name;
    std::string table_name;
    const FormulaResults& results;
};

/// Rows an officer can fill before the table has to be made longer.
inline constexpr std::uint32_t blank_rows = 100;

void write_blank_table(NewWorkbook& book, CellFormats& formats, const BlankTable& blank);

/// The name of the range that holds the words of a list: "List_status".
std::string list_name(const WordList& list);

}  // namespace scorebook
