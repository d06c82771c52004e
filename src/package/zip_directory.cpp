// zip_directory.cpp - finding the directory from the end of the file, and checking every number in it.
#include "package/zip_directory.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>

#include "package/codec.hpp"
#include "package/zip_record.hpp"
#include "scorebook/error.hpp"

namespace scorebook {

namespace {

using namespace zip;

/// Deflate can't shrink anything further than this (a 258-byte match in two bits).
constexpr std::uint64_t deflate_limit = 1032;

/// No sheet Excel writes shrinks this far once it is this large; each cell names its own place.
constexpr std::uint64_t suspicious_ratio = 300;
constexpr std::uint64_t suspicious_size = std::uint64_t{256} << 20;

[[noreturn]] void damaged(const std::string& message, std::string_view place = {}) {
    fail(ErrorCode::damaged_workbook, message, place);
}

/// The end record whose comment reaches the end of the file; failing that, the last one with something after
/// it.
std::uint64_t find_end_record(std::string_view bytes) {
    constexpr std::size_t longest_comment = 0xFFFF;
    std::optional<std::size_t> fallback;
    if (bytes.size() >= end_size) {
        const std::size_t last = bytes.size() - end_size;
        const std::size_t first = last > longest_comment ? last - longest_comment : 0;
        for (std::size_t offset = last + 1; offset-- != first;) {
            if (bytes[offset] != 'P' || read_32(bytes, offset) != end_signature) continue;
            const std::size_t end = offset + end_size + read_16(bytes, offset + 20);
            if (end == bytes.size()) return offset;
            if (end < bytes.size() && !fallback) fallback = offset;
        }
    }
    if (fallback) return *fallback;
    damaged(
        "the file is cut short: its end, with the list of its parts, is missing; copy or download it again");
}

/// What the end records say, from whichever of them holds it.
struct End {
    std::uint64_t count = 0;
    std::uint64_t central_size = 0;
    std::uint64_t central_offset = 0;
};

End read_end(std::string_view bytes, ZipDirectory& directory) {
    const auto at = static_cast<std::size_t>(find_end_record(bytes));
    directory.end = {at, at + end_size + read_16(bytes, at + 20)};
    End end{read_16(bytes, at + 10), read_32(bytes, at + 12), read_32(bytes, at + 16)};
    std::uint64_t disks = read_16(bytes, at + 4);
    if (at >= zip64_locator_size && is_record(bytes, at - zip64_locator_size, zip64_locator_signature, 4)) {
        const std::size_t locator = at - zip64_locator_size;
        std::uint64_t record = read_64(bytes, locator + 8);
        // With bytes before the zip the offset is too small; then the record is just before its locator.
        if (!is_record(bytes.substr(0, locator), record, zip64_end_signature, zip64_end_size) &&
            locator >= zip64_end_size) {
            record = locator - zip64_end_size;
        }
        if (!is_record(bytes.substr(0, locator), record, zip64_end_signature, zip64_end_size)) {
            damaged("the list of its parts can't be found");
        }
        const auto record_at = static_cast<std::size_t>(record);
        directory.zip64_end = {record, locator};
        disks = read_32(bytes, record_at + 16);
        end = {read_64(bytes, record_at + 32), read_64(bytes, record_at + 40),
               read_64(bytes, record_at + 48)};
    }
    if (disks != 0) damaged("the file is one piece of an archive that was split over several files");
    return end;
}

/// Sets where the directory begins and how far all offsets are shifted by bytes before the zip.
void place_directory(std::string_view bytes, const End& end, ZipDirectory& directory) {
    const std::uint64_t limit = directory.zip64_end.empty() ? directory.end.begin : directory.zip64_end.begin;
    if (end.central_size > limit) damaged("the list of its parts is larger than the file");
    directory.central_begin = limit - end.central_size;
    const bool is_there =
        end.central_size == 0 || is_record(bytes, directory.central_begin, central_signature, 4);
    if (!is_there || directory.central_begin < end.central_offset) {
        if (!is_record(bytes, end.central_offset, central_signature, 4) ||
            end.central_offset > directory.central_begin) {
            damaged("the list of its parts isn't where the file says it is");
        }
        directory.central_begin = end.central_offset;
    }
    directory.prefix = directory.central_begin - end.central_offset;
}

void check_name(const std::string& name) {
    if (name.empty()) damaged("a part inside the file has no name");
    if (std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; })) {
        damaged("a part inside the file has control characters in its name");
    }
    std::size_t begin = 0;
    while (begin <= name.size()) {
        const std::size_t end = std::min(name.find_first_of("/\\", begin), name.size());
        if (std::string_view(name).substr(begin, end - begin) == "..") {
            damaged("a part inside the file has a name that points outside the file", name);
        }
        begin = end + 1;
    }
}

