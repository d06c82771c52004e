// document_properties.hpp - title, organisation, language and day as OPC and OpenDocument store them.
#pragma once

#include <string>

#include "report/layout.hpp"

namespace scorebook {

/// docProps/core.xml. ECMA-376 Part 2, 11.1.
std::string core_properties(const Layout& layout);
/// docProps/app.xml. ECMA-376 Part 1, 22.2.
std::string extended_properties(const Layout& layout);
/// meta.xml of an OpenDocument file. OpenDocument 1.3 Part 3, 4.3.
std::string open_document_meta(const Layout& layout);

}  // namespace scorebook
