// findings_sheet_xml.hpp - a report as the XML of a sheet: what was found, what was put right, what was not
// checked.
#pragma once

#include <string>
#include <string_view>

#include "refresh/added_sheet.hpp"
#include "refresh/findings_styles.hpp"
#include "scorebook/report.hpp"

namespace scorebook {

/// A1 of every Findings sheet begins with it: by this a later run knows its own sheet.
inline constexpr std::string_view findings_sheet_title = "Findings of scorebook";

std::string findings_sheet_xml(const Report& report, const FindingsStyles& styles, SchemaFlavour flavour);

}  // namespace scorebook
