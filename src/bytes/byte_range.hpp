// byte_range.hpp - a half-open stretch [begin, end) of a buffer, by offsets: it survives moving the buffer.
#pragma once

#include <cstdint>
#include <string_view>

namespace scorebook {

struct ByteRange {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;

    std::uint64_t size() const { return end - begin; }
    bool empty() const { return begin == end; }
    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// The bytes of `range` in `buffer`. A range outside the buffer is a programmer's mistake (asserted).
std::string_view slice(std::string_view buffer, ByteRange range);

}  // namespace scorebook
