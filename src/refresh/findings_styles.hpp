// findings_styles.hpp - the cell formats of a Findings sheet, appended to a workbook's styles.xml.
#pragma once

#include <cstdint>
#include <string>

namespace scorebook {

/// Indexes of cellXfs. All 0, the workbook's default, when it has no styles to add to.
struct FindingsStyles {
    std::uint32_t title = 0;
    std::uint32_t heading = 0;
    std::uint32_t text = 0;  ///< wrapped, at the top of its cell
    std::uint32_t error = 0;
    std::uint32_t warning = 0;
    std::uint32_t link = 0;
};

/// Adds them to `styles_xml`; those already there, from an earlier time, are used again.
FindingsStyles add_findings_styles(std::string& styles_xml);

}  // namespace scorebook
