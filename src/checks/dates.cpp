// dates.cpp - check "dates" (V13): a date reads one way only, and the weekday beside it is right.
#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

void check_dates_in(const CheckContext& context, const TableValues& values, const FoundColumn& column,
                    Report& report) {
    constexpr const char* weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday"};
    const std::vector<TypedCell>& cells = values.typed(column);
    EntryFindings findings(report, Severity::warning);
    for (std::size_t entry = 0; entry < cells.size(); ++entry) {
        const bool two_ways = cells[entry].has(ReadingRemark::date_two_ways);
        const bool wrong_weekday = cells[entry].has(ReadingRemark::weekday_disagrees);
        if (!two_ways && !wrong_weekday) continue;
        findings.add(values.place(entry, column), [&] {
            Finding finding = finding_at(values, entry, column, "V13", Severity::warning);
            const std::string text = shortened(values.read(entry, column).text);
            const auto date =
                cells[entry].has_number()
                    ? date_from_serial(cells[entry].number, context.current.workbook->date_system())
                    : std::nullopt;
            finding.message = column.spec->header + " '" + text + "' ";
            if (wrong_weekday) {
                finding.message += "names a weekday that isn't the date's";
                if (date) finding.message += ": " + to_text(*date) + " is a " + weekdays[weekday(*date)];
                finding.message += ".";
                finding.advice = "Correct the day or the weekday.";
            } else {
                finding.message += "could be day/month or month/day";
                if (date) finding.message += "; it was read as " + to_text(*date);
                finding.message += ".";
                finding.advice = "Type the month as a word, or enter a real date.";
            }
            finding.evidence = {{"found", text}};
            if (date) finding.evidence.emplace_back("read as", to_text(*date));
            return finding;
        });
    }
}

}  // namespace

void check_dates(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        for (const FoundColumn& column : values->table().columns) {
            if (column.spec && column.spec->kind == ValueKind::date)
                check_dates_in(context, *values, column, report);
        }
    }
}

}  // namespace scorebook
