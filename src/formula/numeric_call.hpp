// numeric_call.hpp - functions of numbers, written as such, as functions of a call.
//
// `of_numbers<code>` takes as many arguments as `code` has parameters: double as a number, bool as a boolean.
#pragma once

#include <limits>
#include <tuple>
#include <type_traits>
#include <utility>

#include "formula/call.hpp"

namespace scorebook::formula {

/// A number as the functions of the old Analysis ToolPak take it: TRUE and FALSE are #VALUE!, an argument
/// left empty is #N/A.
inline double strict_number(Call& call, std::size_t index) {
    if (index < call.size() && call.value(index).is_missing()) call.fail(CellError::not_available);
    if (std::holds_alternative<bool>(call.single(index))) call.fail(CellError::value);
    return call.number(index);
}

inline double strict_number_or(Call& call, std::size_t index, double otherwise) {
    return call.has(index) ? strict_number(call, index) : otherwise;
}

namespace numeric_call {

template <class T>
T take(Call& call, std::size_t index) {
    if constexpr (std::is_same_v<T, bool>) {
        return call.boolean(index);
    } else {
        return call.number(index);
    }
}

inline Value as_result(double number) {
    return checked_number(number);
}
inline Value as_result(Value value) {
    return value;
}

template <class Result, class... Parameters, std::size_t... index>
Value run(Result (*code)(Parameters...), Call& call, std::index_sequence<index...>) {
    // Braces: the arguments are read left to right, so that the first error wins.
    const std::tuple<Parameters...> taken{take<Parameters>(call, index)...};
    if (call.failed()) return 0.0;
    return as_result(code(std::get<index>(taken)...));
}

template <class Result, class... Parameters>
constexpr std::size_t parameter_count(Result (*)(Parameters...)) {
    return sizeof...(Parameters);
}

}  // namespace numeric_call

/// A result that is not a number or too large is #NUM!; for other errors `code` returns a Value.
template <auto code>
Value of_numbers(Call& call) {
    return numeric_call::run(code, call, std::make_index_sequence<numeric_call::parameter_count(code)>());
}

inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace scorebook::formula
