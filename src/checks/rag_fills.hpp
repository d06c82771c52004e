// rag_fills.hpp - how one column shows bands by colour: typed fills, conditional formatting, or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "checks/table_values.hpp"
#include "templates/workbook_template.hpp"

namespace scorebook {

class RagFills {
  public:
    RagFills(const Workbook& workbook, const TableValues& values, const FoundColumn& column,
             const BandSet& bands);

    /// At least half of the cells with content (or fill) carry a band's colour of their own, and no
    /// conditional format gives fills there.
    bool are_direct() const { return !is_conditional_ && coloured_ > 0 && 2 * coloured_ >= cells_; }
    /// A conditional format of the sheet gives fills somewhere in the column's body.
    bool is_conditional() const { return is_conditional_; }
    std::size_t coloured() const { return coloured_; }

    /// The band the entry's own fill means; null without a band's colour, or where the whole row is coloured
    /// alike.
    const Band* band(std::size_t entry) const { return bands_of_entries_.empty() ? nullptr : band_at(entry); }
    /// The entry's own solid fill.
    std::optional<Rgb> fill(std::size_t entry) const;
    /// The colour this column uses for a band: its most frequent, or else the band's own.
    Rgb fill_for(const Band& band) const;

  private:
    const Band* band_at(std::size_t entry) const;
    bool is_row_highlight(std::size_t entry, Rgb colour) const;

    const Workbook& workbook_;
    const TableValues& values_;
    const FoundColumn& column_;
    const BandSet& bands_;
    bool is_conditional_ = false;
    std::size_t cells_ = 0;
    std::size_t coloured_ = 0;
    std::vector<std::uint8_t> bands_of_entries_;      ///< 0 none, else index + 1 into the bands
    std::vector<std::pair<std::uint8_t, Rgb>> used_;  ///< the most frequent fill of each band
};

/// The most bands a set may have and still be told apart by colour here.
inline constexpr std::size_t most_coloured_bands = 200;

}  // namespace scorebook
