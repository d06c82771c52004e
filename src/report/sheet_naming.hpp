// sheet_naming.hpp - names Excel takes, each once: of sheets and of tables (accessible-tables.md P09, P41).
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace scorebook {

inline constexpr std::size_t longest_sheet_name = 31;

class SheetNaming {
  public:
    /// `wanted` within `longest_sheet_name` characters, without signs Excel refuses, made unique by a number.
    std::string sheet_name(std::string_view wanted);

    /// Letters, digits and underscores, nothing that reads as a cell, made unique by a number.
    std::string table_name(std::string_view wanted);

  private:
    std::set<std::string> sheets_;  ///< folded
    std::set<std::string> tables_;
};

}  // namespace scorebook
