// workbook_text.hpp - a workbook in memory from lines of text, so that a test shows the sheet it speaks of.
//
// A line each; empty lines and blanks at line starts don't matter:
//
// - sheet Register: starts a sheet (sheet Old hidden: a hidden one); without it the first is Sheet1.
// - Register!A5: Risk is a cell, and switches to that sheet, which is made when it isn't there yet.
// - B6: 25 is a number; TRUE, #N/A and text likewise; "25" in double quotes is always text.
// - C6: one\ntwo has a line break, \t a tab. D6: with nothing behind it is a cell without a value.
// - E6: =C7*D7 -> 20 is a formula and its stored result, which may be left out with its arrow.
// - C6: {=B1:B3*2} C6:C8 -> 2 is an array formula and the cells it fills; {=SORT(B1:B3)} spills C6:C8 -> 2 a
//   dynamic array.
// - A7 | CR1 | Fire | | 20 are cells from A7 to the right; nothing between bars is no cell.
// - merge A1:J1, fill F6:F9 FF0000, bold A5:J5, date G6, hours G6 (h:mm), minutes G6 (mm:ss), percent G6
// (0.00%).
// - hidden row 7, hidden rows 7-9, hidden column C, hidden columns C:D.
// - filter A5:J20, active filter A5:J20, conditional F6:F9 FF0000 FFC000.
// - table Risks A5:D20, table Risks A5:D20 totals, name Threshold = Setup!$B$2.
// - date system 1904, calculation iterate="1" (attributes of the workbook's calcPr).
//
// A line that can't be understood throws std::invalid_argument.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "workbook/workbook_model.hpp"

namespace scorebook::test {

/// The bytes of an .xlsx package (stored, not compressed), the same for the same lines.
std::string workbook_bytes(std::string_view lines);

/// The workbook read from those bytes.
std::shared_ptr<const Workbook> workbook_from(std::string_view lines, std::string name = "test.xlsx");

}  // namespace scorebook::test
