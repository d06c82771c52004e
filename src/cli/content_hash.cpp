// content_hash.cpp - http://www.isthe.com/chongo/tech/comp/fnv: byte for byte, so word size doesn't matter.
#include "cli/content_hash.hpp"

namespace scorebook::cli {

std::uint64_t content_hash(std::string_view bytes, std::uint64_t before) {
    constexpr std::uint64_t prime = 0x100000001B3;
    for (const char c : bytes) before = (before ^ static_cast<unsigned char>(c)) * prime;
    return before;
}

std::string hash_text(std::uint64_t hash) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = 16; i-- != 0; hash >>= 4) text[i] = digits[hash & 15];
    return text;
}

}  // namespace scorebook::cli
