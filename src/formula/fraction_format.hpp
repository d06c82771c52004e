// fraction_format.hpp - a number shown as a fraction.
#pragma once

#include <string>

#include "formula/format_section.hpp"

namespace scorebook::formula {

/// A slash with places or a number behind it; one with nothing to divide by is a sign like any other.
bool is_fraction(const FormatSection& section);

/// `number` (not negative) under a section with a slash and digits: a denominator of as many places as the
/// format has, or the one it names.
std::string format_fraction(double number, const FormatSection& section);

}  // namespace scorebook::formula
