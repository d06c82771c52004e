// codec.hpp - inflate, deflate and CRC-32 over whole buffers: all that is asked of a compression library.
//
// codec.cpp does it with libdeflate; another library needs only these three functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace scorebook {

/// Unpacks a raw deflate stream of exactly `size` bytes into `content`; false when it is broken or of another
/// length. Never writes or allocates more than `size`.
bool inflate(std::string_view packed, std::size_t size, std::string& content);

/// 6 gives files a little smaller than the zlib 6 that office programs use, in 0.6 of its time.
inline constexpr int default_level = 6;

/// A raw deflate stream.
std::string deflate(std::string_view content, int level = default_level);

/// The CRC-32 of zip.
std::uint32_t crc_32(std::string_view content);

}  // namespace scorebook