/// One record of the directory; `rest` begins with it and ends with the directory.
ZipMember read_central_record(std::string_view bytes, std::uint64_t offset, std::uint64_t limit,
                              std::uint64_t prefix) {
    const auto at = static_cast<std::size_t>(offset);
    const std::size_t name_length = read_16(bytes, at + 28);
    const std::size_t extra_length = read_16(bytes, at + 30);
    const std::size_t length = central_size + name_length + extra_length + read_16(bytes, at + 32);
    if (length > limit - offset) damaged("the list of its parts is cut short");

    ZipMember member;
    member.name = bytes.substr(at + central_size, name_length);
    check_name(member.name);
    member.central = {offset, offset + length};
    member.flags = read_16(bytes, at + 8);
    member.method = read_16(bytes, at + 10);
    member.crc = read_32(bytes, at + 16);

    std::uint64_t packed_size = read_32(bytes, at + 20);
    member.size = read_32(bytes, at + 24);
    std::uint64_t local = read_32(bytes, at + 42);
    std::string_view zip64 =
        find_extra(bytes.substr(at + central_size + name_length, extra_length), zip64_extra_id);
    if (!zip64.empty()) zip64.remove_prefix(4);
    for (std::uint64_t* field : {&member.size, &packed_size, &local}) {
        if (*field != in_zip64_32) continue;
        if (zip64.size() < 8) damaged("the size of a part is missing", member.name);
        *field = read_64(zip64, 0);
        zip64.remove_prefix(8);
    }

    // The central directory comes last, so `central_begin` bounds everything; checked against neighbours
    // later.
    if (local > offset || prefix > offset - local) damaged("a part lies outside the file", member.name);
    local += prefix;
    if (!is_record(bytes, local, local_signature, local_size))
        damaged("a part isn't where the file says it is", member.name);
    const auto local_at = static_cast<std::size_t>(local);
    const std::uint64_t header =
        local_size + std::uint64_t{read_16(bytes, local_at + 26)} + read_16(bytes, local_at + 28);
    if (header > bytes.size() - local || packed_size > bytes.size() - local - header) {
        damaged("a part reaches beyond the end of the file, which may be cut short", member.name);
    }
    if (bytes.substr(local_at + local_size, read_16(bytes, local_at + 26)) != member.name) {
        damaged("a part has two different names", member.name);
    }
    member.data = {local + header, local + header + packed_size};
    member.local = {local, member.data.end};
    return member;
}

void check_member(const ZipMember& member) {
    if (member.flags & (flag_encrypted | flag_strong_encryption)) {
        fail(ErrorCode::not_a_workbook,
             "a part inside the file is encrypted; save the workbook again without protecting the file",
             member.name);
    }
    if (member.method != method_stored && member.method != method_deflated) {
        damaged("a part is compressed in a way that workbooks don't use", member.name);
    }
    if (member.method == method_stored && member.size != member.data.size()) {
        damaged("a part isn't as long as the file says", member.name);
    }
    if (member.method == method_deflated && member.size / deflate_limit > member.data.size()) {
        damaged("a part claims to be larger than it can be", member.name);
    }
}

