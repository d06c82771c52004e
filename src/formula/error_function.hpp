// error_function.hpp - erf and erfc, rounded the same on every machine.
#pragma once

namespace scorebook::formula {

/// The share of a normal distribution's measure within x times sqrt(2) deviations of its mean; odd in x.
double error_function(double x);

/// 1 - error_function(x), with all its digits where that is next to nothing.
double complementary_error_function(double x);

}  // namespace scorebook::formula
