// year_to_date.hpp - whether a year-to-date figure can be that of its periods (model.md, R-08).
#pragma once

#include <vector>

#include "vocabulary/printed_number.hpp"

namespace scorebook {

enum class YearToDate {
    agrees,       ///< between its periods, or their sum, or the last of a stock
    by_rounding,  ///< outside them as printed, inside what their rounding allows
    lopsided,     ///< possible only if one of two periods carried hardly any of the volume
    outside,      ///< no weighting of the periods gives it
};

/// Whole figures may add up or be a stock's last value; percentages and figures with decimals lie between
/// their periods.
YearToDate judge_year_to_date(const PrintedNumber& year_to_date, const std::vector<PrintedNumber>& periods,
                              bool may_add_up);

/// The share of the volume in the first of two periods that brings it nearest to an even split; unknown when
/// they are equal.
Fraction implied_first_weight(const PrintedNumber& year_to_date, const PrintedNumber& first,
                              const PrintedNumber& second);

}  // namespace scorebook
