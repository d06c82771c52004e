// relationships.hpp - a .rels part (ECMA-376 Part 2, 6.5): which parts another part refers to.
#pragma once

#include <string_view>
#include <vector>

#include "package/package.hpp"

namespace scorebook {

/// The relationships in `xml`, the part `rels_name`, which belongs to the part `source` ("" for the package),
/// in order. Throws Error damaged_workbook.
std::vector<Relationship> parse_relationships(std::string_view xml, std::string_view rels_name,
                                              std::string_view source);

}  // namespace scorebook
