// range_cache.hpp - ranges many formulas read: kept as arrays and indexes from the second reader on, within
// bounds.
//
// Right only while the cells don't change: recalculation switches it off where they may.
#pragma once

#include <functional>
#include <memory>
#include <unordered_map>
#include <utility>

#include "formula/area_hash.hpp"
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
    /// The same of an area of numbers alone, all of its cells filled; null for any other, and for a few
    /// cells.
    std::shared_ptr<const NumberArray> numbers(const Area& area);
    /// An index of `area`, one row or column; null while it isn't worth one.
    const ValueIndex* index(const Area& area);
    /// An index of two areas with an index of their own, as long as each other.
    const PairIndex* pair_index(const Area& first, const Area& second);

    /// So many more formulas will read `area`: then the first one may keep it already.
    void expect_readers(const Area& area, std::size_t readers);

    /// A cell holds another value: what is kept of ranges round it is brought up to date.
    void cell_changed(SheetIndex sheet, CellRef cell, const CellValue& value);
    /// Nothing that is kept is right any more.
    void forget();

    void switch_on() { is_on_ = true; }
    void switch_off() { is_on_ = false; }

  private:
    struct Entry {
        std::size_t array_readers = 0;
        std::size_t index_readers = 0;
        std::size_t number_readers = 0;
        bool has_other_than_numbers = false;
        std::size_t expected_readers = 0;
        std::shared_ptr<const Array> array;
        std::shared_ptr<const NumberArray> numbers;
        std::unique_ptr<ValueIndex> index;
    };

    bool has_room(std::size_t bytes) const;
    /// Worth keeping: it has been read before, or will be read again.
    static bool is_shared(const Entry& entry, std::size_t readers) {
        return entry.expected_readers > 1 || readers > 1;
    }

    const CellSource& source_;
    bool is_on_ = true;
    struct PairHash {
        std::size_t operator()(const std::pair<Area, Area>& pair) const {
            return AreaHash()(pair.first) * 31 + AreaHash()(pair.second);
        }
    };
    struct PairEntry {
        std::size_t readers = 0;
        std::unique_ptr<PairIndex> index;
    };
    std::unordered_map<Area, Entry, AreaHash> entries_;
    std::unordered_map<std::pair<Area, Area>, PairEntry, PairHash> pairs_;
    std::size_t bytes_kept_ = 0;
};

}  // namespace scorebook::formula
