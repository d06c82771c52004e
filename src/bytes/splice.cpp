// splice.cpp - applying edits in one pass.
#include "bytes/splice.hpp"

#include <cstddef>

#include "scorebook/error.hpp"

namespace scorebook {

std::string apply_splices(std::string_view buffer, std::span<const Splice> edits) {
    std::size_t size = buffer.size();
    std::uint64_t position = 0;
    for (const Splice& edit : edits) {
        if (edit.range.begin < position || edit.range.end < edit.range.begin ||
            edit.range.end > buffer.size()) {
            fail(ErrorCode::damaged_workbook,
                 "two changes would overwrite each other, so nothing was changed");
        }
        position = edit.range.end;
        size += edit.replacement.size();
        size -= static_cast<std::size_t>(edit.range.size());
    }

    std::string result;
    result.reserve(size);
    position = 0;
    for (const Splice& edit : edits) {
        result += slice(buffer, {position, edit.range.begin});
        result += edit.replacement;
        position = edit.range.end;
    }
    return result += slice(buffer, {position, buffer.size()});
}

}  // namespace scorebook
