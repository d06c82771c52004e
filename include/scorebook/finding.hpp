// finding.hpp - one thing an officer should know about a workbook, with its place, evidence and what to do.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scorebook/cell_ref.hpp"

namespace scorebook {

enum class Severity {
    info,     ///< worth knowing; nothing to do
    warning,  ///< could mislead a reader
    error,    ///< blocks publication
};

/// Who puts it right.
enum class Fix {
    safe,  ///< refresh does it
    ask,   ///< the officer must decide
    none,  ///< nothing to change in the workbook
};

struct Finding {
    std::string rule;  ///< id of the rule: "V11"
    Severity severity = Severity::warning;
    std::string sheet;               ///< sheet name; empty when it is about the whole workbook
    std::optional<CellRef> cell;     ///< first cell of the place; empty when it is about the whole sheet
    std::optional<CellRange> range;  ///< the whole place when it is more than one cell
    std::string record;              ///< the entry's id as typed, or the row's label; may be empty
    std::string message;  ///< what is wrong and why it matters, one or two sentences, officer's words
    std::string advice;   ///< what to do, as an instruction; may be empty for info
    std::vector<std::pair<std::string, std::string>> evidence;  ///< name -> value, e.g. printed, computed
    Fix fix = Fix::ask;
};

std::string_view to_text(Severity severity);  ///< "error", "warning", "info"
std::string_view to_text(Fix fix);            ///< "safe", "ask", "none"

}  // namespace scorebook
