// fraction.cpp - exact arithmetic with checked 128-bit numerators and denominators.
#include "vocabulary/fraction.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

using Wide = Fraction::Wide;

constexpr int largest_exponent = 36;
constexpr std::size_t most_digits = 30;

bool multiply(Wide a, Wide b, Wide& product) {
    return !__builtin_mul_overflow(a, b, &product);
}

Wide greatest_divisor(Wide a, Wide b) {
    if (a < 0) a = -a;
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

Wide power(int exponent) {
    Wide value = 1;
    for (int i = 0; i < exponent; ++i) value *= 10;
    return value;
}

/// The exponent after "e" or "E"; nothing when it is none, or too large.
std::optional<int> exponent_of(std::string_view text) {
    const bool is_negative = text.starts_with('-');
    if (is_negative || text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || text.size() > 2) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return is_negative ? -value : value;
}

}  // namespace

Fraction::Fraction(Wide numerator, Wide denominator) {
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Wide divisor = greatest_divisor(numerator, denominator);
    numerator_ = divisor == 0 ? numerator : numerator / divisor;
    denominator_ = divisor == 0 ? denominator : denominator / divisor;
}

Fraction Fraction::unknown() {
    Fraction result;
    result.denominator_ = 0;
    return result;
}

Fraction Fraction::ratio(std::int64_t numerator, std::int64_t denominator) {
    return denominator == 0 ? unknown() : Fraction(Wide{numerator}, Wide{denominator});
}

Fraction Fraction::power_of_ten(int exponent) {
    if (exponent > largest_exponent || exponent < -largest_exponent) return unknown();
    return exponent < 0 ? Fraction(Wide{1}, power(-exponent)) : Fraction(power(exponent), Wide{1});
}

std::optional<Fraction> Fraction::parse(std::string_view text) {
    const bool is_negative = text.starts_with('-');
    if (is_negative || text.starts_with('+')) text.remove_prefix(1);
    int exponent = 0;
    if (const std::size_t mark = text.find_first_of("eE"); mark != text.npos) {
        const auto read = exponent_of(text.substr(mark + 1));
        if (!read) return std::nullopt;
        exponent = *read;
        text = text.substr(0, mark);
    }
    Wide digits = 0;
    std::size_t count = 0;
    bool has_point = false;
    for (const char c : text) {
        if (c == '.' && !has_point) {
            has_point = true;
        } else if (is_digit(c) && count < most_digits) {
            digits = digits * 10 + (c - '0');
            ++count;
            exponent -= has_point ? 1 : 0;
        } else {
            return std::nullopt;
        }
    }
    if (count == 0) return std::nullopt;
    const Fraction value =
        Fraction(is_negative ? -digits : digits, Wide{1}) * Fraction::power_of_ten(exponent);
    return value.is_known() ? std::optional(value) : std::nullopt;
}

double Fraction::to_double() const {
    return static_cast<double>(numerator_) / static_cast<double>(denominator_);
}

Fraction Fraction::operator-() const {
    Fraction result = *this;
    result.numerator_ = -numerator_;
    return result;
}

Fraction operator+(const Fraction& a, const Fraction& b) {
    if (!a.is_known() || !b.is_known()) return Fraction::unknown();
    const Wide shared = greatest_divisor(a.denominator_, b.denominator_);
    Wide left = 0, right = 0, sum = 0, denominator = 0;
    const bool fits = multiply(a.numerator_, b.denominator_ / shared, left) &&
                      multiply(b.numerator_, a.denominator_ / shared, right) &&
                      !__builtin_add_overflow(left, right, &sum) &&
                      multiply(a.denominator_, b.denominator_ / shared, denominator);
    return fits ? Fraction(sum, denominator) : Fraction::unknown();
}

Fraction operator-(const Fraction& a, const Fraction& b) {
    return a + -b;
}

Fraction operator*(const Fraction& a, const Fraction& b) {
    if (!a.is_known() || !b.is_known()) return Fraction::unknown();
    const Wide first = greatest_divisor(a.numerator_, b.denominator_);
    const Wide second = greatest_divisor(b.numerator_, a.denominator_);
    Wide numerator = 0, denominator = 0;
    const bool fits = multiply(a.numerator_ / first, b.numerator_ / second, numerator) &&
                      multiply(a.denominator_ / second, b.denominator_ / first, denominator);
    return fits ? Fraction(numerator, denominator) : Fraction::unknown();
}

Fraction operator/(const Fraction& a, const Fraction& b) {
    if (!b.is_known() || b.numerator_ == 0) return Fraction::unknown();
    return a * Fraction(b.denominator_, b.numerator_);
}

std::partial_ordering operator<=>(const Fraction& a, const Fraction& b) {
    const Fraction difference = a - b;
    if (!difference.is_known()) return std::partial_ordering::unordered;
    if (difference.numerator_ == 0) return std::partial_ordering::equivalent;
    return difference.numerator_ < 0 ? std::partial_ordering::less : std::partial_ordering::greater;
}

Fraction Fraction::cut(const Fraction& step) const {
    const Fraction steps = *this / step;
    if (!steps.is_known()) return unknown();
    return Fraction(steps.whole_part(), Wide{1}) * step;
}

Fraction Fraction::rounded(const Fraction& step) const {
    const Fraction half = step / 2;
    return (is_negative() ? *this - half : *this + half).cut(step);
}

Fraction Fraction::rounded_half_even(const Fraction& step) const {
    const Fraction up = rounded(step);
    const Fraction down = cut(step);
    const bool is_tie = up != down && (*this - down).magnitude() == step.magnitude() / 2;
    if (!is_tie) return up;
    const Fraction steps = down / step;
    return steps.is_known() && steps.whole_part() % 2 == 0 ? down : up;
}

std::string to_text(const Fraction& value, int places) {
    if (!value.is_known()) return "unknown";
    const Fraction scaled =
        value.magnitude().rounded(Fraction::power_of_ten(-places)) * Fraction::power_of_ten(places);
    std::string digits;
    for (Fraction rest = scaled; digits.empty() || !rest.is_zero();) {
        const Fraction tens = (rest / 10).cut(1);
        if (!tens.is_known()) return "unknown";
        digits.insert(digits.begin(),
                      static_cast<char>('0' + static_cast<int>((rest - tens * 10).to_double())));
        rest = tens;
    }
    const auto wanted = static_cast<std::size_t>(places > 0 ? places : 0);
    while (digits.size() <= wanted) digits.insert(digits.begin(), '0');
    std::string text = digits.substr(0, digits.size() - wanted);
    for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
    if (wanted > 0) text += "." + digits.substr(digits.size() - wanted);
    return (value.is_negative() && !scaled.is_zero() ? "-" : "") + text;
}

}  // namespace scorebook
