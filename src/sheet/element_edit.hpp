// element_edit.hpp - one element's text with an attribute set or taken away, everything else as it was.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace scorebook {

/// `element` (from "<" of its start tag, to anywhere behind that tag) with the attribute replaced where it
/// stands, or put last in the tag. `value` is already escaped.
std::string with_attribute(std::string_view element, std::string_view name, std::string_view value);

/// The same without the attribute and the space before it.
std::string without_attribute(std::string_view element, std::string_view name);

}  // namespace scorebook
