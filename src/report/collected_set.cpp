// collected_set.cpp - which sheets a collected workbook has, and in which order.
#include "scorebook/collected_set.hpp"

#include <string>
#include <vector>

#include "report/dashboard_sheet.hpp"
#include "report/heat_map_sheet.hpp"
#include "report/list_sheets.hpp"
#include "report/new_workbook.hpp"
#include "report/set_entries.hpp"
#include "report/set_formats.hpp"
#include "report/unmatched.hpp"
#include "report/values_sheet.hpp"

namespace scorebook {

struct CollectedSet::State {
    SetEntries entries;
    ValuesSheet values;
};

CollectedSet::CollectedSet() : state_(std::make_unique<State>()) {}
CollectedSet::CollectedSet(CollectedSet&&) noexcept = default;
CollectedSet& CollectedSet::operator=(CollectedSet&&) noexcept = default;
CollectedSet::~CollectedSet() = default;

void CollectedSet::add(const ReturnRecord& record) {
    state_->entries.add(record);
    state_->values.add(record);
}

std::string CollectedSet::workbook() const {
    const SetEntries& entries = state_->entries;
    const ValuesSheet& values = state_->values;
    // A day of the returns, never of the clock: the same returns give the same bytes.
    const CalendarDate day = entries.kind().until.value_or(CalendarDate{2000, 1, 1});
    NewWorkbook book({entries.kind().title + ": collected returns", entries.present_period(), {}, day});
    const SetFormats formats(book.get(), entries.kind().bands);
    std::vector<std::string> notes;
    if (values.size() > values.shown())
        notes.push_back("A sheet holds 1,048,576 rows; the other " +
                        std::to_string(values.size() - values.shown()) +
                        " values are in the CSV and JSON Lines beside this workbook.");
    const std::vector<UnmatchedEntry> unmatched = unmatched_entries(entries);
    if (!unmatched.empty())
        notes.push_back(std::to_string(unmatched.size()) +
                        (unmatched.size() == 1 ? " entry has" : " entries have") +
                        " no counterpart; the sheet Unmatched lists them with what they may be.");
    write_dashboard(book.get(), book.add_sheet("Dashboard"), entries, formats, notes);
    if (entries.has_scores()) write_heat_maps(book.add_sheet("Heat map"), entries, formats);
    write_exceptions(book.add_sheet("Exceptions"), entries, formats);
    if (!unmatched.empty()) write_unmatched(book.add_sheet("Unmatched"), unmatched, entries, formats);
    write_set_findings(book.add_sheet("Findings"), entries, formats);
    write_returns(book.add_sheet("Returns"), entries, formats);
    values.write_frame(book.add_sheet(ValuesSheet::name), formats.heading());
    return values.with_rows(book.finish());
}

}  // namespace scorebook
