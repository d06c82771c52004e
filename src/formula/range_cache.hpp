// range_cache.hpp - ranges many formulas read: kept as arrays and indexes from the second reader on, within
// bounds.
//
// Right only while the cells don't change: recalculation switches it off where they may.
#pragma once

#include <functional>
#include <memory>
#include <unordered_map>

#include "formula/value_index.hpp"

namespace scorebook::formula {

class RangeCache {
  public:
    explicit RangeCache(const CellSource& source) : source_(source) {}

    /// The values of `area` as `read` gives them, or kept from before.
    std::shared_ptr<const Array> array(const Area& area,
                                       const std::function<std::shared_ptr<const Array>()>& read);
    /// The values of `area` when keeping them pays; null while it doesn't.
    const Array* kept_array(const Area& area, const std::function<std::shared_ptr<const Array>()>& read);
    /// An index of `area`, one row or column; null while it isn't worth one.
    const ValueIndex* index(const Area& area);

    void switch_on() { is_on_ = true; }
    void switch_off() { is_on_ = false; }

  private:
    struct AreaHash {
        std::size_t operator()(const Area& area) const;
    };
    struct Entry {
        std::size_t array_readers = 0;
        std::size_t index_readers = 0;
        std::shared_ptr<const Array> array;
        std::unique_ptr<ValueIndex> index;
    };

    const CellSource& source_;
    bool is_on_ = true;
    std::unordered_map<Area, Entry, AreaHash> entries_;
    std::size_t cached_cells_ = 0;
};

}  // namespace scorebook::formula
