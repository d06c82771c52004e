// recalculation_findings.hpp - what a recalculation has to say beside its results: circles, and values taken
// on trust.
#pragma once

#include <string>
#include <vector>

#include "formula/recalculate.hpp"
#include "scorebook/report.hpp"

namespace scorebook {

class Workbook;

/// One finding a circle, naming its cells in the order they read each other.
std::vector<Finding> circle_findings(const Workbook& workbook, const Recalculation& recalculation);

/// One line for each other workbook's values that were used as this file keeps them.
std::vector<NotChecked> values_taken_on_trust(const Workbook& workbook, const Recalculation& recalculation);

/// " (budget 2016.xlsx)": the files the workbook's links lead to; empty when none is named.
std::string other_workbook_names(const Workbook& workbook);

/// "Sheet1!A1, Sheet1!A2 and 7 more": the first few, and how many there are.
std::string places_text(const Workbook& workbook, const std::vector<CellPlace>& places);

}  // namespace scorebook
