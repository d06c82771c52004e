// conditional_cells.cpp - one pass over the first range, the others looked up only where it matched.
#include "formula/conditional_cells.hpp"

#include <algorithm>

namespace scorebook::formula {
namespace {

struct Condition {
    Area area;
    Criterion criterion;
};

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
    // A criterion that blank cells don't meet is the best one to walk by: only filled cells need a look.
    std::size_t leader = conditions.size();
    for (std::size_t i = 0; i < conditions.size() && leader == conditions.size(); ++i) {
        if (!conditions[i].criterion.matches_blank()) leader = i;
    }
    const CellSource& source = call.source();
    double matched = 0;
    auto consider = [&](std::uint32_t row, std::uint32_t column, std::size_t known) {
        for (std::size_t i = 0; i < conditions.size(); ++i) {
            if (i == known) continue;
            const Area& area = conditions[i].area;
            const CellRef cell{area.range.first.row_index + row, area.range.first.column_index + column};
            if (!conditions[i].criterion.matches(source.value(area.sheet, cell))) return;
        }
        ++matched;
        visit(row, column);
    };
    if (leader < conditions.size()) {
        const Area& area = conditions[leader].area;
        source.visit(area.sheet, area.range, [&](CellRef cell, const CellValue& value) {
            if (conditions[leader].criterion.matches(value)) {
                consider(cell.row_index - area.range.first.row_index,
                         cell.column_index - area.range.first.column_index, leader);
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
        for (std::uint32_t column = 0; column < used_columns; ++column)
            consider(row, column, conditions.size());
    }
    return matched + double{1} * rows * columns - double{1} * used_rows * used_columns;
}

}  // namespace scorebook::formula
