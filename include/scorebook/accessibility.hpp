// accessibility.hpp - what keeps a workbook from being published: the rules for accessible spreadsheets that
// a program can test.
#pragma once

#include <vector>

#include "scorebook/finding.hpp"

namespace scorebook {

class Workbook;

/// Findings with the rules' numbers ("P43"): essential ones are errors, desirable ones warnings. Any
/// workbook; by sheet. The rules are those of the Analysis Function's checklist "Accessible spreadsheets",
/// each explained by its message.
std::vector<Finding> accessibility_findings(const Workbook& workbook);

}  // namespace scorebook
