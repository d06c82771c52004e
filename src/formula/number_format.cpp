// number_format.cpp - which section of a format counts, and numbers laid out digit by digit.
#include "formula/number_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "formula/coercion.hpp"
#include "formula/comparison.hpp"
#include "formula/date_format.hpp"
#include "formula/digit_layout.hpp"
#include "formula/format_section.hpp"
#include "formula/fraction_format.hpp"
#include "formula/rounding.hpp"

namespace scorebook::formula {
namespace {

using Kind = FormatItemKind;

/// Where the digits of a section are and what its commas and percent signs mean.
struct Layout {
    std::size_t point = 0;  ///< index of the point, or of the end of the digits
    std::size_t end = 0;    ///< behind the last item that belongs to the mantissa
    bool has_point = false;
    int decimals = 0;
    bool thousands = false;
    double scale = 1;
};

Layout find_layout(const std::vector<FormatItem>& items, std::size_t end) {
    Layout layout;
    layout.end = end;
    layout.point = end;
    for (std::size_t i = 0; i < end; ++i) {
        if (items[i].kind == Kind::point && !layout.has_point) {
            layout.has_point = true;
            layout.point = i;
        }
        if (items[i].kind == Kind::digit && layout.has_point) ++layout.decimals;
        if (items[i].kind == Kind::percent) layout.scale *= 100;
    }
    std::size_t last_digit = end;
    for (std::size_t i = 0; i < end; ++i) {
        if (is_digit_item(items[i])) last_digit = i;
    }
    bool digit_before = false;
    for (std::size_t i = 0; i < end; ++i) {
        if (is_digit_item(items[i]) && i < layout.point) digit_before = true;
        if (items[i].kind != Kind::comma) continue;
        std::size_t next = i;
        while (next < end && items[next].kind == Kind::comma) ++next;
        const bool digit_after = next < layout.point && is_digit_item(items[next]);
        if (digit_after && digit_before)
            layout.thousands = true;
        else if ((i < layout.point && digit_before && next >= layout.point) ||
                 (last_digit < end && i > last_digit))
            layout.scale /= 1000;
        else if (digit_before && i < layout.point)
            layout.scale /= 1000;
    }
    return layout;
}

std::string format_plain(double number, const FormatSection& section) {
    const auto& items = section.items;
    const Layout layout = find_layout(items, items.size());
    const std::string digits = fixed_digits(number * layout.scale, layout.decimals);
    const std::size_t point = digits.find('.');
    std::string text =
        lay_out_integer(items, 0, layout.point, without_zero(digits.substr(0, point)), layout.thousands);
    if (layout.has_point) {
        text += '.';
        text += lay_out_decimals(items, layout.point + 1, items.size(),
                                 point == std::string::npos ? std::string() : digits.substr(point + 1));
    }
    return text;
}

/// Whether a number is shown as nothing but zeros, which have no sign.
bool is_shown_as_zero(double number, const FormatSection& section) {
    if (!section.has(Kind::digit) || section.has(Kind::exponent) || section.has(Kind::slash)) return false;
    const Layout layout = find_layout(section.items, section.items.size());
    return round_decimal(number * layout.scale, layout.decimals, Rounding::half_away) == 0;
}

std::string format_exponent(double number, const FormatSection& section) {
    const auto& items = section.items;
    std::size_t mark = 0;
    while (items[mark].kind != Kind::exponent) ++mark;
    const Layout layout = find_layout(items, mark);
    // The digits before the point say in which steps the exponent moves: ##0.0E+0 in threes.
    const auto whole = std::count_if(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(layout.point),
                                     is_digit_item);
    const int step = std::max(static_cast<int>(whole), 1);
    int exponent = 0;
    double mantissa = 0;
    if (number != 0) {
        auto step_down = [&](int power) {
            return static_cast<int>(std::floor(static_cast<double>(power) / step)) * step;
        };
        exponent = step_down(static_cast<int>(std::floor(std::log10(number))));
        auto scaled = [&](int power) {
            return round_decimal(decimal_view(number / std::pow(10.0, power)), layout.decimals,
                                 Rounding::half_away);
        };
        if (scaled(exponent) >= std::pow(10.0, step)) exponent += step;
        if (scaled(exponent) < 1) exponent -= step;
        if (whole == 0) ++exponent;
        mantissa = decimal_view(number / std::pow(10.0, exponent));
    }
    const std::string digits = fixed_digits(mantissa, layout.decimals);
    const std::size_t point = digits.find('.');
    std::string before = digits.substr(0, point);
    if (number == 0) before = std::string(static_cast<std::size_t>(whole), '0');
    if (whole == 0) before.clear();
    std::string text = lay_out_integer(items, 0, layout.point, before, layout.thousands);
    if (layout.has_point) {
        text += '.' + lay_out_decimals(items, layout.point + 1, mark,
                                       point == std::string::npos ? std::string() : digits.substr(point + 1));
    }
    text += items[mark].text[0];
    std::size_t first_digit = mark + 1;
    for (; first_digit < items.size() && !is_digit_item(items[first_digit]); ++first_digit)
        text += items[first_digit].text;
    if (exponent < 0)
        text += '-';
    else if (items[mark].text[1] == '+')
        text += '+';
    return text +
           lay_out_integer(items, first_digit, items.size(), std::to_string(std::abs(exponent)), false);
}

std::string format_number(double number, const FormatSection& section) {
    if (section.has(Kind::general)) {
        std::string text;
        for (const FormatItem& item : section.items) {
            text += item.kind == Kind::general ? general_text(number) : item.text;
        }
        return text;
    }
    if (section.has(Kind::exponent)) return format_exponent(number, section);
    if (is_fraction(section)) return format_fraction(number, section);
    if (!section.has(Kind::digit) && section.has(Kind::text)) {
        std::string text;
        for (const FormatItem& item : section.items)
            text += item.kind == Kind::text ? number_as_text(number) : item.text;
        return text;
    }
    return format_plain(number, section);
}

/// The section for a number, and whether its minus sign must be written.
struct Choice {
    const FormatSection* section = nullptr;
    bool shows_minus = true;
};

Choice choose_section(double number, const std::vector<FormatSection>& sections) {
    const std::size_t count = std::min<std::size_t>(sections.size(), 3);
    const bool conditional = std::any_of(sections.begin(), sections.end(),
                                         [](const FormatSection& s) { return s.condition.has_value(); });
    if (conditional) {
        for (std::size_t i = 0; i < count; ++i) {
            const auto& condition = sections[i].condition;
            if (condition && condition->holds(number)) {
                const bool only_negative =
                    condition->comparison[0] == '<' && condition->value <= 0 && condition->comparison != "<>";
                return {&sections[i], !only_negative};
            }
            if (!condition &&
                (i + 1 == count || (i == 1 && number < 0 && !sections[0].condition->holds(number)))) {
                return {&sections[i], true};
            }
        }
        return {};
    }
    if (count == 1) return {&sections[0], true};
    if (number < 0) return {&sections[1], false};
    if (number == 0 && count == 3) return {&sections[2], false};
    return {&sections[0], false};
}

}  // namespace

std::string general_text(double number) {
    if (number == 0) return "0";
    const double size = std::abs(number);
    const int whole = size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
    const double fitted = round_decimal(number, std::max(0, 10 - whole), Rounding::half_away);
    // A small number that would lose digits is written with an exponent.
    const bool loses_digits = size < 1e-4 && decimal_view(number) != decimal_view(fitted);
    if (size >= 1e11 || size < 1e-9 || loses_digits) {
        std::array<char, 40> buffer{};
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                       std::chars_format::scientific, 5)
                             .ptr;
        std::string text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
        const std::size_t e = text.find('e');
        std::string mantissa = text.substr(0, e);
        while (mantissa.back() == '0') mantissa.pop_back();
        if (mantissa.back() == '.') mantissa.pop_back();
        return mantissa + 'E' + text.substr(e + 1);
    }
    return number_as_text(fitted);
}

