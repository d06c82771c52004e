// functions_lookup.cpp - INDEX, MATCH and the LOOKUP family.
#include <algorithm>
#include <cmath>

#include "formula/call.hpp"
#include "formula/comparison.hpp"
#include "formula/criteria.hpp"
#include "formula/function_families.hpp"
#include "formula/lookup.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

/// The value to look for; blank is looked for as 0, an error is the call's result.
CellValue wanted_value(Call& call, std::size_t index) {
    CellValue wanted = call.single(index);
    if (const auto* error = std::get_if<CellError>(&wanted)) call.fail(*error);
    if (is_blank(wanted)) wanted = 0.0;
    return wanted;
}

/// The place of a value in a row or column of cells: the first, or the last when searching backwards.
struct PlaceInCells {
    bool is_answered = false;  ///< false: only a look at each value as a text with wildcards can tell
    std::optional<std::size_t> place;
};

bool is_equal(const CellView& cell, const CellView& wanted) {
    if (cell.kind != wanted.kind) return false;
    return cell.kind == CellView::Kind::text ? equal_fold(cell.text, wanted.text)
                                             : compare_numbers(cell.number, wanted.number) == 0;
}

PlaceInCells find_in_cells(Call& call, const Value& searched, const CellValue& wanted, Wildcards wildcards,
                           bool backwards) {
    const Reference* reference = searched.reference();
    if (reference == nullptr || reference->areas.size() != 1) return {};
    const auto* text = std::get_if<std::string>(&wanted);
    if (text != nullptr && wildcards == Wildcards::on && has_wildcards(*text)) return {};
    if (is_blank(wanted) || std::holds_alternative<CellError>(wanted)) return {};
    const Area& area = reference->areas[0];
    if (area.range.row_count() > 1 && area.range.column_count() > 1) return {};
    if (const ValueIndex* index = call.workspace().ranges().index(area)) {
        const ValueIndex::Positions positions = index->equal_to(wanted);
        if (positions.empty()) return {true, std::nullopt};
        return {true, backwards ? positions.back() : positions.front()};
    }
    PlaceInCells found{true, std::nullopt};
    const CellRef first = area.range.first;
    const CellView view = view_of(wanted);
    call.source().visit_views(area.sheet, area.range, [&](CellRef cell, const CellView& content) {
        if (!is_equal(content, view)) return true;
        found.place = (cell.row_index - first.row_index) + (cell.column_index - first.column_index);
        return backwards;
    });
    return found;
}

Line line_of(const Array& array) {
    Line line;
    line.array = &array;
    line.down = array.columns == 1;
    return line;
}

Value match(Call& call) {
    const CellValue wanted = wanted_value(call, 0);
    const double kind = call.number_or(2, call.size() > 2 ? 0 : 1);
    if (call.failed()) return 0.0;
    if (kind == 0) {
        const PlaceInCells known = find_in_cells(call, call.value(1), wanted, Wildcards::on, false);
        if (known.place) return static_cast<double>(*known.place) + 1;
        if (known.is_answered) return CellError::not_available;
    }
    const Array& array = call.array(1);
    if (array.rows > 1 && array.columns > 1) return CellError::not_available;
    const Line line = line_of(array);
    std::optional<std::size_t> found;
    if (kind == 0)
        found = find_exact(line, wanted, Wildcards::on);
    else if (kind > 0)
        found = find_not_above(line, wanted);
    else
        found = find_not_below(line, wanted);
    if (!found) return CellError::not_available;
    return static_cast<double>(*found) + 1;
}

/// One cell of a reference or array; a whole row or column for index 0.
Value pick(Call& call, double row, double column) {
    const Reference* reference = call.value(0).reference();
    if (reference != nullptr) {
        std::size_t which = 0;
        if (call.has(3)) {
            const double area_number = call.whole_number(3);
            if (call.failed()) return 0.0;
            if (area_number < 1) return CellError::value;
            if (area_number > static_cast<double>(reference->areas.size())) return CellError::ref;
            which = static_cast<std::size_t>(area_number) - 1;
        }
        Area area = reference->areas[which];
        CellRange& range = area.range;
        if (row > range.row_count() || column > range.column_count()) return CellError::ref;
        if (row > 0) {
            range.first.row_index += static_cast<std::uint32_t>(row) - 1;
            range.last.row_index = range.first.row_index;
        }
        if (column > 0) {
            range.first.column_index += static_cast<std::uint32_t>(column) - 1;
            range.last.column_index = range.first.column_index;
        }
        return Reference{{area}};
    }
    if (call.has(3) && call.whole_number(3) != 1) return CellError::ref;
    const Array& array = call.array(0);
    if (row > static_cast<double>(array.rows) || column > static_cast<double>(array.columns))
        return CellError::ref;
    const std::size_t first_row = row > 0 ? static_cast<std::size_t>(row) - 1 : 0;
    const std::size_t first_column = column > 0 ? static_cast<std::size_t>(column) - 1 : 0;
    const std::size_t rows = row > 0 ? 1 : array.rows;
    const std::size_t columns = column > 0 ? 1 : array.columns;
    if (rows == 1 && columns == 1) return array.at(first_row, first_column);
    Array part(rows, columns);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) part.at(r, c) = array.at(first_row + r, first_column + c);
    }
    return part;
}

