// external_reference.hpp - cells of other workbooks, as this file keeps them: [1]Sheet1!A1:B9 and [1]!Name.
#pragma once

#include <string_view>

#include "formula/value.hpp"
#include "formula/workspace.hpp"

namespace scorebook::formula {

/// The kept values of `range`, whole columns and rows cut where the kept cells end. When the file keeps
/// nothing of that sheet the evaluation gives up. `book` is the number between the brackets.
Value external_cells(Workspace& workspace, std::string_view book, std::string_view sheet,
                     const CellRange& range);

/// The kept values of the cells a name of another workbook refers to; gives up when it refers to anything
/// else.
Value external_name(Workspace& workspace, std::string_view book, std::string_view name);

}  // namespace scorebook::formula
