// grid.cpp - cells by address, their values, and the height a row of wrapped text needs.
#include "grid.hpp"

#include <algorithm>
#include <cctype>

namespace samples {
namespace {

// Arial 9 in a column measured in Calibri 11 digits: about 1.4 letters a unit of width, 12 points a line.
constexpr double letters_per_width = 1.4;
constexpr double points_per_line = 12.0;
constexpr double tallest_row = 409.0;  // Excel's limit

std::size_t letters_in(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

// Words don't split over lines, so a line is filled word by word.
unsigned wrapped_lines(const std::string& text, double width) {
    const auto room = static_cast<std::size_t>(std::max(1.0, width * letters_per_width));
    unsigned lines = 1;
    std::size_t used = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        if (text[begin] == '\n') {
            ++lines, used = 0, ++begin;
            continue;
        }
        auto end = text.find_first_of(" \n", begin);
        end = end == std::string::npos ? text.size() : end + (text[end] == ' ' ? 1U : 0U);
        const std::size_t word = letters_in(text.substr(begin, end - begin));
        if (used > 0 && used + word > room + 1) ++lines, used = 0;
        used += word;
        while (used > room + 1) ++lines, used -= room;
        begin = end;
    }
    return lines;
}

}  // namespace

Place place_of(const std::string& a1) {
    unsigned short column = 0;
    std::size_t at = 0;
    for (; at < a1.size() && std::isalpha(static_cast<unsigned char>(a1[at])); ++at)
        column = static_cast<unsigned short>(column * 26 + (a1[at] - 'A' + 1));
    return {static_cast<unsigned>(std::stoul(a1.substr(at)) - 1), static_cast<unsigned short>(column - 1)};
}

void Grid::put(const char* a1, Value value, Style style) {
    put(place_of(a1), std::move(value), style);
}

void Grid::put(Place place, Value value, Style style) {
    cells[place] = {std::move(value), {}, {}, style};
}

void Grid::put_formula(Place place, std::string formula, std::function<Value()> result, Style style) {
    cells[place] = {{}, std::move(formula), std::move(result), style};
}

Value Grid::value(Place place) const {
    const auto found = cells.find(place);
    if (found == cells.end()) return {};
    return found->second.result ? found->second.result() : found->second.value;
}

double Grid::number(Place place) const {
    const Value held = value(place);
    const double* number = std::get_if<double>(&held);
    return number ? *number : 0.0;
}

std::string Grid::text(Place place) const {
    const Value held = value(place);
    const std::string* text = std::get_if<std::string>(&held);
    return text ? *text : std::string();
}

std::vector<double> Grid::numbers(const std::string& first, const std::string& last) const {
    std::vector<double> found;
    for (auto [row, column] = place_of(first); row <= place_of(last).first; ++row)
        if (const Value held = value({row, column}); std::holds_alternative<double>(held))
            found.push_back(std::get<double>(held));
    return found;
}

std::vector<std::string> Grid::texts(const std::string& first, const std::string& last) const {
    std::vector<std::string> found;
    for (auto [row, column] = place_of(first); row <= place_of(last).first; ++row)
        if (std::string held = text({row, column}); !held.empty()) found.push_back(std::move(held));
    return found;
}

double Grid::height(unsigned row) const {
    unsigned lines = 1;
    for (auto cell = cells.lower_bound({row, 0}); cell != cells.end() && cell->first.first == row; ++cell) {
        const Style style = cell->second.style;
        const auto* text = std::get_if<std::string>(&cell->second.value);
        if (text && style == Style::sentence) {
            double across = 0;
            for (const auto& [column, width] : widths) across += width;
            lines = std::max(lines, wrapped_lines(*text, across));
        }
        if (!text || (style != Style::text && style != Style::header && style != Style::centred)) continue;
        const auto width = widths.find(cell->first.second);
        // Bold headers run a seventh wider.
        const double room =
            (width == widths.end() ? 8.43 : width->second) * (style == Style::header ? 0.87 : 1.0);
        lines = std::max(lines, wrapped_lines(*text, room));
    }
    return lines == 1 ? 0 : std::min(tallest_row, lines * points_per_line + 4);
}

Style band_style(double score) {
    return score >= 12 ? Style::red : score >= 5 ? Style::amber : Style::green;
}

}  // namespace samples
