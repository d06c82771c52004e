// period_text.hpp - the period a workbook is about, from however its title or date row spells it
// (papers-audit.md 1.5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scorebook/calendar_date.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

struct Period {
    CalendarDate first;
    CalendarDate last;
    std::string label;  ///< as councils write it: "Q1 2016/17", "May 2016", "2015/16", "8 June 2016"
};

/// The first period spelt in `text`, or none. Quarters are financial (Q1 = April to June) unless the text
/// says calendar.
std::optional<Period> find_period(std::string_view text);

/// The workbook's own period: Scorebook sheet, then title rows above the first table, then the file name.
std::optional<Period> period_of(const Workbook& workbook, const struct FoundTables& tables,
                                const struct ScorebookSheet& overrides);

}  // namespace scorebook
