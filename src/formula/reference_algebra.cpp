// reference_algebra.cpp - references made from references.
#include "formula/reference_algebra.hpp"

#include <algorithm>

#include "formula/text_case.hpp"

namespace scorebook::formula {

Value enclosing_range(const Reference& left, const Reference& right) {
    Area result = left.areas[0];
    for (const Reference* reference : {&left, &right}) {
        for (const Area& area : reference->areas) {
            if (area.sheet != result.sheet) return CellError::value;
            auto& [first, last] = result.range;
            first.row_index = std::min(first.row_index, area.range.first.row_index);
            first.column_index = std::min(first.column_index, area.range.first.column_index);
            last.row_index = std::max(last.row_index, area.range.last.row_index);
            last.column_index = std::max(last.column_index, area.range.last.column_index);
        }
    }
    return Reference{{result}};
}

Value intersection_of(const Reference& left, const Reference& right) {
    Reference result;
    for (const Area& a : left.areas) {
        for (const Area& b : right.areas) {
            if (a.sheet != b.sheet) continue;
            const CellRef first{std::max(a.range.first.row_index, b.range.first.row_index),
                                std::max(a.range.first.column_index, b.range.first.column_index)};
            const CellRef last{std::min(a.range.last.row_index, b.range.last.row_index),
                               std::min(a.range.last.column_index, b.range.last.column_index)};
            if (first.row_index <= last.row_index && first.column_index <= last.column_index) {
                result.areas.push_back({a.sheet, {first, last}});
            }
        }
    }
    if (result.areas.empty()) return CellError::null;
    return result;
}

Value spilled_range(const Evaluation& evaluation, const Value& anchor) {
    if (anchor.error() != nullptr) return anchor;
    const Reference* reference = anchor.reference();
    if (reference == nullptr || reference->areas.size() != 1) return CellError::ref;
    const Area& area = reference->areas[0];
    const auto range = evaluation.source().array_range(area.sheet, area.range.first);
    if (!range) return CellError::ref;
    return Reference{{Area{area.sheet, *range}}};
}

std::string bound_name(std::string_view name) {
    std::string folded = fold_case(name);
    if (folded.starts_with("_xlpm.")) folded.erase(0, 6);
    if (folded.starts_with("_xlop.")) folded.erase(0, 6);
    return folded;
}

}  // namespace scorebook::formula
