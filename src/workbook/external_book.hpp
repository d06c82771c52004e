// external_book.hpp - what a workbook keeps of another one it links to (xl/externalLinks/externalLink1.xml):
// the cells it read last time. ECMA-376 Part 1, 18.14.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scorebook/cell_ref.hpp"
#include "scorebook/cell_value.hpp"

namespace scorebook {

/// One sheet of another workbook, as far as it was read.
class ExternalSheet {
  public:
    explicit ExternalSheet(std::string name) : name_(std::move(name)) {}

    const std::string& name() const { return name_; }
    /// Blank where nothing is kept.
    CellValue value(CellRef cell) const;
    void set(CellRef cell, CellValue value);
    /// The last row and column with a kept cell; A1 when there is none.
    CellRef used_corner() const { return used_corner_; }
    /// False when no cell of the sheet was ever read.
    bool is_kept() const { return is_kept_; }
    void keep() { is_kept_ = true; }

  private:
    std::string name_;
    std::unordered_map<std::uint64_t, CellValue> cells_;
    CellRef used_corner_;
    bool is_kept_ = false;
};

/// A name of another workbook, with what it refers to there ("Sheet1!$A$1:$B$9", without "=").
struct ExternalName {
    std::string name;
    std::string formula;
};

struct ExternalBook {
    std::vector<ExternalSheet> sheets;
    std::vector<ExternalName> names;

    /// Without case; null when it has no such sheet.
    const ExternalSheet* find_sheet(std::string_view name) const;
    const ExternalName* find_name(std::string_view name) const;
};

/// Throws Error damaged_workbook for broken XML.
ExternalBook parse_external_book(const std::string& xml, const std::string& part_name);

}  // namespace scorebook
