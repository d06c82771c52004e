// template_set.cpp - the workbook kinds scorebook knows. TemplateSet::built_in() is in kinds/, above what
// folds headers.
#include "scorebook/template_set.hpp"

#include <algorithm>
#include <utility>

#include "templates/known_kinds.hpp"
#include "templates/template_file.hpp"

namespace scorebook {

WorkbookTemplate KnownKind::in_full() const {
    if (given) return *given;
    return read_template(built_in->xml, std::string(built_in->file_name));
}

TemplateSet::TemplateSet() : TemplateSet(std::make_shared<const KnownKinds>()) {}

TemplateSet::TemplateSet(std::shared_ptr<const KnownKinds> known) : known_(std::move(known)) {}

std::string TemplateSet::add(std::string_view xml, const std::string& file_name) {
    auto given = std::make_shared<const WorkbookTemplate>(read_template(xml, file_name));
    std::string name = given->name;
    auto changed = std::make_shared<KnownKinds>(*known_);
    auto& kinds = changed->kinds;
    const auto place = std::lower_bound(
        kinds.begin(), kinds.end(), name,
        [](const KnownKind& other, const std::string& wanted) { return other.name < wanted; });
    KnownKind kind{name, nullptr, std::move(given)};
    if (place != kinds.end() && place->name == name) {
        *place = std::move(kind);
    } else {
        kinds.insert(place, std::move(kind));
    }
    known_ = std::move(changed);
    return name;
}

std::vector<std::string> TemplateSet::names() const {
    std::vector<std::string> names;
    for (const KnownKind& kind : known_->kinds) names.push_back(kind.name);
    return names;
}

const WorkbookTemplate* TemplateSet::find(std::string_view name) const {
    const auto found = std::find_if(known_->kinds.begin(), known_->kinds.end(),
                                    [&](const KnownKind& kind) { return kind.name == name; });
    return found == known_->kinds.end() ? nullptr : &found->read();
}

std::vector<const WorkbookTemplate*> TemplateSet::all() const {
    std::vector<const WorkbookTemplate*> kinds;
    for (const KnownKind& kind : known_->kinds) kinds.push_back(&kind.read());
    return kinds;
}

}  // namespace scorebook
