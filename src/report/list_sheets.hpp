// list_sheets.hpp - the lists of a collected set: exceptions, findings and returns, a row each.
#pragma once

#include <xlsxwriter.h>

#include "report/set_entries.hpp"
#include "report/set_formats.hpp"

namespace scorebook {

void write_exceptions(lxw_worksheet* sheet, const SetEntries& entries, const SetFormats& formats);
void write_set_findings(lxw_worksheet* sheet, const SetEntries& entries, const SetFormats& formats);
void write_returns(lxw_worksheet* sheet, const SetEntries& entries, const SetFormats& formats);

}  // namespace scorebook
