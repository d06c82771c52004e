// dashboard_sheet.cpp - tables on the left, their charts on the right, so that every chart's figures can be
// read and checked beside it.
#include "report/dashboard_sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "checks/wording.hpp"
#include "report/text_measure.hpp"

namespace scorebook {

namespace {

constexpr const char* sheet_name = "Dashboard";
constexpr lxw_col_t chart_column = 8;
constexpr double row_height = 20;  ///< pixels of a row of 15 points
constexpr int chart_width = 620;
constexpr std::size_t most_themes = 24, most_movers = 10, most_trend_lines = 5, most_exceptions = 12;

class Dashboard {
  public:
    Dashboard(lxw_workbook* workbook, lxw_worksheet* sheet, const SetEntries& entries,
              const SetFormats& formats)
        : workbook_(workbook), sheet_(sheet), entries_(entries), formats_(formats) {}

    void write(const std::vector<std::string>& notes) {
        for (std::size_t i = 0; i != widths.size(); ++i)
            worksheet_set_column(sheet_, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), widths[i],
                                 nullptr);
        worksheet_set_column(sheet_, 7, 7, 2, nullptr);
        block_title(entries_.kind().title + ": collected returns");
        text(0, summary().c_str(), formats_.note());
        next();
        for (const std::string& note : notes) {
            text(0, note.c_str(), formats_.note());
            next();
        }
        next();
        write_statuses();
        write_trend();
        write_movers();
        write_exceptions();
        set_up_page(sheet_);
        constexpr std::uint8_t a3 = 8;
        worksheet_set_paper(sheet_, a3);
        worksheet_fit_to_pages(sheet_, 1, 1);
    }

  private:
    static constexpr std::array<double, 7> widths = {24, 46, 14, 14, 14, 15, 34};
    static constexpr double pixels_a_character = 7;

    /// A text on one line: as much of it as the column shows, with "..." where that isn't all.
    void line(lxw_col_t column, const std::string& value) const { line(column, value, formats_.line()); }
    void line(lxw_col_t column, const std::string& value, lxw_format* format) const {
        const double room = widths[column] * pixels_a_character;
        std::string shown = value.substr(0, value.find('\n'));
        if (text_width(shown, {}) > room) {
            std::string_view rest(shown);
            shown = std::string(take_line(rest, room - text_width("...", {}), {})) + "...";
        }
        text(column, shown.c_str(), format);
    }
    void text(lxw_col_t column, const char* value, lxw_format* format) const {
        worksheet_write_string(sheet_, row_, column, value, format);
    }
    void number(lxw_col_t column, double value) const {
        worksheet_write_number(sheet_, row_, column, value, formats_.number());
    }
    void next() { ++row_; }
    void block_title(const std::string& value) {
        worksheet_set_row(sheet_, row_, 24, nullptr);
        text(0, value.c_str(), formats_.title());
        next();
    }
    /// An entry without an id is called by its title, which needn't stand there twice.
    void record_and_title(const SetEntry& entry) const {
        const std::string name = entries_.name_of(entry);
        line(0, name);
        if (name != entry.entry.title) line(1, entry.entry.title);
    }
    /// The first two are of texts, then those before `texts_from` of numbers. The row is as high as its
    /// longest name needs, within reason.
    void headings(const std::vector<std::string>& names, lxw_col_t texts_from = 7) {
        constexpr std::size_t most_lines = 3;
        std::size_t lines = 1;
        for (lxw_col_t column = 0; column != names.size(); ++column) {
            const bool is_number = column > 1 && column < texts_from;
            text(column, names[column].c_str(), is_number ? formats_.number_heading() : formats_.heading());
            lines =
                std::max(lines, wrapped_lines(names[column], widths[column] * pixels_a_character, bold_text));
        }
        worksheet_set_row(sheet_, row_, 4 + 14 * static_cast<double>(std::min(lines, most_lines)), nullptr);
        next();
    }

    std::string summary() const {
        std::string text = many(entries_.returns().size(), "return", "returns");
        const std::string period = entries_.present_period();
        if (!period.empty()) text += "; counts are of " + period;
        if (const std::size_t earlier = entries_.earlier_returns(); earlier != 0)
            text += "; " + many(earlier, "earlier return shows", "earlier returns show") + " how things went";
        return text + ". Every value is on the sheet Values with the cell it came from.";
    }

