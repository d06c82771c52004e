// cell_xml.hpp - the bytes of one <c> element that should hold another value, style or both.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scorebook/cell_ref.hpp"
#include "scorebook/cell_value.hpp"

namespace scorebook {

/// `old` (a whole <c> element, prefix and all) with a new value. `<f>` stays as it is, so this also writes a
/// formula's stored result; attributes and child elements the engine doesn't know stay too. Text is written
/// as an inline string in a plain cell and as t="str" beside a formula. `style`: a new s="...", or none to
/// keep it.
std::string cell_with_value(std::string_view old, const CellValue& value, std::optional<std::uint16_t> style);

/// `old` with only another style.
std::string cell_with_style(std::string_view old, std::uint16_t style);

/// `old`, a cell with an array formula, whose formula fills `range` from now on.
std::string cell_with_array_range(std::string_view old, const CellRange& range);

/// A new <c> element; `prefix` is the sheet's namespace prefix with its colon, or empty.
std::string new_cell(CellRef cell, const CellValue& value, std::uint16_t style, std::string_view prefix);

}  // namespace scorebook
