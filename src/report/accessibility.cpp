// accessibility.cpp - each rule looks at the file as another program wrote it, never at a layout of ours.
#include "scorebook/accessibility.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "checks/wording.hpp"
#include "formula/text_case.hpp"
#include "report/cell_paragraphs.hpp"
#include "report/sheet_markup.hpp"
#include "report/sheet_naming.hpp"
#include "tables/cell_text.hpp"
#include "tables/plain_text.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

namespace {

constexpr std::size_t shortest_title_cell = 5;

class AccessibilityCheck {
  public:
    explicit AccessibilityCheck(const Workbook& workbook) : workbook_(workbook) {}

    std::vector<Finding> run() {
        check_workbook();
        for (std::size_t i = 0; i < workbook_.sheets().size(); ++i) {
            if (!workbook_.sheets()[i].part_name.empty()) check_sheet(i);
        }
        return std::move(findings_);
    }

  private:
    const Workbook& workbook_;
    std::vector<Finding> findings_;

    void add(std::string rule, Severity severity, const Sheet* sheet, std::optional<CellRef> cell,
             std::string message, std::string advice) {
        Finding finding;
        finding.rule = std::move(rule);
        finding.severity = severity;
        if (sheet) finding.sheet = sheet->name;
        finding.cell = cell;
        finding.message = std::move(message);
        finding.advice = std::move(advice);
        findings_.push_back(std::move(finding));
    }

    void check_workbook() {
        const Package& package = workbook_.package();
        const DocumentFacts facts = read_document_facts(package);
        if (facts.title.empty())
            add("P01", Severity::error, nullptr, std::nullopt,
                "The workbook has no title among its properties.", "Type one under File, Info, Title.");
        if (facts.language.empty())
            add("P01", Severity::warning, nullptr, std::nullopt,
                "The workbook doesn't say its language, which screen readers need to pronounce it.",
                "Let scorebook appendix write the copy that is published.");
        if (workbook_.has_macros())
            add("P06", Severity::warning, nullptr, std::nullopt, "The workbook has macros.",
                "Save the published copy as .xlsx or .ods.");
        if (!workbook_.external_links().empty())
            add("P13", Severity::warning, nullptr, std::nullopt, "The workbook has links to other workbooks.",
                "Replace them by their values in the published copy.");
        if (facts.has_drawings)
            add("P07", Severity::error, nullptr, std::nullopt,
                "The workbook has pictures, charts or text boxes, which a screen reader may pass over.",
                "Put what they say into cells.");
        if (facts.active_sheet != 0)
            add("P10", Severity::error, nullptr, std::nullopt,
                "The workbook doesn't open on its first sheet.", "Choose the first sheet and save.");
    }

    void check_sheet(std::size_t index) {
        const Sheet& sheet = workbook_.sheets()[index];
        if (sheet.state != SheetState::visible) {
            add("P13", Severity::warning, &sheet, std::nullopt, "The sheet is hidden.",
                "Remove it or show it.");
            return;
        }
        check_name(sheet);
        const bool is_blank =
            std::all_of(sheet.cells.cells.begin(), sheet.cells.cells.end(),
                        [&](const SheetCell& cell) { return is_blank_cell(workbook_, index, cell); });
        if (is_blank) {
            add("P08", Severity::error, &sheet, std::nullopt, "The sheet is blank.", "Remove it.");
            return;
        }
        check_title(index);
        check_markup(sheet);
        check_tables(index);
        check_hidden(sheet);
        check_cells(index);
    }

    void check_name(const Sheet& sheet) {
        const std::string plain = folded(sheet.name);
        const bool is_default =
            plain.starts_with("sheet") && plain.find_first_not_of("0123456789 ", 5) == std::string::npos;
        if (is_default || trim_spaces(sheet.name) != sheet.name ||
            formula::utf16_length(sheet.name) > longest_sheet_name)
            add("P09", Severity::error, &sheet, std::nullopt, "The sheet's name doesn't say what is on it.",
                "Name it after its content, in at most 31 characters without spaces at the ends.");
    }

