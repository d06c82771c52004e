// template_choice.hpp - the workbook kinds to use, and the one --template asks for.
#pragma once

#include <string>

#include "scorebook/template_set.hpp"

namespace scorebook::cli {

struct TemplateChoice {
    TemplateSet templates;
    std::string name;  ///< of the kind to use; empty: recognise it
};

/// `choice` is the name of a kind, the name of a template file, or empty.
/// Throws UsageError for a name nobody knows, Error cannot_read or bad_template for a file that can't be
/// used.
TemplateChoice choose_template(const std::string& choice);

}  // namespace scorebook::cli
