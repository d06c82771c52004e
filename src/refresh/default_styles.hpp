// default_styles.hpp - the style a cell would have that isn't there yet: its row's, else its column's.
// ECMA-376 Part 1, 18.3.1.13 (col style) and 18.3.1.73 (row s, customFormat).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "bytes/byte_range.hpp"

namespace scorebook {

class ColumnStyles {
  public:
    /// Reads <cols>, which stands before `sheet_data`.
    ColumnStyles(std::string_view sheet_xml, ByteRange sheet_data);

    /// 0 for a column without a style of its own.
    std::uint16_t at(std::uint32_t column_index) const;

  private:
    struct Stretch {
        std::uint32_t first = 0;  ///< 1-based, as in the file
        std::uint32_t last = 0;
        std::uint16_t style = 0;
    };
    std::vector<Stretch> stretches_;
};

/// The style of a <row> element that says its style is for new cells too (customFormat).
std::optional<std::uint16_t> row_style(std::string_view row_xml);

}  // namespace scorebook
