// foreign_format.hpp - what a file that is no workbook seems to be, so that the officer knows what to do.
#pragma once

#include <string>
#include <string_view>

namespace scorebook {

/// Throws Error not_a_workbook, with a sentence that names the format, unless `bytes` can be a zip file.
void refuse_unless_zip(std::string_view bytes);

/// Throws Error not_a_workbook when the main part's content type is known to be another program's.
void refuse_foreign_content_type(std::string_view content_type);

/// Throws Error not_a_workbook for what the `mimetype` member of an OpenDocument file holds.
[[noreturn]] void refuse_open_document(std::string_view mimetype);

}  // namespace scorebook
