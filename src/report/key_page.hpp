// key_page.hpp - the key to what a document's words and scores mean, from the template.
#pragma once

#include <optional>

#include "checks/check_context.hpp"
#include "report/layout.hpp"
#include "scorebook/appendix.hpp"

namespace scorebook {

/// Bands with their scores and meaning, and the levels of the matrix; for measures the status words. Empty
/// for kinds that have neither.
std::optional<LayoutPage> make_key_page(const CheckContext& context, AppendixProfile profile);

}  // namespace scorebook
