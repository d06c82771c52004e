// sheet_surroundings.hpp - what a sheet part says before and after its cells: columns, merges, filter,
// protection, conditional formats. ECMA-376 Part 1, 18.3.1.99; conditional formats of Excel 2010 from
// [MS-XLSX] 2.6.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bytes/byte_range.hpp"
#include "scorebook/cell_ref.hpp"

namespace scorebook {

/// One <conditionalFormatting>: the formats its rules give.
struct ConditionalFormat {
    std::vector<CellRange> ranges;
    bool has_scale = false;                          ///< a colour scale or data bar among them
    std::vector<std::uint32_t> differential_styles;  ///< dxfId of each rule that has one
    std::vector<std::string_view>
        inline_styles;  ///< whole <dxf> elements of Excel 2010's rules; views into the part
};

struct SheetSurroundings {
    std::vector<CellRange> merges;  ///< by first cell
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        hidden_columns;  ///< inclusive index ranges, ascending, apart
    std::optional<CellRange> filter;
    bool filter_is_active = false;  ///< a column of the filter has a criterion
    bool is_protected = false;
    std::vector<ConditionalFormat> conditional_formats;
};

/// Reads the bytes of `xml` outside `sheet_data`. Ranges that can't be read are left out.
SheetSurroundings read_surroundings(std::string_view xml, ByteRange sheet_data);

}  // namespace scorebook
