// built_in_templates.hpp - the template files compiled into the library. The build writes the table itself.
#pragma once

#include <span>
#include <string_view>

namespace scorebook {

struct BuiltInTemplate {
    std::string_view file_name;  ///< "risk-register.xml"
    std::string_view xml;
};

std::span<const BuiltInTemplate> built_in_template_texts();

}  // namespace scorebook
