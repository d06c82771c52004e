// fraction_format.cpp - numbers under formats such as "# ?/?" and "0 0/16".
#include "formula/fraction_format.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "bytes/number_text.hpp"
#include "formula/digit_layout.hpp"

namespace scorebook::formula {
namespace {

using Kind = FormatItemKind;

/// The fraction nearest to `part` with a denominator of at most `limit`.
std::pair<double, double> nearest_fraction(double part, double limit) {
    double best_above = std::round(part);
    double best_below = 1;
    double error = std::abs(part - best_above);
    for (double below = 2; below <= limit && error > 1e-12; ++below) {
        const double above = std::round(part * below);
        const double distance = std::abs(part - above / below);
        if (distance < error - 1e-15) {
            error = distance;
            best_above = above;
            best_below = below;
        }
    }
    return {best_above, best_below};
}

/// Where the parts of a fraction's format are: whole part, separator, numerator, slash, denominator.
struct FractionLayout {
    std::size_t separator = 0;  ///< behind the whole part's digits; numerator when there is no whole part
    std::size_t numerator = 0;
    std::size_t numerator_end = 0;
    std::size_t denominator = 0;
    std::size_t denominator_end = 0;
    bool has_whole = false;
    std::string fixed;  ///< the denominator when the format names one: # ?/16
};

FractionLayout find_fraction(const std::vector<FormatItem>& items) {
    FractionLayout layout;
    std::size_t slash = 0;
    while (items[slash].kind != Kind::slash) ++slash;
    layout.numerator_end = slash;
    while (layout.numerator_end > 0 && !is_digit_item(items[layout.numerator_end - 1]))
        --layout.numerator_end;
    layout.numerator = layout.numerator_end;
    while (layout.numerator > 0 && is_digit_item(items[layout.numerator - 1])) --layout.numerator;
    layout.separator = layout.numerator;
    while (layout.separator > 0 && !is_digit_item(items[layout.separator - 1])) --layout.separator;
    layout.has_whole = layout.separator > 0;
    if (!layout.has_whole) layout.separator = layout.numerator;

    layout.denominator = slash + 1;
    while (layout.denominator < items.size() && !is_digit_item(items[layout.denominator])) {
        const std::string& text = items[layout.denominator].text;
        if (!text.empty() && text[0] >= '1' && text[0] <= '9') {
            layout.fixed = text.substr(0, text.find_first_not_of("0123456789"));
            break;
        }
        ++layout.denominator;
    }
    layout.denominator_end = layout.denominator;
    if (!layout.fixed.empty()) {
        ++layout.denominator_end;
    } else {
        while (layout.denominator_end < items.size() && is_digit_item(items[layout.denominator_end])) {
            ++layout.denominator_end;
        }
    }
    return layout;
}

std::string literal_text(const std::vector<FormatItem>& items, std::size_t first, std::size_t last) {
    std::string text;
    for (std::size_t i = first; i < last; ++i) text += items[i].text;
    return text;
}

}  // namespace

bool is_fraction(const FormatSection& section) {
    if (!section.has(Kind::slash) || !section.has(Kind::digit)) return false;
    const FractionLayout layout = find_fraction(section.items);
    return !layout.fixed.empty() || layout.denominator < section.items.size();
}

std::string format_fraction(double number, const FormatSection& section) {
    const auto& items = section.items;
    const FractionLayout layout = find_fraction(items);
    double whole = layout.has_whole ? std::floor(number) : 0;
    std::pair<double, double> parts;
    if (!layout.fixed.empty()) {
        const double below = parse_number(layout.fixed).value_or(1);
        parts = {std::round((number - whole) * below), below};
    } else {
        const std::size_t places = std::min<std::size_t>(layout.denominator_end - layout.denominator, 5);
        parts = nearest_fraction(number - whole, std::pow(10.0, static_cast<double>(places)) - 1);
    }
    if (layout.has_whole && parts.first == parts.second) {
        ++whole;
        parts.first = 0;
    }
    const std::string after = literal_text(items, layout.denominator_end, items.size());
    const bool always_numerator =
        std::any_of(items.begin() + static_cast<std::ptrdiff_t>(layout.numerator),
                    items.begin() + static_cast<std::ptrdiff_t>(layout.numerator_end),
                    [](const FormatItem& item) { return item.text == "0"; });
    std::string text;
    if (layout.has_whole) {
        std::string digits = fixed_digits(whole, 0);
        const bool only_whole = parts.first == 0 && !always_numerator;
        const bool shows_zero = only_whole || (number == 0 && items[layout.separator - 1].text == "?");
        if (!shows_zero) digits = without_zero(std::move(digits));
        text = lay_out_integer(items, 0, layout.separator, digits, false);
        if (only_whole) {
            // The fraction's room stays empty; where all its places are # it isn't kept.
            std::size_t width = 0;
            bool kept = items[layout.separator - 1].text == "?";
            for (std::size_t i = layout.separator; i < layout.denominator_end; ++i) {
                width += items[i].text.size();
                kept = kept || items[i].text == "?";
            }
            return text + (kept ? std::string(width, ' ') : std::string()) + after;
        }
        const std::string separator = literal_text(items, layout.separator, layout.numerator);
        const bool whole_is_shown = whole != 0 || shows_zero || items[layout.separator - 1].text == "0";
        const bool hides_separator =
            !whole_is_shown && items[layout.separator - 1].text == "#" && items[layout.numerator].text != "?";
        if (whole_is_shown)
            text += separator;
        else if (!hides_separator)
            text += std::string(separator.size(), ' ');
    } else {
        text = literal_text(items, 0, layout.numerator);
    }
    std::string above = fixed_digits(parts.first, 0);
    above = lay_out_integer(items, layout.numerator, layout.numerator_end, above, false);
    text += above + literal_text(items, layout.numerator_end, layout.denominator);
    if (!layout.fixed.empty()) return text + literal_text(items, layout.denominator, items.size());
    std::string below = fixed_digits(parts.second, 0);
    const std::size_t places = layout.denominator_end - layout.denominator;
    const std::string& place = items[layout.denominator].text;
    if (place == "?" && below.size() < places) below += std::string(places - below.size(), ' ');
    if (place == "0" && below.size() < places) below.insert(0, places - below.size(), '0');
    return text + below + after;
}

}  // namespace scorebook::formula
