// zip_record.hpp - the records of a zip file and their little-endian fields (PKWARE APPNOTE 6.3, 4.3).
//
//   [local header, name, extra][data][descriptor]  one for each member, at any place
//   [central header, name, extra, comment]...      the directory: what counts when the two disagree
//   [zip64 end][zip64 locator]                     only when a number is too large for the end record
//   [end, comment]
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace scorebook::zip {

inline constexpr std::uint32_t local_signature = 0x04034b50;
inline constexpr std::uint32_t descriptor_signature = 0x08074b50;
inline constexpr std::uint32_t central_signature = 0x02014b50;
inline constexpr std::uint32_t zip64_end_signature = 0x06064b50;
inline constexpr std::uint32_t zip64_locator_signature = 0x07064b50;
inline constexpr std::uint32_t end_signature = 0x06054b50;

inline constexpr std::size_t local_size = 30;
inline constexpr std::size_t central_size = 46;
inline constexpr std::size_t zip64_end_size = 56;
inline constexpr std::size_t zip64_locator_size = 20;
inline constexpr std::size_t end_size = 22;

/// A 16- or 32-bit field with this value has its real one in the zip64 records.
inline constexpr std::uint64_t in_zip64_16 = 0xFFFF;
inline constexpr std::uint64_t in_zip64_32 = 0xFFFFFFFF;
inline constexpr std::uint16_t zip64_extra_id = 0x0001;

inline constexpr std::uint16_t method_stored = 0;
inline constexpr std::uint16_t method_deflated = 8;

inline constexpr std::uint16_t flag_encrypted = 1U << 0;
inline constexpr std::uint16_t flag_descriptor = 1U << 3;
inline constexpr std::uint16_t flag_strong_encryption = 1U << 6;
inline constexpr std::uint16_t flag_utf8 = 1U << 11;

/// `width` bytes at `offset`, which the caller knows to be inside.
inline std::uint64_t read_field(std::string_view bytes, std::size_t offset, std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t i = width; i-- != 0;) value = value << 8 | static_cast<unsigned char>(bytes[offset + i]);
    return value;
}

inline std::uint16_t read_16(std::string_view bytes, std::size_t offset) {
    return static_cast<std::uint16_t>(read_field(bytes, offset, 2));
}

inline std::uint32_t read_32(std::string_view bytes, std::size_t offset) {
    return static_cast<std::uint32_t>(read_field(bytes, offset, 4));
}

inline std::uint64_t read_64(std::string_view bytes, std::size_t offset) {
    return read_field(bytes, offset, 8);
}

inline void write_field(std::string& bytes, std::size_t offset, std::size_t width, std::uint64_t value) {
    for (std::size_t i = 0; i != width; ++i) bytes[offset + i] = static_cast<char>(value >> (8 * i) & 0xFF);
}

inline void append_field(std::string& bytes, std::size_t width, std::uint64_t value) {
    bytes.append(width, '\0');
    write_field(bytes, bytes.size() - width, width, value);
}

/// True when the record with `signature` can begin at `offset`: its fixed part of `size` bytes is there.
inline bool is_record(std::string_view bytes, std::uint64_t offset, std::uint32_t signature,
                      std::size_t size) {
    return offset <= bytes.size() && bytes.size() - offset >= size &&
           read_32(bytes, static_cast<std::size_t>(offset)) == signature;
}

/// Where the extra field with `id` lies in `extra`, its 4-byte header included; empty when there is none.
/// What follows a field that claims more bytes than there are is ignored, as other readers do.
inline std::string_view find_extra(std::string_view extra, std::uint16_t id) {
    while (extra.size() >= 4) {
        const std::size_t size = std::size_t{4} + read_16(extra, 2);
        if (size > extra.size()) break;
        if (read_16(extra, 0) == id) return extra.substr(0, size);
        extra.remove_prefix(size);
    }
    return {};
}

}  // namespace scorebook::zip
