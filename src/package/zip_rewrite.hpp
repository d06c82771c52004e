// zip_rewrite.hpp - a zip file with some members replaced or added, every other byte as it was.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "package/zip_directory.hpp"

namespace scorebook {

/// What a member should hold; `member` is an index into ZipDirectory::members.
struct ReplacedMember {
    std::size_t member = 0;
    std::string_view content;
};

struct AddedMember {
    std::string_view name;
    std::string_view content;
};

/// The bytes of the new file. A replaced member keeps its name, time, attributes, extra fields, method and
/// place; a member replaced by what it already holds isn't packed anew. `replaced` names no member twice.
std::string rewrite_zip(std::string_view bytes, const ZipDirectory& directory,
                        const std::vector<ReplacedMember>& replaced, const std::vector<AddedMember>& added);

}  // namespace scorebook
