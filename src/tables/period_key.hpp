// period_key.hpp - one name for a column headed by a period, whatever its year: "period quarter 2" for
// "Performance Quarter Two 2014/2015 (%)", "Q2" and "Jul-Sept".
//
// A template can list the words of a header but not every year to come; these are the words it lists instead.
#pragma once

#include <string>
#include <string_view>

namespace scorebook {

/// "period quarter 1" to "period quarter 4", "period year", "period month", "period half 1", "period half 2",
/// "period year to date", "period year to day", "period other"; empty when `label` is too long for a heading
/// or names no period.
std::string period_key(std::string_view label);

/// A quick look that says no to most texts.
bool may_be_period(std::string_view label);

}  // namespace scorebook
