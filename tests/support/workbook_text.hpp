// workbook_text.hpp - a workbook in memory from lines of text, so that a test shows the sheet it speaks of.
//
//     sheet Register            starts a sheet ("sheet Old hidden" a hidden one); the first is "Sheet1"
//     without it Register!A5: Risk         a cell, switching to that sheet (made when it isn't there yet) B6:
//     25                    number, TRUE, #N/A or text; "25" in double quotes is always text C6: one\ntwo \n
//     in text is a line break, \t a tab D6:                       a cell without a value E6: =C7*D7 -> 20 a
//     formula and its stored result (none without "->") A7 | CR1 | Fire | | 20    cells from A7 to the right;
//     nothing between bars: no cell merge A1:J1               fill F6:F9 FF0000        date G6, hours G6
//     (h:mm), minutes G6 (mm:ss)        bold A5:J5 hidden row 7              hidden rows 7-9          hidden
//     column C      hidden columns C:D filter A5:J20             active filter A5:J20     conditional F6:F9
//     FF0000 FFC000 table Risks A5:D20 table Risks A5:D20 totals        name Threshold = Setup!$B$2 date
//     system 1904 C6: {=B1:B3*2} C6:C8 -> 2            an array formula (Ctrl+Shift+Enter) and the cells it
//     fills C6: {=SORT(B1:B3)} spills C6:C8 -> 2 a dynamic array calculation iterate="1" attributes of the
//     workbook's calcPr
//
// Empty lines and blanks at line starts don't matter. A line that can't be understood throws
// std::invalid_argument.
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

/// A zip of stored members, in the order given.
std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& members);

}  // namespace scorebook::test
