// built_in_templates.cpp - the kinds compiled into the library.
#include <memory>
#include <string>
#include <utility>

#include "kinds/read_built_in.hpp"
#include "scorebook/template_set.hpp"
#include "templates/template_file.hpp"

namespace scorebook {

const WorkbookTemplate* make_built_in(const BuiltInKind& kind) {
    auto spec =
        std::make_unique<WorkbookTemplate>(read_template_again(kind.xml, std::string(kind.file_name)));
    for (std::size_t i = 0; i < spec->tables.size(); ++i) spec->tables[i].labels = &kind.tables[i];
    return spec.release();
}

TemplateSet TemplateSet::built_in() {
    KnownKinds known;
    known.built_in = &built_in_kinds();
    for (const BuiltInKind& kind : known.built_in->kinds)
        known.kinds.push_back({std::string(kind.name), &kind, {}});
    return TemplateSet(std::make_shared<const KnownKinds>(std::move(known)));
}

}  // namespace scorebook
