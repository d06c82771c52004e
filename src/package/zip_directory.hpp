// zip_directory.hpp - the members of a zip file and the bytes each one owns.
//
// Reads the central directory only; refuses what no office program writes and what only an attack needs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/byte_range.hpp"

namespace scorebook {

struct ZipMember {
    std::string name;        ///< as written
    ByteRange central;       ///< its record in the central directory
    ByteRange local;         ///< local header, data and data descriptor
    ByteRange data;          ///< as stored: compressed unless `method` is stored
    std::uint64_t size = 0;  ///< unpacked, as declared
    std::uint32_t crc = 0;   ///< of the unpacked bytes, as declared
    std::uint16_t method = 0;
    std::uint16_t flags = 0;

    bool is_folder() const { return !name.empty() && (name.back() == '/' || name.back() == '\\'); }
};

struct ZipDirectory {
    std::vector<ZipMember> members;  ///< in the order of the central directory; no two share a byte
    std::uint64_t prefix = 0;        ///< bytes before the zip, which its offsets don't count
    std::uint64_t central_begin = 0;
    ByteRange zip64_end;  ///< the zip64 end record; empty when there is none
    ByteRange end;        ///< the end record and its comment
};

/// Throws Error damaged_workbook, or too_large when the members claim more than `max_inflated` bytes or a
/// ratio only a bomb has; not_a_workbook when a member is encrypted.
ZipDirectory read_zip_directory(std::string_view bytes, std::uint64_t max_inflated);

/// The unpacked bytes of a member of `bytes`, length and checksum verified. Throws Error damaged_workbook.
std::string unpack(std::string_view bytes, const ZipMember& member);

}  // namespace scorebook
