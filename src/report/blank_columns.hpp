// blank_columns.hpp - which of a template's columns a new workbook starts with.
#pragma once

#include <vector>

#include "templates/workbook_template.hpp"

namespace scorebook {

/// All columns of a small table. Of a large one those it can't do without, those rules read, and those a
/// register is kept for: people, lists, words, dates, scores now and after actions. In the template's order.
std::vector<const ColumnSpec*> blank_columns(const TableSpec& table);

}  // namespace scorebook
