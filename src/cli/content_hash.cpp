// content_hash.cpp - FNV-1a's step over eight bytes at a time, because the program itself is hashed at each
// start, and MurmurHash3's last step, so that slices by remainder come out even.
#include "cli/content_hash.hpp"

#include <cstddef>

namespace scorebook::cli {

namespace {

/// Little end first, whatever the machine.
std::uint64_t word_at(std::string_view bytes, std::size_t offset, std::size_t size) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i != size; ++i)
        word |= std::uint64_t{static_cast<unsigned char>(bytes[offset + i])} << (8 * i);
    return word;
}

/// The same of eight bytes; compilers make one load of it.
std::uint64_t whole_word_at(const char* bytes) {
    const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(bytes[i])}; };
    return byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24 | byte(4) << 32 | byte(5) << 40 |
           byte(6) << 48 | byte(7) << 56;
}

}  // namespace

std::uint64_t content_hash(std::string_view bytes, std::uint64_t before) {
    constexpr std::uint64_t prime = 0x100000001B3;
    std::uint64_t hash = (before ^ bytes.size()) * prime;
    const auto take = [&](std::uint64_t word) {
        hash = (hash ^ word) * prime;
        hash ^= hash >> 29;
    };
    std::size_t offset = 0;
    for (; offset + 8 <= bytes.size(); offset += 8) take(whole_word_at(bytes.data() + offset));
    take(word_at(bytes, offset, bytes.size() - offset));
    hash ^= hash >> 33;
    hash *= 0xFF51AFD7ED558CCD;
    return hash ^ (hash >> 33);
}

std::string hash_text(std::uint64_t hash) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = 16; i-- != 0; hash >>= 4) text[i] = digits[hash & 15];
    return text;
}

}  // namespace scorebook::cli
