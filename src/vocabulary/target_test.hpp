// target_test.hpp - whether a value meets a target, and by how much it misses it (model.md, R-11).
#pragma once

#include <optional>

#include "scorebook/polarity.hpp"
#include "vocabulary/printed_number.hpp"

namespace scorebook {

/// What a target asks for: a comparison with `low`, or a place between `low` and `high`.
struct TargetLimits {
    Comparator comparator = Comparator::equal;  ///< equal: polarity says which side is good
    Fraction low = 0;
    std::optional<Fraction> high;
};

struct TargetOutcome {
    bool is_met = false;
    Fraction shortfall = 0;             ///< 0 or more, in the target's unit
    bool is_too_close_to_call = false;  ///< the value's own rounding could have it the other way
};

/// Nothing when a bare target has no polarity to be judged by. Equality meets a target that isn't strict.
std::optional<TargetOutcome> test_target(const PrintedNumber& value, const TargetLimits& target,
                                         Polarity polarity);

}  // namespace scorebook
