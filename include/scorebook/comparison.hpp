// comparison.hpp - two periods of one kind side by side: what changed as data, and as the sentences of a
// covering report.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scorebook/calendar_date.hpp"
#include "scorebook/report.hpp"

namespace scorebook {

class TemplateSet;
class Workbook;

/// One thing that is different, or worth saying although it isn't. Classes are those of the committee's own
/// lists: "new", "removed: below threshold", "omitted without reason", "rescored residual up", "actions
/// added", "remains, unchanged", ...
struct Difference {
    std::string change;
    std::string table;   ///< the template's name: "risks"
    std::string record;  ///< the entry's id as typed now, or before when it is gone
    std::string before;  ///< values; empty where there are none
    std::string after;
    std::string cell_before;  ///< "Register!H6" in the older workbook
    std::string cell_after;
    std::string sentence;  ///< "Residual score reassessed and increased from 9 to 12."
};

/// A paragraph and the list beneath it.
struct NarrativeParagraph {
    struct Item {
        std::string record;
        std::string text;
        std::string cells;  ///< what it rests on: "Register!H6 before, Register!H6 now"
    };
    std::string heading;
    std::vector<Item> items;
};

struct Comparison {
    std::string template_name;
    std::string period_before;
    std::string period_now;
    std::vector<Difference> differences;
    std::vector<NarrativeParagraph> narrative;
    /// Entries at or above the threshold that are gone without a reason: the narrative can't be published.
    std::size_t omitted = 0;
    std::vector<NotChecked> not_checked;
};

struct CompareOptions {
    std::string template_name;
    std::optional<CalendarDate> as_at;
    CalendarDate today;
};

/// Throws Error bad_template for an unknown kind, not_a_workbook when either has no table of the kind.
Comparison compare(const Workbook& before, const Workbook& now, const TemplateSet& templates,
                   const CompareOptions& options);

}  // namespace scorebook
