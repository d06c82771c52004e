// xml_cursor.hpp - walks the tags of an XML part without building a tree, so that every tag keeps its byte
// range. Well-formed nesting is enforced; DTDs are refused. Knows nothing of spreadsheets. XML 1.0, sections
// 2 and 3.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "bytes/byte_range.hpp"

namespace scorebook {

/// One tag. Views point into the part.
struct XmlTag {
    enum class Kind { open, close, empty };
    Kind kind = Kind::open;
    std::string_view qualified_name;  ///< "x:c"
    std::string_view local_name;      ///< "c"
    std::string_view attributes;      ///< what stands between the name and ">" or "/>"
    ByteRange bytes;                  ///< from "<" to after ">"

    bool opens() const { return kind != Kind::close; }
    bool closes() const { return kind != Kind::open; }
    /// The raw value of the attribute with this qualified name, entities not resolved.
    std::optional<std::string_view> attribute(std::string_view name) const;
};

class XmlCursor {
  public:
    /// Deeper than any part of a workbook goes (drawings inside controls reach about 20).
    static constexpr std::size_t max_depth = 128;

    /// `offset` is where to begin; `place` goes into error messages.
    explicit XmlCursor(std::string_view xml, std::size_t offset = 0, std::string_view place = {});

    /// The next tag; text, comments, CDATA and processing instructions are passed over. False at the end of
    /// the part, where every element must have been closed. Throws Error damaged_workbook for broken nesting,
    /// a DTD or deep nesting.
    bool next(XmlTag& tag);

    /// After next() gave an open tag: passes over all it holds, up to and including its close tag, which is
    /// returned.
    XmlTag skip_element(const XmlTag& opened);

    /// Open elements, the one just opened included.
    std::size_t depth() const { return depth_; }
    std::size_t offset() const { return offset_; }
    /// After next() gave an open tag whose content someone else has read: goes on behind its close tag, at
    /// `offset`.
    void continue_behind(std::size_t offset) {
        offset_ = offset;
        --depth_;
    }

  private:
    std::string_view xml_;
    std::size_t offset_;
    std::string place_;
    std::size_t depth_ = 0;
    std::array<std::string_view, max_depth> open_;
};

/// From "<!" or "<?" at `offset` to the offset after the comment, CDATA section or processing instruction.
/// Throws Error damaged_workbook for a DTD or an unclosed one.
std::size_t skip_markup(std::string_view xml, std::size_t offset, std::string_view place);

/// Whether Excel's _xHHHH_ escapes are resolved too: they are in text, not in formulas.
enum class ExcelEscapes { keep, resolve };

/// The text of an element that has no child elements, from what stands between its tags: entities resolved,
/// CDATA taken as it is, comments left out. Appended to `text`.
void append_text(std::string& text, std::string_view inner_xml, ExcelEscapes escapes);

/// xsd:boolean: "1" and "true"; Office also reads "on" and "t".
bool is_true(std::string_view attribute_value);

}  // namespace scorebook
