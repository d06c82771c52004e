// rules_in_words.hpp - a template's rules as sentences for officers, made from what the template file says.
#pragma once

#include <string>

#include "templates/workbook_template.hpp"

namespace scorebook {

/// "Risk Score = Impact x Likelihood"; the formula itself where it can't be said shorter.
std::string in_words(const TableSpec& table, const ComputedColumn& computed);

/// The check's own message without the row's values.
std::string in_words(const FormulaCheck& check);

/// "% Answered is 100 x Answered / Offered".
std::string in_words(const TableSpec& table, const Relation& relation);

/// What a built-in check looks for; empty for a name nobody knows.
std::string built_in_check_in_words(std::string_view name);

}  // namespace scorebook
