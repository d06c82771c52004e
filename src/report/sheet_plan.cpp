// sheet_plan.cpp - rows as high as their text, and no text cut off: Excel's highest row holds about 31 lines.
#include "report/sheet_plan.hpp"

#include <algorithm>

#include "report/column_widths.hpp"
#include "report/text_measure.hpp"

namespace scorebook {

namespace {

constexpr double line_points = 12.75;  ///< what Excel gives a line of Arial 10
constexpr double row_padding = 4;
constexpr double matrix_row = 62;

double lines_high(std::size_t lines) {
    return static_cast<double>(lines) * line_points + row_padding;
}

class SheetPlanner {
  public:
    explicit SheetPlanner(const LayoutPage& page) : page_(page) {}

    SheetPlan plan() {
        choose_paper();
        double width = 0;
        for (const double pixels : plan_.column_pixels) width += pixels;
        width_ = width - cell_padding;
        if (text_width(page_.title, {plan_.title_points, true}) > width_) plan_.title_points = 12;
        plan_.rows.push_back(
            {PlannedRow::Kind::title, page_.title, nullptr, nullptr, plan_.title_points * 1.6});
        for (const std::string& line : page_.lines) add_lines(line, PlannedRow::Kind::line, body_text);
        for (const LayoutTable& table : page_.tables) add_table(table);
        return std::move(plan_);
    }

  private:
    const LayoutPage& page_;
    SheetPlan plan_;
    double width_ = 0;

    /// A4 when everything has room there or rows stay low, else A3; a page whose rows are too high even there
    /// is made wider and printed smaller, down to four fifths.
    void choose_paper() {
        plan_.column_pixels = column_widths(page_, a4_landscape_pixels);
        if (highest() <= 16 * line_points) return;
        plan_.is_a3 = true;
        for (const double scale : {1.0, 1.12, 1.25}) {
            plan_.column_pixels = column_widths(page_, a3_landscape_pixels * scale);
            if (highest() <= highest_row) return;
        }
    }

    double highest() const {
        double height = 0;
        for (const LayoutTable& table : page_.tables) {
            for (const LayoutRow& row : table.rows) height = std::max(height, height_of(table, row));
        }
        return height;
    }

    double width_of(std::size_t column) const { return plan_.column_pixels[column] - cell_padding; }

    double height_of(const LayoutTable& table, const LayoutRow& row) const {
        if (row.kind == LayoutRow::Kind::section) return lines_high(1) + 3;
        std::size_t lines = 1;
        const TextSize size = row.kind == LayoutRow::Kind::total ? bold_text : body_text;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i].number) continue;
            lines = std::max(lines, wrapped_lines(flat_text(row.cells[i]), width_of(i), size));
        }
        const double height = lines_high(lines);
        return table.is_matrix ? std::max(height, matrix_row) : height;
    }

    void add_lines(std::string_view text, PlannedRow::Kind kind, TextSize size) {
        while (!text.empty())
            plan_.rows.push_back({kind, std::string(take_line(text, width_, size)), nullptr, nullptr,
                                  lines_high(1) + (kind == PlannedRow::Kind::caption ? 6 : 0)});
    }

    void add_table(const LayoutTable& table) {
        if (page_.tables.size() > 1) add_lines(table.caption, PlannedRow::Kind::caption, {11, true});
        std::size_t header_lines = 1;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            header_lines =
                std::max(header_lines, wrapped_lines(table.columns[i].header, width_of(i), bold_text));
        plan_.rows.push_back({PlannedRow::Kind::header, {}, &table, nullptr, lines_high(header_lines) + 2});
        for (const LayoutRow& row : table.rows) add_row(table, row);
    }

    void add_row(const LayoutTable& table, const LayoutRow& row) {
        const double height = height_of(table, row);
        const PlannedRow::Kind kind = row.kind == LayoutRow::Kind::section ? PlannedRow::Kind::section
                                      : row.kind == LayoutRow::Kind::total ? PlannedRow::Kind::total
                                                                           : PlannedRow::Kind::entry;
        if (height <= highest_row) {
            plan_.rows.push_back({kind, {}, &table, &row, height});
            return;
        }
        LayoutRow rest = row;
        for (bool is_first = true; has_text(rest); is_first = false) {
            LayoutRow part = take_part(rest);
            if (!is_first && !part.cells.empty()) part.cells.front() = continued(row.cells.front());
            plan_.parts.push_back(std::move(part));
            const LayoutRow& kept = plan_.parts.back();
            plan_.rows.push_back({kind, {}, &table, &kept, std::min(height_of(table, kept), highest_row)});
        }
    }

    static bool has_text(const LayoutRow& row) {
        return std::any_of(row.cells.begin(), row.cells.end(),
                           [](const LayoutCell& cell) { return !cell.text.empty(); });
    }

    static LayoutCell continued(const LayoutCell& first) {
        LayoutCell cell;
        cell.text = first.text;
        if (!cell.text.empty()) cell.text.back().text += " (continued)";
        return cell;
    }

    /// The paragraphs of each cell that fit into the highest row, a piece of one when it is longer than that
    /// alone.
    LayoutRow take_part(LayoutRow& rest) const {
        const auto most_lines = static_cast<std::size_t>((highest_row - row_padding) / line_points);
        LayoutRow part{rest.kind, {}};
        for (std::size_t i = 0; i < rest.cells.size(); ++i) {
            LayoutCell& cell = rest.cells[i];
            LayoutCell taken = cell;
            taken.text.clear();
            std::size_t lines = 0;
            while (!cell.text.empty() && lines < most_lines) {
                Paragraph& paragraph = cell.text.front();
                const std::string mark = paragraph.is_item ? "\u2022 " : "";
                const std::size_t needed = wrapped_lines(mark + paragraph.text, width_of(i), body_text);
                if (lines + needed <= most_lines) {
                    lines += needed;
                    taken.text.push_back(std::move(paragraph));
                    cell.text.erase(cell.text.begin());
                    continue;
                }
                if (lines != 0) break;
                std::string_view whole = paragraph.text;
                std::string begin;
                for (; lines < most_lines - 1 && !whole.empty(); ++lines)
                    begin += (begin.empty() ? "" : " ") +
                             std::string(take_line(whole, width_of(i) - 12, body_text));
                taken.text.push_back({std::move(begin), paragraph.is_item});
                paragraph = {std::string(whole), false};
                break;
            }
            cell.number.reset();
            cell.band.reset();
            part.cells.push_back(std::move(taken));
        }
        return part;
    }
};

}  // namespace

SheetPlan plan_sheet(const LayoutPage& page) {
    return SheetPlanner(page).plan();
}

}  // namespace scorebook
