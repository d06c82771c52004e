// period_text.cpp - the grammar of periods: days, months, quarters, financial years and ranges of them.
#include "tables/period_text.hpp"

#include <algorithm>
#include <array>

#include "tables/day_reader.hpp"
#include "tables/number_words.hpp"
#include "tables/whole_months.hpp"

namespace scorebook {

namespace {

using Kind = PeriodToken::Kind;

constexpr std::array<std::string_view, 4> ordinal_words = {"first", "second", "third", "fourth"};

/// How far a quarter and its year may stand apart: "Quarter 1 performance report 2016/17".
constexpr std::size_t widest_gap = 6;

/// Reads a text from one token on.
class PeriodReader : private DayReader {
  public:
    explicit PeriodReader(std::string_view text) : DayReader(period_tokens(text)) {
        is_calendar_ = std::any_of(tokens_.begin(), tokens_.end(),
                                   [](const PeriodToken& token) { return token.text == "calendar"; });
    }

    std::optional<Period> first_period() {
        for (std::size_t start = 0; start < tokens_.size(); ++start) {
            using Reader = std::optional<Period> (PeriodReader::*)();
            for (const Reader reader : {&PeriodReader::year_to, &PeriodReader::mid_year, &PeriodReader::half,
                                        &PeriodReader::quarter, &PeriodReader::range, &PeriodReader::years,
                                        &PeriodReader::single}) {
                at_ = start;
                if (const auto period = (this->*reader)()) return period;
            }
            // The inside of a number such as 01/04/2015 that was no date is no period either.
            while (start + 2 < tokens_.size() && tokens_[start].kind == Kind::number &&
                   is_mark(start + 1, "/") && tokens_[start + 2].kind == Kind::number)
                start += 2;
        }
        return std::nullopt;
    }

  private:
    struct FinancialYears {
        int start = 0;
        int count = 1;
    };

    /// "2016/17", "2016-17", "2014/2015", "2013/4", "16/17", "2016/18"; "15-16" only where a quarter stands
    /// beside it.
    std::optional<FinancialYears> financial_years(bool is_beside_quarter) {
        const PeriodToken* first = token(at_);
        const bool is_slash = is_mark(at_ + 1, "/");
        const PeriodToken* second = token(at_ + 2);
        if (!first || !second || (!is_slash && !is_mark(at_ + 1, "-"))) return std::nullopt;
        if (first->kind != Kind::number || second->kind != Kind::number) return std::nullopt;
        if (is_mark(at_ + 3, "/") && token(at_ + 4) && tokens_[at_ + 4].kind == Kind::number)
            return std::nullopt;
        int start = first->value;
        int count = 0;
        if (first->digits == 4 && is_year(start)) {
            const int modulus = second->digits == 4 ? 10000 : second->digits == 2 ? 100 : 10;
            if (second->digits == 3 || second->digits > 4 || (second->digits == 1 && !is_slash))
                return std::nullopt;
            count = (second->value - start % modulus + modulus) % modulus;
        } else if (first->digits == 2 && second->digits == 2 && (is_slash || is_beside_quarter)) {
            count = (second->value - start + 100) % 100 == 1 ? 1 : 0;
            start += start < 50 ? 2000 : 1900;
        }
        const int longest = is_slash ? 5 : 1;
        if (count < 1 || count > longest) return std::nullopt;
        at_ += 3;
        return FinancialYears{start, count};
    }

    std::optional<Period> single() {
        if (const auto found = day()) return make_period(*found, *found);
        if (const auto found = month_of_year())
            return make_period(*found, last_day(found->year, found->month));
        return std::nullopt;
    }

    /// "July - September 2014", "01/04/15 – 30/06/15", "1 April to 30 June 2016", "Sept 15-Mar 19".
    std::optional<Period> range() {
        const std::size_t start = at_;
        std::optional<Period> first = single();
        std::optional<int> bare_day;
        std::optional<int> bare_month;
        const auto begins_range = [&] { return take_mark("-") || take_any({"to", "until"}); };
        if (!first || !begins_range()) {
            first.reset();
            at_ = start;
            bare_day = day_number();
            if (!bare_day) at_ = start;
            bare_month = month();
            if ((!bare_day && !bare_month) || !begins_range()) return std::nullopt;
        }
        const std::optional<Period> second = single();
        if (!second) return std::nullopt;
        const bool ends_with_day = second->first == second->last;
        if (first) {
            if (second->last < first->first) return std::nullopt;
            return make_period(first->first, second->last);
        }
        if (bare_day && !ends_with_day) return std::nullopt;
        CalendarDate from = second->first;
        if (bare_month) from.month = *bare_month;
        if (bare_month && *bare_month > second->last.month) --from.year;
        from.day = bare_day.value_or(1);
        if (from.day < 1 || from.day > days_in(from.year, from.month) || second->last < from)
            return std::nullopt;
        return make_period(from, second->last);
    }

    std::optional<Period> years() {
        const bool is_inside_number = at_ > 0 && (is_mark(at_ - 1, "/") || is_mark(at_ - 1, "."));
        const auto found = is_inside_number ? std::nullopt : financial_years(false);
        if (!found) return std::nullopt;
        const std::size_t after = at_;
        for (std::size_t gap = 0; found->count == 1 && gap <= widest_gap; ++gap) {
            at_ = after + gap;
            const auto number = quarter_number();
            if (number && !year_of_quarter()) return quarter_of(found->start, *number);
        }
        return years_of(found->start, found->count);
    }

