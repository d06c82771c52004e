// date_text.cpp - finding a day in words and figures. British order: day, month, year.
#include "tables/date_text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "tables/period_text.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {
namespace {

constexpr std::size_t longest_date_text = 200;
constexpr std::size_t most_words = 24;

constexpr std::array<std::string_view, 12> month_names{"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

/// Which name `word` is or begins ("sept", "tues"), 0-based.
template <std::size_t count>
std::optional<int> name_index(const std::array<std::string_view, count>& names, std::string_view word) {
    if (word.size() < 3) return std::nullopt;
    for (std::size_t i = 0; i < count; ++i) {
        if (names[i].starts_with(word)) return static_cast<int>(i);
    }
    return std::nullopt;
}

std::optional<int> number_of(std::string_view word) {
    if (word.empty() || word.size() > 4) return std::nullopt;
    int number = 0;
    for (const char c : word) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// "31", "31st".
std::optional<int> day_of(std::string_view word) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (word.size() > 2 && word.ends_with(ending)) {
            word.remove_suffix(2);
            break;
        }
    }
    const auto day = number_of(word);
    return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

std::optional<int> year_of(std::string_view word) {
    const auto year = number_of(word);
    if (!year) return std::nullopt;
    if (word.size() == 2) return 2000 + *year;
    return word.size() == 4 && *year >= 1900 && *year <= 2200 ? year : std::nullopt;
}

std::optional<CalendarDate> make_date(int year, int month, int day) {
    constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1) return std::nullopt;
    const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int length = month == 2 && is_leap ? 29 : lengths[static_cast<std::size_t>(month - 1)];
    if (day > length) return std::nullopt;
    return CalendarDate{year, month, day};
}

/// "31/03/2016", "31.3.16", "2016-03-31", anywhere in the text. `is_figures` says there was such a thing, a
/// day or not.
DateText read_figures(std::string_view text, bool& is_figures) {
    DateText result;
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        if (text[begin] < '0' || text[begin] > '9' ||
            (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9'))
            continue;
        std::array<std::string_view, 3> parts;
        std::size_t at = begin;
        std::size_t count = 0;
        while (count < 3) {
            const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
            if (end == at) break;
            parts[count++] = text.substr(at, end - at);
            if (end == text.size() || count == 3) break;
            if (text[end] != '/' && text[end] != '-' && text[end] != '.') break;
            at = end + 1;
        }
        if (count < 3) continue;
        is_figures = true;
        if (parts[0].size() == 4) {
            const auto year = year_of(parts[0]), month = number_of(parts[1]), day = number_of(parts[2]);
            if (year && month && day) result.date = make_date(*year, *month, *day);
        } else if (const auto first = number_of(parts[0]), second = number_of(parts[1]),
                   year = year_of(parts[2]);
                   first && second && year) {
            result.date = make_date(*year, *second, *first);
            result.reads_two_ways = result.date && *first <= 12 && *first != *second;
            if (!result.date) result.date = make_date(*year, *first, *second);
        }
        if (result.date) return result;
    }
    return result;
}

/// "31 March 2016", "March 31 2016". `is_day` says there was such a thing, a day that exists or not.
std::optional<CalendarDate> read_named(const std::vector<std::string_view>& words, bool& is_day) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto month = name_index(month_names, words[i]);
        if (!month) continue;
        const auto year_at = [&](std::size_t k) {
            return k < words.size() ? year_of(words[k]) : std::nullopt;
        };
        const auto before = i > 0 ? day_of(words[i - 1]) : std::nullopt;
        const auto after = i + 1 < words.size() ? day_of(words[i + 1]) : std::nullopt;
        const auto next_year = year_at(i + 1), later_year = year_at(i + 2);
        is_day = (before && next_year) || (after && later_year);
        if (before && next_year) return make_date(*next_year, *month + 1, *before);
        if (after && later_year) return make_date(*later_year, *month + 1, *after);
    }
    return std::nullopt;
}

}  // namespace

DateText read_date_text(std::string_view text) {
    if (text.size() > longest_date_text) return {};
    bool is_figures = false;
    DateText result = read_figures(text, is_figures);
    if (is_figures && !result.date) return result;
    const std::string folded = fold_words(text);
    const auto words = split_words(folded);
    if (words.size() > most_words) return result;
    bool is_named_day = false;
    if (!result.date) result.date = read_named(words, is_named_day);
    if (is_named_day && !result.date) return result;
    if (!result.date) {
        if (const auto period = find_period(text)) result.date = period->last;
        return result;
    }
    for (const std::string_view word : words) {
        const auto named = name_index(weekdays, word);
        if (named) result.weekday_disagrees |= *named != weekday(*result.date);
    }
    return result;
}

bool is_open_ended(std::string_view text) {
    constexpr std::array<std::string_view, 12> words{"ongoing",    "on going",  "continuous", "continual",
                                                     "continuing", "annual",    "annually",   "quarterly",
                                                     "monthly",    "permanent", "rolling",    "in place"};
    const std::string folded = fold_words(text);
    return std::find(words.begin(), words.end(), folded) != words.end();
}

}  // namespace scorebook
