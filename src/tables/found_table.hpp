// found_table.hpp - a template's table as it was found in a sheet: where, which columns, which rows make
// which entry.
//
// Nothing is copied from the cells: values are read on demand by read_value.hpp, so a table of 100,000
// entries stays small.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scorebook/cell_ref.hpp"
#include "templates/workbook_template.hpp"

namespace scorebook {

enum class HeaderMatch { exact, synonym, near_slip };  ///< near_slip: a spelling slip, said in a finding

struct FoundColumn {
    const ColumnSpec* spec = nullptr;  ///< null: a column the template doesn't know
    std::uint32_t column_index = 0;
    std::string header;   ///< as typed, header rows joined with a space, white space folded
    CellRef header_cell;  ///< the cell that holds the (last row of the) header
    HeaderMatch match = HeaderMatch::exact;
};

/// One entry: its first row, and the continuation rows joined to it (S06).
struct TableEntry {
    std::uint32_t row_index = 0;
    std::uint32_t last_row_index = 0;  ///< same as row_index without continuation rows
    std::uint32_t section = 0;         ///< index into FoundTable::sections, 0 = before any section row
    bool hidden = false;               ///< its row is hidden or filtered away
};

/// What was seen of the table's structure; the checks layer turns these into findings S01-S15.
enum class StructureKind {
    unknown_column,     ///< S01: `text` header
    missing_column,     ///< S01: `text` canonical header of a required column
    near_header,        ///< S01 info: `text` as typed, `other` canonical
    duplicate_header,   ///< S02: `text` header, `other` the units that tell them apart (empty: nothing does)
    second_meaning,     ///< S02: `text` header that could be the column `other` was read as
    joined_header,      ///< S02 info-like: several rows made one header; kept for the JSON only
    misaligned_column,  ///< S03: values in a column without a header, header over an empty column; `text`
                        ///< header
    second_header,  ///< S04: this table begins inside or right below another; `text` the other table's title
    repeated_header,  ///< S05: a page header repeated inside the body
    continuation,     ///< S06: a row joined to the entry above; `text` id of that entry
    cut_cell,         ///< S07: `text` the two halves joined
    section_row,      ///< S08: `text` label
    fused_label,      ///< S09: `text` as typed, `other` group + item
    total_row,        ///< S15: `text` label; `other` "middle" when entries follow it
    explanation_row,  ///< S08: instructions under the headers
    worded_score,  ///< a score column of words only, set aside; `text` header, `other` its canonical header
    stray_rows,    ///< rows under the table that look like entries but could not be read; `text` why
};

struct StructureRemark {
    StructureKind kind = StructureKind::unknown_column;
    CellRange place;
    std::string text;
    std::string other;
};

struct FoundTable {
    const TableSpec* spec = nullptr;
    std::size_t sheet_index = 0;
    CellRange range;  ///< first header row to last body row
    std::uint32_t first_header_row = 0;
    std::uint32_t last_header_row = 0;  ///< units row included
    std::vector<FoundColumn> columns;   ///< left to right
    std::vector<TableEntry> entries;    ///< top to bottom
    std::vector<std::string> sections;  ///< [0] is ""
    std::vector<StructureRemark> remarks;
    std::string excel_table;  ///< name of the Excel table it is, or empty

    const FoundColumn* find_column(std::string_view id) const;      ///< by ColumnSpec::id; null when absent
    const FoundColumn* find_header(std::string_view header) const;  ///< by canonical header; null when absent
};

/// What recognising a workbook gave.
struct FoundTables {
    const WorkbookTemplate* kind = nullptr;  ///< null: not recognised
    std::vector<FoundTable> tables;          ///< by sheet, then row

    /// When not recognised: the nearest kind, what it lacked, and where it came nearest.
    const WorkbookTemplate* nearest = nullptr;
    std::vector<std::string> missing_headers;
    std::string nearest_sheet;

    /// Sheets without any table, by name, and why ("no header row of a risk register").
    std::vector<std::pair<std::string, std::string>> sheets_without_table;
};

}  // namespace scorebook
