// part_name.hpp - names of parts: when two are the same, and what a relationship's target means (ECMA-376
// Part 2, 6.2.2).
#pragma once

#include <string>
#include <string_view>

namespace scorebook {

/// What equal names have in common: no leading slash, slashes for the backslashes of old writers, percent
/// escapes undone, ASCII letters in lower case.
std::string part_key(std::string_view name);

/// The part that `target` in the relationships of `source` means, without leading slash: "/xl/styles.xml",
/// "styles.xml" and "../styles.xml" from "xl/workbook.xml". `source` is "" for the package. A fragment
/// ("#Sheet2!A1") is dropped.
std::string resolve_target(std::string_view source, std::string_view target);

/// "xl/_rels/workbook.xml.rels" for "xl/workbook.xml"; "_rels/.rels" for "".
std::string relationships_name(std::string_view part_name);

/// "xl/" for "xl/workbook.xml", "" for "workbook.xml".
std::string folder_of(std::string_view part_name);

/// What follows the last dot of a name, in lower case: "xml"; empty when there is none.
std::string extension_of(std::string_view part_name);

}  // namespace scorebook
