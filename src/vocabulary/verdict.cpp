// verdict.cpp - the ladder: agrees, half-even, within rounding, truncated, wrong.
#include "vocabulary/verdict.hpp"

namespace scorebook {

std::string_view to_text(Verdict verdict) {
    switch (verdict) {
        case Verdict::agrees:
            return "agrees";
        case Verdict::half_even:
            return "half-even";
        case Verdict::within_rounding:
            return "within rounding";
        case Verdict::truncated:
            return "truncated";
        case Verdict::wrong:
            return "wrong";
    }
    return "";
}

Verdict judge(const PrintedNumber& printed, const Fraction& recomputed, const Interval& range) {
    if (printed.comparator != Comparator::equal)
        return printed.interval().meets(range) || printed.interval().contains(recomputed) ? Verdict::agrees
                                                                                          : Verdict::wrong;
    if (recomputed == printed.value) return Verdict::agrees;
    if (!printed.step.is_zero()) {
        if (recomputed.rounded(printed.step) == printed.value) return Verdict::agrees;
        if (recomputed.rounded_half_even(printed.step) == printed.value) return Verdict::half_even;
    }
    // A point on the edge of the printed interval was rounded the other way: that is a wrong digit, not
    // rounding of inputs.
    if (!range.is_point() && range.meets(printed.interval())) return Verdict::within_rounding;
    const bool is_cut =
        range.is_point() && !printed.step.is_zero() && recomputed.cut(printed.step) == printed.value;
    return is_cut ? Verdict::truncated : Verdict::wrong;
}

Verdict judge(const PrintedNumber& printed, const Fraction& recomputed) {
    return judge(printed, recomputed, Interval::point(recomputed));
}

}  // namespace scorebook
