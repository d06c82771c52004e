// printed_number.cpp - intervals of printed numbers and arithmetic with them.
#include "vocabulary/printed_number.hpp"

#include <algorithm>
#include <array>

namespace scorebook {

namespace {

/// 10 for 40, 1 for 41, 0.1 for 93.5.
Fraction last_significant_step(const PrintedNumber& number) {
    Fraction step = number.step.is_zero() ? Fraction(1) : number.step;
    if (number.value.is_zero()) return step;
    for (Fraction wider = step * 10; (number.value / wider).is_whole(); wider = wider * 10) step = wider;
    return step;
}

std::optional<Interval> hull(const std::array<Fraction, 4>& ends) {
    Interval result{ends[0], ends[0]};
    for (const Fraction& end : ends) {
        if (!end.is_known()) return std::nullopt;
        if (end < *result.low) result.low = end;
        if (end > *result.high) result.high = end;
    }
    return result;
}

bool is_bounded(const Interval& interval) {
    return interval.low && interval.high && interval.low->is_known() && interval.high->is_known();
}

}  // namespace

bool Interval::contains(const Fraction& value) const {
    return value.is_known() && (!low || value >= *low) && (!high || value <= *high);
}

bool Interval::meets(const Interval& other) const {
    if (low && other.high && !(*low <= *other.high)) return false;
    return !high || !other.low || *other.low <= *high;
}

std::optional<Interval> operator+(const Interval& a, const Interval& b) {
    if (!is_bounded(a) || !is_bounded(b)) return std::nullopt;
    return Interval{*a.low + *b.low, *a.high + *b.high};
}

std::optional<Interval> operator-(const Interval& a, const Interval& b) {
    if (!is_bounded(a) || !is_bounded(b)) return std::nullopt;
    return Interval{*a.low - *b.high, *a.high - *b.low};
}

std::optional<Interval> operator*(const Interval& a, const Interval& b) {
    if (!is_bounded(a) || !is_bounded(b)) return std::nullopt;
    return hull({*a.low * *b.low, *a.low * *b.high, *a.high * *b.low, *a.high * *b.high});
}

std::optional<Interval> operator/(const Interval& a, const Interval& b) {
    if (!is_bounded(a) || !is_bounded(b) || b.contains(0)) return std::nullopt;
    return hull({*a.low / *b.low, *a.low / *b.high, *a.high / *b.low, *a.high / *b.high});
}

Interval PrintedNumber::interval() const {
    switch (comparator) {
        case Comparator::equal:
            return Interval::around(value, step / 2);
        case Comparator::about:
            return Interval::around(value, last_significant_step(*this));
        case Comparator::less:
        case Comparator::at_most:
            return {std::nullopt, value};
        case Comparator::greater:
        case Comparator::at_least:
            return {value, std::nullopt};
    }
    return Interval::point(value);
}

PrintedNumber printed(const Fraction& value, int places) {
    return {value, Fraction::power_of_ten(-places), Comparator::equal};
}

bool satisfies(const Fraction& value, Comparator comparator, const Fraction& limit) {
    switch (comparator) {
        case Comparator::equal:
        case Comparator::about:
            return value == limit;
        case Comparator::less:
            return value < limit;
        case Comparator::at_most:
            return value <= limit;
        case Comparator::greater:
            return value > limit;
        case Comparator::at_least:
            return value >= limit;
    }
    return false;
}

}  // namespace scorebook
