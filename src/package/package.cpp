// package.cpp - the parts of a workbook by name.
#include "package/package.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <unordered_map>
#include <utility>

#include "package/content_types.hpp"
#include "package/foreign_format.hpp"
#include "package/part_name.hpp"
#include "package/relationships.hpp"
#include "package/zip_directory.hpp"
#include "package/zip_rewrite.hpp"
#include "scorebook/error.hpp"

namespace scorebook {

struct Package::State {
    std::string bytes;
    ZipDirectory directory;
    std::unordered_map<std::string, std::size_t> by_key;  ///< part_key -> index into directory.members
    ContentTypes content_types;

    std::optional<std::size_t> find(std::string_view part_name) const {
        const auto found = by_key.find(part_key(part_name));
        if (found == by_key.end()) return std::nullopt;
        return found->second;
    }
};

Package::Package(std::unique_ptr<State> state) : state_(std::move(state)) {}
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

Package Package::open(std::string bytes) {
    refuse_unless_zip(bytes);
    auto state = std::make_unique<State>();
    state->directory = read_zip_directory(bytes, max_inflated);
    state->bytes = std::move(bytes);
    const std::vector<ZipMember>& members = state->directory.members;
    for (std::size_t i = 0; i != members.size(); ++i) {
        if (members[i].is_folder()) continue;
        if (!state->by_key.emplace(part_key(members[i].name), i).second) {
            fail(ErrorCode::damaged_workbook, "the file has two parts of the same name", members[i].name);
        }
    }

    Package package(std::move(state));
    if (!package.has(ContentTypes::part_name)) {
        if (package.has("mimetype")) refuse_open_document(package.read("mimetype"));
        if (package.has("xl/workbook.xml")) {
            fail(ErrorCode::damaged_workbook, "the list of content types, [Content_Types].xml, is missing");
        }
        fail(ErrorCode::not_a_workbook,
             "this is a zip file, but not an Excel workbook; if a workbook is inside, unpack it first");
    }
    package.state_->content_types = ContentTypes::parse(package.read(ContentTypes::part_name));
    const std::vector<Relationship> relationships = package.relationships("");
    const auto main =
        std::find_if(relationships.begin(), relationships.end(),
                     [](const Relationship& relationship) { return relationship.type == "officeDocument"; });
    if (main == relationships.end()) {
        fail(ErrorCode::damaged_workbook, "the file doesn't say which of its parts is the workbook");
    }
    refuse_foreign_content_type(package.content_type(main->target));
    return package;
}

const std::string& Package::bytes() const {
    return state_->bytes;
}

std::vector<std::string> Package::part_names() const {
    std::vector<std::string> names;
    for (const ZipMember& member : state_->directory.members) {
        if (!member.is_folder()) names.push_back(member.name);
    }
    return names;
}

bool Package::has(std::string_view part_name) const {
    return state_->find(part_name).has_value();
}

std::string Package::read(std::string_view part_name) const {
    const auto member = state_->find(part_name);
    if (!member) fail(ErrorCode::damaged_workbook, "a part of the workbook is missing", part_name);
    return unpack(state_->bytes, state_->directory.members[*member]);
}

std::vector<Relationship> Package::relationships(std::string_view part_name) const {
    const std::string name = relationships_name(part_name);
    if (!has(name)) return {};
    std::vector<Relationship> relationships = parse_relationships(read(name), name, part_name);
    // As the zip writes it, when the part is there.
    for (Relationship& relationship : relationships) {
        if (relationship.external) continue;
        if (const auto member = state_->find(relationship.target)) {
            std::string_view written = state_->directory.members[*member].name;
            written.remove_prefix(std::min(written.find_first_not_of("/\\"), written.size()));
            relationship.target = written;
        }
    }
    return relationships;
}

std::string Package::content_type(std::string_view part_name) const {
    return state_->content_types.find(part_name);
}

std::string Package::with_parts(const std::map<std::string, std::string>& parts) const {
    std::vector<ReplacedMember> replaced;
    std::vector<AddedMember> added;
    for (const auto& [name, content] : parts) {
        if (const auto member = state_->find(name)) {
            replaced.push_back({*member, content});
        } else {
            added.push_back({name, content});
        }
    }
    return rewrite_zip(state_->bytes, state_->directory, replaced, added);
}

}  // namespace scorebook
