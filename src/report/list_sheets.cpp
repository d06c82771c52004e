// list_sheets.cpp - title, headings with a filter, rows; the first row of headings is repeated on each page.
#include "report/list_sheets.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "checks/wording.hpp"
#include "report/finding_place.hpp"
#include "report/text_measure.hpp"

namespace scorebook {

namespace {

struct ListColumn {
    const char* heading;
    double width;
};

/// More of them nobody reads; the CSV and the returns' own workbooks have them all.
constexpr std::size_t most_rows = 20'000;

class ListSheet {
  public:
    ListSheet(lxw_worksheet* sheet, const SetFormats& formats, const std::string& title,
              const std::string& note, std::initializer_list<ListColumn> columns)
        : sheet_(sheet), formats_(formats), columns_(static_cast<lxw_col_t>(columns.size())) {
        worksheet_write_string(sheet, 0, 0, title.c_str(), formats.title());
        worksheet_write_string(sheet, 1, 0, note.c_str(), formats.note());
        lxw_col_t column = 0;
        for (const ListColumn& each : columns) {
            widths_.push_back(each.width);
            worksheet_write_string(sheet, heading_row, column, each.heading, formats.heading());
            worksheet_set_column(sheet, column, column, each.width, nullptr);
            ++column;
        }
    }

    void begin_row() {
        end_row();
        ++row_;
        column_ = 0;
    }
    void text(const std::string& value) { write(value, formats_.text()); }
    void status(const std::string& word) { write(word, formats_.band(word)); }
    void number(double value) { worksheet_write_number(sheet_, row_, column_++, value, formats_.number()); }

    void finish() {
        end_row();
        worksheet_autofilter(sheet_, heading_row, 0, std::max<lxw_row_t>(row_, heading_row + 1),
                             static_cast<lxw_col_t>(columns_ - 1));
        worksheet_freeze_panes(sheet_, heading_row + 1, 0);
        worksheet_repeat_rows(sheet_, heading_row, heading_row);
        set_up_page(sheet_);
    }

  private:
    static constexpr lxw_row_t heading_row = 3;
    static constexpr double line_height = 15;

    /// As high as its longest text, because not every program sees to that itself.
    void end_row() {
        if (lines_ > 1)
            worksheet_set_row(sheet_, row_,
                              line_height * static_cast<double>(std::min<std::size_t>(lines_, 27)), nullptr);
        lines_ = 1;
    }

    void write(const std::string& value, lxw_format* format) {
        if (!value.empty()) {
            worksheet_write_string(sheet_, row_, column_, value.c_str(), format);
            constexpr double pixels_a_character = 7;
            lines_ = std::max(lines_, wrapped_lines(value, widths_[column_] * pixels_a_character, {}));
        }
        ++column_;
    }