/// How many bytes of data descriptor begin `bytes`: with or without signature, with 4- or 8-byte sizes.
std::uint64_t descriptor_length(std::string_view bytes, const ZipMember& member) {
    const std::size_t signature = bytes.size() >= 4 && read_32(bytes, 0) == descriptor_signature ? 4 : 0;
    for (const std::size_t width : {std::size_t{4}, std::size_t{8}}) {
        const std::size_t length = signature + 4 + 2 * width;
        if (bytes.size() >= length && read_32(bytes, signature) == member.crc &&
            read_field(bytes, signature + 4, width) == member.data.size() &&
            read_field(bytes, signature + 4 + width, width) == member.size) {
            return length;
        }
    }
    return 0;
}

/// Refuses members that share bytes (the trick of zip bombs and quines) and gives each its data descriptor.
void part_members(std::string_view bytes, ZipDirectory& directory) {
    std::vector<ZipMember*> by_place;
    by_place.reserve(directory.members.size());
    for (ZipMember& member : directory.members) by_place.push_back(&member);
    std::sort(by_place.begin(), by_place.end(),
              [](const ZipMember* a, const ZipMember* b) { return a->local.begin < b->local.begin; });
    for (std::size_t i = 0; i != by_place.size(); ++i) {
        ZipMember& member = *by_place[i];
        const std::uint64_t limit =
            i + 1 == by_place.size() ? directory.central_begin : by_place[i + 1]->local.begin;
        if (member.local.end > limit)
            damaged("two parts share the same bytes, as in a file made to do harm", member.name);
        if (member.flags & flag_descriptor) {
            member.local.end += descriptor_length(slice(bytes, {member.data.end, limit}), member);
        }
    }
}

}  // namespace

ZipDirectory read_zip_directory(std::string_view bytes, std::uint64_t max_inflated) {
    ZipDirectory directory;
    const End end = read_end(bytes, directory);
    place_directory(bytes, end, directory);

    const std::uint64_t limit = directory.zip64_end.empty() ? directory.end.begin : directory.zip64_end.begin;
    std::uint64_t total = 0;
    std::uint64_t packed_total = 0;
    std::uint64_t offset = directory.central_begin;
    while (is_record(bytes.substr(0, static_cast<std::size_t>(limit)), offset, central_signature,
                     central_size)) {
        ZipMember member = read_central_record(bytes, offset, limit, directory.prefix);
        check_member(member);
        if (member.size > max_inflated || total > max_inflated - member.size) {
            fail(ErrorCode::too_large, "unpacked it would be larger than " +
                                           std::to_string(max_inflated >> 20) +
                                           " MiB, more than a workbook can be");
        }
        total += member.size;
        packed_total += member.data.size();
        offset = member.central.end;
        directory.members.push_back(std::move(member));
    }
    // The 16-bit count of old writers wraps round.
    if ((directory.members.size() & 0xFFFF) != (end.count & 0xFFFF))
        damaged("the list of its parts is incomplete");
    if (total > suspicious_size && total / suspicious_ratio > packed_total) {
        fail(ErrorCode::too_large, "its parts unpack to more than " + std::to_string(suspicious_ratio) +
                                       " times their size, as in a file made to do harm");
    }
    part_members(bytes, directory);
    return directory;
}

std::string unpack(std::string_view bytes, const ZipMember& member) {
    if (member.size > std::numeric_limits<std::size_t>::max() / 2) {
        fail(ErrorCode::too_large, "a part is too large for this computer", member.name);
    }
    std::string content;
    // Room for a refresh to let the part grow where it stands.
    content.reserve(static_cast<std::size_t>(member.size + member.size / 32));
    if (member.method == method_stored) {
        content = slice(bytes, member.data);
    } else if (!inflate(slice(bytes, member.data), static_cast<std::size_t>(member.size), content)) {
        damaged("a part can't be unpacked: the file was damaged after it was saved", member.name);
    }
    if (crc_32(content) != member.crc) {
        damaged("a part doesn't match its checksum: the file was damaged after it was saved", member.name);
    }
    return content;
}

}  // namespace scorebook
