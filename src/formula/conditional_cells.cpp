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

/// Places from an index: a view into it, or a list of their own.
struct KnownPlaces {
    Positions places;
    std::vector<std::uint32_t> own;

    void keep(std::vector<std::uint32_t> list) {
        own = std::move(list);
        places = own;
    }
};

/// Where an equality is met, from an index of its range. False when only a scan can tell.
bool find_places(RangeCache& ranges, const Condition& condition, KnownPlaces& known) {
    const CellValue* wanted = condition.criterion.exact_value();
    if (wanted == nullptr) return false;
    const ValueIndex* index = ranges.index(condition.area);
    if (index == nullptr) return false;
    known.places = index->equal_to(*wanted);
    const auto* number = std::get_if<double>(wanted);
    if (number == nullptr) return true;
    const Positions texts = index->text_reading_as(*number);
    if (texts.empty()) return true;
    std::vector<std::uint32_t> both;
    std::merge(known.places.begin(), known.places.end(), texts.begin(), texts.end(),
               std::back_inserter(both));
    known.keep(std::move(both));
    return true;
}

/// The same for two texts at once, as most dashboards ask.
bool find_pair(RangeCache& ranges, const Condition& first, const Condition& second, KnownPlaces& known) {
    const CellValue* a = first.criterion.exact_value();
    const CellValue* b = second.criterion.exact_value();
    if (a == nullptr || b == nullptr) return false;
    if (!std::holds_alternative<std::string>(*a) || !std::holds_alternative<std::string>(*b)) return false;
    const PairIndex* pairs = ranges.pair_index(first.area, second.area);
    if (pairs == nullptr) return false;
    const ValueIndex* index = ranges.index(first.area);
    const ValueIndex* other = ranges.index(second.area);
    if (index == nullptr || other == nullptr) return false;
    known.places = pairs->positions_of(index->group_of(*a), other->group_of(*b));
    return true;
}

/// The places every indexed condition agrees on; `is_indexed` says which ones those are.
std::optional<KnownPlaces> common_places(RangeCache& ranges, const std::vector<Condition>& conditions,
                                         std::vector<bool>& is_indexed) {
    std::optional<KnownPlaces> common;
    std::size_t first = 0;
    if (conditions.size() > 1) {
        KnownPlaces pair;
        if (find_pair(ranges, conditions[0], conditions[1], pair)) {
            common = std::move(pair);
            is_indexed[0] = is_indexed[1] = true;
            first = 2;
        }
    }
    for (std::size_t i = first; i < conditions.size(); ++i) {
        KnownPlaces known;
        if (!find_places(ranges, conditions[i], known)) continue;
        is_indexed[i] = true;
        if (!common) {
            common = std::move(known);
            continue;
        }
        std::vector<std::uint32_t> both;
        std::set_intersection(common->places.begin(), common->places.end(), known.places.begin(),
                              known.places.end(), std::back_inserter(both));
        common->keep(std::move(both));
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
        is_line ? common_places(call.workspace().ranges(), conditions, is_known) : std::nullopt;
    const bool all_known = std::find(is_known.begin(), is_known.end(), false) == is_known.end();
    if (indexed && all_known && !visit) return static_cast<double>(indexed->places.size());
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
        if (visit) visit(row, column);
    };
    if (indexed) {
        const bool down = shape.column_count() == 1;
        for (const std::uint32_t position : indexed->places)
            consider(down ? position : 0, down ? 0 : position);
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
