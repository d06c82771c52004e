// cell_figure.cpp - number cells and what their formats say of them.
#include "tables/cell_figure.hpp"

#include <algorithm>

#include "bytes/number_text.hpp"

namespace scorebook {

namespace {

/// A formula's result has 15 digits, of which the last ones are noise; people type fewer.
constexpr int most_typed_digits = 11;
constexpr double seconds_a_day = 86'400;

/// The first section of a format without quoted text, escapes and conditions.
std::string bare_format(std::string_view format) {
    std::string bare;
    bool is_quoted = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (c == '"') {
            is_quoted = !is_quoted;
        } else if (is_quoted) {
            continue;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == ';') {
            break;
        } else {
            bare += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return bare;
}

struct Decimal {
    Fraction value;
    int places = 0;
};

/// The stored number as somebody typed it; a longer one to ten significant digits.
std::optional<Decimal> decimal_of(double stored) {
    const std::string text = number_to_text(stored);
    const auto value = Fraction::parse(text);
    if (!value) return std::nullopt;
    int digits = 0;
    int places = 0;
    bool has_point = false;
    bool is_leading = true;
    for (const char c : text) {
        if (c == 'E' || c == 'e') break;
        if (c == '.') has_point = true;
        if (c < '0' || c > '9') continue;
        places += has_point ? 1 : 0;
        is_leading = is_leading && c == '0';
        digits += is_leading ? 0 : 1;
    }
    const std::size_t mark = text.find_first_of("eE");
    if (mark != text.npos) {
        const auto exponent = parse_number(std::string_view(text).substr(mark + 1));
        places -= exponent ? static_cast<int>(*exponent) : 0;
    }
    if (digits <= most_typed_digits) return Decimal{*value, std::max(places, 0)};
    places -= digits - (most_typed_digits - 1);
    return Decimal{value->rounded(Fraction::power_of_ten(-places)), std::max(places, 0)};
}

}  // namespace

int decimals_of_format(std::string_view format) {
    const std::string bare = bare_format(format);
    const std::size_t point = bare.find('.');
    if (point == std::string::npos) return 0;
    int places = 0;
    for (std::size_t i = point + 1; i < bare.size() && (bare[i] == '0' || bare[i] == '#' || bare[i] == '?');
         ++i)
        places += bare[i] == '0' ? 1 : 0;
    return places;
}

bool is_time_format(std::string_view format) {
    const std::string bare = bare_format(format);
    if (bare.find_first_of("yd") != std::string::npos || bare == "general") return false;
    const bool has_clock = bare.find(':') != std::string::npos || bare.find("[m") != std::string::npos ||
                           bare.find("[s") != std::string::npos || bare.find("[h") != std::string::npos;
    return has_clock && bare.find_first_of("hms") != std::string::npos;
}

std::optional<Figure> figure_in_cell(const Workbook& workbook, const SheetCell& cell) {
    const CellStyle& style = workbook.style(cell);
    Figure figure;
    if (is_time_format(style.number_format)) {
        const auto seconds = Fraction::parse(number_to_text(cell.number * seconds_a_day));
        if (!seconds) return std::nullopt;
        figure.number = printed(seconds->rounded(1), 0);
        figure.unit = FigureUnit::seconds;
        figure.is_clock = true;
        return figure;
    }
    const auto typed = decimal_of(cell.number);
    if (!typed) return std::nullopt;
    figure.places = typed->places;
    const int shown = decimals_of_format(style.number_format);
    Fraction value = typed->value;
    if (style.is_percentage) {
        value = value * 100;
        figure.places = std::max(typed->places - 2, 0);
        figure.unit = FigureUnit::percent;
    } else if (style.number_format.find("\xC2\xA3") != std::string::npos) {
        figure.unit = FigureUnit::pounds;
    }
    figure.places = std::max(figure.places, shown);
    figure.number = printed(value, figure.places);
    return figure;
}

}  // namespace scorebook
