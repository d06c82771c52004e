// byte_range.cpp - slicing.
#include "bytes/byte_range.hpp"

#include <cassert>
#include <cstddef>

namespace scorebook {

std::string_view slice(std::string_view buffer, ByteRange range) {
    assert(range.begin <= range.end && range.end <= buffer.size());
    return {buffer.data() + range.begin, static_cast<std::size_t>(range.size())};
}

}  // namespace scorebook