    void check_title(std::size_t index) {
        const Sheet& sheet = workbook_.sheets()[index];
        const std::string title = to_text(workbook_.value(index, {0, 0}));
        if (title.size() < shortest_title_cell)
            add("P20", Severity::error, &sheet, CellRef{0, 0},
                "Cell A1 holds no title, and that is where readers begin.",
                "Type what the sheet shows, of where and when, into A1.");
    }

    void check_markup(const Sheet& sheet) {
        const SheetMarkup markup = read_sheet_markup(sheet.xml);
        if (markup.has_frozen_panes)
            add("P28", Severity::warning, &sheet, std::nullopt, "Rows or columns are frozen.",
                "Unfreeze them.");
        if (markup.has_informing_header)
            add("P30", Severity::error, &sheet, std::nullopt,
                "The page header or footer holds text, which isn't read out with the sheet.",
                "Move it to the rows under the title.");
        if (!markup.active_cell.empty() && markup.active_cell != "A1")
            add("P10", Severity::error, &sheet, parse_cell(markup.active_cell), "The cursor isn't in A1.",
                "Choose A1 on each sheet and save.");
        if (sheet.filter)
            add("P28", Severity::warning, &sheet, sheet.filter->first, "A filter is left on.",
                "Remove the filter.");
    }

    bool is_in_table(const Sheet& sheet, CellRef cell) const {
        return std::any_of(sheet.tables.begin(), sheet.tables.end(),
                           [&](const ExcelTable& table) { return table.range.contains(cell); });
    }

    /// Three columns side by side in two rows is a table, marked up or not.
    void check_tables(std::size_t index) {
        const Sheet& sheet = workbook_.sheets()[index];
        std::size_t wide_rows = 0;
        std::optional<CellRef> first;
        for (const SheetRow& row : sheet.cells.rows) {
            std::size_t cells = 0;
            for (const SheetCell& cell : sheet.cells.row(row.row_index))
                cells += is_blank_cell(workbook_, index, cell) ||
                                 is_in_table(sheet, {row.row_index, cell.column_index})
                             ? 0
                             : 1;
            if (cells < 2) continue;
            if (++wide_rows == 1) first = CellRef{row.row_index, 0};
        }
        if (wide_rows >= 2)
            add("P40", Severity::error, &sheet, first,
                "A table isn't marked up as one, so a screen reader can't name its columns.",
                "Choose it and press Ctrl+T.");
        std::uint32_t last_row = 0;
        for (const ExcelTable& table : sheet.tables) {
            last_row = std::max(last_row, table.range.last.row_index);
            check_table(index, table);
        }
        if (sheet.tables.empty()) return;
        for (const SheetRow& row : sheet.cells.rows) {
            if (row.row_index <= last_row) continue;
            for (const SheetCell& cell : sheet.cells.row(row.row_index)) {
                if (is_blank_cell(workbook_, index, cell)) continue;
                add("P26", Severity::warning, &sheet, CellRef{row.row_index, cell.column_index},
                    "There is text below the table, where readers don't look for it.",
                    "Move it above the table or to a sheet of notes.");
                return;
            }
        }
    }

    void check_table(std::size_t index, const ExcelTable& table) {
        const Sheet& sheet = workbook_.sheets()[index];
        const CellRef first = table.range.first;
        if (first.column_index != 0)
            add("P25", Severity::error, &sheet, first,
                "The table " + table.name + " doesn't start in column A.", "Move it there.");
        if (folded(table.name).starts_with("table") &&
            table.name.find_first_not_of("0123456789", 5) == std::string::npos)
            add("P41", Severity::warning, &sheet, first,
                "The table is called " + table.name + ", which says nothing.", "Name it after its content.");
        std::set<std::string> headers;
        for (const std::string& header : table.columns) {
            const bool is_blank =
                is_blank_text(header) || (header.starts_with("Column") &&
                                          header.find_first_not_of("0123456789", 6) == std::string::npos);
            if (is_blank || !headers.insert(folded(header)).second)
                add("P42", Severity::error, &sheet, first,
                    "The heading '" + header + "' of the table " + table.name + " is blank or there twice.",
                    "Give each column a heading of its own.");
        }
        check_blank_rows(index, table);
    }

