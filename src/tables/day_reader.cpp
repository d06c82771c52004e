// day_reader.cpp - days, months and years in every order councils write them.
#include "tables/day_reader.hpp"

#include "tables/whole_months.hpp"

namespace scorebook {

namespace {

using Kind = PeriodToken::Kind;

}  // namespace

std::optional<int> DayReader::year() {
    const std::size_t start = at_;
    take_mark("'");
    const PeriodToken* number = token(at_);
    const bool is_short = is_number(at_, 2) && number->value < 50;
    if ((is_number(at_, 4) && is_year(number->value)) || is_short) {
        ++at_;
        return is_short ? 2000 + number->value : number->value;
    }
    at_ = start;
    return std::nullopt;
}

std::optional<int> DayReader::month() {
    const PeriodToken* word = token(at_);
    const int number = word ? month_of(*word) : 0;
    if (number == 0) return std::nullopt;
    ++at_;
    take_mark(".");
    return number;
}

std::optional<CalendarDate> DayReader::day() {
    const std::size_t start = at_;
    for (const auto reader : {&DayReader::written_day, &DayReader::numeric_day, &DayReader::american_day}) {
        at_ = start;
        const auto found = (this->*reader)();
        if (found && found->month >= 1 && found->month <= 12 && found->day >= 1 &&
            found->day <= days_in(found->year, found->month))
            return found;
    }
    at_ = start;
    return std::nullopt;
}

std::optional<int> DayReader::day_number() {
    const PeriodToken* number = token(at_);
    if (!number || number->kind != Kind::number || number->digits > 2) return std::nullopt;
    ++at_;
    take_any({"st", "nd", "rd", "th"});
    take_word("of");
    return number->value;
}

std::optional<CalendarDate> DayReader::written_day() {
    const auto number = day_number();
    if (!number) return std::nullopt;
    take_mark("-");
    const auto named = month();
    if (!named) return std::nullopt;
    take_mark("-");
    const auto in_year = year();
    if (!in_year) return std::nullopt;
    return CalendarDate{*in_year, *named, *number};
}

std::optional<CalendarDate> DayReader::american_day() {
    const auto named = month();
    if (!named) return std::nullopt;
    const auto number = day_number();
    if (!number || !is_number(at_, 4) || !is_year(tokens_[at_].value)) return std::nullopt;
    return CalendarDate{tokens_[at_++].value, *named, *number};
}

std::optional<CalendarDate> DayReader::numeric_day() {
    const PeriodToken* first = token(at_);
    if (!first || first->kind != Kind::number) return std::nullopt;
    if (first->digits == 8 && is_year(first->value / 10000)) {
        ++at_;
        return CalendarDate{first->value / 10000, first->value / 100 % 100, first->value % 100};
    }
    const PeriodToken* mark = token(at_ + 1);
    if (!mark || (mark->text != "/" && mark->text != "-" && mark->text != ".") ||
        !is_mark(at_ + 3, mark->text))
        return std::nullopt;
    const PeriodToken* second = token(at_ + 2);
    const PeriodToken* third = token(at_ + 4);
    if (!third || second->kind != Kind::number || third->kind != Kind::number || second->digits > 2)
        return std::nullopt;
    at_ += 5;
    if (first->digits == 4 && is_year(first->value) && third->digits <= 2)
        return CalendarDate{first->value, second->value, third->value};
    if (first->digits > 2 || (third->digits != 2 && third->digits != 4)) return std::nullopt;
    return CalendarDate{third->digits == 2 ? 2000 + third->value : third->value, second->value, first->value};
}

std::optional<CalendarDate> DayReader::month_of_year() {
    const std::size_t start = at_;
    if (const auto named = month()) {
        if (!take_mark("-")) take_mark("/");
        const auto in_year = year();
        const bool is_financial_year = is_mark(at_, "/") && at_ + 1 < tokens_.size();  // "March 2016/17"
        if (in_year && !is_financial_year) return CalendarDate{*in_year, *named, 1};
    }
    at_ = start;
    const PeriodToken* first = token(at_);
    if (!first || first->kind != Kind::number) return std::nullopt;
    if (is_number(at_, 4) && is_year(first->value)) {
        ++at_;
        take_mark("-");
        if (const auto named = month()) {
            const std::size_t after = at_;
            take_mark("-");
            const bool has_own_year = year().has_value();
            at_ = after;
            if (!has_own_year) return CalendarDate{first->value, *named, 1};
        } else if (is_mark(start + 1, "-") && is_number(at_, 2) && tokens_[at_].value >= 1 &&
                   tokens_[at_].value <= 12) {
            return CalendarDate{first->value, tokens_[at_++].value, 1};
        }
    } else if (first->digits <= 2 && first->value >= 1 && first->value <= 12 && is_mark(at_ + 1, "/") &&
               is_number(at_ + 2, 4) && is_year(tokens_[at_ + 2].value)) {
        at_ += 3;
        return CalendarDate{tokens_[at_ - 1].value, first->value, 1};
    }
    at_ = start;
    return std::nullopt;
}

}  // namespace scorebook
