// verdict.hpp - the ladder a printed figure and its recomputation are judged on (model.md, R-02).
#pragma once

#include <string_view>

#include "vocabulary/printed_number.hpp"

namespace scorebook {

/// From nothing to say to plainly wrong; the first that fits is the verdict.
enum class Verdict {
    agrees,           ///< rounds to what is printed, half away from zero, or is what the hedge allows
    half_even,        ///< agrees only when ties round to the even digit
    within_rounding,  ///< differs, but the rounding of the inputs allows it
    truncated,        ///< exact inputs, and the printed figure is cut off instead of rounded
    wrong,            ///< can't be produced from the inputs
};

std::string_view to_text(Verdict verdict);  ///< "agrees", "half-even", ...

/// `recomputed` is worked out from the inputs as printed, `range` from the intervals of those inputs: a point
/// when they are exact counts.
Verdict judge(const PrintedNumber& printed, const Fraction& recomputed, const Interval& range);

/// The same for exact inputs.
Verdict judge(const PrintedNumber& printed, const Fraction& recomputed);

}  // namespace scorebook
