// subject.hpp - a workbook recognised: its kind with the Scorebook sheet's overrides, its tables, its period.
#pragma once

#include "checks/check_context.hpp"
#include "scorebook/template_set.hpp"

namespace scorebook {

/// `wanted`: this kind and no other; null: the Scorebook sheet's choice, else the kind that explains most of
/// the workbook. Subject::kind stays null when none fits; `found` then says which came nearest. Throws Error
/// bad_template when the Scorebook sheet names a kind nobody knows.
Subject recognise(const Workbook& workbook, const TemplateSet& templates, const WorkbookTemplate* wanted);

}  // namespace scorebook
