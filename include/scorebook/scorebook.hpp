// scorebook.hpp - start here: the map of the headers, the verbs, and a ten-line example.
//
//   vocabulary   error, cell_ref, cell_value, calendar_date, finding, change, report   plain structs
//   verbs        open_workbook (workbook.hpp) -> check (check.hpp) -> refreshed_bytes (refresh.hpp)
//   rules        TemplateSet (template_set.hpp): the workbook kinds, as data
//
//   auto workbook  = scorebook::open_workbook(scorebook::read_workbook_file("register.xlsx"),
//   "register.xlsx"); auto templates = scorebook::TemplateSet::built_in(); auto report    =
//   scorebook::check(*workbook, templates, {}); for (const auto& finding : report.findings) std::cout <<
//   finding.message << '\n'; scorebook::replace_workbook_file("register.xlsx",
//   scorebook::refreshed_bytes(*workbook, report));
#pragma once

#include "scorebook/calendar_date.hpp"
#include "scorebook/cell_ref.hpp"
#include "scorebook/cell_value.hpp"
#include "scorebook/change.hpp"
#include "scorebook/check.hpp"
#include "scorebook/error.hpp"
#include "scorebook/finding.hpp"
#include "scorebook/recalculation.hpp"
#include "scorebook/refresh.hpp"
#include "scorebook/report.hpp"
#include "scorebook/template_guide.hpp"
#include "scorebook/template_set.hpp"
#include "scorebook/workbook.hpp"
