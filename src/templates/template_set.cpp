// template_set.cpp - the workbook kinds scorebook knows.
#include "scorebook/template_set.hpp"

#include <algorithm>

#include "templates/built_in_templates.hpp"
#include "templates/template_file.hpp"

namespace scorebook {

TemplateSet TemplateSet::built_in() {
    static const TemplateSet all = [] {
        TemplateSet set;
        for (const BuiltInTemplate& text : built_in_template_texts())
            set.add(text.xml, std::string(text.file_name));
        return set;
    }();
    return all;
}

void TemplateSet::add(std::string_view xml, const std::string& file_name) {
    auto kind = std::make_shared<const WorkbookTemplate>(read_template(xml, file_name));
    const auto place =
        std::lower_bound(templates_.begin(), templates_.end(), kind->name,
                         [](const auto& other, const std::string& name) { return other->name < name; });
    if (place != templates_.end() && (*place)->name == kind->name) {
        *place = std::move(kind);
    } else {
        templates_.insert(place, std::move(kind));
    }
}

const WorkbookTemplate* TemplateSet::find(std::string_view name) const {
    const auto found = std::find_if(templates_.begin(), templates_.end(),
                                    [&](const auto& kind) { return kind->name == name; });
    return found == templates_.end() ? nullptr : found->get();
}

}  // namespace scorebook
