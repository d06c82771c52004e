// findings_sheet.hpp - a sheet "Findings" at the end of an officer's workbook, so that it can be sent back to
// its service.
#pragma once

#include "refresh/added_sheet.hpp"
#include "scorebook/report.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

/// Adds the sheet to `parts`, the parts a refresh of `workbook` changes: part name -> text. A sheet an
/// earlier run added is written anew; one of the officer's own that is called so stays, and ours gets a
/// number. Throws Error damaged_workbook when the workbook's list of sheets can't be added to.
void add_findings_sheet(const Workbook& workbook, const Report& report, ChangedParts& parts);

}  // namespace scorebook
