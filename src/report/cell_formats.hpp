// cell_formats.hpp - the formats of a new workbook, each made once.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "report/layout.hpp"
#include "report/new_workbook.hpp"

namespace scorebook {

inline constexpr Rgb header_fill = 0x1F3864;

/// How a cell looks; two looks that are equal share a format.
struct CellLook {
    double points = 10;
    bool is_bold = false;
    bool is_wrapped = true;
    bool is_centred_vertically = false;
    bool has_lines = false;
    bool is_link = false;
    bool is_unlocked = false;
    bool is_conditional = false;  ///< of a conditional format: fill and text colour, nothing else
    Alignment alignment = Alignment::left;
    std::optional<Rgb> fill;
    Rgb text = 0;
    std::string number_format;

    auto key() const {
        return std::tie(points, is_bold, is_wrapped, is_centred_vertically, has_lines, is_link, is_unlocked,
                        is_conditional, alignment, fill, text, number_format);
    }
    friend bool operator<(const CellLook& a, const CellLook& b) { return a.key() < b.key(); }
};

class CellFormats {
  public:
    explicit CellFormats(NewWorkbook& book) : book_(book) {}

    /// Lives as long as the workbook.
    lxw_format* get(const CellLook& look);

  private:
    NewWorkbook& book_;
    std::map<CellLook, lxw_format*> made_;
};

}  // namespace scorebook
