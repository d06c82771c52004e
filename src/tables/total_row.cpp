// total_row.cpp - only a few words make a row a total; a risk may begin with any of them.
#include "tables/total_row.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "tables/cell_text.hpp"
#include "tables/entry_id.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {
namespace {

constexpr std::size_t longest_total_label = 200;

bool is_all_of_a_kind(std::string_view folded) {
    constexpr std::array<std::string_view, 14> kinds{
        "services", "service areas", "directorates", "departments", "teams",   "areas",   "districts",
        "wards",    "regions",       "authorities",  "localities",  "schools", "sectors", "providers"};
    return folded.starts_with("all ") &&
           std::find(kinds.begin(), kinds.end(), folded.substr(4)) != kinds.end();
}

/// "Council total"; "Visits total" may be a measure.
bool is_total_of_body(std::string_view folded) {
    constexpr std::array<std::string_view, 12> bodies{"council", "county",    "borough",     "district",
                                                      "city",    "authority", "directorate", "department",
                                                      "service", "group",     "section",     "area"};
    constexpr std::string_view ending = " total";
    if (!folded.ends_with(ending)) return false;
    folded.remove_suffix(ending.size());
    return std::find(bodies.begin(), bodies.end(), folded) != bodies.end();
}

/// A quick look at the first letter, because this is asked of every row.
bool begins_like_total(const BodyColumns& columns, const SheetCell& cell) {
    if (cell.kind != CellKind::shared_string) return cell.length < 2000;
    const std::string_view text = trim_spaces(columns.text_view(cell).substr(0, 64));
    constexpr std::string_view letters = "tTsSgGoOaAmM";
    return !text.empty() && (letters.find(text.front()) != letters.npos || text.ends_with("otal"));
}

/// "3,564 | | Total": a table whose counts stand left of what they count. Only the bare word says so
/// there.
std::optional<std::string> label_behind_numbers(const BodyColumns& columns, const RowFacts& facts) {
    std::optional<std::string> label;
    for (const SheetCell& cell : columns.sheet().cells.row(facts.row_index)) {
        if (!is_text_cell(cell) || columns.is_blank(cell)) continue;
        if (!columns.reach(cell.column_index)) continue;
        const ColumnUse use = columns.use_of(cell.column_index);
        if (use != ColumnUse::text && use != ColumnUse::description) return std::nullopt;
        const std::string words =
            begins_like_total(columns, cell) ? fold_words(columns.text_of(cell)) : std::string();
        const bool is_total = words == "total" || words == "totals" || words == "grand total" ||
                              words == "overall" || words == "sub total" || words == "subtotal";
        if (!is_total || label) return std::nullopt;
        label = fold_spaces(columns.text_of(cell));
    }
    return label;
}

}  // namespace

std::optional<std::string> total_label(const BodyColumns& columns, const RowFacts& facts) {
    if (facts.first && is_number_cell(*facts.first)) return label_behind_numbers(columns, facts);
    if (!facts.first || !is_text_cell(*facts.first) || facts.numbers == 0) return std::nullopt;
    const SheetCell& cell = *facts.first;
    if (cell.kind == CellKind::shared_string && columns.text_view(cell).size() > longest_total_label) {
        return std::nullopt;
    }
    if (facts.key && facts.key == facts.first && fits_id_pattern(columns.text_of(cell), columns.id_pattern()))
        return std::nullopt;
    if (!begins_like_total(columns, cell)) return std::nullopt;
    std::string label = fold_spaces(columns.text_of(cell));
    const std::string folded = fold_words(label);
    constexpr std::array<std::string_view, 10> totals{"total",       "totals",  "sub total", "subtotal",
                                                      "grand total", "overall", "average",   "mean",
                                                      "sum",         "all"};
    // "All services | Complaints": the group says that it is a total, the key of what.
    const bool is_named = !columns.key_is_id() &&
                          (facts.first == facts.key || columns.use_of(cell.column_index) == ColumnUse::text);
    if (is_named && is_total_of_body(folded)) return label;
    for (const std::string_view total : totals) {
        if (folded == total) return label;
        // "All services" above or below the services; "All calls answered" is a measure.
        if (total == "all" && is_named && is_all_of_a_kind(folded)) return label;
        if (total == "all" || total == "mean" || total == "sum") continue;
        // "Average Call Wait" is a measure.
        if (total == "average" && !columns.key_is_id()) continue;
        // "Overall failure of IT" is a risk; "Total number of risks" has no description beside it.
        if (folded.starts_with(std::string(total) + ' ') && (facts.first == facts.key || facts.values <= 3))
            return label;
    }
    return std::nullopt;
}

}  // namespace scorebook
