// table_values.hpp - the typed values of one found table, each column read once and kept in compact form.
//
// 20 bytes an entry and column: a register of 100,000 entries must not become a million strings. Text and
// list columns are never kept; they are read when a rule wants one entry's text. Not safe to share between
// threads.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checks/column_roles.hpp"
#include "tables/found_table.hpp"
#include "tables/read_value.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

inline constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

/// What one cell of a typed column means.
struct TypedCell {
    double number = no_number;  ///< NaN: there is none
    std::uint32_t word =
        0;  ///< TableValues::word(): canonical words, tidy id, owner; what was typed when unreadable
    std::uint16_t remarks = 0;  ///< a bit for each ReadingRemark
    ValueState state = ValueState::blank;
    bool is_formula = false;

    bool has_number() const { return number == number; }
    bool has(ReadingRemark remark) const { return (remarks >> static_cast<unsigned>(remark) & 1U) != 0; }
};

class TableValues {
  public:
    TableValues(const Workbook& workbook, std::size_t sheet_index, const WorkbookTemplate& kind,
                const FoundTable& table);

    const FoundTable& table() const { return *table_; }
    const ColumnRoles& roles() const { return roles_; }
    const Sheet& sheet() const { return *sheet_; }
    std::size_t size() const { return table_->entries.size(); }

    /// The whole column, read at the first call. `column` belongs to the table and has a spec; not text or
    /// list.
    const std::vector<TypedCell>& typed(const FoundColumn& column) const;
    const std::string& word(std::uint32_t index) const { return words_[index]; }
    std::string_view word(std::size_t entry, const FoundColumn& column) const {
        return words_[typed(column)[entry].word];
    }
    /// NaN when the column is null or the entry has no number there.
    double number(std::size_t entry, const FoundColumn* column) const;
    /// As formulas see it: number, text or Blank.
    CellValue value(std::size_t entry, const FoundColumn& column) const;

    /// The cell read afresh, with its text, items and remarks.
    ReadValue read(std::size_t entry, const FoundColumn& column) const;
    /// Whether there is anything but spaces, in any row of the entry.
    bool is_empty(std::size_t entry, const FoundColumn& column) const;
    /// The text without copying where it is one plain shared string, else through `buffer`.
    std::string_view text(std::size_t entry, const FoundColumn& column, std::string& buffer) const;

    /// The entry's id as typed; its description when the table has no ids.
    std::string record(std::size_t entry) const;
    CellRef place(std::size_t entry, const FoundColumn& column) const {
        return {table_->entries[entry].row_index, column.column_index};
    }
    /// The cell in the entry's first row, or null.
    const SheetCell* cell(std::size_t entry, const FoundColumn& column) const;

    /// Later rules see `value` (a number or a canonical word) instead of what the cell holds.
    void correct(std::size_t entry, const FoundColumn& column, const CellValue& value);

  private:
    TypedCell read_typed(std::size_t entry, const FoundColumn& column,
                         std::unordered_map<std::uint64_t, TypedCell>& by_string) const;
    TypedCell summary(const ReadValue& value, ValueKind kind) const;
    std::uint32_t interned(std::string text) const;

    const Workbook* workbook_;
    const WorkbookTemplate* kind_;
    const FoundTable* table_;
    const Sheet* sheet_;
    ColumnRoles roles_;
    std::vector<std::uint32_t> row_positions_;        ///< of each entry's first row in Sheet::cells.rows
    mutable std::uint32_t columns_without_cell_ = 0;  ///< to the left of the cell that was found last
    mutable std::unordered_map<const FoundColumn*, std::unique_ptr<std::vector<TypedCell>>> columns_;
    mutable std::vector<std::string> words_;
    mutable std::unordered_map<std::string, std::uint32_t> word_numbers_;
};

}  // namespace scorebook
