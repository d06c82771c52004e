// template_choice.cpp - names before files, so that a stray file never hides a kind.
#include "cli/template_choice.hpp"

#include <filesystem>

#include "cli/options.hpp"
#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"

namespace scorebook::cli {

namespace {

std::string known_names(const TemplateSet& templates) {
    std::string names;
    for (const std::string& name : templates.names()) names += (names.empty() ? "" : ", ") + name;
    return names;
}

}  // namespace

TemplateChoice choose_template(const std::string& choice) {
    TemplateChoice chosen{TemplateSet::built_in(), {}};
    if (choice.empty()) return chosen;
    if (chosen.templates.find(choice)) {
        chosen.name = choice;
        return chosen;
    }
    const bool is_file_name = choice.find('/') != std::string::npos || choice.ends_with(".xml");
    if (!is_file_name && !std::filesystem::exists(choice))
        throw UsageError("there is no workbook kind or template file '" + choice +
                         "'; the kinds are: " + known_names(chosen.templates));
    try {
        chosen.name = chosen.templates.add(read_workbook_file(choice), choice);
    } catch (const Error& error) {
        throw error.with_file(choice);
    }
    return chosen;
}

}  // namespace scorebook::cli
