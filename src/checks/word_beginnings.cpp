// word_beginnings.cpp - only where a word begins are its first two letters looked at; eight bytes at a time
// are told to be letters or not.
#include "checks/word_beginnings.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

char small(char c) {
    return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins(std::string_view text, std::string_view beginning) {
    return text.size() >= beginning.size() &&
           std::equal(beginning.begin(), beginning.end(), text.begin(),
                      [](char known, char typed) { return known == small(typed); });
}

constexpr std::uint64_t every_byte(unsigned char byte) {
    return 0x0101010101010101U * byte;
}
constexpr std::uint64_t top_bits = every_byte(0x80);

/// The top bit of each byte that is at least `low` and at most `high`; bytes of `bytes` are below 0x80, so
/// that no sum reaches into the next one.
constexpr std::uint64_t within(std::uint64_t bytes, char low, char high) {
    const std::uint64_t from = bytes + every_byte(static_cast<unsigned char>(0x80 - low));
    const std::uint64_t above = bytes + every_byte(static_cast<unsigned char>(0x7F - high));
    return from & ~above & top_bits;
}

/// Eight bytes, the first of them lowest.
std::uint64_t eight_bytes(const char* at) {
    static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

}  // namespace

WordBeginnings::WordBeginnings(std::vector<std::string> beginnings) : beginnings_(std::move(beginnings)) {
    for (std::size_t i = 0; i < beginnings_.size(); ++i) {
        const std::string& beginning = beginnings_[i];
        const std::uint32_t mark = std::uint32_t{1} << (i % 32);
        const auto allow = [&](auto& bytes, char c) {
            bytes[static_cast<unsigned char>(c)] |= mark;
            bytes[static_cast<unsigned char>(c - 'a' + 'A')] |= mark;
        };
        allow(first_, beginning.front());
        if (beginning.size() > 1)
            allow(second_, beginning[1]);
        else
            for (std::uint32_t& any : second_) any |= mark;
    }
}

bool WordBeginnings::are_in(std::string_view text) const {
    std::uint64_t is_inside =
        0;  // the top bit of the lowest byte: the byte before this block belongs to a word
    for (std::size_t block = 0; block < text.size(); block += 8) {
        char last_bytes[8] = {};
        const std::size_t left = text.size() - block;
        if (left < 8) std::copy_n(text.data() + block, left, last_bytes);
        const std::uint64_t bytes = eight_bytes(left < 8 ? last_bytes : text.data() + block);
        const std::uint64_t is_ascii = ~bytes & top_bits, low = bytes & ~top_bits;
        const std::uint64_t letters = within(low | every_byte(0x20), 'a', 'z') & is_ascii;
        const std::uint64_t signs = letters | (within(low, '0', '9') & is_ascii);
        for (std::uint64_t begun = letters & ~(signs << 8 | is_inside); begun != 0; begun &= begun - 1) {
            if (begins_at(text.substr(block + static_cast<std::size_t>(std::countr_zero(begun)) / 8)))
                return true;
        }
        is_inside = signs >> 56;
    }
    return false;
}

bool WordBeginnings::begins_at(std::string_view word) const {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(word[i]); };
    const std::uint32_t second = word.size() > 1 ? second_[byte(1)] : ~std::uint32_t{0};
    if ((first_[byte(0)] & second) == 0) return false;
    return std::any_of(beginnings_.begin(), beginnings_.end(),
                       [&](const std::string& beginning) { return begins(word, beginning); });
}

}  // namespace scorebook
