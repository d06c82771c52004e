// workbook_period.cpp - which period a workbook is about: what the officer says, else its titles, else its
// file name.
#include <algorithm>
#include <vector>

#include "tables/cell_text.hpp"
#include "tables/found_table.hpp"
#include "tables/period_text.hpp"
#include "tables/plain_text.hpp"
#include "tables/scorebook_sheet.hpp"

namespace scorebook {

namespace {

/// Titles stand close above a table.
constexpr std::uint32_t most_title_rows = 40;
constexpr std::size_t longest_title = 300;

bool is_one_day(const Period& period) {
    return period.first == period.last;
}

/// Keeps the first period that is longer than a day, and the first day for want of one: a title's "May 2016"
/// says more than "printed on 12/06/2016" beside it.
class BestPeriod {
  public:
    void offer(const std::optional<Period>& period) {
        if (!period) return;
        std::optional<Period>& place = is_one_day(*period) ? day_ : longer_;
        if (!place) place = period;
    }
    std::optional<Period> best() const { return longer_ ? longer_ : day_; }

  private:
    std::optional<Period> longer_;
    std::optional<Period> day_;
};

/// The cells of a row are read together first: "Quarter", 1 and 2016/17 may stand in three of them.
void offer_row(const Workbook& workbook, std::size_t sheet_index, std::uint32_t row, BestPeriod& best) {
    std::vector<std::optional<Period>> alone;
    std::string together;
    for (const SheetCell& cell : workbook.sheets()[sheet_index].cells.row(row)) {
        if (is_blank_cell(workbook, sheet_index, cell) || together.size() > longest_title) continue;
        if (is_number_cell(cell) && workbook.style(cell).is_date) {
            const auto day = date_from_serial(cell.number, workbook.date_system());
            if (day) alone.push_back(Period{*day, *day, to_text(*day)});
            continue;
        }
        const std::string text = cell_text(workbook, sheet_index, cell);
        if (text.size() > longest_title) continue;
        alone.push_back(find_period(text));
        together += text + " ";
    }
    best.offer(find_period(together));
    for (const std::optional<Period>& period : alone) best.offer(period);
}

std::string_view without_extension(std::string_view name) {
    const std::size_t slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? name : name.substr(0, dot);
}

}  // namespace

std::optional<Period> period_of(const Workbook& workbook, const FoundTables& tables,
                                const ScorebookSheet& overrides) {
    if (const auto said = find_period(overrides.period)) return said;
    BestPeriod titles;
    std::vector<bool> seen(workbook.sheets().size());
    for (const FoundTable& table : tables.tables) {
        if (table.sheet_index >= seen.size() || seen[table.sheet_index]) continue;
        seen[table.sheet_index] = true;
        const std::uint32_t end = std::min(table.first_header_row, most_title_rows);
        for (std::uint32_t row = 0; row < end; ++row) offer_row(workbook, table.sheet_index, row, titles);
    }
    if (const auto title = titles.best()) return title;
    return find_period(without_extension(workbook.name()));
}

}  // namespace scorebook
