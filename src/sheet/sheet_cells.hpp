// sheet_cells.hpp - the cells of one sheet part, each with its type and the bytes it was read from.
//
// 24 bytes a cell and 24 a row, because a register of 100,000 rows has 1.4 million cells. ECMA-376 Part
// 1, 18.3.1.4.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/byte_range.hpp"
#include "scorebook/cell_ref.hpp"
#include "scorebook/cell_value.hpp"

namespace scorebook {

enum class CellKind : std::uint8_t {
    blank,          ///< a <c> with a style but no value
    number,         ///< t="n" or no t
    shared_string,  ///< t="s": `payload` indexes the shared string table
    inline_string,  ///< t="inlineStr": `payload` is the offset of <is> in the part
    formula_text,   ///< t="str": `payload` is the offset of the <v> text in the part
    boolean,        ///< t="b": payload 0 or 1
    error,          ///< t="e": payload is a CellError
    iso_date,       ///< t="d": `number` is the serial
};

/// One <c> element. Rows and columns come from `r`, or by counting where `r` is missing.
struct SheetCell {
    union {
        double number;          ///< kind number, iso_date
        std::uint64_t payload;  ///< every other kind
    };
    std::uint32_t begin = 0;   ///< offset of "<c" in the part
    std::uint32_t length = 0;  ///< up to and including "</c>" or "/>"
    std::uint16_t column_index = 0;
    std::uint16_t style = 0;  ///< index into cellXfs
    CellKind kind = CellKind::blank;
    bool has_formula = false;  ///< there is an <f> element, with or without text
    bool has_value = false;    ///< there is a <v> or <is> element
    bool is_dynamic = false;   ///< cm="..": its array formula spills (MS-XLSX 2.3.5, cell metadata)

    SheetCell() : payload(0) {}
    ByteRange bytes() const { return {begin, std::uint64_t{begin} + length}; }
};

/// One <row> element.
struct SheetRow {
    std::uint32_t row_index = 0;
    std::uint32_t first_cell = 0;  ///< index into cells
    std::uint32_t cell_count = 0;
    std::uint32_t begin = 0;  ///< offset of "<row" in the part
    std::uint32_t end = 0;    ///< after "</row>" or "/>"
    bool hidden = false;
};

/// The first cell of a shared formula: the one that has its text. Its followers only name the index.
struct SharedFormulaOrigin {
    std::uint32_t shared_index = 0;  ///< si="..."
    CellRef cell;

    friend auto operator<=>(const SharedFormulaOrigin&, const SharedFormulaOrigin&) = default;
};

struct SheetCells {
    std::vector<SheetRow> rows;    ///< by row_index, ascending
    std::vector<SheetCell> cells;  ///< by row, then column
    ByteRange sheet_data;          ///< the whole <sheetData> element
    CellRange used;                ///< smallest rectangle round all cells; A1 when there is none
    std::string prefix;            ///< namespace prefix of the sheet's elements with its colon: "" or "x:"
    std::vector<SharedFormulaOrigin>
        shared_formulas;  ///< by index, then cell; a careless writer may use an index twice

    /// The cells of a row, or an empty span. O(log rows).
    std::span<const SheetCell> row(std::uint32_t row_index) const;

    /// The cell, or null. O(log rows + log cells in the row).
    const SheetCell* find(CellRef cell) const;

    /// Where the shared formula `shared_index` that `follower` belongs to has its text, or null: the last
    /// such cell at or before the follower, else the first.
    const CellRef* find_shared_origin(std::uint32_t shared_index, CellRef follower) const;
};

}  // namespace scorebook
