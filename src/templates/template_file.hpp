// template_file.hpp - reads a template file (workbook-templates/*.xml). The format is described at the top of
// workbook-templates/README.md; mistakes are given as file:line:column with the line and a caret.
#pragma once

#include <string>
#include <string_view>

#include "templates/workbook_template.hpp"

namespace scorebook {

/// Throws Error bad_template.
WorkbookTemplate read_template(std::string_view xml, const std::string& file_name);

}  // namespace scorebook