    lxw_worksheet* sheet_;
    const SetFormats& formats_;
    lxw_col_t columns_;
    std::vector<double> widths_;
    std::size_t lines_ = 1;
    lxw_row_t row_ = heading_row;
    lxw_col_t column_ = 0;
};

std::string_view severity_word(Severity severity) {
    return severity == Severity::error ? "Error" : severity == Severity::warning ? "Warning" : "Remark";
}

}  // namespace

void write_exceptions(lxw_worksheet* sheet, const SetEntries& entries, const SetFormats& formats) {
    const auto exceptions = entries.exceptions();
    ListSheet list(sheet, formats, "Exceptions",
                   many(exceptions.size(), "entry is", "entries are") + " Red or worsening",
                   {{"Status", 10},
                    {"Movement", 13},
                    {"Record", 16},
                    {"Title", 46},
                    {"Figure", 11},
                    {"Target", 16},
                    {"Theme", 22},
                    {"Owner", 24},
                    {"Return", 30},
                    {"Sheet", 18},
                    {"Cell", 8}});
    for (std::size_t i = 0; i != std::min(exceptions.size(), most_rows); ++i) {
        const CollectedEntry& entry = exceptions[i]->entry;
        list.begin_row();
        list.status(entry.rag);
        list.text(entry.movement);
        list.text(entry.record);
        list.text(entry.title);
        if (exceptions[i]->points.empty())
            list.text({});
        else
            list.number(exceptions[i]->points.back().number);
        list.text(entry.target);
        list.text(entry.theme);
        list.text(entry.owner);
        list.text(entries.returns()[exceptions[i]->from].file);
        list.text(entry.sheet);
        list.text(to_a1(entry.cell));
    }
    list.finish();
}

void write_unmatched(lxw_worksheet* sheet, const std::vector<UnmatchedEntry>& unmatched,
                     const SetEntries& entries, const SetFormats& formats) {
    ListSheet list(sheet, formats, "Unmatched",
                   many(unmatched.size(), "entry has", "entries have") +
                       " no counterpart of the same reference; what it may be is a suggestion",
                   {{"Record", 16},
                    {"Title", 46},
                    {"Return", 30},
                    {"Sheet", 18},
                    {"Cell", 8},
                    {"Unmatched because", 34},
                    {"May be record", 16},
                    {"May be", 46},
                    {"In return", 30}});
    for (std::size_t i = 0; i != std::min(unmatched.size(), most_rows); ++i) {
        const SetEntry& own = *unmatched[i].entry;
        const SetEntry* const likely = unmatched[i].likely;
        list.begin_row();
        list.text(own.entry.record);
        list.text(own.entry.title);
        list.text(entries.returns()[own.from].file);
        list.text(own.entry.sheet);
        list.text(to_a1(own.entry.cell));
        list.text(unmatched[i].why);
        list.text(likely ? likely->entry.record : "nothing like it");
        list.text(likely ? likely->entry.title : std::string());
        list.text(likely ? entries.returns()[likely->from].file : std::string());
    }
    list.finish();
}

void write_set_findings(lxw_worksheet* sheet, const SetEntries& entries, const SetFormats& formats) {
    const auto& findings = entries.findings();
    ListSheet list(sheet, formats, "Findings",
                   many(findings.size(), "finding", "findings") + " in " +
                       many(entries.returns().size(), "return", "returns"),
                   {{"Severity", 10},
                    {"Rule", 7},
                    {"Return", 30},
                    {"Sheet", 18},
                    {"Cell", 10},
                    {"Record", 18},
                    {"What is wrong", 70},
                    {"What to do", 46}});
    for (std::size_t i = 0; i != std::min(findings.size(), most_rows); ++i) {
        const Finding& finding = findings[i].finding;
        list.begin_row();
        list.text(std::string(severity_word(finding.severity)));
        list.text(finding.rule);
        list.text(entries.returns()[findings[i].from].file);
        list.text(finding.sheet);
        list.text(place_text(finding));
        list.text(finding.record);
        list.text(finding.message);
        list.text(finding.advice);
    }
    list.finish();
}

void write_returns(lxw_worksheet* sheet, const SetEntries& entries, const SetFormats& formats) {
    ListSheet list(sheet, formats, "Returns", "How far each return is what its kind asks for",
                   {{"No.", 6},
                    {"Return", 40},
                    {"Period", 16},
                    {"Entries", 9},
                    {"Errors", 9},
                    {"Warnings", 10},
                    {"Remarks", 10},
                    {"Put right", 10},
                    {"Conformance", 22}});
    std::size_t number = 0;
    for (const SetReturn& from : entries.returns()) {
        list.begin_row();
        list.number(static_cast<double>(++number));
        list.text(from.file);
        list.text(from.period);
        for (const std::size_t count : {from.entries, from.errors, from.warnings, from.remarks, from.changes})
            list.number(static_cast<double>(count));
        list.text(from.conformance);
    }
    list.finish();
}

}  // namespace scorebook
