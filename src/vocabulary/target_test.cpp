// target_test.cpp - values against targets.
#include "vocabulary/target_test.hpp"

namespace scorebook {

namespace {

std::optional<Comparator> direction_of(const TargetLimits& target, Polarity polarity) {
    if (target.comparator != Comparator::equal && target.comparator != Comparator::about)
        return target.comparator;
    switch (polarity) {
        case Polarity::higher_is_better:
            return Comparator::at_least;
        case Polarity::lower_is_better:
            return Comparator::at_most;
        case Polarity::unknown:
            break;
    }
    return std::nullopt;
}

}  // namespace

std::optional<TargetOutcome> test_target(const PrintedNumber& value, const TargetLimits& target,
                                         Polarity polarity) {
    TargetOutcome outcome;
    const Interval range = value.interval();
    if (target.high) {
        const Fraction below = target.low - value.value;
        const Fraction above = value.value - *target.high;
        outcome.is_met = !(below > Fraction(0)) && !(above > Fraction(0));
        if (!outcome.is_met) outcome.shortfall = below > Fraction(0) ? below : above;
        outcome.is_too_close_to_call = !outcome.is_met && range.meets({target.low, target.high});
        return outcome;
    }
    const auto direction = direction_of(target, polarity);
    if (!direction) return std::nullopt;
    outcome.is_met = satisfies(value.value, *direction, target.low);
    if (!outcome.is_met) outcome.shortfall = (target.low - value.value).magnitude();
    outcome.is_too_close_to_call =
        value.value != target.low && range.contains(target.low) && value.comparator == Comparator::equal;
    return outcome;
}

}  // namespace scorebook