std::optional<std::string> format_value(const CellValue& value, std::string_view format, DateSystem dates) {
    if (format.empty()) return std::string();
    const auto sections = read_format(format);
    if (!sections) return std::nullopt;
    std::optional<std::string> content;
    if (const auto* text = std::get_if<std::string>(&value)) content = *text;
    if (const auto* boolean = std::get_if<bool>(&value)) content = *boolean ? "TRUE" : "FALSE";
    if (content) {
        const FormatSection& last = sections->back();
        if (sections->size() < 4 && !last.has(Kind::text)) return content;
        std::string text;
        for (const FormatItem& item : last.items) text += item.kind == Kind::text ? *content : item.text;
        return text;
    }
    const auto* plain = std::get_if<double>(&value);
    const double number = plain != nullptr ? *plain : 0;
    const Choice choice = choose_section(number, *sections);
    // No condition holds: as if there were no format.
    if (choice.section == nullptr) return general_text(number);
    if (choice.section->items.empty()) {
        return sections->size() == 1 && number < 0 ? std::string("-") : std::string();
    }
    if (choice.section->is_date()) return format_date(number, *choice.section, dates);
    std::string text = format_number(std::abs(number), *choice.section);
    if (number < 0 && choice.shows_minus && !is_shown_as_zero(number, *choice.section)) text.insert(0, "-");
    return text;
}

}  // namespace scorebook::formula