    /// Places a chart beside the table that begins at `top`; the next block begins below both.
    void place(lxw_chart* chart, lxw_row_t top, const std::string& title, const std::string& description,
               std::size_t rows) {
        chart_title_set_name(chart, title.c_str());
        lxw_chart_font font{};
        font.size = 12;
        font.bold = LXW_TRUE;
        chart_title_set_name_font(chart, &font);
        chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
        const auto height = static_cast<std::uint32_t>(std::max<std::size_t>(rows, 12) * 20);
        lxw_chart_options options{};
        options.x_scale = chart_width / 480.0;
        options.y_scale = height / 288.0;
        options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
        options.description = const_cast<char*>(description.c_str());
        worksheet_insert_chart_opt(sheet_, top, chart_column, chart, &options);
        const auto chart_rows = static_cast<lxw_row_t>(height / row_height) + 2;
        row_ = std::max(row_ + 1, top + chart_rows);
    }

    void add_series(lxw_chart* chart, lxw_row_t first, lxw_row_t last, lxw_col_t column, lxw_row_t name_row,
                    Rgb fill) const {
        lxw_chart_series* const series = chart_add_series(chart, nullptr, nullptr);
        chart_series_set_categories(series, sheet_name, first, 0, last, 0);
        chart_series_set_values(series, sheet_name, first, column, last, column);
        chart_series_set_name_range(series, sheet_name, name_row, column);
        lxw_chart_fill look{};
        look.color = fill;
        chart_series_set_fill(series, &look);
    }

    lxw_row_t write_counts(const std::vector<std::pair<std::string, RagCounts>>& rows, std::size_t most) {
        const lxw_row_t first = row_;
        for (std::size_t i = 0; i != std::min(rows.size(), most); ++i) {
            const RagCounts& counts = rows[i].second;
            text(0, rows[i].first.c_str(), formats_.line());
            number(2, static_cast<double>(counts.red));
            number(3, static_cast<double>(counts.amber));
            number(4, static_cast<double>(counts.green));
            number(5, static_cast<double>(counts.other));
            number(6, static_cast<double>(counts.total()));
            next();
        }
        return first;
    }

    void write_statuses() {
        if (!entries_.has_statuses()) {
            text(0, "No entry has a status, so none is counted as Red, Amber or Green.", formats_.note());
            next();
            next();
            return;
        }
        const auto rows = entries_.by_theme();
        const std::string theme = entries_.kind().theme.empty() ? "Theme" : entries_.kind().theme;
        const lxw_row_t top = row_;
        block_title("Status by " + theme);
        headings({theme, "", "Red", "Amber", "Green", "Other", "Entries"});
        const lxw_row_t first = write_counts(rows, most_themes);
        if (rows.empty()) return;
        const lxw_row_t last = row_ - 1;
        if (rows.size() > most_themes) {
            text(0, ("and " + std::to_string(rows.size() - most_themes) + " more").c_str(), formats_.note());
            next();
        }
        lxw_chart* const chart = workbook_add_chart(workbook_, LXW_CHART_BAR_STACKED);
        add_counts(chart, first, last);
        top_down(chart);
        place(chart, top, "Entries by status and " + theme,
              "Stacked bars: how many entries are Red, Amber, Green or other, by " + theme, rows.size() + 6);
    }

    /// Bars in the order of their table; the scale stays below them. libxlsxwriter calls the axis of a bar
    /// chart's categories its x axis, and draws it upwards.
    static void top_down(lxw_chart* chart) {
        chart_axis_set_reverse(chart->y_axis);
        chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
    }

    void add_counts(lxw_chart* chart, lxw_row_t first, lxw_row_t last) const {
        const auto& bands = entries_.kind().bands;
        add_series(chart, first, last, 2, first - 1, SetFormats::fill_of(bands, "Red"));
        add_series(chart, first, last, 3, first - 1, SetFormats::fill_of(bands, "Amber"));
        add_series(chart, first, last, 4, first - 1, SetFormats::fill_of(bands, "Green"));
        add_series(chart, first, last, 5, first - 1, 0xA6A6A6);
    }

    void write_trend() {
        const auto periods = entries_.by_period();
        if (periods.size() > 1) {
            write_trend_of_counts(periods);
            return;
        }
        write_trend_of_rows();
        write_trend_of_points();
    }

    void write_trend_of_counts(const std::vector<std::pair<std::string, RagCounts>>& periods) {
        const lxw_row_t top = row_;
        block_title("Status by period");
        headings({"Period", "", "Red", "Amber", "Green", "Other", "Entries"});
        const lxw_row_t first = write_counts(periods, periods.size());
        lxw_chart* const chart = workbook_add_chart(workbook_, LXW_CHART_LINE);
        const auto& bands = entries_.kind().bands;
        lxw_col_t column = 2;
        for (const char* word : {"Red", "Amber", "Green"})
            add_line(chart, first, row_ - 1, column++, first - 1, SetFormats::fill_of(bands, word));
        place(chart, top, "Entries by status and period", "Lines: how many entries were Red, Amber and Green",
              periods.size() + 4);
    }

