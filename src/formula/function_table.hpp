// function_table.hpp - Excel's functions as data: name, arity, what each argument takes, and the code that
// runs it.
//
// How to add a function:
//   1. Choose the family file (functions_text.cpp, ...), or make functions_<family>.cpp; a new file also
//      needs one line in function_families.hpp and one in function_table.cpp.
//   2. Write `Value name(Call& call)` in its unnamed namespace. Read arguments with call.number(0),
//      call.text(1), call.array(2), ... (call.hpp). An argument that is an error, or can't be turned into
//      what you ask for, makes the call fail by itself: its error becomes the result, the first one asked for
//      wins. Don't check; go on with the harmless value you got. For an error of your own:
//      return CellError::num.
//   3. Add a row to the family's table, in alphabetical order:
//          {"POWER", 2, 2, "vv", power},
//      The letters say how each argument is taken; after "|" comes the group that repeats to the end:
//          v  one value. A range is intersected with the formula's row or column (legacy formulas) or the
//             function runs once for each cell (array formulas, and arguments of array functions): you
//             always see one value.
//          r  range or value, as SUM takes it: a reference stays a reference, so that text in cells can be
//             told from text typed in; an array stays an array.
//          a  the same, but operators inside work on arrays even in a legacy formula, as in
//             SUMPRODUCT(A1:A9*B1:B9).
//          p  as a, but only the place of a reference counts, not what its cells hold: ROW, COLUMNS.
//          l  lazy: not evaluated until you call call.evaluate(i), as IF's branches.
//   4. Volatile functions (NOW, RAND, OFFSET) say so: {"NOW", 0, 0, "", now, FunctionTrait::is_volatile}.
//   5. Add cases to tests/unit/formula/functions_<family>_test.cpp and run ctest -R excel_: tests/formula
//      prints what share of Excel's own results the function reaches.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "formula/value.hpp"

namespace scorebook::formula {

class Call;

using FunctionCode = Value (*)(Call&);

/// For `max_arguments`: as many as Excel allows.
inline constexpr std::uint8_t any_number = 255;

enum class FunctionTrait : std::uint8_t {
    none,
    is_volatile,     ///< its result may change though no cell did
    reads_anywhere,  ///< volatile, and the cells it reads are only known when it runs: OFFSET, INDIRECT
};

struct FunctionRow {
    std::string_view name;  ///< upper case, without _xlfn. and the like
    std::uint8_t min_arguments;
    std::uint8_t max_arguments;
    std::string_view arguments;
    FunctionCode run;
    FunctionTrait trait = FunctionTrait::none;

    /// The letter for argument `index`.
    char argument_kind(std::size_t index) const;
};

/// The function called `name`: any case, _xlfn., _xlws. and _xludf. prefixes left out. Null when there is
/// none.
const FunctionRow* find_function(std::string_view name);

/// Why a function Excel knows can't be computed here ("needs a server"); empty for a name unknown to Excel
/// too.
std::string_view why_unsupported(std::string_view name);

/// `name` without the prefixes under which newer functions are stored, in upper case.
std::string plain_function_name(std::string_view name);

/// Every function, by name.
std::span<const FunctionRow* const> all_functions();

}  // namespace scorebook::formula
