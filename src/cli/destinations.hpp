// destinations.hpp - where each input's result goes, settled and checked before anything is read or written.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/options.hpp"

namespace scorebook::cli {

struct Destination {
    enum class Kind {
        nowhere,          ///< nothing is written
        in_place,         ///< replaces the input, when something changed
        file,             ///< always written
        standard_output,  ///< always written
    };
    Kind kind = Kind::nowhere;
    std::filesystem::path path;  ///< in_place and file
};

/// Whether both names lead to one file, there already or not, through whatever links.
bool is_same_file(const std::filesystem::path& a, const std::filesystem::path& b);

/// One for each of `options.files`. The folder of `--output` is made when several files go into it.
///
/// Throws UsageError when `--output` can't mean anything for these inputs, and Error cannot_write when an
/// output is another input, or two inputs have one output.
std::vector<Destination> plan_destinations(const Options& options);

}  // namespace scorebook::cli
