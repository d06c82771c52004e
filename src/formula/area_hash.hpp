// area_hash.hpp - areas as keys of hash tables.
#pragma once

#include <cstddef>

#include "formula/value.hpp"

namespace scorebook::formula {

struct AreaHash {
    std::size_t operator()(const Area& area) const {
        std::size_t hash = area.sheet;
        for (const std::size_t part : {area.range.first.row_index, area.range.first.column_index,
                                       area.range.last.row_index, area.range.last.column_index}) {
            hash = (hash ^ part) * 0x9E3779B97F4A7C15ULL;
            hash ^= hash >> 29;
        }
        return hash;
    }
};

}  // namespace scorebook::formula
