// range_cache.cpp - what is worth keeping: large enough, read twice, and not more than memory allows.
#include "formula/range_cache.hpp"

namespace scorebook::formula {
namespace {

constexpr std::size_t smallest_worth_keeping = 64;

/// What is kept altogether, and what a cell takes of it as a value or as a number.
constexpr std::size_t most_bytes_kept = std::size_t{160} << 20;
constexpr std::size_t bytes_of_value = sizeof(CellValue);
constexpr std::size_t bytes_of_number = sizeof(double);

std::size_t cell_count(const Area& area) {
    return std::size_t{area.range.row_count()} * area.range.column_count();
}

}  // namespace

bool RangeCache::has_room(std::size_t bytes) const {
    return bytes_kept_ + bytes <= most_bytes_kept;
}

void RangeCache::expect_readers(const Area& area, std::size_t readers) {
    if (cell_count(area) >= smallest_worth_keeping) entries_[area].expected_readers += readers;
}

std::shared_ptr<const Array> RangeCache::array(const Area& area,
                                               const std::function<std::shared_ptr<const Array>()>& read) {
    const std::size_t cells = cell_count(area);
    if (!is_on_ || cells < smallest_worth_keeping || cells > max_array_cells) return read();
    Entry& entry = entries_[area];
    if (entry.array) return entry.array;
    auto array = read();
    const std::size_t bytes = array->cells.size() * bytes_of_value;
    if (is_shared(entry, ++entry.array_readers) && has_room(bytes)) {
        bytes_kept_ += bytes;
        entry.array = array;
    }
    return array;
}

const Array* RangeCache::kept_array(const Area& area,
                                    const std::function<std::shared_ptr<const Array>()>& read) {
    const std::size_t cells = cell_count(area);
    if (!is_on_ || cells < smallest_worth_keeping || !has_room(cells * bytes_of_value)) {
        const auto found = is_on_ ? entries_.find(area) : entries_.end();
        return found == entries_.end() ? nullptr : found->second.array.get();
    }
    Entry& entry = entries_[area];
    if (!entry.array && is_shared(entry, ++entry.array_readers)) {
        entry.array = read();
        bytes_kept_ += entry.array->cells.size() * bytes_of_value;
    }
    return entry.array.get();
}

std::shared_ptr<const NumberArray> RangeCache::numbers(const Area& area) {
    const std::size_t cells = cell_count(area);
    if (!is_on_ || cells < smallest_worth_keeping || cells > max_array_cells) return nullptr;
    Entry& entry = entries_[area];
    if (entry.numbers || entry.has_other_than_numbers) return entry.numbers;
    auto read = std::make_shared<NumberArray>();
    read->rows = area.range.row_count();
    read->columns = area.range.column_count();
    read->numbers.reserve(cells);
    // Blank cells aren't visited, so fewer numbers than cells means that some are blank.
    source_.visit_views(area.sheet, area.range, [&](CellRef, const CellView& value) {
        const bool is_number = value.kind == CellView::Kind::number;
        if (is_number) read->numbers.push_back(value.number);
        return is_number;
    });
    if (read->numbers.size() != cells) {
        entry.has_other_than_numbers = true;
        return nullptr;
    }
    if (is_shared(entry, ++entry.number_readers) && has_room(cells * bytes_of_number)) {
        bytes_kept_ += cells * bytes_of_number;
        entry.numbers = read;
    }
    return read;
}

const ValueIndex* RangeCache::index(const Area& area) {
    if (!is_on_ || cell_count(area) < smallest_worth_keeping) return nullptr;
    if (area.range.row_count() > 1 && area.range.column_count() > 1) return nullptr;
    Entry& entry = entries_[area];
    if (entry.index) return entry.index.get();
    if (!is_shared(entry, ++entry.index_readers) || !has_room(0)) return nullptr;
    entry.index = std::make_unique<ValueIndex>(source_, area);
    bytes_kept_ += entry.index->bytes();
    return entry.index.get();
}

const PairIndex* RangeCache::pair_index(const Area& first, const Area& second) {
    if (!is_on_) return nullptr;
    PairEntry& entry = pairs_[{first, second}];
    if (entry.index) return entry.index.get();
    if (++entry.readers < 2 || !has_room(0)) return nullptr;
    const ValueIndex* a = index(first);
    const ValueIndex* b = index(second);
    if (a == nullptr || b == nullptr) return nullptr;
    entry.index = std::make_unique<PairIndex>(*a, *b);
    bytes_kept_ += entry.index->bytes();
    return entry.index.get();
}

void RangeCache::cell_changed(SheetIndex sheet, CellRef cell, const CellValue& value) {
    const auto position_in = [&](const Area& area) {
        return (cell.row_index - area.range.first.row_index) +
               (cell.column_index - area.range.first.column_index);
    };
    const auto holds = [&](const Area& area) { return area.sheet == sheet && area.range.contains(cell); };
    for (auto& [area, entry] : entries_) {
        if (!holds(area)) continue;
        if (entry.array) {
            // Made here, and of use to others only while a formula runs.
            auto array = std::const_pointer_cast<Array>(entry.array);
            array->at(cell.row_index - area.range.first.row_index,
                      cell.column_index - area.range.first.column_index) = value;
        }
        const auto* number = std::get_if<double>(&value);
        entry.has_other_than_numbers = false;
        if (entry.numbers && number == nullptr) entry.numbers.reset();
        if (entry.numbers) {
            auto numbers = std::const_pointer_cast<NumberArray>(entry.numbers);
            numbers->numbers[(cell.row_index - area.range.first.row_index) * numbers->columns +
                             (cell.column_index - area.range.first.column_index)] = *number;
        }
        if (entry.index) entry.index->change(position_in(area), value);
    }
    for (auto& [areas, entry] : pairs_) {
        const auto& [first, second] = areas;
        if (!entry.index || (!holds(first) && !holds(second))) continue;
        const ValueIndex* a = entries_[first].index.get();
        const ValueIndex* b = entries_[second].index.get();
        if (a == nullptr || b == nullptr)
            entry.index.reset();
        else
            entry.index->change(position_in(holds(first) ? first : second), *a, *b);
    }
}

void RangeCache::forget() {
    entries_.clear();
    pairs_.clear();
    bytes_kept_ = 0;
}

}  // namespace scorebook::formula
