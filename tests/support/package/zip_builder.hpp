// zip_builder.hpp - hand-made zip files, honest or not. Shares no code with the package layer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace scorebook::test {

enum class Descriptor { none, plain, with_signature };

struct ZipEntry {
    std::string name;
    std::string content;
    int level = 9;  ///< of deflate; 0 stores
    Descriptor descriptor = Descriptor::none;
    bool is_zip64 = false;    ///< sizes and offset in zip64 fields, small as they are
    std::string local_extra;  ///< whole extra fields
    std::string central_extra;
    std::string comment;
    std::uint16_t flags = 0;
    std::uint16_t time = 0x6B5A;
    std::uint16_t date = 0x48A7;
    std::uint32_t attributes = 0;
    std::string gap_before;  ///< bytes of nobody before the local header

    // Lies.
    std::optional<std::uint64_t> declared_size;
    std::optional<std::uint64_t> declared_packed_size;
    std::optional<std::uint32_t> declared_crc;
    std::optional<std::uint16_t> declared_method;
    std::optional<std::string> central_name;
    std::optional<std::size_t> shares_member;  ///< no bytes of its own: those of an earlier entry
};

struct ZipFrame {
    std::string prefix;          ///< before the zip, not counted in offsets
    std::string gap_before_end;  ///< before the directory
    std::string comment;
    std::string trailing;   ///< after the zip
    bool is_zip64 = false;  ///< zip64 end record and locator
    std::optional<std::uint32_t> declared_count;
    std::optional<std::uint32_t> declared_central_offset;
};

std::string make_zip(const std::vector<ZipEntry>& entries, const ZipFrame& frame = {});

/// The parts of the smallest workbook: content types, package relationships, workbook, its relationships, a
/// sheet.
std::vector<ZipEntry> minimal_workbook();

/// The same with other contents for one part, added when it isn't there.
std::vector<ZipEntry> minimal_workbook_with(const std::string& name, const std::string& content);

}  // namespace scorebook::test
