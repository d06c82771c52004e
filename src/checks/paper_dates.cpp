// paper_dates.cpp - check "paper_dates" (X12): a list of papers and their dates, in which a later period's
// report can't be dated before an earlier one's.
#include <algorithm>
#include <vector>

#include "checks/built_in_checks.hpp"
#include "checks/wording.hpp"
#include "tables/cell_text.hpp"
#include "tables/date_text.hpp"
#include "tables/period_shape.hpp"

namespace scorebook {

namespace {

constexpr std::size_t longest_entry = 400;
/// Rows of one list stand no farther apart than this.
constexpr std::uint32_t widest_date_gap = 3;

struct DatedPaper {
    std::uint32_t row = 0;
    CellRef date_cell;
    Period period;
    CalendarDate date;
};

bool is_paper(std::string_view text) {
    const std::string plain = folded(text);
    return find_word(plain, "report") || find_word(plain, "paper") || find_word(plain, "minutes") ||
           find_word(plain, "meeting");
}

std::optional<CalendarDate> date_in(const Workbook& workbook, std::size_t sheet, const SheetCell& cell) {
    if (is_number_cell(cell) && cell.has_value && workbook.style(cell).is_date)
        return date_from_serial(cell.number, workbook.date_system());
    if (!is_text_cell(cell)) return std::nullopt;
    const std::string text = cell_text(workbook, sheet, cell);
    return text.size() < 40 ? parse_date(text) : std::nullopt;
}

std::optional<DatedPaper> paper_in_row(const Workbook& workbook, std::size_t sheet_index,
                                       const SheetRow& row) {
    std::optional<Period> period;
    std::optional<DatedPaper> paper;
    for (const SheetCell& cell : workbook.sheets()[sheet_index].cells.row(row.row_index)) {
        if (is_blank_cell(workbook, sheet_index, cell)) continue;
        if (!period && is_text_cell(cell)) {
            const std::string text = cell_text(workbook, sheet_index, cell);
            if (text.size() <= longest_entry && is_paper(text)) {
                const auto shape = read_period_shape(text);
                if (shape && shape->days && shape->kind != PeriodKind::day) period = shape->days;
                if (!period) {
                    const auto found = find_period(text);
                    if (found && found->first != found->last) period = found;
                }
                continue;
            }
        }
        if (!period || paper) continue;
        if (const auto date = date_in(workbook, sheet_index, cell))
            paper = DatedPaper{row.row_index, {row.row_index, cell.column_index}, *period, *date};
    }
    return paper;
}

void check_list(const Sheet& sheet, std::vector<DatedPaper> papers, Report& report) {
    std::stable_sort(papers.begin(), papers.end(),
                     [](const DatedPaper& a, const DatedPaper& b) { return a.period.last < b.period.last; });
    for (std::size_t i = 0; i + 1 < papers.size(); ++i) {
        const DatedPaper& first = papers[i];
        const DatedPaper& second = papers[i + 1];
        const bool is_later = first.period.last < second.period.first;
        if (!is_later || first.date <= second.date) continue;
        Finding finding;
        finding.rule = "X12";
        finding.severity = Severity::warning;
        finding.sheet = sheet.name;
        finding.cell = std::min(first.date_cell, second.date_cell);
        finding.message = "The paper on " + first.period.label + " is dated " + to_text(first.date) +
                          ", after the one on " + second.period.label + " of " + to_text(second.date) + ".";
        finding.advice = "Check the two dates; they may have changed places.";
        finding.evidence = {{first.period.label, to_text(first.date)},
                            {second.period.label, to_text(second.date)}};
        report.findings.push_back(std::move(finding));
    }
}

}  // namespace

void check_paper_dates(const CheckContext& context, Report& report) {
    const Workbook& workbook = *context.current.workbook;
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
        const auto holds_row = [&](std::uint32_t row) {
            const auto& tables = context.current.found.tables;
            return std::any_of(tables.begin(), tables.end(), [&](const FoundTable& table) {
                return table.sheet_index == i && row >= table.range.first.row_index &&
                       row <= table.range.last.row_index;
            });
        };
        std::vector<DatedPaper> list;
        for (const SheetRow& row : workbook.sheets()[i].cells.rows) {
            if (holds_row(row.row_index)) continue;
            const auto paper = paper_in_row(workbook, i, row);
            if (!paper) continue;
            if (!list.empty() && paper->row > list.back().row + widest_date_gap) {
                check_list(workbook.sheets()[i], std::move(list), report);
                list.clear();
            }
            list.push_back(*paper);
        }
        check_list(workbook.sheets()[i], std::move(list), report);
    }
}

}  // namespace scorebook
