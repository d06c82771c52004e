// list_sheets.hpp - the lists of a collected set: exceptions, unmatched entries, findings and returns, a row
// each.
#pragma once

#include <xlsxwriter.h>

#include "report/set_entries.hpp"
#include "report/set_formats.hpp"
#include "report/unmatched.hpp"

namespace scorebook {

void write_exceptions(lxw_worksheet* sheet, const SetEntries& entries, const SetFormats& formats);
void write_unmatched(lxw_worksheet* sheet, const std::vector<UnmatchedEntry>& unmatched,
                     const SetEntries& entries, const SetFormats& formats);
void write_set_findings(lxw_worksheet* sheet, const SetEntries& entries, const SetFormats& formats);
void write_returns(lxw_worksheet* sheet, const SetEntries& entries, const SetFormats& formats);

}  // namespace scorebook
