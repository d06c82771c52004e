// convert_collect.hpp - the collected set of each kind, built from the records of its returns, so that a
// single run, a resumed one and a merged one write the same bytes.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "cli/convert_folder.hpp"

namespace scorebook::cli {

/// Writes collected/<kind>.* for the returns `names`, which are of that kind and have records; on `threads`
/// threads. `added` is called with the number of returns added so far. Gives up, and leaves the old files,
/// when interrupted. Throws Error cannot_read for a record that is gone, cannot_write.
void collect_kind(const ConvertFolder& folder, const std::string& kind, const std::vector<std::string>& names,
                  std::size_t threads, const std::function<void(std::size_t)>& added);

}  // namespace scorebook::cli
