// style_collection.hpp - one list of styles.xml (<fonts>, <fills>, <cellXfs>) with the bytes of its members.
// ECMA-376 Part 1, 18.8.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/byte_range.hpp"
#include "sheet/xml_cursor.hpp"

namespace scorebook {

struct StyleCollection {
    XmlTag start;     ///< points into the part
    ByteRange close;  ///< its end tag
    std::vector<ByteRange> members;

    /// "x:" where the part spells its elements with a prefix.
    std::string prefix() const;
};

/// Nothing when the part has no such list, or one without an end tag of its own.
std::optional<StyleCollection> look_for_style_collection(std::string_view xml, std::string_view name);

/// Throws Error damaged_workbook when the part has no such list with an end tag of its own.
StyleCollection find_style_collection(std::string_view xml, std::string_view name);

/// `xml` with `member` appended to the list, and its count, where it has one, put right.
std::string with_style(const std::string& xml, const StyleCollection& to, const std::string& member);

}  // namespace scorebook
