// figure.hpp - one figure as printed: what it counts, its value in that unit, and how exactly it was printed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/printed_number.hpp"

namespace scorebook {

/// What a figure counts. Hours and minutes are seconds, weeks are days, years are months.
enum class FigureUnit : std::uint8_t {
    none,     ///< a count, a rate, a score
    percent,  ///< 41.17 for "41.17%", whatever scale it was stored in
    points,   ///< percentage points
    pounds,   ///< 1,610,000 for "£1.61m"
    seconds,
    days,
    working_days,
    months,
};

std::string_view to_text(FigureUnit unit);

struct Figure {
    PrintedNumber number;
    FigureUnit unit = FigureUnit::none;
    int places = 0;                     ///< decimals as printed
    bool has_spaced_thousands = false;  ///< "45 100" (V17)
    bool is_clock = false;              ///< "00:41", which could be minutes and seconds or hours and minutes
    std::string note;                   ///< footnote marks typed after it: "*", "¹", "[r]"
};

/// A figure found in a longer text.
struct PlacedFigure {
    Figure figure;
    std::size_t begin = 0;  ///< in plain_figures() of the text, words such as "about" included
    std::size_t end = 0;
};

/// The figure `text` consists of, whatever its unit; nothing when the text says more, or less.
std::optional<Figure> read_figure(std::string_view text);

/// Every figure in a text, in order. Dates, periods and references such as "1.10" or "2014/15" are passed
/// over.
std::vector<PlacedFigure> find_figures(std::string_view text);
/// The same in a text that plain_figures() (figure_text.hpp) gave.
std::vector<PlacedFigure> find_plain_figures(std::string_view plain);

}  // namespace scorebook
