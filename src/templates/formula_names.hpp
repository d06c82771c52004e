// formula_names.hpp - the names a template's formulas may use: its settings, its bands, its reachable scores.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "templates/workbook_template.hpp"

namespace scorebook {

/// Name -> what it stands for, as formula text: "Threshold" -> "12", "Band_From" -> "{1,5,12}",
/// "Band_Word" -> {"Green","Amber","Red"}, "Reachable" -> "{1,2,3,...,25}". `bands` may be null: no Band_
/// names then.
std::vector<std::pair<std::string, std::string>> formula_names(const WorkbookTemplate& kind,
                                                               const BandSet* bands, CalendarDate day);

/// Whether formulas of `kind` may use `name`, without case.
bool is_formula_name(const WorkbookTemplate& kind, std::string_view name);

}  // namespace scorebook
