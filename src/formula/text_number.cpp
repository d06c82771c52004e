// text_number.cpp - what typed text stands for. A small hand-written reader: signs, currency, thousands,
// percent, fractions, exponents, dates in the orders people type them, times.
#include "formula/text_number.hpp"

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "bytes/number_text.hpp"
#include "formula/serial_date.hpp"
#include "formula/text_case.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook::formula {
namespace {

std::string_view trim(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool take_currency(std::string_view& text) {
    return take(text, "$") || take(text, "£") || take(text, "€");
}

/// Digits with thousands separators, a point and an exponent, all of `text`.
std::optional<double> plain_number(std::string_view text) {
    std::string digits;
    bool point = false;
    bool exponent = false;
    bool any = false;
    std::size_t since_comma = 0;
    bool comma = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_digit(c)) {
            any = any || !exponent;
            ++since_comma;
            digits += c;
        } else if (c == ',') {
            if (!any || point || exponent || (comma && since_comma != 3)) return std::nullopt;
            comma = true;
            since_comma = 0;
        } else if (c == '.') {
            if (point || exponent || (comma && since_comma != 3)) return std::nullopt;
            point = true;
            digits += c;
        } else if ((c == 'e' || c == 'E') && any && !exponent) {
            exponent = true;
            digits += 'E';
            if (i + 1 < text.size() && (text[i + 1] == '+' || text[i + 1] == '-')) {
                if (text[i + 1] == '-') digits += '-';
                ++i;
            }
            if (i + 1 >= text.size()) return std::nullopt;
        } else {
            return std::nullopt;
        }
    }
    if (!any || (comma && !point && !exponent && since_comma != 3)) return std::nullopt;
    if (digits.back() == '.') digits.pop_back();
    const std::size_t e = digits.find(".E");
    if (e != std::string::npos) digits.erase(e, 1);
    auto number = parse_number(digits);
    if (number && !std::isfinite(*number)) return std::nullopt;
    return number;
}

/// "3/4" and "1 3/4".
std::optional<double> fraction(std::string_view text) {
    const std::size_t slash = text.find('/');
    const std::size_t space = text.find(' ');
    if (slash == std::string_view::npos || space == std::string_view::npos || space > slash)
        return std::nullopt;
    const auto whole = plain_number(text.substr(0, space));
    const auto above = plain_number(trim(text.substr(space, slash - space)));
    const auto below = plain_number(trim(text.substr(slash + 1)));
    if (!whole || !above || !below || *below == 0) return std::nullopt;
    return *whole + *above / *below;
}

/// Sign, brackets, currency and percent round a plain number.
std::optional<double> dressed_number(std::string_view text) {
    double sign = 1;
    double scale = 1;
    bool currency = false;
    bool signed_already = false;
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        sign = -1;
        signed_already = true;
        text = trim(text.substr(1, text.size() - 2));
    }
    for (bool again = true; again && !text.empty();) {
        again = false;
        if (!currency && take_currency(text)) again = currency = true;
        if (!signed_already && (text.starts_with("-") || text.starts_with("+"))) {
            sign = text.front() == '-' ? -1 : 1;
            text.remove_prefix(1);
            again = signed_already = true;
        }
        text = trim(text);
    }
    if (!currency && text.starts_with("%")) {
        text = trim(text.substr(1));
        scale = 0.01;
    } else if (!text.empty() && text.back() == '%') {
        text = trim(text.substr(0, text.size() - 1));
        scale = 0.01;
    }
    if (!currency && text.ends_with("€"))
        text = trim(text.substr(0, text.size() - std::string_view("€").size()));
    auto number = plain_number(text);
    if (!number && scale == 1) number = fraction(text);
    if (!number) return std::nullopt;
    return scale == 1 ? sign * *number : sign * *number / 100;
}

constexpr std::string_view month_names[] = {"january",   "february", "march",    "april",
                                            "may",       "june",     "july",     "august",
                                            "september", "october",  "november", "december"};

std::optional<int> month_named(std::string_view word) {
    const std::string folded = fold_case(word);
    if (folded.size() < 3) return std::nullopt;
    if (folded == "sept") return 9;
    for (int i = 0; i < 12; ++i) {
        const std::string_view name = month_names[i];
        if (folded == name || (folded.size() == 3 && name.starts_with(folded))) return i + 1;
    }
    return std::nullopt;
}

/// A run of digits or letters of a date.
struct DatePart {
    bool is_word = false;
    int number = 0;
    std::size_t digits = 0;
    int month = 0;
};

/// "12", "2012": two digits mean 1930 to 2029, as in Excel.
std::optional<int> year_of(const DatePart& part) {
    if (part.is_word) return std::nullopt;
    if (part.digits <= 2) return part.number < 30 ? 2000 + part.number : 1900 + part.number;
    if (part.digits == 4 && part.number >= 1900) return part.number;
    return std::nullopt;
}

std::optional<double> checked_day(int year, int month, int day, DateSystem dates) {
    if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month, dates)) return std::nullopt;
    return serial_of_day(year, month, day, dates);
}

