// template_file.hpp - reads a template file (workbook-templates/*.xml). The format is described at the top of
// workbook-templates/README.md; mistakes are given as file:line:column with the line and a caret.
#pragma once

#include <string>
#include <string_view>

#include "templates/workbook_template.hpp"

namespace scorebook {

/// Throws Error bad_template.
WorkbookTemplate read_template(std::string_view xml, const std::string& file_name);

/// The same for a file that read_template() has read before without a mistake, in a fraction of the time:
/// columns have no synonyms, and that no two of them share a header isn't looked at again.
WorkbookTemplate read_template_again(std::string_view xml, const std::string& file_name);

}  // namespace scorebook