    void add_line(lxw_chart* chart, lxw_row_t first, lxw_row_t last, lxw_col_t column, lxw_row_t name_row,
                  Rgb colour) const {
        lxw_chart_series* const series = chart_add_series(chart, nullptr, nullptr);
        chart_series_set_categories(series, sheet_name, first, 0, last, 0);
        chart_series_set_values(series, sheet_name, first, column, last, column);
        chart_series_set_name_range(series, sheet_name, name_row, column);
        lxw_chart_line line{};
        line.color = colour;
        line.width = 2.25;
        chart_series_set_line(series, &line);
        chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
    }

    /// Tables of one row a period: their figure over the rows.
    void write_trend_of_rows() {
        std::vector<const SetEntry*> rows;
        for (const SetEntry* entry : entries_.present()) {
            if (entry->entry.is_period && !entry->points.empty() &&
                (rows.empty() ||
                 (rows.front()->entry.table == entry->entry.table && rows.front()->from == entry->from)))
                rows.push_back(entry);
        }
        if (rows.size() < 2) return;
        const std::string name = rows.front()->points.back().name;
        const lxw_row_t top = row_;
        block_title(rows.front()->entry.table + ": " + name);
        headings({"Period", "", name});
        const lxw_row_t first = row_;
        for (const SetEntry* entry : rows) {
            text(0, entry->entry.record.c_str(), formats_.line());
            number(2, entry->points.back().number);
            next();
        }
        lxw_chart* const chart = workbook_add_chart(workbook_, LXW_CHART_LINE);
        add_line(chart, first, row_ - 1, 2, first - 1, 0x1F3864);
        place(chart, top, rows.front()->entry.table + ": " + name + " by period",
              "A line: " + name + " from period to period", rows.size() + 4);
    }

    /// Entries with several figures of their own: the ones that moved most, over those figures' headings.
    /// Scores share a scale; other figures are shown with their first one as 100.
    void write_trend_of_points() {
        std::vector<const SetEntry*> lines;
        for (const Mover& mover : entries_.movers()) {
            if (lines.size() == most_trend_lines) break;
            const SetEntry& entry = *mover.entry;
            const bool fits = lines.empty() || same_headings(*lines.front(), entry);
            if (mover.is_against_plan) continue;  // two figures of one moment
            const bool has_index =
                entry.entry.has_score || (!entry.points.empty() && entry.points.front().number > 0);
            if (entry.points.size() > 1 && fits && has_index) lines.push_back(&entry);
        }
        if (lines.empty()) return;
        const bool is_index = !lines.front()->entry.has_score;
        const std::string title = is_index ? "Figures over time of those that moved most (first figure = 100)"
                                           : "Scores of those that moved most";
        const lxw_row_t top = row_;
        block_title(title);
        std::vector<std::string> names{"Figure", ""};
        for (const SetEntry* each : lines) names.push_back(entries_.name_of(*each));
        headings(names);
        const auto last_line = static_cast<lxw_col_t>(names.size());
        const lxw_row_t first = row_;
        for (std::size_t i = 0; i != lines.front()->points.size(); ++i) {
            text(0, lines.front()->points[i].name.c_str(), formats_.line());
            for (lxw_col_t column = 2; column != last_line; ++column) {
                const auto& points = lines[column - 2U]->points;
                number(column, is_index ? std::round(1000 * points[i].number / points.front().number) / 10
                                        : points[i].number);
            }
            next();
        }
        // Told apart by their names too, not by colour alone.
        constexpr std::array<Rgb, most_trend_lines> colours = {0x1F3864, 0xC55A11, 0x00796B, 0x7B1FA2,
                                                               0x616161};
        lxw_chart* const chart = workbook_add_chart(workbook_, LXW_CHART_LINE);
        for (std::size_t i = 0; i != lines.size(); ++i)
            add_line(chart, first, row_ - 1, static_cast<lxw_col_t>(2 + i), first - 1, colours[i]);
        place(chart, top, title, "Lines: the figures of the entries that moved most",
              lines.front()->points.size() + lines.size() + 8);
    }

