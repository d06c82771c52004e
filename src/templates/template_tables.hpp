// template_tables.hpp - reads a <table> of a template file: columns, computed columns, checks.
#pragma once

#include "templates/template_element.hpp"
#include "templates/workbook_template.hpp"

namespace scorebook {

/// `kind` holds what formulas and columns may name: settings, bands and word lists. Fails with the place of a
/// mistake. A file that is read again gives columns without synonyms.
TableSpec read_table(const TemplateElement& element, const WorkbookTemplate& kind);

}  // namespace scorebook