Value index(Call& call) {
    if (const CellError* error = call.value(0).error()) return *error;
    double row = call.whole_number_or(1, 0);
    double column = call.whole_number_or(2, 0);
    if (call.failed()) return 0.0;
    if (row < 0 || column < 0) return CellError::value;
    // With one index a single row is counted along.
    if (call.size() == 2) {
        std::size_t rows = 0;
        if (const Reference* reference = call.value(0).reference()) {
            const CellRange& range = reference->areas[0].range;
            rows = range.row_count();
            if (rows > 1 && range.column_count() > 1 && row > 0) column = 0;
        } else {
            rows = call.array(0).rows;
        }
        if (rows == 1) std::swap(row, column);
    }
    return pick(call, row, column);
}

/// VLOOKUP and HLOOKUP: `down` looks in the first column.
Value table_lookup(Call& call, bool down) {
    const CellValue wanted = wanted_value(call, 0);
    const double which = call.whole_number(2);
    const bool nearest = call.size() > 3 ? call.boolean_or(3, false) : true;
    if (call.failed()) return 0.0;
    if (which < 1) return CellError::value;
    if (call.value(1).reference() == nullptr && call.value(1).array() == nullptr) {
        const CellError* error = call.value(1).error();
        if (error != nullptr) return *error;
        const bool is_text = std::holds_alternative<std::string>(call.single(1));
        return is_text ? CellError::value : CellError::not_available;
    }
    if (const Reference* table = call.value(1).reference()) {
        if (table->areas.size() != 1) return CellError::value;
        const Area& area = table->areas[0];
        const double width = down ? area.range.column_count() : area.range.row_count();
        if (which > width) return CellError::ref;
        // Only the searched line is read, and the one cell that is found.
        Area searched = area;
        if (down)
            searched.range.last.column_index = searched.range.first.column_index;
        else
            searched.range.last.row_index = searched.range.first.row_index;
        const Value searched_line{Reference{{searched}}};
        PlaceInCells known;
        if (!nearest) known = find_in_cells(call, searched_line, wanted, Wildcards::on, false);
        std::optional<std::size_t> found = known.place;
        if (!known.is_answered) {
            const auto values = call.evaluation().to_array(searched_line);
            const Line line{values.get(), down, 0};
            found = nearest ? find_not_above(line, wanted) : find_exact(line, wanted, Wildcards::on);
        }
        if (!found) return CellError::not_available;
        CellRef cell = area.range.first;
        cell.row_index += static_cast<std::uint32_t>(down ? *found : static_cast<std::size_t>(which) - 1);
        cell.column_index += static_cast<std::uint32_t>(down ? static_cast<std::size_t>(which) - 1 : *found);
        return call.source().value(area.sheet, cell);
    }
    const Array& table = call.array(1);
    if (which > static_cast<double>(down ? table.columns : table.rows)) return CellError::ref;
    const Line line{&table, down, 0};
    const auto found = nearest ? find_not_above(line, wanted) : find_exact(line, wanted, Wildcards::on);
    if (!found) return CellError::not_available;
    const Line results{&table, down, static_cast<std::size_t>(which) - 1};
    return results.at(*found);
}

Value vlookup(Call& call) {
    return table_lookup(call, true);
}
Value hlookup(Call& call) {
    return table_lookup(call, false);
}

Value lookup(Call& call) {
    const CellValue wanted = wanted_value(call, 0);
    if (call.failed()) return 0.0;
    const Array& searched = call.array(1);
    // The array form looks along the longer side and answers from the last row or column.
    Line line{&searched, searched.rows >= searched.columns, 0};
    const auto found = find_not_above(line, wanted);
    if (!found) return CellError::not_available;
    if (!call.has(2)) {
        const Line results{&searched, line.down, (line.down ? searched.columns : searched.rows) - 1};
        return results.at(*found);
    }
    const Array& answers = call.array(2);
    if (answers.rows > 1 && answers.columns > 1) return CellError::not_available;
    const Line results = line_of(answers);
    if (*found >= results.size()) return CellError::not_available;
    return results.at(*found);
}

