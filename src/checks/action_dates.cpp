// action_dates.cpp - check "action_dates" (G04): an action has a date; when the date is past, the action is
// done or its status says that it is late, not Green.
#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/entry_status.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

class DueDates {
  public:
    DueDates(const CheckContext& context, const TableValues& values, const FoundColumn& due)
        : context_(context), values_(values), due_(due), dates_(context.current.workbook->date_system()) {
        today_ = serial_from_date(context.as_at, dates_).value_or(0);
    }

    void run(Report& report) const {
        EntryFindings overdue(report, Severity::warning);
        EntryFindings undated(report, Severity::warning);
        const std::vector<TypedCell>& cells = values_.typed(due_);
        for (std::size_t entry = 0; entry < cells.size(); ++entry) {
            const CellRef place = values_.place(entry, due_);
            const bool is_past = cells[entry].has_number() && cells[entry].number < today_;
            if (is_past && !is_closed(values_, entry) && !is_shown_as_late(entry)) {
                overdue.add(place, [&] { return late(entry, cells[entry].number); });
            } else if (cells[entry].state == ValueState::blank && has_action(entry) &&
                       !is_closed(values_, entry)) {
                undated.add(place, [&] { return without_date(entry); });
            }
        }
    }

  private:
    std::string status(std::size_t entry) const {
        const FoundColumn* column = values_.roles().status;
        return column ? shortened(values_.read(entry, *column).text) : std::string();
    }

    /// A status that owns up to the delay is all the rule asks for.
    bool is_shown_as_late(std::size_t entry) const {
        return has_any_word(folded(status(entry)), {"late", "overdue", "delayed", "red", "amber", "hold"});
    }

    bool has_action(std::size_t entry) const {
        if (values_.table().spec->entry == "action") return true;
        const FoundColumn* actions = values_.roles().actions;
        return actions && !values_.is_empty(entry, *actions);
    }

    Finding late(std::size_t entry, double serial) const {
        Finding finding = finding_at(values_, entry, due_, "G04", Severity::warning);
        const auto date = date_from_serial(serial, dates_);
        const std::string day = date ? to_text(*date) : to_text(CellValue(serial));
        const std::string word = status(entry);
        finding.message = due_.spec->header + " " + day + " had passed on " + to_text(context_.as_at);
        finding.message += word.empty() ? " and nothing says that the action is done."
                                        : ", but the status is still " + word + ".";
        finding.advice = "Close the action, or give the new date and show it as late.";
        finding.evidence = {{"due", day}, {"as at", to_text(context_.as_at)}};
        if (!word.empty()) finding.evidence.emplace_back("status", word);
        return finding;
    }

    Finding without_date(std::size_t entry) const {
        Finding finding = finding_at(values_, entry, due_, "G04", Severity::warning);
        const std::string word = status(entry);
        finding.message = due_.spec->header + " is blank" +
                          (word.empty() ? std::string(" although there is something to do.")
                                        : ", yet the status is " + word + ".");
        finding.advice = "Give a date, or say 'Ongoing'.";
        return finding;
    }

    const CheckContext& context_;
    const TableValues& values_;
    const FoundColumn& due_;
    DateSystem dates_;
    double today_ = 0;
};

}  // namespace

void check_action_dates(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        if (const FoundColumn* due = values->roles().due) DueDates(context, *values, *due).run(report);
    }
}

}  // namespace scorebook
