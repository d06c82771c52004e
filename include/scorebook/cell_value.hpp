// cell_value.hpp - what one cell holds: nothing, a number, text, a boolean or an error.
//
// Dates are numbers (Excel serials) here; what a number means is the business of the tables layer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace scorebook {

/// Excel's error values, in the order ERROR.TYPE numbers them (1-based there).
enum class CellError : std::uint8_t {
    null,           ///< #NULL!
    div0,           ///< #DIV/0!
    value,          ///< #VALUE!
    ref,            ///< #REF!
    name,           ///< #NAME?
    num,            ///< #NUM!
    not_available,  ///< #N/A
    getting_data,   ///< #GETTING_DATA
    spill,          ///< #SPILL!
    connect,        ///< #CONNECT!
    blocked,        ///< #BLOCKED!
    unknown,        ///< #UNKNOWN!
    field,          ///< #FIELD!
    calc,           ///< #CALC!
};

/// "#DIV/0!" and so on, as Excel shows and stores it.
std::string_view to_text(CellError error);

/// The error spelt by `text` in Excel's English spelling, any case; `unknown` for anything else that starts
/// with '#'.
CellError parse_cell_error(std::string_view text);

/// What a sheet holds for an error: Excel writes #VALUE! for those it learnt later (#SPILL!, #CALC! ...) and
/// keeps their kind in the rich values of another part.
CellError stored_error(CellError error);

struct Blank {
    friend bool operator==(Blank, Blank) { return true; }
};

/// Text is UTF-8, already unescaped.
using CellValue = std::variant<Blank, double, std::string, bool, CellError>;

inline bool is_blank(const CellValue& value) {
    return std::holds_alternative<Blank>(value);
}

/// The value as an officer would read it in a message: "25", "TRUE", "#N/A", text as it is, "" for blank.
/// Numbers use the shortest text that reads back as the same double, at most 15 significant digits.
std::string to_text(const CellValue& value);

}  // namespace scorebook
