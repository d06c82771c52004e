// year_to_date.cpp - sums, last values and the hull of periods.
#include "vocabulary/year_to_date.hpp"

namespace scorebook {

namespace {

/// Less of the volume than this in one of two periods wants a second look.
const Fraction least_weight = Fraction::ratio(1, 10);

bool same(const PrintedNumber& a, const Fraction& b) {
    return a.interval().contains(b);
}

}  // namespace

Fraction implied_first_weight(const PrintedNumber& year_to_date, const PrintedNumber& first,
                              const PrintedNumber& second) {
    const Interval range = year_to_date.interval();
    const Fraction gap = first.value - second.value;
    if (gap.is_zero() || !range.low || !range.high) return Fraction::ratio(1, 0);
    Fraction nearest = (year_to_date.value - second.value) / gap;
    const Fraction half = Fraction::ratio(1, 2);
    for (const Fraction& end : {*range.low, *range.high}) {
        const Fraction weight = (end - second.value) / gap;
        if ((weight - half).magnitude() < (nearest - half).magnitude()) nearest = weight;
    }
    // The printed interval may hold an even split.
    const Fraction middle = (first.value + second.value) / 2;
    return range.contains(middle) ? half : nearest;
}

YearToDate judge_year_to_date(const PrintedNumber& year_to_date, const std::vector<PrintedNumber>& periods,
                              bool may_add_up) {
    if (periods.empty()) return YearToDate::agrees;
    Fraction sum = 0, low = periods.front().value, high = low;
    Interval hull = periods.front().interval();
    for (const PrintedNumber& period : periods) {
        const Interval range = period.interval();
        if (!range.low || !range.high) return YearToDate::agrees;
        sum = sum + period.value;
        if (period.value < low) low = period.value;
        if (period.value > high) high = period.value;
        if (hull.low && *range.low < *hull.low) hull.low = range.low;
        if (hull.high && *range.high > *hull.high) hull.high = range.high;
    }
    if (may_add_up && (same(year_to_date, sum) || same(year_to_date, periods.back().value)))
        return YearToDate::agrees;
    if (may_add_up && periods.size() > 1 && (year_to_date.value < low || year_to_date.value > high))
        return YearToDate::outside;
    if (!year_to_date.interval().meets(hull)) return YearToDate::outside;
    if (year_to_date.value < low || year_to_date.value > high) return YearToDate::by_rounding;
    if (may_add_up || periods.size() != 2) return YearToDate::agrees;
    const Fraction weight = implied_first_weight(year_to_date, periods[0], periods[1]);
    const bool is_lopsided =
        weight.is_known() && (weight < least_weight || weight > Fraction(1) - least_weight);
    return is_lopsided ? YearToDate::lopsided : YearToDate::agrees;
}

}  // namespace scorebook
