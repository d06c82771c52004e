// row_figures.hpp - the figures of one table's rows as printed, total rows included, for the rules that
// recompute them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/check_context.hpp"
#include "tables/figure.hpp"

namespace scorebook {

/// An entry's row, or a total row.
struct FigureRow {
    std::uint32_t row_index = 0;
    std::string record;                ///< the entry's id or title, or the total's label
    std::optional<std::size_t> entry;  ///< empty for a total row
};

/// A total row, and every set of entries it may be the total of, likeliest first.
struct TotalRow {
    FigureRow row;
    std::vector<std::vector<std::size_t>> readings;
};

class RowFigures {
  public:
    RowFigures(const CheckContext& context, const TableValues& values) : context_(context), values_(values) {}

    std::vector<FigureRow> entries() const;
    std::vector<TotalRow> totals() const;
    /// Entries, then totals.
    std::vector<FigureRow> all() const;

    ReadValue read(const FigureRow& row, const FoundColumn& column) const;
    std::optional<Figure> at(const FigureRow& row, const FoundColumn* column) const;
    std::optional<Figure> at(std::size_t entry, const FoundColumn* column) const;

    /// Rule, place and record filled in; severity by the caller.
    Finding finding(const FigureRow& row, const FoundColumn& column, std::string_view rule,
                    Severity severity) const;

  private:
    /// Entries with the title the total row has beside its label.
    std::vector<std::size_t> entries_named_like(std::uint32_t total_row) const;

    const CheckContext& context_;
    const TableValues& values_;
};

/// Whether any entry has a figure in the column.
bool has_figures(const TableValues& values, const FoundColumn& column);

/// "75.5%", "£1,610,000", "1,133,048", "41 seconds": as printed.
std::string in_words(const Figure& figure);
/// A recomputed value in the unit and with the decimals of `like`.
std::string in_words(const Fraction& value, const Figure& like, int more_places = 0);

/// The values `figure` may stand for: a point for whole counts, unless they were rounded to a base.
Interval range_of(const Figure& figure, double rounded_to = 0);

}  // namespace scorebook
