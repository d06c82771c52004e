// body_columns.hpp - what the columns of a table are used for below its header, and what a row holds in them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tables/found_table.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

enum class ColumnUse : std::uint8_t { outside, unknown, key, description, numeric, text };

/// Of one row below the header.
struct RowFacts {
    std::uint32_t row_index = 0;
    bool hidden = false;
    std::size_t values = 0;        ///< non-blank cells in known columns
    std::size_t other_values = 0;  ///< non-blank cells in unknown columns
    std::size_t numbers = 0;
    std::size_t misplaced = 0;  ///< numbers where the table has text
    std::size_t scores = 0;     ///< non-blank cells of numeric columns
    std::size_t formulas = 0;   ///< values that come from formulas
    bool has_description = false;
    const SheetCell* key = nullptr;  ///< the key cell when it isn't blank
    const SheetCell* first = nullptr;
    const SheetCell* only_other = nullptr;
};

/// Refers to the workbook it was made of.
class BodyColumns {
  public:
    BodyColumns(const Workbook& workbook, const FoundTable& table);

    std::uint32_t first() const { return first_; }
    std::uint32_t last() const { return last_; }
    bool reach(std::uint32_t column) const { return column >= first_ && column <= last_; }
    ColumnUse use_of(std::uint32_t column) const {
        return reach(column) ? uses_[column - first_] : ColumnUse::outside;
    }
    /// How many are of the template.
    std::size_t known() const;

    /// The column whose text says which rows are entries: of ids, else of descriptions.
    std::optional<std::uint32_t> key() const { return key_; }
    bool key_is_id() const { return key_is_id_; }
    const std::string& id_pattern() const { return id_pattern_; }

    RowFacts look_at(const SheetRow& row) const;

    bool is_blank(const SheetCell& cell) const;
    std::string text_of(const SheetCell& cell) const;
    /// Of a shared string, without a copy; empty for other cells.
    std::string_view text_view(const SheetCell& cell) const;
    const Sheet& sheet() const { return sheet_; }

  private:
    void choose_key(const FoundTable& table);

    const Workbook& workbook_;
    const Sheet& sheet_;
    std::size_t sheet_index_;
    std::uint32_t first_ = max_columns;
    std::uint32_t last_ = 0;
    std::vector<ColumnUse> uses_;  ///< from first_ to last_
    std::optional<std::uint32_t> key_;
    bool key_is_id_ = false;
    std::string id_pattern_;
};

}  // namespace scorebook
