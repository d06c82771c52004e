// values_sheet.hpp - the long table of a collected set: a row a value, written as XML of its own.
//
// libxlsxwriter keeps every cell in a tree and looks each text up; a million values take it ten times as long
// as the rest of a batch. So the sheet's frame is made with it, and the rows are put in afterwards.
#pragma once

#include <xlsxwriter.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scorebook/return_record.hpp"

namespace scorebook {

class ValuesSheet {
  public:
    static constexpr const char* name = "Values";
    /// Of its columns, in order.
    static const std::array<std::string_view, 13>& headings();

    void add(const ReturnRecord& record);

    /// How many values there are, and how many of them the sheet has room for.
    std::size_t size() const { return total_; }
    std::size_t shown() const { return values_.size(); }

    /// The frame: headings, widths, filter. `sheet` is called `name`.
    void write_frame(lxw_worksheet* sheet, lxw_format* heading) const;

    /// `workbook`, which has the frame, with the rows in it. Throws Error damaged_workbook.
    std::string with_rows(std::string workbook) const;

  private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    struct Entry {  ///< numbers of texts
        std::uint32_t file, period, table, section, record, sheet, publication;
    };
    struct Value {
        std::uint32_t entry, heading, text, unit, state, cell;
        double number;  ///< NaN: none
    };

    std::uint32_t number_of(std::string_view text);
    std::string rows_xml(std::size_t strings_before) const;
    std::string strings_xml() const;
    /// How many cells refer to a text.
    std::size_t references() const;

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::vector<Entry> entries_;
    std::vector<Value> values_;
    std::size_t total_ = 0;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
    std::vector<const std::string*> texts_;  ///< by number; the keys of `numbers_`
};

}  // namespace scorebook
