// docx_parts.hpp - the parts of a Word document beside its text: styles, bullets, footer, properties.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "report/layout.hpp"

namespace scorebook {

/// The XML declaration and the document element up to its body.
std::string document_begin();

/// All parts, in the order Word writes them. The footer is rId4 of the document.
std::vector<std::pair<std::string, std::string>> docx_parts(const Layout& layout, std::string document);

}  // namespace scorebook
