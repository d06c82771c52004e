// text_measure.cpp - advance widths of Helvetica as Adobe published them (AFM), which Arial and Liberation
// Sans share. Spreadsheet programs don't fit the height of wrapped rows that a program wrote, so the lines
// are counted here.
#include "report/text_measure.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

/// Thousandths of the size, for the characters from space to tilde.
constexpr std::array<std::uint16_t, 95> widths = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr std::uint16_t other_width = 600;  ///< accented letters and dashes are about so wide
constexpr std::uint16_t wide_width = 1000;  ///< East Asian characters and signs
constexpr double bold_factor = 1.08;
/// Programs round each character to the screen's pixels; a column must be a little wider than the sum.
constexpr double rounding_factor = 1.04;

/// Widths are added up in another order here and there.
constexpr double rounding_error = 0.01;

double width_of(char32_t c) {
    if (c >= 32 && c < 127) return widths[c - 32];
    return c < 0x2E80 ? other_width : wide_width;
}

double pixels_of(double thousandths, TextSize size) {
    constexpr double pixels_a_point = 96.0 / 72.0;
    return thousandths / 1000 * size.points * pixels_a_point * (size.is_bold ? bold_factor : 1) *
           rounding_factor;
}

}  // namespace

double text_width(std::string_view text, TextSize size) {
    double thousandths = 0;
    while (!text.empty()) thousandths += width_of(take_code_point(text));
    return pixels_of(thousandths, size);
}

double longest_word_width(std::string_view text, TextSize size) {
    double longest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        longest = std::max(longest, text_width(text.substr(0, end), size));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

std::string_view take_line(std::string_view& text, double pixels, TextSize size) {
    const std::size_t stop = std::min(text.find('\n'), text.size());
    std::size_t fits = 0;
    double width = 0;
    for (std::size_t begin = 0; begin < stop;) {
        const std::size_t end = std::min(text.find(' ', begin), stop);
        const std::string_view word = text.substr(begin, end - begin);
        width += text_width(word, size);
        if (width > pixels + rounding_error && fits != 0) break;
        fits = end;
        width += pixels_of(widths[0], size);
        begin = end + 1;
    }
    if (fits == 0) fits = stop;
    const std::string_view line = text.substr(0, fits);
    text.remove_prefix(std::min(fits + 1, text.size()));
    return line;
}

std::size_t wrapped_lines(std::string_view text, double pixels, TextSize size) {
    std::size_t lines = 0;
    while (!text.empty()) {
        const double width = text_width(take_line(text, pixels, size), size);
        // A word wider than the column is broken where it must.
        lines += static_cast<std::size_t>(std::max(1.0, 1 + (width - 1) / std::max(pixels, 1.0)));
    }
    return std::max<std::size_t>(lines, 1);
}

}  // namespace scorebook
