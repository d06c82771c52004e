// text_book.hpp - a workbook as the lines of a test describe it, before it has parts.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scorebook/cell_ref.hpp"
#include "scorebook/cell_value.hpp"

namespace scorebook::test {

/// What a style of ours can say; each combination in use becomes one xf.
struct Look {
    std::string fill;
    int number_format = 0;  ///< 10 0.00%, 14 date, 20 h:mm, 45 mm:ss (ECMA-376 Part 1, 18.8.30)
    bool is_bold = false;
    friend auto operator<=>(const Look&, const Look&) = default;
};

struct TextCell {
    CellValue value;
    std::optional<std::string> formula;
    std::string array_range;  ///< of an array formula
    bool spills = false;      ///< it is a dynamic array
    Look look;
};

struct TextTable {
    std::string name;
    CellRange range;
    bool has_totals = false;
};

struct TextSheet {
    std::string name;
    bool hidden = false;
    std::map<CellRef, TextCell> cells;
    std::vector<std::string> merges;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_rows;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_columns;
    std::string filter;
    bool filter_is_active = false;
    std::vector<TextTable> tables;
    std::vector<std::pair<std::string, std::vector<std::string>>> conditional;
};

struct TextBook {
    std::vector<TextSheet> sheets;
    std::vector<std::pair<std::string, std::string>> names;
    bool from_1904 = false;
    std::string calculation;  ///< attributes of calcPr
};

}  // namespace scorebook::test
