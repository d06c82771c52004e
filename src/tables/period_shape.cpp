// period_shape.cpp - periods without years, years to date, and quarters whose months say otherwise.
#include "tables/period_shape.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "tables/number_words.hpp"
#include "tables/period_tokens.hpp"

namespace scorebook {

namespace {

using Kind = PeriodToken::Kind;

constexpr std::array<std::string_view, 4> ordinals = {"first", "second", "third", "fourth"};

bool is_word(const std::vector<PeriodToken>& tokens, std::size_t at, std::string_view word) {
    return at < tokens.size() && tokens[at].kind == Kind::word && tokens[at].text == word;
}

bool has_words(const std::vector<PeriodToken>& tokens, std::initializer_list<std::string_view> words) {
    for (std::size_t at = 0; at + words.size() <= tokens.size(); ++at) {
        std::size_t i = at;
        if (std::all_of(words.begin(), words.end(),
                        [&](std::string_view word) { return is_word(tokens, i++, word); }))
            return true;
    }
    return false;
}

int small_number(const std::vector<PeriodToken>& tokens, std::size_t at, int most) {
    if (at >= tokens.size()) return 0;
    if (tokens[at].kind == Kind::number && tokens[at].digits == 1 && tokens[at].value >= 1 &&
        tokens[at].value <= most)
        return tokens[at].value;
    for (std::size_t i = 0; i < number_words.size() && static_cast<int>(i) < most; ++i) {
        if (is_word(tokens, at, number_words[i])) return static_cast<int>(i) + 1;
    }
    return 0;
}

/// The number in "Q2", "Qtr 2", "Quarter Two", "2nd quarter", "second quarter"; 0 for none.
int quarter_in(const std::vector<PeriodToken>& tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        for (const std::string_view name : {"q", "qtr", "quarter"}) {
            if (!is_word(tokens, at, name)) continue;
            if (const int number = small_number(tokens, at + 1, 4)) return number;
            if (at == 0) continue;
            for (std::size_t i = 0; i < ordinals.size(); ++i) {
                if (is_word(tokens, at - 1, ordinals[i])) return static_cast<int>(i) + 1;
            }
            if (at >= 2 && tokens[at - 1].text.size() == 2) return small_number(tokens, at - 2, 4);
        }
    }
    return 0;
}

struct MonthRun {
    int first = 0;
    int last = 0;
    int length() const { return first == 0 ? 0 : (last - first + 12) % 12 + 1; }
};

/// "Apr-Jun", "July to September"; one month alone is a run of one.
MonthRun months_in(const std::vector<PeriodToken>& tokens) {
    MonthRun run;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const int month = month_of(tokens[at]);
        if (month == 0) continue;
        if (run.first == 0) {
            run.first = run.last = month;
            continue;
        }
        run.last = month;
        return run;
    }
    return run;
}

int month_count(const Period& days) {
    return (days.last.year - days.first.year) * 12 + days.last.month - days.first.month + 1;
}

bool has_whole_months(const Period& days) {
    CalendarDate next = days.last;
    next = next.month == 12 ? CalendarDate{next.year + 1, 1, 1} : CalendarDate{next.year, next.month + 1, 1};
    return days.first.day == 1 && days_between(days.last, next) == 1;
}

PeriodKind kind_of_months(int months) {
    return months == 1    ? PeriodKind::month
           : months == 3  ? PeriodKind::quarter
           : months == 6  ? PeriodKind::half
           : months == 12 ? PeriodKind::year
                          : PeriodKind::several_months;
}

bool says_year_to_date(const std::vector<PeriodToken>& tokens) {
    return has_words(tokens, {"year", "to", "date"}) || has_words(tokens, {"ytd"}) ||
           has_words(tokens, {"cumulative"});
}

}  // namespace

std::optional<PeriodShape> read_period_shape(std::string_view text) {
    const std::vector<PeriodToken> tokens = period_tokens(text);
    PeriodShape shape;
    shape.days = find_period(text);
    if (says_year_to_date(tokens)) {
        shape.kind = PeriodKind::year_to_date;
        shape.first_month = 4;
        return shape;
    }
    const MonthRun run = months_in(tokens);
    if (const int quarter = quarter_in(tokens)) {
        shape.kind = PeriodKind::quarter;
        shape.months = 3;
        const bool is_calendar = has_words(tokens, {"calendar"});
        const int first = is_calendar ? quarter * 3 - 2 : quarter == 4 ? 1 : quarter * 3 + 1;
        shape.first_month = first;
        const bool names_months = run.length() > 1;
        if (!is_calendar && !names_months) shape.sense = QuarterSense::financial_by_custom;
        if (names_months && (run.first != first || run.length() != 3))
            shape.sense = QuarterSense::contradicted;
        return shape;
    }
    if (shape.days && shape.days->first == shape.days->last) {
        shape.kind = PeriodKind::day;
        return shape;
    }
    if (shape.days) {
        shape.first_month = shape.days->first.month;
        if (has_whole_months(*shape.days)) shape.months = month_count(*shape.days);
        shape.kind = kind_of_months(shape.months);
        if (shape.kind == PeriodKind::year && shape.first_month != 4) shape.kind = PeriodKind::year_to_day;
        return shape;
    }
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        const bool is_count =
            tokens[at].kind == Kind::number && tokens[at].value >= 1 && tokens[at].value <= 12;
        if (!is_count || (!is_word(tokens, at + 1, "months") && !is_word(tokens, at + 1, "month"))) continue;
        shape.months = tokens[at].value;
        shape.kind = kind_of_months(shape.months);
        // "first 6 months of this year" begins in April; "12 months to" begins when it ends a year later.
        if (at > 0 && is_word(tokens, at - 1, "first")) shape.first_month = 4;
        if (shape.months == 12) shape.kind = PeriodKind::year_to_day;
        return shape;
    }
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const bool is_first = is_word(tokens, at, "first") || is_word(tokens, at, "h");
        const bool is_second = is_word(tokens, at, "second");
        const bool says_half = has_words(tokens, {"half"}) || is_word(tokens, at, "h");
        if ((!is_first && !is_second) || !says_half) continue;
        const int half = is_word(tokens, at, "h") ? small_number(tokens, at + 1, 2) : is_first ? 1 : 2;
        if (half == 0) continue;
        shape.kind = PeriodKind::half;
        shape.months = 6;
        shape.first_month = half == 1 ? 4 : 10;
        return shape;
    }
    if (run.first != 0 && tokens.size() <= 6) {
        shape.first_month = run.first;
        shape.months = run.length();
        shape.kind = kind_of_months(shape.months);
        return shape;
    }
    return std::nullopt;
}

bool are_comparable(const PeriodShape& a, const PeriodShape& b) {
    if (a.months != b.months || a.kind != b.kind) return false;
    const bool has_season = a.first_month != 0 && b.first_month != 0 && a.months > 0 && a.months < 12;
    return !has_season || a.first_month == b.first_month;
}

}  // namespace scorebook
