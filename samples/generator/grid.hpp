// grid.hpp - a sheet before it is written: cells by address, formulas beside a way to compute their result.
// Results are computed after every cell is in place, so that planted faults are counted as Excel would count
// them.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace samples {

// A sentence runs over all columns that have a width.
enum class Style {
    plain,
    title,
    label,
    date,
    header,
    text,
    centred,
    decimal,
    score,
    red,
    amber,
    green,
    section,
    sentence,
};

using Value = std::variant<std::monostate, double, std::string>;

struct Cell {
    Value value;
    std::string formula;
    std::function<Value()> result;  // of the formula
    Style style = Style::plain;
};

using Place = std::pair<unsigned, unsigned short>;  // row and column, 0-based

Place place_of(const std::string& a1);

class Grid {
  public:
    std::map<Place, Cell> cells;
    std::map<unsigned short, double> widths;
    std::set<unsigned> hidden_rows;

    void put(const char* a1, Value value, Style style);
    void put(Place place, Value value, Style style);
    void put_formula(Place place, std::string formula, std::function<Value()> result, Style style);

    Value value(Place place) const;
    double number(Place place) const;     // 0 when the cell holds no number
    std::string text(Place place) const;  // empty when the cell holds no text
    std::vector<double> numbers(const std::string& first, const std::string& last) const;
    std::vector<std::string> texts(const std::string& first, const std::string& last) const;

    // Points needed to show the row's longest wrapped cell, judged from the column widths; 0 for one line.
    double height(unsigned row) const;
};

Style band_style(double score);  // 1-4 green, 5-10 amber, 12-25 red

}  // namespace samples
