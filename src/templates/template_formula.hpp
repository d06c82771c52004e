// template_formula.hpp - a formula of a template: parsed, and everything it names known.
#pragma once

#include <string_view>
#include <vector>

#include "formula/row_formula.hpp"
#include "templates/template_element.hpp"
#include "templates/workbook_template.hpp"

namespace scorebook {

/// A name used in a formula: not a function, a column, a number, TRUE or FALSE.
struct UsedName {
    std::string_view name;  ///< into the formula
    std::size_t offset = 0;
    bool is_reference = false;  ///< a cell, a sheet or another table, which a template can't know
};

std::vector<UsedName> names_used(std::string_view formula);

/// The formula in `element`. Fails where it can't be parsed, or names a column that `table` doesn't have, or
/// a name that is no setting or band name of `kind`.
RowFormula read_formula(const TemplateElement& element, const WorkbookTemplate& kind, const TableSpec& table);

}  // namespace scorebook
