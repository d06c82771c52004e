// header_finder.hpp - the header rows of a kind's tables in a sheet, found by their labels.
//
// One pass looks at every cell, but only as far as it takes to see that it is no label; rows with several
// labels are then read with the rows round them, and the reading that fits a table best wins.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tables/column_match.hpp"
#include "tables/header_labels.hpp"
#include "templates/known_kinds.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

/// The labels of every table of some kinds: those in `kinds`, numbered from 0, then the built-in ones, which
/// are told apart without reading them.
class LabelIndex {
  public:
    /// `built_in` may be null.
    LabelIndex(const std::vector<const WorkbookTemplate*>& kinds, const BuiltInKinds* built_in);

    std::size_t kind_count() const { return tables_.size() + (built_in_ ? built_in_->kinds.size() : 0); }
    /// Only for kinds that aren't built in.
    const std::vector<TableLabels>& tables(std::size_t kind) const { return tables_[kind]; }
    /// Whether the text of a cell is a label of some table. Most texts are told apart by their first word and
    /// length.
    bool is_label(std::string_view text) const;
    /// Adds one to each kind with a table that has the label.
    void count(std::string_view text, std::vector<std::size_t>& labels) const;

  private:
    std::vector<std::vector<TableLabels>> tables_;
    const BuiltInKinds* built_in_;

    template <typename Tell>
    void each_kind(std::string_view text, Tell tell) const;
};

/// For each kind of the index its rows with at least two labels, top to bottom. Linear in cells.
std::vector<std::vector<std::uint32_t>> label_rows(const Workbook& workbook, std::size_t sheet_index,
                                                   const LabelIndex& index);

/// A header that fits a table.
struct FoundHeader {
    const TableLabels* table = nullptr;
    std::uint32_t first_row = 0;
    std::uint32_t last_row = 0;  ///< units row and the reach of merged labels included
    std::vector<HeaderLabel> labels;
    HeaderFit fit;
    bool is_complete = false;  ///< recognised by itself; else it needs another table of the kind beside it
    const ExcelTable* excel_table = nullptr;

    std::uint32_t first_column() const { return labels.front().column_index; }
    std::uint32_t last_column() const { return labels.back().last_column_index; }
};

/// The nearest thing to a header when there was none.
struct NearestHeader {
    const TableSpec* table = nullptr;
    std::size_t matched = 0;
    std::vector<std::string> missing;  ///< canonical headers of required columns
    std::size_t sheet_index = 0;
};

/// Headers of one kind's tables in a sheet, top to bottom, then left to right. `rows` as label_rows() gave
/// them for the kind.
std::vector<FoundHeader> find_headers(const Workbook& workbook, std::size_t sheet_index,
                                      const std::vector<TableLabels>& tables,
                                      const std::vector<std::uint32_t>& rows, NearestHeader& nearest);

}  // namespace scorebook
