// content_hash.hpp - a fingerprint of bytes in 64 bits, the same on every machine. Against accidents, not
// against malice.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace scorebook::cli {

/// Goes on from `before`, so that several texts make one fingerprint.
std::uint64_t content_hash(std::string_view bytes, std::uint64_t before = 0xCBF29CE484222325);

/// Sixteen hexadecimal digits.
std::string hash_text(std::uint64_t hash);

}  // namespace scorebook::cli
