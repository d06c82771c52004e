// table_finder.hpp - finds a template's tables in a workbook nobody prepared, from header texts, never from
// sheet names alone.
#pragma once

#include <string_view>
#include <vector>

#include "scorebook/template_set.hpp"
#include "tables/found_table.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

/// Tries `only` when given, else every kind, and keeps the one that explains most of the workbook. Linear in
/// cells.
FoundTables find_tables(const Workbook& workbook, const TemplateSet& templates, const WorkbookTemplate* only);

}  // namespace scorebook