    static bool same_headings(const SetEntry& a, const SetEntry& b) {
        return std::equal(a.points.begin(), a.points.end(), b.points.begin(), b.points.end(),
                          [](const NamedPoint& x, const NamedPoint& y) { return x.name == y.name; });
    }

    void write_movers() {
        const auto movers = entries_.movers();
        if (movers.empty()) return;
        const lxw_row_t top = row_;
        const bool is_plan = movers.front().is_against_plan;
        block_title(is_plan ? "Largest differences from plan" : "Top movers");
        // Scores share a scale; what counts differently is compared by what it was.
        const bool is_index = !movers.front().entry->entry.has_score;
        headings({"Record", "Title", is_plan ? "Plan" : "Before", is_plan ? "Actual" : "Now",
                  is_plan ? "Difference" : "Change",
                  !is_index ? ""
                  : is_plan ? "Plan = 100"
                            : "Before = 100",
                  is_plan ? "Compared" : "Sense"},
                 6);
        const lxw_row_t first = row_;
        for (std::size_t i = 0; i != std::min(movers.size(), most_movers); ++i) {
            const Mover& mover = movers[i];
            record_and_title(*mover.entry);
            number(2, mover.before.number);
            number(3, mover.now.number);
            number(4, std::round(mover.change * 10'000) / 10'000);
            if (is_index && mover.before.number != 0)
                number(5, std::round(1000 * mover.now.number / mover.before.number) / 10);
            line(6, sense_of(mover) + ", " + mover.before.name + " to " + mover.now.name, formats_.comment());
            next();
        }
        lxw_chart* const chart = workbook_add_chart(workbook_, LXW_CHART_BAR);
        if (is_index) {
            add_series(chart, first, row_ - 1, 5, first - 1, 0x1F3864);
        } else {
            add_series(chart, first, row_ - 1, 2, first - 1, 0xA6A6A6);
            add_series(chart, first, row_ - 1, 3, first - 1, 0x1F3864);
        }
        top_down(chart);
        place(chart, top,
              is_plan    ? "Largest differences: actual, plan = 100"
              : is_index ? "Top movers: where they are now, before = 100"
                         : "Top movers, before and now",
              is_plan    ? "Bars: the actual figure, with the planned one as 100"
              : is_index ? "Bars: the figure now, with the one before as 100"
                         : "Pairs of bars: the score before and now",
              2 * std::min(movers.size(), most_movers) + 4);
    }

    /// Which way is better is only said where the workbook says so.
    static std::string sense_of(const Mover& mover) {
        if (mover.is_against_plan) return mover.change > 0 ? "Over" : "Under";
        if (mover.sense == Mover::Sense::neither) return mover.change > 0 ? "Higher" : "Lower";
        return mover.sense == Mover::Sense::better ? "Better" : "Worse";
    }

    void write_exceptions() {
        const auto exceptions = entries_.exceptions();
        block_title("Exceptions");
        if (exceptions.empty()) {
            const bool is_judged = entries_.has_statuses() || entries_.has_movements();
            text(0,
                 is_judged ? "No entry is Red or worsening."
                           : "No entry has a status or a direction, so none can be told to be an exception.",
                 formats_.note());
            next();
            return;
        }
        headings({"Record", "Title", "Status", "Movement", "Figure", "Target", "Return"}, 2);
        for (std::size_t i = 0; i != std::min(exceptions.size(), most_exceptions); ++i) {
            const SetEntry& exception = *exceptions[i];
            record_and_title(exception);
            text(2, exception.entry.rag.c_str(), formats_.band(exception.entry.rag));
            text(3, exception.entry.movement.c_str(), formats_.line());
            if (!exception.points.empty()) number(4, exception.points.back().number);
            line(5, exception.entry.target, formats_.comment());
            line(6, entries_.returns()[exception.from].file);
            next();
        }
        if (exceptions.size() > most_exceptions) {
            const std::string more =
                "All " + std::to_string(exceptions.size()) + " are on the sheet Exceptions";
            worksheet_write_url(sheet_, row_, 0, "internal:Exceptions!A1", formats_.link());
            worksheet_write_string(sheet_, row_, 0, more.c_str(), formats_.link());
        }
    }

    lxw_workbook* workbook_;
    lxw_worksheet* sheet_;
    const SetEntries& entries_;
    const SetFormats& formats_;
    lxw_row_t row_ = 0;
};

}  // namespace

void write_dashboard(lxw_workbook* workbook, lxw_worksheet* sheet, const SetEntries& entries,
                     const SetFormats& formats, const std::vector<std::string>& notes) {
    Dashboard(workbook, sheet, entries, formats).write(notes);
}

}  // namespace scorebook