    /// "Q2", "Qtr 2", "Quarter Two", "2nd quarter", "second quarter".
    std::optional<int> quarter_number() {
        const std::size_t start = at_;
        if (take_any({"q", "qtr", "qrtr", "quarter"})) {
            take_mark(".");
            take_mark("-");
            if (is_number(at_, 1) && tokens_[at_].value >= 1 && tokens_[at_].value <= 4)
                return tokens_[at_++].value;
            for (std::size_t i = 0; i < 4; ++i) {
                if (take_word(number_words[i])) return static_cast<int>(i) + 1;
            }
        } else if (is_number(at_, 1) && tokens_[at_].value >= 1 && tokens_[at_].value <= 4) {
            const int number = tokens_[at_++].value;
            if (take_any({"st", "nd", "rd", "th"}) && take_any({"quarter", "qtr"})) return number;
        } else {
            for (std::size_t i = 0; i != ordinal_words.size(); ++i) {
                if (take_word(ordinal_words[i]) && take_any({"quarter", "qtr"}))
                    return static_cast<int>(i) + 1;
            }
        }
        at_ = start;
        return std::nullopt;
    }

    /// The financial year right after a quarter: "of 2015/16", "15/16", "2016", "'16".
    std::optional<int> year_of_quarter() {
        const std::size_t start = at_;
        while (take_mark("-") || take_mark(":") || take_any({"of", "fy", "financial", "year"})) {
        }
        if (const auto years = financial_years(true); years && years->count == 1) return years->start;
        const PeriodToken* number = token(at_);
        const bool is_part_of_date = is_mark(at_ + 1, "/") || is_mark(at_ + 1, ".");
        if (number && !is_part_of_date) {
            if (const auto single_year = year()) return single_year;
        }
        at_ = start;
        return std::nullopt;
    }

    std::optional<Period> quarter() {
        const auto number = quarter_number();
        if (!number) return std::nullopt;
        if (const auto start = year_of_quarter()) return quarter_in(*start, *number);
        const std::size_t after = at_;
        for (std::size_t gap = 1; gap <= widest_gap; ++gap) {
            at_ = after + gap;
            // "Q1 (April to June 2016)": the months say which quarter it is better than any year further on.
            if (month_of_year()) return std::nullopt;
            if (const auto years = financial_years(true); years && years->count == 1)
                return quarter_of(years->start, *number);
        }
        return std::nullopt;
    }

    Period quarter_in(int year, int number) const {
        if (!is_calendar_) return quarter_of(year, number);
        const int first = year * 12 + (number - 1) * 3;
        return make_period(first_of(first), last_of(first + 2));
    }

    /// "H1 2015/16", "first half of 2015/16".
    std::optional<Period> half() {
        int number = 0;
        if (take_word("h")) {
            if (!is_number(at_, 1)) return std::nullopt;
            number = tokens_[at_++].value;
        } else if (take_word("first")) {
            number = 1;
        } else if (take_word("second")) {
            number = 2;
        }
        if (number != 1 && number != 2) return std::nullopt;
        if (tokens_[at_ - 1].kind == Kind::word && !take_word("half")) return std::nullopt;
        take_word("year");
        take_word("of");
        const auto years = financial_years(true);
        if (!years || years->count != 1) return std::nullopt;
        const int first = years->start * 12 + first_financial_month - 1 + (number - 1) * 6;
        return make_period(first_of(first), last_of(first + 5));
    }

    /// "Year to end of February 17", "12 month period to 31 March 2015".
    std::optional<Period> year_to() {
        if ((is_number(at_, 2) && tokens_[at_].value == 12) || is_word(at_, "twelve")) {
            ++at_;
            if (!take_any({"month", "months"})) return std::nullopt;
            take_word("period");
        } else if (!take_word("year")) {
            return std::nullopt;
        }
        if (!take_any({"to", "ended", "ending", "end"})) return std::nullopt;
        take_word("the");
        take_word("end");
        take_word("of");
        const auto end = single();
        if (!end) return std::nullopt;
        const CalendarDate last = end->last;
        const bool ends_month = last == last_day(last.year, last.month);
        const CalendarDate first = ends_month ? first_of(month_number(last) - 11)
                                              : CalendarDate{last.year - 1, last.month, last.day + 1};
        if (ends_month && first.month == first_financial_month) return make_period(first, last);
        return Period{first, last, "Year to " + to_text(last)};
    }

    /// "mid 2013", "mid-2013": 30 June, as population estimates use it.
    std::optional<Period> mid_year() {
        if (!take_word("mid")) return std::nullopt;
        take_mark("-");
        take_word("year");
        if (!is_number(at_, 4) || !is_year(tokens_[at_].value)) return std::nullopt;
        const CalendarDate middle = {tokens_[at_].value, 6, 30};
        return Period{middle, middle, "Mid " + std::to_string(middle.year)};
    }

    bool is_calendar_ = false;
};

}  // namespace

std::optional<Period> find_period(std::string_view text) {
    return PeriodReader(text).first_period();
}

}  // namespace scorebook
