// fraction.hpp - exact numbers for deciding what printed figures allow: sums, products and quotients without
// rounding.
//
// A double can't say whether 212.5 was printed as 213, nor add 24.661 and 4.199. Numerator and denominator
// have 127 bits: two figures of 15 digits multiplied fit with room to spare, which is all a worksheet holds.
// A decimal library would give up at the first division; this doesn't. What would not fit becomes unknown,
// and nothing unknown compares.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace scorebook {

class Fraction {
  public:
    __extension__ using Wide = __int128;

    Fraction() = default;
    Fraction(std::int64_t whole) : numerator_(whole) {}  // NOLINT: whole numbers are fractions
    /// Unknown when `denominator` is 0.
    static Fraction ratio(std::int64_t numerator, std::int64_t denominator);
    /// "24.661", "-4.2", "1133048", "1e-05"; nothing for other text and for more than 30 digits.
    static std::optional<Fraction> parse(std::string_view text);
    /// 10 to the power of `exponent`, which may be negative; unknown beyond 36.
    static Fraction power_of_ten(int exponent);

    bool is_known() const { return denominator_ != 0; }
    bool is_negative() const { return is_known() && numerator_ < 0; }
    bool is_zero() const { return is_known() && numerator_ == 0; }
    bool is_whole() const { return denominator_ == 1; }
    double to_double() const;

    friend Fraction operator+(const Fraction& a, const Fraction& b);
    friend Fraction operator-(const Fraction& a, const Fraction& b);
    friend Fraction operator*(const Fraction& a, const Fraction& b);
    friend Fraction operator/(const Fraction& a, const Fraction& b);
    Fraction operator-() const;
    Fraction magnitude() const { return is_negative() ? -*this : *this; }

    /// Unordered when either is unknown.
    friend std::partial_ordering operator<=>(const Fraction& a, const Fraction& b);
    friend bool operator==(const Fraction& a, const Fraction& b) {
        return (a <=> b) == std::partial_ordering::equivalent;
    }

    /// The nearest multiple of `step`; a tie goes away from zero, as people and Excel round.
    Fraction rounded(const Fraction& step) const;
    /// A tie goes to the even multiple.
    Fraction rounded_half_even(const Fraction& step) const;
    /// The multiple of `step` next towards zero.
    Fraction cut(const Fraction& step) const;

  private:
    Fraction(Wide numerator, Wide denominator);
    static Fraction unknown();
    Wide whole_part() const { return numerator_ / denominator_; }

    Wide numerator_ = 0;
    Wide denominator_ = 1;  ///< positive and without a common divisor; 0: unknown
};

/// `value` with `places` decimals, rounded half up: "71.7", "-0.884", "1,051,735" with thousands by comma.
std::string to_text(const Fraction& value, int places);

}  // namespace scorebook
