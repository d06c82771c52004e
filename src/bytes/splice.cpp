// splice.cpp - applying edits inside the buffer itself: a sheet of 60 MB isn't copied to change a few cells.
#include "bytes/splice.hpp"

#include <algorithm>
#include <cstddef>

#include "scorebook/error.hpp"

namespace scorebook {

namespace {

/// How far bytes move to the right, at most, while the edits are applied from the left, and at the end.
struct Growth {
    std::ptrdiff_t most = 0;
    std::ptrdiff_t final = 0;
};

Growth growth_of(std::string_view buffer, std::span<const Splice> edits) {
    Growth growth;
    std::uint64_t position = 0;
    for (const Splice& edit : edits) {
        if (edit.range.begin < position || edit.range.end < edit.range.begin ||
            edit.range.end > buffer.size()) {
            fail(ErrorCode::damaged_workbook,
                 "two changes would overwrite each other, so nothing was changed");
        }
        position = edit.range.end;
        growth.final += static_cast<std::ptrdiff_t>(edit.replacement.size()) -
                        static_cast<std::ptrdiff_t>(edit.range.size());
        growth.most = std::max(growth.most, growth.final);
    }
    return growth;
}

}  // namespace

std::string apply_splices(std::string buffer, std::span<const Splice> edits) {
    const Growth growth = growth_of(buffer, edits);
    if (edits.empty()) return buffer;
    const std::size_t old_size = buffer.size();
    const auto room = static_cast<std::size_t>(growth.most);

    // What is still to be read is first moved behind all that will be written before it.
    buffer.resize(old_size + room);
    char* const begin = buffer.data();
    if (room != 0) {
        const auto unmoved = static_cast<std::size_t>(edits.front().range.begin);
        std::copy_backward(begin + unmoved, begin + old_size, begin + old_size + room);
    }
    char* written = begin + edits.front().range.begin;
    std::uint64_t position = edits.front().range.begin;
    const auto keep_up_to = [&](std::uint64_t end) {
        const char* from = begin + room + position;
        const auto size = static_cast<std::size_t>(end - position);
        written = from == written ? written + size : std::copy(from, from + size, written);
    };
    for (const Splice& edit : edits) {
        keep_up_to(edit.range.begin);
        written = std::copy(edit.replacement.begin(), edit.replacement.end(), written);
        position = edit.range.end;
    }
    keep_up_to(old_size);
    buffer.resize(static_cast<std::size_t>(written - begin));
    return buffer;
}

}  // namespace scorebook
