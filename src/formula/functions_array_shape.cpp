// functions_array_shape.cpp - arrays cut, turned and put together: TAKE, DROP, HSTACK, TOCOL, WRAPROWS ...
#include <algorithm>
#include <cmath>

#include "formula/array_shape.hpp"
#include "formula/function_families.hpp"

namespace scorebook::formula {
namespace {

Value transpose(Call& call) {
    const Array& array = call.array(0);
    Array result = sized_array(call, static_cast<double>(array.columns), static_cast<double>(array.rows));
    if (call.failed()) return 0.0;
    for (std::size_t r = 0; r < array.rows; ++r) {
        for (std::size_t c = 0; c < array.columns; ++c) result.at(c, r) = array.at(r, c);
    }
    return result;
}

/// A stretch of rows or columns.
struct Stretch {
    std::size_t first = 0;
    std::size_t count = 0;
};

/// The first `count` of `size`, or the last when it is negative; 0 is nothing.
Stretch taken(double count, std::size_t size) {
    const auto kept = static_cast<std::size_t>(std::min(std::abs(count), static_cast<double>(size)));
    return {count < 0 ? size - kept : 0, kept};
}

/// What is left without them.
Stretch dropped(double count, std::size_t size) {
    const auto gone = static_cast<std::size_t>(std::min(std::abs(count), static_cast<double>(size)));
    return {count < 0 ? 0 : gone, size - gone};
}

template <auto stretch>
Value cut(Call& call, double otherwise_rows, double otherwise_columns) {
    if (const CellError* error = call.value(0).error()) return *error;
    const double rows = call.whole_number_or(1, otherwise_rows);
    const double columns = call.whole_number_or(2, otherwise_columns);
    if (call.failed()) return 0.0;
    const Array& array = call.array(0);
    const Stretch down = stretch(rows, array.rows);
    const Stretch across = stretch(columns, array.columns);
    return part_of(call, array, down.first, across.first, down.count, across.count);
}

Value take(Call& call) {
    return cut<taken>(call, max_rows, max_columns);
}
Value drop(Call& call) {
    return cut<dropped>(call, 0, 0);
}

/// The rows or columns arguments 1 on name; negative ones count from the end.
std::vector<std::size_t> chosen(Call& call, std::size_t size) {
    std::vector<std::size_t> places;
    for (std::size_t i = 1; i < call.size(); ++i) {
        for (const CellValue& cell : call.array(i).cells) {
            const auto number = to_number(cell, call.dates());
            if (const auto* error = std::get_if<CellError>(&number)) {
                call.fail(*error);
                return places;
            }
            const double place = std::trunc(std::get<double>(number));
            if (place == 0 || std::abs(place) > static_cast<double>(size)) {
                call.fail(CellError::value);
                return places;
            }
            places.push_back(place > 0 ? static_cast<std::size_t>(place) - 1
                                       : size - static_cast<std::size_t>(-place));
        }
    }
    return places;
}

Value chooserows(Call& call) {
    const std::vector<std::size_t> places = chosen(call, call.array(0).rows);
    const Array& array = call.array(0);
    Array result = sized_array(call, static_cast<double>(places.size()), static_cast<double>(array.columns));
    if (call.failed()) return 0.0;
    for (std::size_t r = 0; r < places.size(); ++r) {
        for (std::size_t c = 0; c < array.columns; ++c) result.at(r, c) = array.at(places[r], c);
    }
    return result;
}

Value choosecols(Call& call) {
    const std::vector<std::size_t> places = chosen(call, call.array(0).columns);
    const Array& array = call.array(0);
    Array result = sized_array(call, static_cast<double>(array.rows), static_cast<double>(places.size()));
    if (call.failed()) return 0.0;
    for (std::size_t r = 0; r < array.rows; ++r) {
        for (std::size_t c = 0; c < places.size(); ++c) result.at(r, c) = array.at(r, places[c]);
    }
    return result;
}

/// The value of a padding argument; #N/A when there is none.
CellValue padding(Call& call, std::size_t index) {
    return call.has(index) ? call.single(index) : CellValue(CellError::not_available);
}

Value expand(Call& call) {
    if (const CellError* error = call.value(0).error()) return *error;
    const Array& array = call.array(0);
    const double rows = call.whole_number_or(1, static_cast<double>(array.rows));
    const double columns = call.whole_number_or(2, static_cast<double>(array.columns));
    if (call.failed()) return 0.0;
    if (rows < static_cast<double>(array.rows) || columns < static_cast<double>(array.columns))
        return CellError::value;
    Array result = sized_array(call, rows, columns);
    if (call.failed()) return 0.0;
    std::fill(result.cells.begin(), result.cells.end(), padding(call, 3));
    for (std::size_t r = 0; r < array.rows; ++r) {
        for (std::size_t c = 0; c < array.columns; ++c) result.at(r, c) = array.at(r, c);
    }
    return result;
}

/// Arrays one below the other (`down`) or side by side; the room that is left is #N/A.
Value stack(Call& call, bool down) {
    std::size_t along = 0;
    std::size_t across = 0;
    for (std::size_t i = 0; i < call.size(); ++i) {
        const Array& array = call.array(i);
        along += down ? array.rows : array.columns;
        across = std::max(across, down ? array.columns : array.rows);
    }
    const auto length = static_cast<double>(along);
    const auto width = static_cast<double>(across);
    Array result = sized_array(call, down ? length : width, down ? width : length);
    if (call.failed()) return 0.0;
    std::fill(result.cells.begin(), result.cells.end(), CellError::not_available);
    std::size_t from = 0;
    for (std::size_t i = 0; i < call.size(); ++i) {
        const Array& array = call.array(i);
        for (std::size_t r = 0; r < array.rows; ++r) {
            for (std::size_t c = 0; c < array.columns; ++c) {
                result.at(down ? from + r : r, down ? c : from + c) = array.at(r, c);
            }
        }
        from += down ? array.rows : array.columns;
    }
    return result;
}

Value vstack(Call& call) {
    return stack(call, true);
}
Value hstack(Call& call) {
    return stack(call, false);
}

/// The values of argument 0 in one line: row by row, or column by column; argument 1 leaves out blanks (1),
/// errors (2) or both (3).
std::vector<CellValue> line_of_values(Call& call) {
    const double left_out = call.whole_number_or(1, 0);
    const bool by_column = call.boolean_or(2, false);
    if (left_out < 0 || left_out > 3) call.fail(CellError::value);
    std::vector<CellValue> line;
    if (call.failed()) return line;
    const bool no_blanks = left_out == 1 || left_out == 3;
    const bool no_errors = left_out == 2 || left_out == 3;
    const Array& array = call.array(0);
    const std::size_t outer = by_column ? array.columns : array.rows;
    const std::size_t inner = by_column ? array.rows : array.columns;
    for (std::size_t i = 0; i < outer; ++i) {
        for (std::size_t k = 0; k < inner; ++k) {
            const CellValue& cell = by_column ? array.at(k, i) : array.at(i, k);
            if (no_blanks && is_blank(cell)) continue;
            if (no_errors && std::holds_alternative<CellError>(cell)) continue;
            line.push_back(cell);
        }
    }
    return line;
}

Value in_one_line(Call& call, bool down) {
    std::vector<CellValue> line = line_of_values(call);
    const auto length = static_cast<double>(line.size());
    Array result = sized_array(call, down ? length : 1, down ? 1 : length);
    if (call.failed()) return 0.0;
    result.cells = std::move(line);
    return result;
}

Value tocol(Call& call) {
    return in_one_line(call, true);
}
Value torow(Call& call) {
    return in_one_line(call, false);
}

/// A row or column broken into rows (or columns) of a length.
Value wrap(Call& call, bool into_rows) {
    if (const CellError* error = call.value(0).error()) return *error;
    const double asked = call.whole_number(1);
    if (call.failed()) return 0.0;
    const Array& array = call.array(0);
    if (array.rows > 1 && array.columns > 1) return CellError::value;
    if (asked < 1) return CellError::num;
    const auto count = static_cast<double>(array.cells.size());
    const double width = std::min(asked, count);
    const double lines = std::ceil(count / width);
    // A single line is as long as it is; several are filled up.
    Array result = sized_array(call, into_rows ? lines : width, into_rows ? width : lines);
    if (call.failed()) return 0.0;
    std::fill(result.cells.begin(), result.cells.end(), padding(call, 2));
    for (std::size_t i = 0; i < array.cells.size(); ++i) {
        const std::size_t line = i / static_cast<std::size_t>(width);
        const std::size_t place = i % static_cast<std::size_t>(width);
        result.at(into_rows ? line : place, into_rows ? place : line) = array.cells[i];
    }
    return result;
}

Value wraprows(Call& call) {
    return wrap(call, true);
}
Value wrapcols(Call& call) {
    return wrap(call, false);
}

/// Where the values of a range or array lie: blank rows and columns at the edges are cut off where asked for
/// (1 leading, 2 trailing, 3 both).
Stretch trimmed(double how, std::size_t size, const std::function<bool(std::size_t)>& is_empty) {
    Stretch kept{0, size};
    if (how == 1 || how == 3) {
        while (kept.count > 0 && is_empty(kept.first)) ++kept.first, --kept.count;
    }
    if (how == 2 || how == 3) {
        while (kept.count > 0 && is_empty(kept.first + kept.count - 1)) --kept.count;
    }
    return kept;
}

Value trimrange(Call& call) {
    if (const CellError* error = call.value(0).error()) return *error;
    const double rows = call.whole_number_or(1, 3);
    const double columns = call.whole_number_or(2, 3);
    if (call.failed()) return 0.0;
    if (rows < 0 || rows > 3 || columns < 0 || columns > 3) return CellError::value;
    std::optional<Area> area;
    if (const Reference* reference = call.value(0).reference()) area = reference->areas[0];
    const Array& array = call.array(0);
    const Stretch down = trimmed(rows, array.rows, [&](std::size_t r) {
        for (std::size_t c = 0; c < array.columns; ++c) {
            if (!is_blank(array.at(r, c))) return false;
        }
        return true;
    });
    const Stretch across = trimmed(columns, array.columns, [&](std::size_t c) {
        for (std::size_t r = 0; r < array.rows; ++r) {
            if (!is_blank(array.at(r, c))) return false;
        }
        return true;
    });
    if (down.count == 0 || across.count == 0) return CellError::ref;
    if (!area) return part_of(call, array, down.first, across.first, down.count, across.count);
    CellRange& range = area->range;
    range.first.row_index += static_cast<std::uint32_t>(down.first);
    range.first.column_index += static_cast<std::uint32_t>(across.first);
    range.last.row_index = range.first.row_index + static_cast<std::uint32_t>(down.count) - 1;
    range.last.column_index = range.first.column_index + static_cast<std::uint32_t>(across.count) - 1;
    return Reference{{*area}};
}

constexpr FunctionRow array_shape_rows[] = {
    {"CHOOSECOLS", 2, any_number, "a|a", choosecols},
    {"CHOOSEROWS", 2, any_number, "a|a", chooserows},
    {"DROP", 2, 3, "avv", drop},
    {"EXPAND", 2, 4, "avvv", expand},
    {"HSTACK", 1, any_number, "|a", hstack},
    {"TAKE", 2, 3, "avv", take},
    {"TOCOL", 1, 3, "avv", tocol},
    {"TOROW", 1, 3, "avv", torow},
    {"TRANSPOSE", 1, 1, "a", transpose},
    {"TRIMRANGE", 1, 3, "avv", trimrange},
    {"VSTACK", 1, any_number, "|a", vstack},
    {"WRAPCOLS", 2, 3, "avv", wrapcols},
    {"WRAPROWS", 2, 3, "avv", wraprows},
};

}  // namespace

std::span<const FunctionRow> functions_array_shape() {
    return array_shape_rows;
}

}  // namespace scorebook::formula
