// criteria.hpp - criterion strings of COUNTIF, SUMIFS and the like: ">5", "<>brown", "b*", and what each cell
// says to them.
#pragma once

#include <string>
#include <string_view>

#include "scorebook/calendar_date.hpp"
#include "scorebook/cell_value.hpp"

namespace scorebook::formula {

/// Wildcards * and ?, ~ before one that is meant as it is; without case. `pattern` and `text` are folded
/// already.
bool matches_wildcards(std::string_view pattern, std::string_view text);
/// Whether `text` holds * or ? (or a ~ that quotes one).
bool has_wildcards(std::string_view text);
/// Byte offset of the first match of `pattern` anywhere in `text` from byte `from`; npos when there is none.
std::size_t find_wildcards(std::string_view pattern, std::string_view text, std::size_t from);

class Criterion {
  public:
    /// From what the formula gives: a number, text with or without an operator, a boolean, an error, blank
    /// (as 0).
    Criterion(const CellValue& wanted, DateSystem dates);

    bool matches(const CellValue& cell) const;
    /// A blank cell matches: then cells the sheet doesn't have count too.
    bool matches_blank() const { return matches(Blank{}); }

    /// The value an equality criterion asks for, when an index by value can answer it: a number, or text
    /// without wildcards. Null for everything that must look at each cell.
    const CellValue* exact_value() const;

  private:
    enum class Comparison { equal, not_equal, less, less_or_equal, greater, greater_or_equal };
    bool equals(const CellValue& cell) const;

    Comparison comparison_ = Comparison::equal;
    CellValue wanted_;  ///< text folded
    bool wildcards_ = false;
    bool only_blank_ = false;      ///< "=": cells with nothing in them
    bool blank_or_empty_ = false;  ///< "": nothing, or ""
    DateSystem dates_;
};

}  // namespace scorebook::formula
