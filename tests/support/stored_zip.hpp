// stored_zip.hpp - a zip whose members are not compressed, so that a test sees and breaks its bytes.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace scorebook::test {

/// Names and contents, in the order given.
std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& members);

}  // namespace scorebook::test
