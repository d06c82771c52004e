// stored_zip.cpp - local headers, a directory and its end (APPNOTE 4.3).
#include "support/stored_zip.hpp"

#include <cstdint>
#include <string_view>

namespace scorebook::test {
namespace {

void append_little_endian(std::string& bytes, std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i) bytes += static_cast<char>((i < 8 ? value >> (8 * i) : 0) & 0xFF);
}

/// CRC-32 of ISO 3309, bit by bit: test packages are small.
std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

}  // namespace

std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& members) {
    std::string zip;
    std::string directory;
    for (const auto& [name, content] : members) {
        const auto offset = static_cast<std::uint32_t>(zip.size());
        const auto size = static_cast<std::uint32_t>(content.size());
        std::string fields;  // shared by local header (APPNOTE 4.3.7) and directory entry (4.3.12)
        append_little_endian(fields, 20, 2);
        append_little_endian(fields, 0, 4);
        append_little_endian(fields, 0x00210000, 4);  // 1 January 1980, midnight
        append_little_endian(fields, crc32(content), 4);
        append_little_endian(fields, size, 4);
        append_little_endian(fields, size, 4);
        append_little_endian(fields, static_cast<std::uint32_t>(name.size()), 2);
        append_little_endian(fields, 0, 2);
        append_little_endian(zip, 0x04034B50, 4);
        zip += fields + name + content;
        append_little_endian(directory, 0x02014B50, 4);
        append_little_endian(directory, 20, 2);
        directory += fields;
        append_little_endian(directory, 0, 10);
        append_little_endian(directory, offset, 4);
        directory += name;
    }
    const auto directory_offset = static_cast<std::uint32_t>(zip.size());
    const auto count = static_cast<std::uint32_t>(members.size());
    zip += directory;
    append_little_endian(zip, 0x06054B50, 4);
    append_little_endian(zip, 0, 4);
    append_little_endian(zip, count, 2);
    append_little_endian(zip, count, 2);
    append_little_endian(zip, static_cast<std::uint32_t>(directory.size()), 4);
    append_little_endian(zip, directory_offset, 4);
    append_little_endian(zip, 0, 2);
    return zip;
}

}  // namespace scorebook::test
