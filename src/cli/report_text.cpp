// report_text.cpp - lines for people. A workbook where everything is right gets one line and no clutter.
#include "cli/report_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/display_name.hpp"
#include "cli/text_lines.hpp"

namespace scorebook::cli {

namespace {

/// More of one rule on one sheet, and more changes, are counted instead of listed; JSON has them all.
constexpr std::size_t most_alike = 50;
constexpr std::size_t most_changes = 40;

constexpr std::size_t finding_indent = 11;

std::string joined(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i != items.size(); ++i)
        text += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
    return text;
}

/// "15 risks and 4 opportunities"; tables of one kind are added up.
std::string entries_text(const Report& report) {
    std::vector<std::pair<std::string, std::size_t>> counts;
    for (const TableSummary& table : report.tables) {
        const auto same = std::find_if(counts.begin(), counts.end(),
                                       [&](const auto& count) { return count.first == table.name; });
        if (same == counts.end())
            counts.emplace_back(table.name, table.rows);
        else
            same->second += table.rows;
    }
    std::vector<std::string> items;
    items.reserve(counts.size());
    for (const auto& [name, rows] : counts) items.push_back(counted(rows, name));
    return joined(items);
}

class TextReport {
  public:
    TextReport(const FileReport& file_report, const TextLook& look)
        : file_(file_report), report_(file_report.report), look_(look) {}

    std::string text() {
        const std::string name = printable(display_name(file_.file));
        if (file_.recalculated) return recalculation_text(name);
        const bool is_clean = report_.changes.empty() && report_.count(Severity::error) == 0 &&
                              report_.count(Severity::warning) == 0;
        if (is_clean) return quiet_line(name);
        add_heading(name);
        add_findings();
        add_changes();
        add_not_checked();
        lines_ += "\n" + wrapped(closing_text(), "", 2, look_.width);
        return std::move(lines_);
    }

  private:
    /// What is only worth knowing is counted, what wasn't looked at is named: a workbook that is right gets
    /// one line, which promises no more than was done.
    std::string quiet_line(const std::string& name) const {
        std::string line = name + ": " + entries_text(report_) + " checked, nothing to correct";
        std::string more;
        if (!report_.findings.empty()) more = counted(report_.findings.size(), "remarks") + "; ";
        const std::string unchecked = unchecked_names();
        if (!unchecked.empty()) more += "not checked: " + unchecked + "; ";
        if (!more.empty()) line += " (" + more + "--format json says more)";
        if (!file_.written.empty()) line += ", copied to " + printable(file_.written);
        return line + "\n";
    }

    std::string unchecked_names() const {
        constexpr std::size_t most_named = 4;
        std::vector<std::string> names;
        for (const NotChecked& unchecked : report_.not_checked) {
            // Rules that a right workbook gives nothing to look at are the JSON's business.
            if (unchecked.is_for_want_of_columns) continue;
            std::string name = printable(unchecked.what);  // two tables may lack the same
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
        }
        if (names.size() > most_named) {
            const std::size_t rest = names.size() - (most_named - 1);
            names.resize(most_named - 1);
            names.push_back(std::to_string(rest) + " more");
        }
        return joined(names);
    }

    std::string recalculation_text(const std::string& name) {
        const RecalculatedWorkbook& recalculated = *file_.recalculated;
        lines_ = colour(name, Colour::bold) + ": " + counted(recalculated.formulas, "formulas") +
                 " recalculated, ";
        if (recalculated.stale.empty())
            lines_ += "every stored result was right";
        else
            lines_ += fmt::format("{} stored {} wrong", recalculated.stale.size(),
                                  recalculated.stale.size() == 1 ? "result was" : "results were");
        const auto by_the_day = std::count_if(recalculated.stale.begin(), recalculated.stale.end(),
                                              [](const StaleFormula& stale) { return stale.is_volatile; });
        if (by_the_day != 0)
            lines_ +=
                fmt::format(" ({} of them only because the date, the time or chance is another)", by_the_day);
        if (!file_.written.empty()) lines_ += ", written to " + printable(file_.written);
        lines_ += "\n";
        add_changes();
        add_findings();
        for (const UnsupportedFormula& formula : recalculated.unsupported) report_not_computed(formula);
        add_not_checked();
        return std::move(lines_);
    }

    void report_not_computed(const UnsupportedFormula& formula) {
        lines_ += wrapped(fmt::format("{}!{} keeps its stored result: {}", printable(formula.sheet),
                                      to_a1(formula.cell), printable(formula.why)),
                          "  ", 6, look_.width);
    }

    std::string colour(std::string_view text, Colour colour) const {
        return coloured(text, colour, look_.colour);
    }

    void add_heading(const std::string& name) {
        std::string kind = report_.template_name.empty() ? "not recognised" : report_.template_name;
        if (!report_.period.empty()) kind += ", " + report_.period;
        lines_ += colour(name, Colour::bold) + ": " + printable(kind) + "\n";
        for (const TableSummary& table : report_.tables)
            lines_ += fmt::format("  {}!{}  {}\n", printable(table.sheet), to_a1(table.range),
                                  counted(table.rows, table.name));
    }

