// column_widths.cpp - starts with what the longest words need, then gives width, a little at a time, to the
// column that makes most rows high.
#include "report/column_widths.hpp"

#include <algorithm>
#include <cstddef>

#include "report/text_measure.hpp"

namespace scorebook {

namespace {

constexpr std::size_t most_rows_looked_at = 1500;
constexpr double step = 10;
constexpr double narrowest = 46;
constexpr double right_indent = 12;  ///< what keeps right-aligned text from the next column
constexpr double widest_word = 150;  ///< a longer one is a web address, which may be broken
constexpr double least_page = 700;   ///< so that lines above a narrow table have room

/// What one cell asks of its column: as if set in one line, and the lines it has anyway.
struct CellNeed {
    std::size_t column = 0;
    double width = 0;
    double paragraphs = 0;
};

struct Needs {
    std::vector<double> least;
    std::vector<double> natural;
    std::vector<std::vector<CellNeed>> rows;
};

void add_text(Needs& needs, std::size_t column, const std::string& text, TextSize size, bool may_break) {
    const double word = longest_word_width(text, size) + cell_padding;
    needs.least[column] = std::max(needs.least[column], may_break ? std::min(word, widest_word) : word);
    needs.natural[column] = std::max(needs.natural[column], text_width(text, size) + cell_padding);
}

Needs needs_of(const LayoutPage& page) {
    std::size_t columns = 1;
    for (const LayoutTable& table : page.tables) columns = std::max(columns, table.columns.size());
    Needs needs{std::vector<double>(columns, narrowest), std::vector<double>(columns, narrowest), {}};
    for (const LayoutTable& table : page.tables) {
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            add_text(needs, i, table.columns[i].header, bold_text, true);
        for (std::size_t r = 0; r < std::min(table.rows.size(), most_rows_looked_at); ++r) {
            const LayoutRow& row = table.rows[r];
            if (row.kind == LayoutRow::Kind::section) continue;
            std::vector<CellNeed> cells;
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                CellNeed need{i, 0, 0};
                for (const Paragraph& paragraph : row.cells[i].text) {
                    // Numbers are never broken; items have their bullet.
                    const std::string text = paragraph.is_item ? "\u2022 " + paragraph.text : paragraph.text;
                    if (row.cells[i].number)
                        needs.least[i] = std::max(needs.least[i], text_width(text, body_text) + cell_padding);
                    add_text(needs, i, text, body_text, true);
                    need.width += text_width(text, body_text);
                    need.paragraphs += 1;
                }
                cells.push_back(need);
            }
            needs.rows.push_back(std::move(cells));
        }
    }
    for (const LayoutTable& table : page.tables) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (table.columns[i].alignment != Alignment::right) continue;
            needs.least[i] += right_indent;
            needs.natural[i] += right_indent;
        }
    }
    return needs;
}

/// Lines of a text set in a column, on average: the last line of each paragraph is half full.
double lines_of(const CellNeed& need, double width) {
    return need.width / std::max(width - cell_padding, 1.0) + need.paragraphs * 0.5;
}

double sum(const std::vector<double>& values) {
    double total = 0;
    for (const double value : values) total += value;
    return total;
}

/// The column whose widening by a step saves most lines over all rows; nothing when none does.
std::size_t neediest(const Needs& needs, const std::vector<double>& widths) {
    std::vector<double> saved(widths.size());
    for (const auto& row : needs.rows) {
        double highest = 0, second = 0;
        std::size_t column = widths.size();
        for (const CellNeed& need : row) {
            const double lines = lines_of(need, widths[need.column]);
            if (lines > highest) {
                second = highest;
                highest = lines;
                column = need.column;
            } else {
                second = std::max(second, lines);
            }
        }
        if (column == widths.size() || widths[column] >= needs.natural[column]) continue;
        for (const CellNeed& need : row) {
            if (need.column == column)
                saved[column] +=
                    highest - std::max(lines_of(need, widths[column] + 4 * step), second) + 0.001 * highest;
        }
    }
    const auto best = std::max_element(saved.begin(), saved.end());
    return best == saved.end() || *best <= 0 ? widths.size() : static_cast<std::size_t>(best - saved.begin());
}

std::vector<double> matrix_widths(std::size_t columns) {
    std::vector<double> widths(columns, 190);
    widths.front() = 150;
    return widths;
}

}  // namespace

std::vector<double> column_widths(const LayoutPage& page, double most) {
    if (!page.tables.empty() && page.tables.front().is_matrix)
        return matrix_widths(page.tables.front().columns.size());
    const Needs needs = needs_of(page);
    std::vector<double> widths = needs.least;
    if (sum(needs.natural) <= most) {
        widths = needs.natural;
    } else {
        while (sum(widths) + step <= most) {
            const std::size_t column = neediest(needs, widths);
            if (column == widths.size()) break;
            widths[column] = std::min(widths[column] + step, needs.natural[column]);
        }
    }
    const double room = std::min(least_page, most);
    if (sum(widths) < room) {
        const double factor = room / sum(widths);
        for (double& width : widths) width *= factor;
    }
    return widths;
}

}  // namespace scorebook
