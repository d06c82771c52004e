// dashboard_sheet.hpp - one page for a corporate team: status by theme, how it went, what moved most, what
// needs attention, each as a table and a native chart of it.
#pragma once

#include <xlsxwriter.h>

#include "report/set_entries.hpp"
#include "report/set_formats.hpp"

namespace scorebook {

/// `notes` are added below the title.
void write_dashboard(lxw_workbook* workbook, lxw_worksheet* sheet, const SetEntries& entries,
                     const SetFormats& formats, const std::vector<std::string>& notes);

}  // namespace scorebook
