// template_tables.hpp - reads a <table> of a template file: columns, computed columns, checks.
#pragma once

#include "templates/template_element.hpp"
#include "templates/workbook_template.hpp"

namespace scorebook {

/// Whether a column's <also> headers are read, and checked not to be another column's.
enum class Synonyms { read, left_out };

/// `kind` holds what formulas and columns may name: settings, bands and word lists. Fails with the place of a
/// mistake.
TableSpec read_table(const TemplateElement& element, const WorkbookTemplate& kind, Synonyms synonyms);

}  // namespace scorebook
