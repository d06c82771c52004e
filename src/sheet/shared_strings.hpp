// shared_strings.hpp - the workbook's string table: plain and rich items, phonetic runs left out.
// ECMA-376 Part 1, 18.4.8 (si), 18.4.9 (sst).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace scorebook {

class SharedStrings {
  public:
    /// `xml` may be empty: a workbook without the part has no shared strings.
    /// Throws Error damaged_workbook for broken XML.
    static SharedStrings parse(std::string_view xml);

    /// Text of item `index`. Throws Error damaged_workbook when there is no such item.
    std::string_view at(std::uint64_t index) const;
    std::size_t size() const { return ends_.size(); }

  private:
    std::string text_;                 ///< all items, one after the other
    std::vector<std::uint64_t> ends_;  ///< where each one ends in text_
};

/// The text of an <is> or <si> element: its <t> and the <t> of its runs, without phonetic runs. `xml` starts
/// at the tag.
std::string read_rich_text(std::string_view xml);

}  // namespace scorebook
