// number_format.cpp - which section of a format counts, and numbers laid out digit by digit.
#include "formula/number_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "formula/coercion.hpp"
#include "formula/comparison.hpp"
#include "formula/date_format.hpp"
#include "formula/format_section.hpp"
#include "formula/rounding.hpp"

namespace scorebook::formula {
namespace {

using Kind = FormatItemKind;

/// `number` (not negative) with `places` decimals, in plain digits.
std::string fixed_digits(double number, int places) {
    std::array<char, 700> buffer{};
    const double rounded = decimal_view(round_decimal(number, places, Rounding::half_away));
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded,
                                   std::chars_format::fixed, std::min(places, 300))
                         .ptr;
    std::string text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    // Beyond 15 significant digits Excel shows zeros.
    std::size_t significant = 0;
    bool started = false;
    for (char& c : text) {
        if (c == '.') continue;
        started = started || c != '0';
        if (started && ++significant > 15) c = '0';
    }
    return text;
}

bool is_digit_item(const FormatItem& item) {
    return item.kind == Kind::digit;
}

/// Lays out the items [first, last) with `digits` from the right: missing digits are 0 for "0", a space for
/// "?".
std::string lay_out_integer(const std::vector<FormatItem>& items, std::size_t first, std::size_t last,
                            std::string digits, bool thousands) {
    if (digits == "0") digits.clear();
    std::string reversed;
    std::size_t left = digits.size();
    std::size_t written = 0;
    std::size_t first_digit = last;
    for (std::size_t i = first; i < last; ++i) {
        if (is_digit_item(items[i])) {
            first_digit = i;
            break;
        }
    }
    auto put = [&](char c) {
        if (thousands && written > 0 && written % 3 == 0) reversed += c == ' ' ? ' ' : ',';
        reversed += c;
        ++written;
    };
    for (std::size_t i = last; i-- > first;) {
        if (is_digit_item(items[i])) {
            if (left > 0)
                put(digits[--left]);
            else if (items[i].text == "0")
                put('0');
            else if (items[i].text == "?")
                put(' ');
            if (i == first_digit) {
                while (left > 0) put(digits[--left]);
            }
        } else if (items[i].kind != Kind::comma) {
            std::string text = items[i].text;
            reversed.append(text.rbegin(), text.rend());
        }
    }
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

std::string lay_out_decimals(const std::vector<FormatItem>& items, std::size_t first, std::size_t last,
                             const std::string& digits) {
    std::size_t significant = digits.size();
    while (significant > 0 && digits[significant - 1] == '0') --significant;
    std::string text;
    std::size_t used = 0;
    for (std::size_t i = first; i < last; ++i) {
        if (is_digit_item(items[i])) {
            if (used < significant || items[i].text == "0")
                text += used < digits.size() ? digits[used] : '0';
            else if (items[i].text == "?")
                text += ' ';
            ++used;
        } else if (items[i].kind != Kind::comma) {
            text += items[i].text;
        }
    }
    return text;
}

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
    std::string text = lay_out_integer(items, 0, layout.point, digits.substr(0, point), layout.thousands);
    if (layout.has_point) {
        text += '.';
        text += lay_out_decimals(items, layout.point + 1, items.size(),
                                 point == std::string::npos ? std::string() : digits.substr(point + 1));
    }
    return text;
}

std::string format_exponent(double number, const FormatSection& section) {
    const auto& items = section.items;
    std::size_t mark = 0;
    while (items[mark].kind != Kind::exponent) ++mark;
    const Layout layout = find_layout(items, mark);
    const auto whole = static_cast<int>(std::count_if(
        items.begin(), items.begin() + static_cast<std::ptrdiff_t>(layout.point), is_digit_item));
    const int step = std::max(whole, 1);
    int exponent = 0;
    double mantissa = number * layout.scale;
    if (mantissa != 0) {
        exponent = static_cast<int>(std::floor(std::log10(mantissa)));
        // ##0.0E+0 moves in steps of three; 0.00E+0 has one digit before the point.
        exponent = static_cast<int>(std::floor(static_cast<double>(exponent) / step)) * step;
        if (step > 1 && items[0].text == "0")
            exponent = static_cast<int>(std::floor(std::log10(mantissa))) - (step - 1);
        auto scaled = [&](int power) {
            return round_decimal(decimal_view(mantissa / std::pow(10.0, power)), layout.decimals,
                                 Rounding::half_away);
        };
        if (scaled(exponent) >= std::pow(10.0, step)) exponent += step;
        if (step == 1 && scaled(exponent) < 1) --exponent;
        mantissa = decimal_view(mantissa / std::pow(10.0, exponent));
    }
    const std::string digits = fixed_digits(mantissa, layout.decimals);
    const std::size_t point = digits.find('.');
    std::string text = lay_out_integer(items, 0, layout.point, digits.substr(0, point), layout.thousands);
    if (layout.has_point) {
        text += '.' + lay_out_decimals(items, layout.point + 1, mark,
                                       point == std::string::npos ? std::string() : digits.substr(point + 1));
    }
    text += 'E';
    if (exponent < 0)
        text += '-';
    else if (items[mark].text == "E+")
        text += '+';
    return text + lay_out_integer(items, mark + 1, items.size(), std::to_string(std::abs(exponent)), false);
}

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

std::string format_fraction(double number, const FormatSection& section) {
    const auto& items = section.items;
    std::size_t slash = 0;
    while (items[slash].kind != Kind::slash) ++slash;
    // The digits right before the slash are the numerator; digits before them, behind a space, the whole
    // part.
    std::size_t numerator = slash;
    while (numerator > 0 && is_digit_item(items[numerator - 1])) --numerator;
    bool has_whole = false;
    for (std::size_t i = 0; i < numerator; ++i) has_whole = has_whole || is_digit_item(items[i]);
    std::size_t after = slash + 1;
    std::size_t places = 0;
    while (after < items.size() && is_digit_item(items[after])) ++after, ++places;
    double whole = has_whole ? std::floor(number) : 0;
    std::pair<double, double> parts;
    std::string fixed_below;
    if (places == 0 && after < items.size() && items[after].kind == Kind::literal &&
        items[after].text[0] >= '1' && items[after].text[0] <= '9') {
        for (const char c : items[after].text) {
            if (c < '0' || c > '9') break;
            fixed_below += c;
        }
    }
    if (!fixed_below.empty()) {
        const double below = std::stod(fixed_below);
        parts = {std::round((number - whole) * below), below};
        items[after].text.size() > fixed_below.size() ? void() : void(++after);
    } else {
        parts = nearest_fraction(number - whole,
                                 std::pow(10.0, static_cast<double>(std::min<std::size_t>(places, 5))) - 1);
    }
    if (has_whole && parts.first == parts.second) {
        ++whole;
        parts.first = 0;
    }
    std::string text;
    if (has_whole) text = lay_out_integer(items, 0, numerator, fixed_digits(whole, 0), false);
    if (has_whole && parts.first == 0) {
        if (whole == 0 && text.find('0') == std::string::npos) text = "0" + text;
        // A whole number leaves the fraction's room empty.
        const std::size_t width = (slash - numerator) + 1 + std::max(places, fixed_below.size());
        return text + std::string(width, ' ');
    }
    if (!has_whole) text = lay_out_integer(items, 0, numerator, "", false);
    std::string above = lay_out_integer(items, numerator, slash, fixed_digits(parts.first, 0), false);
    if (above.empty()) above = "0";
    std::string below = fixed_digits(parts.second, 0);
    if (fixed_below.empty() && below.size() < places) below += std::string(places - below.size(), ' ');
    text += above + '/' + below;
    for (std::size_t i = after; i < items.size(); ++i) text += items[i].text;
    return text;
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
    if (section.has(Kind::slash) && section.has(Kind::digit)) return format_fraction(number, section);
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
    if (size >= 1e11 || size < 1e-9) {
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
    const int whole = size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
    return number_as_text(round_decimal(number, std::max(0, 10 - whole), Rounding::half_away));
}

std::optional<std::string> format_value(const CellValue& value, std::string_view format, DateSystem dates) {
    if (const auto* boolean = std::get_if<bool>(&value)) return std::string(*boolean ? "TRUE" : "FALSE");
    if (format.empty()) {
        return std::string();
    }
    const auto sections = read_format(format);
    if (!sections) return std::nullopt;
    if (const auto* content = std::get_if<std::string>(&value)) {
        const FormatSection& last = sections->back();
        if (sections->size() < 4 && !last.has(Kind::text)) return *content;
        std::string text;
        for (const FormatItem& item : last.items) text += item.kind == Kind::text ? *content : item.text;
        return text;
    }
    const auto* plain = std::get_if<double>(&value);
    const double number = plain != nullptr ? *plain : 0;
    const Choice choice = choose_section(number, *sections);
    if (choice.section == nullptr) return std::nullopt;
    if (choice.section->items.empty())
        return sections->size() == 1 && number < 0 ? std::string("-") : std::string();
    if (choice.section->is_date()) return format_date(number, *choice.section, dates);
    std::string text = format_number(std::abs(number), *choice.section);
    if (number < 0 && choice.shows_minus) text.insert(0, "-");
    return text;
}

}  // namespace scorebook::formula
