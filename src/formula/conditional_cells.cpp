// conditional_cells.cpp - one pass over the first range, the others looked up only where it matched.
#include "formula/conditional_cells.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace scorebook::formula {
namespace {

struct Condition {
    Area area;
    Criterion criterion;
};

using Positions = ValueIndex::Positions;

/// Where an equality is met, from an index of its range; none when only a scan can tell.
std::optional<Positions> indexed_positions(RangeCache& ranges, const Condition& condition) {
    const CellValue* wanted = condition.criterion.exact_value();
    if (wanted == nullptr) return std::nullopt;
    const ValueIndex* index = ranges.index(condition.area);
    if (index == nullptr) return std::nullopt;
    const Positions& equal = index->equal_to(*wanted);
    const auto* number = std::get_if<double>(wanted);
    if (number == nullptr || index->text_reading_as(*number).empty()) return equal;
    const Positions& texts = index->text_reading_as(*number);
    Positions both;
    std::merge(equal.begin(), equal.end(), texts.begin(), texts.end(), std::back_inserter(both));
    return both;
}

/// The places every indexed condition agrees on; `is_indexed` says which ones those are.
std::optional<Positions> common_positions(RangeCache& ranges, const std::vector<Condition>& conditions,
                                          std::vector<bool>& is_indexed) {
    std::optional<Positions> common;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        auto positions = indexed_positions(ranges, conditions[i]);
        if (!positions) continue;
        is_indexed[i] = true;
        if (!common) {
            common = std::move(positions);
            continue;
        }
        Positions both;
        std::set_intersection(common->begin(), common->end(), positions->begin(), positions->end(),
                              std::back_inserter(both));
        common = std::move(both);
    }
    return common;
}

}  // namespace

double visit_matches(Call& call, std::size_t first,
                     const std::function<void(std::uint32_t row, std::uint32_t column)>& visit) {
    std::vector<Condition> conditions;
    for (std::size_t i = first; i + 1 < call.size(); i += 2) {
        const Reference& reference = call.reference(i);
        if (call.failed()) return 0;
        if (reference.areas.size() != 1) {
            call.fail(CellError::value);
            return 0;
        }
        const CellValue wanted = call.single(i + 1);
        conditions.push_back({reference.areas[0], Criterion(wanted, call.dates())});
    }
    if (conditions.empty()) {
        call.fail(CellError::value);
        return 0;
    }
    const CellRange& shape = conditions[0].area.range;
    for (const Condition& condition : conditions) {
        if (condition.area.range.row_count() != shape.row_count() ||
            condition.area.range.column_count() != shape.column_count()) {
            call.fail(CellError::value);
            return 0;
        }
    }
    std::vector<bool> is_known(conditions.size());
    const bool is_line = shape.row_count() == 1 || shape.column_count() == 1;
    const auto indexed =
        is_line ? common_positions(call.workspace().ranges(), conditions, is_known) : std::nullopt;
    // A criterion that blank cells don't meet is the best one to walk by: only filled cells need a look.
    std::size_t leader = conditions.size();
    for (std::size_t i = 0; i < conditions.size() && leader == conditions.size(); ++i) {
        if (!conditions[i].criterion.matches_blank()) leader = i;
    }
    const CellSource& source = call.source();
    double matched = 0;
    auto consider = [&](std::uint32_t row, std::uint32_t column) {
        for (std::size_t i = 0; i < conditions.size(); ++i) {
            if (is_known[i]) continue;
            const Area& area = conditions[i].area;
            const CellRef cell{area.range.first.row_index + row, area.range.first.column_index + column};
            if (!conditions[i].criterion.matches(source.value(area.sheet, cell))) return;
        }
        ++matched;
        visit(row, column);
    };
    if (indexed) {
        const bool down = shape.column_count() == 1;
        for (const std::uint32_t position : *indexed) consider(down ? position : 0, down ? 0 : position);
        return matched;
    }
    if (leader < conditions.size()) {
        is_known[leader] = true;
        const Area& area = conditions[leader].area;
        source.visit(area.sheet, area.range, [&](CellRef cell, const CellValue& value) {
            if (conditions[leader].criterion.matches(value)) {
                consider(cell.row_index - area.range.first.row_index,
                         cell.column_index - area.range.first.column_index);
            }
            return true;
        });
        return matched;
    }
    // Every criterion is met by blank cells. Beyond the used cells all is blank and only the number counts.
    const CellRef corner = call.workspace().used_corner();
    std::uint32_t rows = shape.row_count();
    std::uint32_t columns = shape.column_count();
    std::uint32_t used_rows = 0;
    std::uint32_t used_columns = 0;
    for (const Condition& condition : conditions) {
        const CellRef& start = condition.area.range.first;
        if (corner.row_index >= start.row_index)
            used_rows = std::max(used_rows, corner.row_index - start.row_index + 1);
        if (corner.column_index >= start.column_index) {
            used_columns = std::max(used_columns, corner.column_index - start.column_index + 1);
        }
    }
    used_rows = std::min(used_rows, rows);
    used_columns = std::min(used_columns, columns);
    for (std::uint32_t row = 0; row < used_rows; ++row) {
        for (std::uint32_t column = 0; column < used_columns; ++column) consider(row, column);
    }
    return matched + double{1} * rows * columns - double{1} * used_rows * used_columns;
}

}  // namespace scorebook::formula
