// day_reader.hpp - walking along the tokens of a text, and reading years, months and days from them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "scorebook/calendar_date.hpp"
#include "tables/period_tokens.hpp"

namespace scorebook {

/// Each reader gives what it found and moves on, or gives nothing and stays.
class DayReader {
  protected:
    explicit DayReader(std::vector<PeriodToken> tokens) : tokens_(std::move(tokens)) {}

    const PeriodToken* token(std::size_t at) const { return at < tokens_.size() ? &tokens_[at] : nullptr; }
    bool is_mark(std::size_t at, std::string_view mark) const {
        return at < tokens_.size() && tokens_[at].kind == PeriodToken::Kind::mark && tokens_[at].text == mark;
    }
    bool is_word(std::size_t at, std::string_view word) const {
        return at < tokens_.size() && tokens_[at].kind == PeriodToken::Kind::word && tokens_[at].text == word;
    }
    bool is_number(std::size_t at, std::size_t digits) const {
        return at < tokens_.size() && tokens_[at].kind == PeriodToken::Kind::number &&
               tokens_[at].digits == digits;
    }
    bool take_word(std::string_view word) {
        if (!is_word(at_, word)) return false;
        ++at_;
        return true;
    }
    bool take_any(std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return take_word(word); });
    }
    bool take_mark(std::string_view mark) {
        if (!is_mark(at_, mark)) return false;
        ++at_;
        return true;
    }

    static bool is_year(int value) { return value >= 1900 && value < 2100; }

    /// "2016", "'16", "16".
    std::optional<int> year();
    /// "May", "Sept", "Jul": the full name, or its first three letters and perhaps more.
    std::optional<int> month();
    /// "8 June 2016", "8th of June '16", "01/04/15", "31.03.2016", "2016-03-31", "June 8, 2016", "20160608".
    std::optional<CalendarDate> day();
    /// The number of a day with its ending: "8", "8th".
    std::optional<int> day_number();
    /// "May 2016", "Oct '14", "May-16", "05/2016", "2016-05", "2016 May", each as its first day.
    std::optional<CalendarDate> month_of_year();

    std::vector<PeriodToken> tokens_;
    std::size_t at_ = 0;

  private:
    std::optional<CalendarDate> written_day();
    std::optional<CalendarDate> american_day();
    std::optional<CalendarDate> numeric_day();
};

}  // namespace scorebook
