// printed_number.hpp - a number as somebody printed it, and every value that may stand behind it (model.md,
//
#pragma once

#include <optional>

#include "vocabulary/fraction.hpp"

namespace scorebook {

/// How a printed number is to be taken: "93.5", "approx. 93.5", "more than 46", "within 3".
enum class Comparator {
    equal,
    about,
    less,      ///< "fewer than", "<"
    at_most,   ///< "not greater than", "within", "up to"
    greater,   ///< "over", "in excess of", ">"
    at_least,  ///< "or above", "no fewer than"
};

/// Both ends belong to it. No end: nothing limits it there.
struct Interval {
    std::optional<Fraction> low;
    std::optional<Fraction> high;

    static Interval point(const Fraction& value) { return {value, value}; }
    static Interval around(const Fraction& value, const Fraction& reach) {
        return {value - reach, value + reach};
    }
    bool is_point() const { return low && high && *low == *high; }
    bool contains(const Fraction& value) const;
    /// Whether the two have a value in common.
    bool meets(const Interval& other) const;
};

/// Empty where an end is missing, a divisor's interval holds 0, or a value is unknown.
std::optional<Interval> operator+(const Interval& a, const Interval& b);
std::optional<Interval> operator-(const Interval& a, const Interval& b);
std::optional<Interval> operator*(const Interval& a, const Interval& b);
std::optional<Interval> operator/(const Interval& a, const Interval& b);

struct PrintedNumber {
    Fraction value;
    /// The unit of its last printed digit: 0.1 for "71.7", 10,000 for "£1.61m". 0: nothing was rounded away.
    Fraction step;
    Comparator comparator = Comparator::equal;

    /// The values that print like this. "About" reaches one unit of the last digit that isn't a trailing
    /// zero.
    Interval interval() const;
};

/// `value` printed with `places` decimals.
PrintedNumber printed(const Fraction& value, int places);

/// Whether `value` satisfies "comparator limit".
bool satisfies(const Fraction& value, Comparator comparator, const Fraction& limit);

}  // namespace scorebook
