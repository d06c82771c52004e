// rag_fills.cpp - how one column shows bands by colour.
#include "checks/rag_fills.hpp"

#include <algorithm>
#include <map>

#include "checks/band_colour.hpp"

namespace scorebook {

namespace {

bool overlap(const CellRange& a, const CellRange& b) {
    return a.first.row_index <= b.last.row_index && b.first.row_index <= a.last.row_index &&
           a.first.column_index <= b.last.column_index && b.first.column_index <= a.last.column_index;
}

bool has_conditional_fill(const Sheet& sheet, const CellRange& body) {
    for (const ConditionalFill& conditional : sheet.conditional_fills) {
        for (const CellRange& range : conditional.ranges) {
            if (overlap(range, body)) return true;
        }
    }
    return false;
}

}  // namespace

RagFills::RagFills(const Workbook& workbook, const TableValues& values, const FoundColumn& column,
                   const BandSet& bands)
    : workbook_(workbook), values_(values), column_(column), bands_(bands) {
    if (values.size() == 0 || bands.bands.empty() || bands.bands.size() > most_coloured_bands) return;
    const auto& entries = values.table().entries;
    is_conditional_ =
        has_conditional_fill(values.sheet(), {{entries.front().row_index, column.column_index},
                                              {entries.back().last_row_index, column.column_index}});
    std::map<Rgb, std::uint8_t> known;
    std::map<std::pair<std::uint8_t, Rgb>, std::size_t> uses;
    bands_of_entries_.assign(entries.size(), 0);
    for (std::size_t entry = 0; entry < entries.size(); ++entry) {
        const SheetCell* cell = values.cell(entry, column);
        if (!cell) continue;
        const std::optional<Rgb> colour = workbook.style(*cell).fill;
        if (colour || cell->has_value) ++cells_;
        if (!colour) continue;
        const auto [place, is_new] = known.try_emplace(*colour, std::uint8_t{0});
        if (is_new) {
            const Band* nearest = nearest_band(bands, *colour);
            place->second =
                nearest ? static_cast<std::uint8_t>(nearest - bands.bands.data() + 1) : std::uint8_t{0};
        }
        if (place->second == 0 || is_row_highlight(entry, *colour)) continue;
        bands_of_entries_[entry] = place->second;
        ++coloured_;
        ++uses[{place->second, *colour}];
    }
    std::map<std::uint8_t, std::size_t> most;
    for (const auto& [use, count] : uses) {
        if (count <= most[use.first]) continue;
        most[use.first] = count;
        std::erase_if(used_, [&, band = use.first](const auto& pair) { return pair.first == band; });
        used_.push_back(use);
    }
}

bool RagFills::is_row_highlight(std::size_t entry, Rgb colour) const {
    const std::uint32_t row = values_.table().entries[entry].row_index;
    for (const int step : {-1, 1}) {
        if (step < 0 && column_.column_index == 0) return false;
        const std::uint32_t next = step < 0 ? column_.column_index - 1 : column_.column_index + 1;
        const SheetCell* cell = values_.sheet().cells.find({row, next});
        if (!cell || workbook_.style(*cell).fill != colour) return false;
    }
    return true;
}

const Band* RagFills::band_at(std::size_t entry) const {
    const std::uint8_t number = bands_of_entries_[entry];
    return number == 0 ? nullptr : &bands_.bands[number - 1U];
}

std::optional<Rgb> RagFills::fill(std::size_t entry) const {
    const SheetCell* cell = values_.cell(entry, column_);
    return cell ? workbook_.style(*cell).fill : std::nullopt;
}

Rgb RagFills::fill_for(const Band& band) const {
    const auto number = static_cast<std::uint8_t>(&band - bands_.bands.data() + 1);
    for (const auto& [used, colour] : used_) {
        if (used == number) return colour;
    }
    return band.fill;
}

}  // namespace scorebook