    void add_findings() {
        const std::string* sheet = nullptr;
        std::map<std::string, std::size_t> alike;
        const auto count_left_out = [&] {
            for (const auto& [rule, count] : alike) {
                if (count > most_alike)
                    lines_ += fmt::format("{:{}}and {} more like these [{}]; --format json lists them all\n",
                                          "", finding_indent, count - most_alike, rule);
            }
            alike.clear();
        };
        for (const Finding& finding : report_.findings) {
            if (!sheet || finding.sheet != *sheet) {
                count_left_out();
                sheet = &finding.sheet;
                lines_ += "\n" + colour(sheet->empty() ? "Workbook" : printable(*sheet), Colour::bold) + "\n";
            }
            if (++alike[finding.rule] <= most_alike) add_finding(finding);
        }
        count_left_out();
    }

    void add_finding(const Finding& finding) {
        struct Look {
            std::string_view word;
            Colour colour;
        };
        // In the order of Severity.
        static constexpr std::array<Look, 3> looks = {
            {{"INFO", Colour::cyan}, {"WARNING", Colour::yellow}, {"ERROR", Colour::red}}};
        const Look& severity = looks[static_cast<std::size_t>(finding.severity)];
        std::string text;
        if (finding.range && finding.range->first != finding.range->last)
            text = to_a1(*finding.range) + "  ";
        else if (finding.cell)
            text = to_a1(*finding.cell) + "  ";
        if (!finding.record.empty()) text += printable(finding.record) + "  ";
        text += printable(finding.message) + " [" + finding.rule + "]";
        const std::string start = fmt::format("  {:<9}", severity.word);
        const std::string body = wrapped(text, start, finding_indent, look_.width);
        lines_ += "  " + colour(severity.word, severity.colour) + body.substr(2 + severity.word.size());
        if (!finding.advice.empty())
            lines_ += wrapped("Do: " + printable(finding.advice), std::string(finding_indent, ' '),
                              finding_indent + 4, look_.width);
    }

    void add_changes() {
        if (report_.changes.empty()) return;
        lines_ += "\n" + colour(file_.dry_run ? "Would change" : "Changed", Colour::bold) + "\n";
        const std::vector<Change>& changes = report_.changes;
        std::size_t shown = 0, lines = 0;
        for (; shown != changes.size() && lines != most_changes; ++lines) {
            const Change& change = changes[shown];
            const std::size_t row_end = end_of_new_row(shown);
            const CellRange place{change.cell, changes[row_end - 1].cell};
            std::string text =
                fmt::format("{}!{}  {}", printable(change.sheet), to_a1(place), change_text(change));
            while (++shown != row_end) text += " | " + value_text(changes[shown].after);
            if (!change.because.empty()) text += "  " + printable(change.because);
            lines_ += wrapped(text, "  ", 6, look_.width);
        }
        if (shown != changes.size())
            lines_ += fmt::format("  and {} more; --format json lists them all\n", changes.size() - shown);
    }

    /// Behind the last of the changes from `first` on that fill one row of empty cells for one reason.
    std::size_t end_of_new_row(std::size_t first) const {
        const auto fills = [](const Change& change) {
            return change.kind == ChangeKind::value && is_blank(change.before) && !change.fill_after;
        };
        const std::vector<Change>& changes = report_.changes;
        std::size_t end = first + 1;
        while (end != changes.size() && fills(changes[first]) && fills(changes[end]) &&
               changes[end].sheet == changes[first].sheet &&
               changes[end].cell ==
                   CellRef{changes[end - 1].cell.row_index, changes[end - 1].cell.column_index + 1} &&
               changes[end].because == changes[first].because)
            ++end;
        return end;
    }

    static std::string value_text(const CellValue& value) {
        return is_blank(value) ? std::string("blank") : printable(to_text(value));
    }

    static std::string change_text(const Change& change) {
        const auto fill_text = [](const std::optional<Rgb>& fill) {
            return fill ? to_hex(*fill) : "no colour";
        };
        if (change.kind == ChangeKind::fill)
            return "colour " + fill_text(change.fill_before) + " -> " + fill_text(change.fill_after);
        std::string text = value_text(change.before) + " -> " + value_text(change.after);
        if (change.fill_after) text += ", colour " + to_hex(*change.fill_after);
        return text;
    }

    void add_not_checked() {
        if (report_.not_checked.empty()) return;
        lines_ += "\n" + colour("Not checked", Colour::bold) + "\n";
        for (const NotChecked& unchecked : report_.not_checked)
            lines_ +=
                wrapped(printable(unchecked.what) + ": " + printable(unchecked.why), "  ", 6, look_.width);
    }

    std::string closing_text() const {
        const std::size_t safe = static_cast<std::size_t>(
            std::count_if(report_.findings.begin(), report_.findings.end(),
                          [](const Finding& finding) { return finding.fix == Fix::safe; }));
        std::string text = joined({counted(report_.count(Severity::error), "errors"),
                                   counted(report_.count(Severity::warning), "warnings"),
                                   counted(report_.count(Severity::info), "remarks")});
        if (file_.command == Command::check) {
            if (safe != 0) text += fmt::format("; refresh puts {} of them right", safe);
            return text;
        }
        text += "; " + counted(report_.changes.size(), "cells");
        text += file_.dry_run ? " would change, nothing was written" : " changed";
        if (!file_.written.empty()) text += ", written to " + printable(file_.written);
        return text;
    }

    const FileReport& file_;
    const Report& report_;
    const TextLook& look_;
    std::string lines_;
};

}  // namespace

std::string report_text(const FileReport& file_report, const TextLook& look) {
    return TextReport(file_report, look).text();
}

}  // namespace scorebook::cli
