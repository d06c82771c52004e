// header_variants.hpp - the short way templates list header synonyms: "{Net|Residual} {Risk|} Score".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scorebook {

/// Every spelling `text` stands for, in order: each {a|b|} is one of its pieces, of which one may be empty;
/// white space is folded afterwards. Braces don't nest. None when a brace has no partner or there are more
/// than 500 spellings.
std::optional<std::vector<std::string>> header_variants(std::string_view text);

}  // namespace scorebook