std::optional<double> day_of_parts(const std::vector<DatePart>& parts, DateSystem dates) {
    if (parts.size() == 3) {
        if (parts[1].is_word) {
            const auto year = year_of(parts[2]);
            if (!year || parts[0].is_word) return std::nullopt;
            return checked_day(*year, parts[1].month, parts[0].number, dates);
        }
        if (parts[0].is_word) {
            const auto year = year_of(parts[2]);
            if (!year || parts[1].is_word) return std::nullopt;
            return checked_day(*year, parts[0].month, parts[1].number, dates);
        }
        if (parts[2].is_word) return std::nullopt;
        if (parts[0].digits == 4) {
            const auto year = year_of(parts[0]);
            if (!year) return std::nullopt;
            return checked_day(*year, parts[1].number, parts[2].number, dates);
        }
        const auto year = year_of(parts[2]);
        if (!year) return std::nullopt;
        if (auto day = checked_day(*year, parts[1].number, parts[0].number, dates)) return day;
        return checked_day(*year, parts[0].number, parts[1].number, dates);
    }
    if (parts.size() == 2) {
        // "Mar-2016" and "3/2016": the first of the month.
        const auto year = year_of(parts[1]);
        // "Sep-18" is September 2018 where days come first; "3/18" could be a fraction, and is no date.
        if (!year || (parts[1].digits != 4 && !parts[0].is_word)) return std::nullopt;
        const int month = parts[0].is_word ? parts[0].month : parts[0].number;
        return checked_day(*year, month, 1, dates);
    }
    return std::nullopt;
}

/// A date at the start of `text`, which then begins behind it.
std::optional<double> take_day(std::string_view& text, DateSystem dates) {
    std::vector<DatePart> parts;
    std::string_view rest = text;
    while (parts.size() < 3 && !rest.empty()) {
        DatePart part;
        std::size_t length = 0;
        if (is_digit(rest[0])) {
            while (length < rest.size() && is_digit(rest[length]) && length < 5) {
                part.number = part.number * 10 + (rest[length++] - '0');
            }
            part.digits = length;
            if (length > 4) return std::nullopt;
        } else if (is_letter(rest[0])) {
            while (length < rest.size() && is_letter(rest[length])) ++length;
            const auto month = month_named(rest.substr(0, length));
            if (!month) break;
            part.is_word = true;
            part.month = *month;
        } else {
            break;
        }
        // A time begins here: "2024-02-29 06:00".
        if (length < rest.size() && rest[length] == ':') break;
        parts.push_back(part);
        rest.remove_prefix(length);
        text = rest;
        if (parts.size() == 3) break;
        bool separated = false;
        if (!rest.empty() && rest[0] == ',') rest.remove_prefix(1);
        while (!rest.empty() && rest[0] == ' ') rest.remove_prefix(1), separated = true;
        if (!rest.empty() && (rest[0] == '/' || rest[0] == '-' || (rest[0] == '.' && rest.size() > 1))) {
            rest.remove_prefix(1);
            separated = true;
            while (!rest.empty() && rest[0] == ' ') rest.remove_prefix(1);
        }
        if (!separated && !(part.is_word && !rest.empty() && is_digit(rest[0])) &&
            !(!part.is_word && !rest.empty() && is_letter(rest[0]))) {
            break;
        }
    }
    return day_of_parts(parts, dates);
}

/// "6:00", "18:30:15.5", "6 PM", all of `text`.
std::optional<double> time_of(std::string_view text) {
    text = trim(text);
    std::optional<bool> afternoon;
    if (text.size() > 2) {
        const std::string ending = fold_case(text.substr(text.size() - 2));
        if (ending == "am" || ending == "pm") {
            afternoon = ending == "pm";
            text = trim(text.substr(0, text.size() - 2));
        }
    }
    std::array<double, 3> parts{};
    std::size_t count = 0;
    while (!text.empty() && count < 3) {
        const std::size_t colon = text.find(':');
        const std::string_view piece = text.substr(0, colon);
        if (piece.empty() || !is_digit(piece[0])) return std::nullopt;
        const auto number = parse_number(piece);
        if (!number || (count < 2 && piece.size() > 4)) return std::nullopt;
        parts[count++] = *number;
        if (colon == std::string_view::npos) {
            text = {};
        } else {
            text.remove_prefix(colon + 1);
            if (text.empty() && count < 2) return std::nullopt;
        }
    }
    if (!text.empty() || count == 0 || (count == 1 && !afternoon)) return std::nullopt;
    if (parts[1] >= 60 || parts[2] >= 60 || parts[0] > 9999) return std::nullopt;
    if (afternoon) {
        if (parts[0] > 12) return std::nullopt;
        parts[0] = std::fmod(parts[0], 12) + (*afternoon ? 12 : 0);
    }
    return (parts[0] * 3600 + parts[1] * 60 + parts[2]) / 86400;
}

}  // namespace

std::optional<DateAndTime> date_time_from_text(std::string_view text, DateSystem dates) {
    const bool has_spaces = text != trim(text);
    text = trim(text);
    if (text.empty()) return std::nullopt;
    DateAndTime result;
    std::string_view rest = text;
    result.day = take_day(rest, dates);
    // " 1:30 " is a time, but " 2024-01-10 " no date.
    if (result.day && has_spaces) return std::nullopt;
    if (!result.day) {
        result.time = time_of(text);
        if (!result.time) return std::nullopt;
        return result;
    }
    if (rest.starts_with("T") || rest.starts_with(",")) rest.remove_prefix(1);
    rest = trim(rest);
    if (rest.empty()) return result;
    result.time = time_of(rest);
    if (!result.time) return std::nullopt;
    return result;
}

std::optional<double> number_from_text(std::string_view text, DateSystem dates) {
    if (text.size() > 255 || trim(text).empty()) return std::nullopt;
    if (auto number = dressed_number(trim(text))) return number;
    const auto moment = date_time_from_text(text, dates);
    if (!moment) return std::nullopt;
    return moment->day.value_or(0) + moment->time.value_or(0);
}

}  // namespace scorebook::formula
