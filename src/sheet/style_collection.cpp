// style_collection.cpp - found by a walk over the tags, so that all else stays byte for byte.
#include "sheet/style_collection.hpp"

#include <utility>

#include "bytes/splice.hpp"
#include "scorebook/error.hpp"
#include "sheet/element_edit.hpp"

namespace scorebook {

std::string StyleCollection::prefix() const {
    const std::string_view name = start.qualified_name;
    return std::string(name.substr(0, name.size() - start.local_name.size()));
}

std::optional<StyleCollection> look_for_style_collection(std::string_view xml, std::string_view name) {
    XmlCursor cursor(xml, 0, "styles");
    XmlTag tag;
    while (cursor.next(tag)) {
        if (tag.kind != XmlTag::Kind::open || cursor.depth() != 2 || tag.local_name != name) continue;
        StyleCollection found;
        found.start = tag;
        while (cursor.next(tag) && tag.opens())
            found.members.push_back({tag.bytes.begin, cursor.skip_element(tag).bytes.end});
        found.close = tag.bytes;
        return found;
    }
    return std::nullopt;
}

StyleCollection find_style_collection(std::string_view xml, std::string_view name) {
    if (auto found = look_for_style_collection(xml, name)) return std::move(*found);
    fail(ErrorCode::damaged_workbook,
         "the workbook's styles have no " + std::string(name) + ", so a colour can't be written", "styles");
}

std::string with_style(const std::string& xml, const StyleCollection& to, const std::string& member) {
    std::vector<Splice> edits;
    const auto start = slice(xml, to.start.bytes);
    if (to.start.attribute("count"))
        edits.push_back(
            {to.start.bytes, with_attribute(start, "count", std::to_string(to.members.size() + 1))});
    edits.push_back({{to.close.begin, to.close.begin}, member});
    return apply_splices(xml, edits);
}

}  // namespace scorebook
