// coercion.hpp - one value taken as a number, a text or a boolean, as Excel's operators and functions do.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "scorebook/calendar_date.hpp"
#include "scorebook/cell_value.hpp"

namespace scorebook::formula {

template <class T>
using OrError = std::variant<T, CellError>;

/// Blank 0, TRUE 1, text as VALUE reads it; else #VALUE!.
OrError<double> to_number(const CellValue& value, DateSystem dates);

/// "" for blank, TRUE and FALSE, numbers as the General format shows them with room: 15 digits.
OrError<std::string> to_plain_text(const CellValue& value);
std::string number_as_text(double number);

/// Numbers other than 0 are TRUE; "true" and "FALSE" as text count, other text is #VALUE!.
OrError<bool> to_boolean(const CellValue& value);

/// A double as a result: #NUM! for infinities and what is no number, 0 for -0 and denormals (Excel has
/// neither).
CellValue checked_number(double number);

}  // namespace scorebook::formula
