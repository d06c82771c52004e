// display_name.hpp - what a file is called in sentences.
#pragma once

#include <string>

#include "cli/options.hpp"

namespace scorebook::cli {

inline std::string display_name(const std::string& file) {
    return file == standard_stream ? "standard input" : file;
}

}  // namespace scorebook::cli