    void check_blank_rows(std::size_t index, const ExcelTable& table) {
        const Sheet& sheet = workbook_.sheets()[index];
        for (std::uint32_t row = table.range.first.row_index; row <= table.range.last.row_index; ++row) {
            const auto cells = sheet.cells.row(row);
            const bool is_blank = std::all_of(cells.begin(), cells.end(), [&](const SheetCell& cell) {
                return is_blank_cell(workbook_, index, cell);
            });
            if (!is_blank) continue;
            add("P27", Severity::error, &sheet, CellRef{row, table.range.first.column_index},
                "Row " + std::to_string(row + 1) + " of the table " + table.name + " is blank.",
                "Remove it; rows can be made higher instead.");
            return;
        }
    }

    void check_hidden(const Sheet& sheet) {
        if (!sheet.merges.empty())
            add("P43", Severity::error, &sheet, sheet.merges.front().first,
                counted(sheet.merges.size(), "range is", "ranges are") +
                    " merged, so a screen reader loses the columns.",
                "Unmerge the cells.");
        const bool has_hidden_rows = std::any_of(sheet.cells.rows.begin(), sheet.cells.rows.end(),
                                                 [](const SheetRow& row) { return row.hidden; });
        if (has_hidden_rows || !sheet.hidden_columns.empty())
            add("P29", Severity::warning, &sheet, std::nullopt, "Rows or columns are hidden.",
                "Show or remove them.");
    }

    void check_cells(std::size_t index) {
        const Sheet& sheet = workbook_.sheets()[index];
        std::set<std::string> told;
        const auto once = [&](const char* rule, Severity severity, CellRef place, std::string message,
                              std::string advice) {
            if (told.insert(rule).second)
                add(rule, severity, &sheet, place, std::move(message), std::move(advice));
        };
        for (const SheetRow& row : sheet.cells.rows) {
            for (const SheetCell& cell : sheet.cells.row(row.row_index)) {
                const CellRef place{row.row_index, cell.column_index};
                const bool is_blank = is_blank_cell(workbook_, index, cell);
                if (is_blank && workbook_.style(cell).fill)
                    once("P80", Severity::error, place, "A cell holds a colour and no word.",
                         "Write what the colour means.");
                if (!is_text_cell(cell) || is_blank) continue;
                const std::string text = cell_text(workbook_, index, cell);
                if (without_symbols(text) != fold_lines(text))
                    once("P68", Severity::warning, place,
                         "'" + shortened(text, 30) + "' holds a symbol, which may be read out as nothing.",
                         "Say it in words.");
                if (has_note_mark(text))
                    once("P62", Severity::error, place,
                         "'" + shortened(text, 30) + "' points at a note by a symbol.",
                         "Write [note 1] beside the row's name.");
                const std::string plain = folded(text);
                if (plain.starts_with("http://") || plain.starts_with("https://") || plain == "here" ||
                    plain == "click here")
                    once("P85", Severity::error, place, "The link's text doesn't say where it leads.",
                         "Name the page it leads to.");
            }
        }
    }

    /// "97%*", "12\u00B9": a mark right behind a figure.
    static bool has_note_mark(std::string_view text) {
        if (text.size() < 2 || text.size() > 20) return false;
        char32_t last = 0, before = 0;
        for (std::string_view rest = text; !rest.empty();) {
            before = last;
            last = take_code_point(rest);
        }
        const bool is_figure = (before >= '0' && before <= '9') || before == '%';
        return is_figure && is_footnote_mark(last);
    }
};

}  // namespace

std::vector<Finding> accessibility_findings(const Workbook& workbook) {
    return AccessibilityCheck(workbook).run();
}

}  // namespace scorebook