/// XLOOKUP's and XMATCH's search: `match_mode` 0 exact, -1 or 1 nearest, 2 wildcards; `search_mode` -1
/// backwards, 2, -2 binary.
std::optional<std::size_t> extended_search(Call& call, const Line& line, const CellValue& wanted,
                                           double match_mode, double search_mode) {
    const bool binary = search_mode == 2 || search_mode == -2;
    const bool backwards = search_mode == -1;
    if (match_mode == 3 && std::holds_alternative<std::string>(wanted)) {
        call.workspace().give_up("looks up by a regular expression");
        return std::nullopt;
    }
    if (match_mode < -1 || match_mode > 3 || (match_mode >= 2 && binary)) {
        call.fail(CellError::value);
        return std::nullopt;
    }
    if (binary) return find_sorted(line, wanted, static_cast<int>(match_mode), search_mode == -2);
    if (match_mode == 2) return find_exact(line, wanted, Wildcards::on, backwards);
    if (match_mode == 0 || match_mode == 3) return find_exact(line, wanted, Wildcards::off, backwards);
    return find_nearest(line, wanted, match_mode == 1, backwards);
}

bool is_search_mode(double mode) {
    return mode == 1 || mode == -1 || mode == 2 || mode == -2;
}

CellValue extended_wanted(Call& call) {
    CellValue wanted = call.single(0);
    if (const auto* error = std::get_if<CellError>(&wanted)) call.fail(*error);
    return wanted;
}

Value xmatch(Call& call) {
    const CellValue wanted = extended_wanted(call);
    const double match_mode = call.whole_number_or(2, 0);
    const double search_mode = call.whole_number_or(3, 1);
    if (call.failed()) return 0.0;
    if (!is_search_mode(search_mode)) return CellError::value;
    const Array& array = call.array(1);
    if (array.rows > 1 && array.columns > 1) return CellError::value;
    const auto found = extended_search(call, line_of(array), wanted, match_mode, search_mode);
    if (!found) return CellError::not_available;
    return static_cast<double>(*found) + 1;
}

Value xlookup(Call& call) {
    const CellValue wanted = extended_wanted(call);
    const double match_mode = call.whole_number_or(4, 0);
    const double search_mode = call.whole_number_or(5, 1);
    if (call.failed()) return 0.0;
    if (!is_search_mode(search_mode)) return CellError::value;
    std::size_t length = 0;
    bool down = true;
    std::optional<std::size_t> found;
    PlaceInCells known;
    const bool exact = match_mode == 0 && std::abs(search_mode) == 1;
    if (exact) known = find_in_cells(call, call.value(1), wanted, Wildcards::off, search_mode == -1);
    if (known.is_answered) {
        const CellRange range = call.evaluation().clipped(call.value(1).reference()->areas[0]);
        down = range.column_count() == 1;
        length = down ? range.row_count() : range.column_count();
        found = known.place;
    } else {
        const Array& searched = call.array(1);
        if (searched.rows > 1 && searched.columns > 1) return CellError::value;
        const Line line = line_of(searched);
        down = line.down;
        length = line.size();
        found = extended_search(call, line, wanted, match_mode, search_mode);
    }
    if (call.failed()) return 0.0;
    if (!found) {
        if (!call.has(3)) return CellError::not_available;
        Value otherwise = call.evaluate(3);
        return otherwise;
    }
    if (const Reference* answers = call.value(2).reference()) {
        if (answers->areas.size() != 1) return CellError::value;
        Area area = answers->areas[0];
        const CellRange full = area.range;
        const std::size_t along = down ? full.row_count() : full.column_count();
        const CellRange clipped = call.evaluation().clipped(area);
        const std::size_t clipped_along = down ? clipped.row_count() : clipped.column_count();
        if (along != length && clipped_along != length) return CellError::value;
        if (down) {
            area.range.first.row_index += static_cast<std::uint32_t>(*found);
            area.range.last.row_index = area.range.first.row_index;
        } else {
            area.range.first.column_index += static_cast<std::uint32_t>(*found);
            area.range.last.column_index = area.range.first.column_index;
        }
        return Reference{{area}};
    }
    const Array& answers = call.array(2);
    if ((down ? answers.rows : answers.columns) != length) return CellError::value;
    const std::size_t width = down ? answers.columns : answers.rows;
    Array result(down ? 1 : width, down ? width : 1);
    for (std::size_t i = 0; i < width; ++i) result.cells[i] = Line{&answers, down, i}.at(*found);
    if (width == 1) return result.cells[0];
    return result;
}

constexpr FunctionRow lookup_rows[] = {
    {"HLOOKUP", 3, 4, "vavv", hlookup}, {"INDEX", 1, 4, "avvv", index},
    {"LOOKUP", 2, 3, "vaa", lookup},    {"MATCH", 2, 3, "vrv", match},
    {"VLOOKUP", 3, 4, "vavv", vlookup}, {"XLOOKUP", 3, 6, "vaalvv", xlookup},
    {"XMATCH", 2, 4, "vavv", xmatch},
};

}  // namespace

std::span<const FunctionRow> functions_lookup() {
    return lookup_rows;
}

}  // namespace scorebook::formula
