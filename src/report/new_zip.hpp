// new_zip.hpp - a zip file from nothing, the same bytes for the same members.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace scorebook {

/// Members in the order given, the first stored as it is (OpenDocument wants its `mimetype` so), the others
/// deflated. Every member is dated 1 January 1980.
std::string new_zip(const std::vector<std::pair<std::string, std::string>>& members);

}  // namespace scorebook
