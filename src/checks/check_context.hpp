// check_context.hpp - what every built-in check is given. A check reads it and adds findings and changes; it
// keeps nothing.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "checks/table_values.hpp"
#include "scorebook/check.hpp"
#include "scorebook/report.hpp"
#include "tables/found_table.hpp"
#include "tables/period_text.hpp"
#include "tables/read_value.hpp"
#include "tables/scorebook_sheet.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

/// One workbook with its tables found.
struct Subject {
    const Workbook* workbook = nullptr;
    const WorkbookTemplate* kind =
        nullptr;  ///< overrides of the Scorebook sheet put in; null: not recognised
    std::unique_ptr<const WorkbookTemplate> own_kind;  ///< holds `kind` when the Scorebook sheet changed it
    FoundTables found;
    ScorebookSheet overrides;
    std::optional<Period> period;
    std::vector<std::unique_ptr<TableValues>> values;  ///< beside found.tables
};

struct MatchedEntries;

struct CheckContext {
    const Subject& current;
    const Subject* previous = nullptr;  ///< last period's workbook, when there is one and it was recognised
    const MatchedEntries* matched = nullptr;  ///< this period's entries with last period's; beside `previous`
    std::string previous_name;
    CalendarDate as_at;
    CalendarDate period_begin;       ///< first day of the period when it gave `as_at`, else `as_at`
    const BandSet* bands = nullptr;  ///< in force on `as_at`
};

/// A built-in check: adds to `report`, never reads what other checks added.
using BuiltInCheck = void (*)(const CheckContext& context, Report& report);

/// A check under the name templates call it by. One row a check, in built_in_checks.cpp.
struct BuiltInCheckRow {
    std::string_view name;
    BuiltInCheck run;
};

}  // namespace scorebook
