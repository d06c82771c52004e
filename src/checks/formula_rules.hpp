// formula_rules.hpp - the ids of findings about a workbook's own formulas.
//
// The rules of the domain model (S01 to G12) judge what tables say; none of them judges how a cell got its
// value. Where one of them does speak of the same mistake its id is used: a total that leaves out a row is
// A02, a mean of percentages A05, what is hidden S13. What is left has ids of its own, outside the 72:
#pragma once

#include <string_view>

namespace scorebook {

/// A number typed over a column of formulas, or a formula unlike its neighbours'.
inline constexpr std::string_view odd_formula_rule = "F01";
/// Formulas that read each other in a circle.
inline constexpr std::string_view circle_rule = "C01";
/// Results stored in the file that aren't what the formulas give.
inline constexpr std::string_view stale_result_rule = "C02";
/// Formulas that read another workbook.
inline constexpr std::string_view other_workbook_rule = "C03";

}  // namespace scorebook
