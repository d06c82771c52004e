// check.hpp - the verb at the heart: a workbook in, findings and changes out. Decides nothing about showing
// or storing.
#pragma once

#include <optional>
#include <string>

#include "scorebook/calendar_date.hpp"
#include "scorebook/report.hpp"

namespace scorebook {

class TemplateSet;
class Workbook;
struct CollectedReturn;

struct CheckOptions {
    std::string template_name;           ///< use this kind; empty: recognise it from the headers
    const Workbook* previous = nullptr;  ///< last period's workbook: turns on the cross-period rules
    std::string previous_name;           ///< its file name, for messages
    std::optional<CalendarDate> as_at;   ///< the day "overdue" and "stale" are judged from
    CalendarDate today;  ///< used when neither `as_at` nor the workbook's own period end is known
    /// The workbook was made of a text that knows no numbers (CSV): numbers kept as text are turned into
    /// numbers without a word about it (V01).
    bool figures_are_text = false;
    /// What is collected may be read by the public: sheets and entries that say they are exempt or not for
    /// publication are left out (G10).
    bool for_publication = false;
};

/// Finds the tables of `workbook`, runs every rule of its kind and works out what a refresh would change.
///
/// An unrecognised workbook isn't an Error: it gives one finding (S01) that names the nearest kind.
/// Throws Error bad_template when `template_name` is not in `templates`. Cost: linear in cells.
Report check(const Workbook& workbook, const TemplateSet& templates, const CheckOptions& options);

/// The same, and what the workbook adds to a collected set, as a refresh leaves it.
Report check(const Workbook& workbook, const TemplateSet& templates, const CheckOptions& options,
             CollectedReturn& collected);

}  // namespace scorebook
