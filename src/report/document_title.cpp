// document_title.cpp - a title begins with its topic and ends with the period (accessible-tables.md P20).
#include "report/document_title.hpp"

#include <algorithm>

#include "checks/sheet_texts.hpp"
#include "checks/wording.hpp"
#include "formula/number_format.hpp"
#include "tables/cell_text.hpp"
#include "tables/period_text.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

/// More above a table is a covering note, not a title.
constexpr std::size_t most_texts = 12;
constexpr std::size_t shortest_stated_title = 4;

std::string shown_text(const Workbook& workbook, std::size_t sheet_index, const SheetCell& cell) {
    if (is_number_cell(cell)) {
        const CellStyle& style = workbook.style(cell);
        const std::string format = style.is_date ? "d mmmm yyyy" : style.number_format;
        if (auto shown = formula::format_value(cell.number, format, workbook.date_system())) return *shown;
    }
    return fold_spaces(cell_text(workbook, sheet_index, cell));
}

bool has_period(const std::string& text) {
    return find_period(text).has_value();
}

}  // namespace

std::vector<TextAbove> texts_above(const CheckContext& context, const FoundTable& table) {
    const Workbook& workbook = *context.current.workbook;
    const Sheet& sheet = workbook.sheets()[table.sheet_index];
    const std::uint32_t first_row = first_row_above(context, table);
    std::vector<TextAbove> texts;
    for (const SheetRow& row : sheet.cells.rows) {
        if (row.row_index < first_row || row.row_index >= table.first_header_row) continue;
        std::string text;
        std::size_t count = 0;
        std::uint32_t last_column = 0;
        for (const SheetCell& cell : sheet.cells.row(row.row_index)) {
            if (is_blank_cell(workbook, table.sheet_index, cell)) continue;
            const std::string shown = shown_text(workbook, table.sheet_index, cell);
            // What stands in the next cell goes on with the text; what stands apart is another one.
            if (!text.empty()) text += cell.column_index == last_column + 1 ? " " : "; ";
            last_column = cell.column_index;
            text += shown;
            ++count;
        }
        if (!text.empty())
            texts.push_back({std::move(text), count == 1 && row.row_index + 1 == table.first_header_row});
        if (texts.size() == most_texts) break;
    }
    return texts;
}

std::string document_title(const CheckContext& context) {
    const Subject& subject = context.current;
    const auto& facts = subject.overrides.publication;
    if (const auto said = facts.find("title"); said != facts.end()) return said->second;
    std::string title = subject.kind->title;
    for (const FoundTable& table : subject.found.tables) {
        if (table.spec->is_narrative) continue;
        const auto texts = texts_above(context, table);
        if (!texts.empty() && texts.front().text.size() >= shortest_stated_title) title = texts.front().text;
        break;
    }
    if (!has_period(title) && subject.period) title += ", " + subject.period->label;
    return title;
}

TableTitles table_titles(const CheckContext& context, const FoundTable& table,
                         const std::string& document_title) {
    TableTitles titles;
    std::vector<TextAbove> texts = texts_above(context, table);
    const auto& tables = context.current.found.tables;
    const auto shares = [&](auto is_like) {
        return std::count_if(tables.begin(), tables.end(), [&](const FoundTable& other) {
                   return !other.spec->is_narrative && is_like(other);
               }) > 1;
    };
    const bool is_first_on_sheet = std::none_of(tables.begin(), tables.end(), [&](const FoundTable& other) {
        return other.sheet_index == table.sheet_index && other.first_header_row < table.first_header_row;
    });
    const bool shares_sheet =
        shares([&](const FoundTable& other) { return other.sheet_index == table.sheet_index; });
    const bool is_only_one = !shares([](const FoundTable&) { return true; });
    std::string topic = document_title;
    if (is_first_on_sheet && !texts.empty() && texts.front().text.size() >= shortest_stated_title) {
        const bool is_documents = document_title.starts_with(texts.front().text);
        if (!is_documents) topic = texts.front().text;
        texts.erase(texts.begin());
    }
    // What stands right above one of several tables tells them apart.
    std::string label = table.spec->title;
    if (shares_sheet && !texts.empty() && texts.back().is_label) {
        label = texts.back().text;
        while (label.ends_with(':')) label.pop_back();
        texts.pop_back();
    }
    const bool is_told_apart = topic != document_title && !shares_sheet;
    titles.title = is_only_one || is_told_apart ? topic : topic + ": " + label;
    if (!has_period(titles.title) && context.current.period)
        titles.title += ", " + context.current.period->label;
    for (TextAbove& above : texts) titles.subtitles.push_back(std::move(above.text));
    return titles;
}

}  // namespace scorebook
