// splice.hpp - edits to a buffer as data: replace these bytes by those.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "bytes/byte_range.hpp"

namespace scorebook {

/// `range` empty: an insertion before `range.begin`.
struct Splice {
    ByteRange range;
    std::string replacement;
};

/// `buffer` with all edits applied, in one pass. Edits are sorted by `range.begin` and don't overlap; edits
/// that touch are both applied, insertions at one offset in the order given. A buffer that is moved in keeps
/// its memory as long as its capacity is enough. Throws Error damaged_workbook for anything else.
std::string apply_splices(std::string buffer, std::span<const Splice> edits);

}  // namespace scorebook
