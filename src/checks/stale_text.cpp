// stale_text.cpp - check "stale_text" (X08): words copied forward. A score moved while actions and comments
// stayed word for word, or the text looks forward to a month that is past.
#include <algorithm>
#include <array>
#include <optional>

#include "checks/built_in_checks.hpp"
#include "checks/commentary.hpp"
#include "checks/entry_findings.hpp"
#include "checks/entry_status.hpp"
#include "checks/match_entries.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

void check_copied_forward(const CheckContext& context, Report& report) {
    if (!context.matched) return;
    EntryFindings findings(report, Severity::warning);
    for (const EntryMatch& match : context.matched->matches) {
        const TableValues& now = *context.current.values[match.current.table];
        const TableValues& before = *context.previous->values[match.previous.table];
        const double score = now.number(match.current.entry, now.roles().judged());
        const double old_score = before.number(match.previous.entry, before.roles().judged());
        if (score != score || old_score != old_score || score == old_score) continue;
        const std::vector<std::string> same =
            unchanged_commentary(now, match.current.entry, before, match.previous.entry);
        if (same.empty()) continue;
        const FoundColumn& column = *commentary_columns(now).front();
        findings.add(now.place(match.current.entry, column), [&] {
            Finding finding = finding_at(now, match.current.entry, column, "X08", Severity::warning);
            finding.message = "The residual score moved from " + to_text(CellValue(old_score)) + " to " +
                              to_text(CellValue(score)) + ", but " + joined(same) +
                              (same.size() == 1 ? " is" : " are") + " word for word last period's.";
            finding.advice = "Say what moved the score, or check the score.";
            finding.evidence = {{"before", to_text(CellValue(old_score))},
                                {"now", to_text(CellValue(score))}};
            return finding;
        });
    }
}

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};

/// The number of the month `word` spells in full or by three or four letters, or 0.
int month_of(std::string_view word) {
    const std::string name = folded(word);
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (name == months[i] || (name.size() >= 3 && name.size() <= 4 && months[i].starts_with(name)))
            return static_cast<int>(i) + 1;
    }
    return 0;
}

/// A month that a sentence looks forward to.
struct AwaitedMonth {
    CalendarDate first_day_after;
    std::string sentence;
    std::string month;
};

bool looks_forward(std::string_view before) {
    return has_any_word(before, {"anticipated", "expected", "planned", "scheduled", "due", "will", "set for",
                                 "to be", "forecast", "proposed", "intended", "awaited", "aim", "target"}) &&
           !has_any_word(before, {"was", "were", "has been", "have been"});
}

/// "anticipated 'Go-Live' is set for November 2014": years are looked for first because they are rare.
std::optional<AwaitedMonth> find_past_month(std::string_view text, CalendarDate as_at) {
    const auto is_digit = [&](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    for (std::size_t at = text.find("20"); at != std::string_view::npos; at = text.find("20", at + 2)) {
        if (at < 4 || text[at - 1] != ' ' || !is_digit(at + 2) || !is_digit(at + 3) || is_digit(at + 4))
            continue;
        const int year = 2000 + (text[at + 2] - '0') * 10 + (text[at + 3] - '0');
        const std::size_t word_end = text.find_last_not_of(" ,", at - 1);
        if (word_end == std::string_view::npos) continue;
        const std::size_t word_begin = text.find_last_of(" \n(", word_end) + 1;
        const std::string_view word = text.substr(word_begin, word_end + 1 - word_begin);
        const int month = month_of(word);
        if (month == 0) continue;
        const CalendarDate after =
            month == 12 ? CalendarDate{year + 1, 1, 1} : CalendarDate{year, month + 1, 1};
        if (after > as_at) continue;
        std::size_t begin = word_begin;
        while (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != ';' &&
               !(begin > 1 && text[begin - 1] == ' ' && text[begin - 2] == '.')) {
            --begin;
        }
        if (!looks_forward(folded(text.substr(begin, word_begin - begin)))) continue;
        return AwaitedMonth{after, shortened(text.substr(begin, at + 4 - begin), 120),
                            std::string(word) + " " + std::to_string(year)};
    }
    return std::nullopt;
}

/// A month within the workbook's own period may still have lain ahead when the text was written.
void check_past_months(const CheckContext& context, const TableValues& values, const FoundColumn& column,
                       Report& report) {
    EntryFindings findings(report, Severity::warning);
    std::string buffer;
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        const std::string_view text = values.text(entry, column, buffer);
        const auto awaited = find_past_month(text, context.period_begin);
        if (!awaited || is_closed(values, entry)) continue;
        findings.add(values.place(entry, column), [&] {
            Finding finding = finding_at(values, entry, column, "X08", Severity::warning);
            finding.message = column.spec->header + " still looks forward to " + awaited->month +
                              ", which was past on " + to_text(context.period_begin) + ": '" +
                              awaited->sentence + "'.";
            finding.advice = "Say what has happened since.";
            finding.evidence = {{"text", awaited->sentence}, {"as at", to_text(context.period_begin)}};
            return finding;
        });
    }
}

}  // namespace

void check_stale_text(const CheckContext& context, Report& report) {
    check_copied_forward(context, report);
    for (const auto& values : context.current.values) {
        if (values->table().spec->is_narrative) continue;
        for (const FoundColumn& column : values->table().columns) {
            if (!column.spec) continue;
            const ValueKind kind = column.spec->kind;
            if (kind == ValueKind::text || kind == ValueKind::list)
                check_past_months(context, *values, column, report);
        }
    }
}

}  // namespace scorebook
