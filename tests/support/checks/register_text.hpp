// register_text.hpp - a small register in order, and the same with something wrong, so that a test shows only
// the fault.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "scorebook/check.hpp"
#include "scorebook/template_set.hpp"
#include "support/workbook_text.hpp"

namespace scorebook::test {

/// The lines of a register without faults: sheet Register, header in row 3, CR1 to CR5 in rows 4 to 8 with
/// impact (D), likelihood (E), score (F), actions (G), residual impact (H), likelihood (I) and score (J), RAG
/// (K), owner (L), direction (M), status (N) and due date (O); sheet Opportunities, header in row 3, CO1 to
/// CO4 in rows 4 to 7 with description (B), score (C), actions (D), residual score (E), owner (F) and
/// direction (G). It is about May 2016.
std::string register_lines();

/// That register with further lines: a later line overrides the cell.
std::shared_ptr<const Workbook> register_with(std::string_view lines, std::string name = "register.xlsx");

/// The kinds built into the library, read once.
const TemplateSet& templates();

/// Checked with the built-in templates.
Report check_lines(std::string_view lines, const CheckOptions& options = {});
Report check_register_with(std::string_view lines, const CheckOptions& options = {});

/// "V11 error Register!F4 CR1 safe" for each finding that isn't information, in the report's order.
std::vector<std::string> faults(const Report& report);
/// The same for the findings of one rule, information too.
std::vector<std::string> findings_of(const Report& report, std::string_view rule);
/// "Register!F4 value 20 -> 25", with the fill after it when that changes.
std::vector<std::string> changes(const Report& report);

/// The first finding of a rule. Throws std::out_of_range when there is none.
const Finding& first_of(const Report& report, std::string_view rule);

}  // namespace scorebook::test

template <>
struct doctest::StringMaker<std::vector<std::string>> {
    static String convert(const std::vector<std::string>& lines) {
        std::string text;
        for (const std::string& line : lines) text += "\n    " + line;
        return text.c_str();
    }
};
