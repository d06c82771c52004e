// zip_rewrite.cpp - new members as splices into the old file, then a directory with the moved offsets.
#include "package/zip_rewrite.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "bytes/splice.hpp"
#include "package/codec.hpp"
#include "package/zip_record.hpp"

namespace scorebook {

namespace {

using namespace zip;

/// The numbers of a member that a rewrite can change.
struct Entry {
    std::uint64_t size = 0;
    std::uint64_t packed_size = 0;
    std::uint64_t offset = 0;  ///< of the local header, as the directory counts it
    std::uint32_t crc = 0;
    std::uint16_t flags = 0;
};

struct Packed {
    Entry entry;
    std::string data;
};

Packed pack(std::string_view content, std::uint16_t method, std::uint16_t flags) {
    Packed packed;
    packed.data = method == method_stored ? std::string(content) : deflate(content);
    packed.entry.size = content.size();
    packed.entry.packed_size = packed.data.size();
    packed.entry.crc = crc_32(content);
    packed.entry.flags =
        static_cast<std::uint16_t>(flags & ~flag_descriptor);  // the local header has the sizes
    return packed;
}

void require_version(std::string& record, std::size_t offset, std::uint16_t version) {
    if (read_16(record, offset) < version) write_field(record, offset, 2, version);
}

constexpr std::uint16_t zip64_version = 45;

/// `extra` with its zip64 field, wherever it is, replaced by `zip64` (without header; empty: no such field).
std::string with_zip64_field(std::string_view extra, const std::string& zip64) {
    const std::string_view old = find_extra(extra, zip64_extra_id);
    const auto at = static_cast<std::size_t>(old.empty() ? 0 : old.data() - extra.data());
    std::string result(extra.substr(0, at));
    if (!zip64.empty()) {
        append_field(result, 2, zip64_extra_id);
        append_field(result, 2, zip64.size());
        result += zip64;
    }
    return result += extra.substr(at + old.size());
}

/// The local header that stood at `member.local`, name and extra fields included, with other sizes.
std::string local_header(std::string_view bytes, const ZipMember& member, const Entry& entry) {
    const std::string_view old = slice(bytes, {member.local.begin, member.data.begin});
    std::string header(old.substr(0, local_size + read_16(old, 26)));
    std::string zip64;
    const bool is_large = entry.size >= in_zip64_32 || entry.packed_size >= in_zip64_32;
    if (is_large) {
        append_field(zip64, 8, entry.size);
        append_field(zip64, 8, entry.packed_size);
        require_version(header, 4, zip64_version);
    }
    const std::string extra = with_zip64_field(old.substr(header.size()), zip64);
    write_field(header, 6, 2, entry.flags);
    write_field(header, 14, 4, entry.crc);
    write_field(header, 18, 4, is_large ? in_zip64_32 : entry.packed_size);
    write_field(header, 22, 4, is_large ? in_zip64_32 : entry.size);
    write_field(header, 28, 2, extra.size());
    return header + extra;
}

/// A record of the directory with other numbers; a number that was in the zip64 field stays there.
std::string central_record(std::string_view old, const Entry& entry) {
    std::string fixed(old.substr(0, central_size));
    const std::string_view name = old.substr(central_size, read_16(old, 28));
    const std::string_view extra = old.substr(central_size + name.size(), read_16(old, 30));
    const std::string_view comment = old.substr(central_size + name.size() + extra.size());

    write_field(fixed, 8, 2, entry.flags);
    write_field(fixed, 16, 4, entry.crc);
    std::string zip64;
    const struct {
        std::size_t offset;
        std::uint64_t value;
    } fields[] = {{24, entry.size}, {20, entry.packed_size}, {42, entry.offset}};
    for (const auto& field : fields) {
        if (read_32(fixed, field.offset) == in_zip64_32 || field.value >= in_zip64_32) {
            append_field(zip64, 8, field.value);
            write_field(fixed, field.offset, 4, in_zip64_32);
        } else {
            write_field(fixed, field.offset, 4, field.value);
        }
    }
    if (!zip64.empty()) {
        require_version(fixed, 6, zip64_version);
        if (read_16(fixed, 34) == in_zip64_16) append_field(zip64, 4, 0);  // the disk number lives there too
    }
    const std::string new_extra = with_zip64_field(extra, zip64);
    write_field(fixed, 30, 2, new_extra.size());
    return fixed.append(name).append(new_extra).append(comment);
}

/// Local header or directory record (without name) of a member that wasn't there before.
std::string fresh_header(const AddedMember& added, const Entry& entry, std::uint32_t signature) {
    constexpr std::uint16_t version = 20;      // deflate
    constexpr std::uint16_t first_day = 0x21;  // 1 January 1980, which Excel writes for every part
    std::string header;
    append_field(header, 4, signature);
    if (signature == central_signature) append_field(header, 2, version);
    append_field(header, 2, version);
    append_field(header, 2, entry.flags);
    append_field(header, 2, method_deflated);
    append_field(header, 2, 0);
    append_field(header, 2, first_day);
    append_field(header, 4, entry.crc);
    append_field(header, 4, entry.packed_size);
    append_field(header, 4, entry.size);
    append_field(header, 2, added.name.size());
    append_field(header, 2, 0);
    if (signature == central_signature) header.append(14, '\0');
    return header;
}

/// The end records: those of the old file with the new numbers, comment and what follows kept.
std::string end_records(std::string_view bytes, const ZipDirectory& directory, std::uint64_t count,
                        std::uint64_t size, std::uint64_t offset) {
    std::string records;
    const bool is_large = count >= in_zip64_16 || size >= in_zip64_32 || offset >= in_zip64_32;
    if (is_large || !directory.zip64_end.empty()) {
        std::string record(zip64_end_size, '\0');
        if (!directory.zip64_end.empty()) {
            record = slice(bytes, directory.zip64_end);
        } else {
            write_field(record, 0, 4, zip64_end_signature);
            write_field(record, 4, 8, zip64_end_size - 12);
            write_field(record, 12, 2, zip64_version);
            write_field(record, 14, 2, zip64_version);
        }
        write_field(record, 24, 8, count);
        write_field(record, 32, 8, count);
        write_field(record, 40, 8, size);
        write_field(record, 48, 8, offset);
        records = record;
        append_field(records, 4, zip64_locator_signature);
        append_field(records, 4, 0);
        append_field(records, 8, offset + size);
        append_field(records, 4, 1);
    }
    std::string end(slice(bytes, {directory.end.begin, bytes.size()}));
    const struct {
        std::size_t offset, width;
        std::uint64_t value;
    } fields[] = {{8, 2, count}, {10, 2, count}, {12, 4, size}, {16, 4, offset}};
    for (const auto& field : fields) {
        const std::uint64_t in_zip64 = field.width == 2 ? in_zip64_16 : in_zip64_32;
        const bool was_in_zip64 =
            !directory.zip64_end.empty() && read_field(end, field.offset, field.width) == in_zip64;
        write_field(end, field.offset, field.width,
                    was_in_zip64 ? in_zip64 : std::min(field.value, in_zip64));
    }
    return records + end;
}

bool holds(std::string_view bytes, const ZipMember& member, std::string_view content) {
    return member.size == content.size() && member.crc == crc_32(content) && unpack(bytes, member) == content;
}

}  // namespace

std::string rewrite_zip(std::string_view bytes, const ZipDirectory& directory,
                        const std::vector<ReplacedMember>& replaced, const std::vector<AddedMember>& added) {
    std::vector<Entry> entries;
    entries.reserve(directory.members.size());
    for (const ZipMember& member : directory.members) {
        entries.push_back({member.size, member.data.size(), member.local.begin, member.crc, member.flags});
    }

    std::vector<Splice> edits;
    for (const ReplacedMember& change : replaced) {
        const ZipMember& member = directory.members[change.member];
        if (holds(bytes, member, change.content)) continue;
        Packed packed = pack(change.content, member.method, member.flags);
        packed.entry.offset = member.local.begin;
        edits.push_back({member.local, local_header(bytes, member, packed.entry) + packed.data});
        entries[change.member] = packed.entry;
    }
    if (edits.empty() && added.empty()) return std::string(bytes);
    std::sort(edits.begin(), edits.end(),
              [](const Splice& a, const Splice& b) { return a.range.begin < b.range.begin; });

    std::vector<std::uint64_t> shifts{0};  // after the first n edits
    for (const Splice& edit : edits)
        shifts.push_back(shifts.back() + edit.replacement.size() - edit.range.size());
    /// Where the byte at an old offset comes to lie, as the directory counts it.
    const auto moved = [&](std::uint64_t offset) {
        const auto after = std::partition_point(edits.begin(), edits.end(),
                                                [&](const Splice& edit) { return edit.range.end <= offset; });
        return offset + shifts[static_cast<std::size_t>(after - edits.begin())] - directory.prefix;
    };
    std::string central;
    for (std::size_t i = 0; i != entries.size(); ++i) {
        entries[i].offset = moved(entries[i].offset);
        central += central_record(slice(bytes, directory.members[i].central), entries[i]);
    }

    std::uint64_t end_of_members = moved(directory.central_begin);
    std::string tail;
    for (const AddedMember& part : added) {
        const bool is_ascii =
            std::all_of(part.name.begin(), part.name.end(), [](char c) { return (c & 0x80) == 0; });
        Packed packed = pack(part.content, method_deflated, is_ascii ? std::uint16_t{0} : flag_utf8);
        packed.entry.offset = end_of_members + tail.size();
        tail += fresh_header(part, packed.entry, local_signature).append(part.name);
        tail += packed.data;
        std::string record = fresh_header(part, packed.entry, central_signature);
        write_field(record, 42, 4, 0);
        central += central_record(record.append(part.name), packed.entry);
    }
    end_of_members += tail.size();
    tail += central;
    tail += end_records(bytes, directory, entries.size() + added.size(), central.size(), end_of_members);
    edits.push_back({{directory.central_begin, bytes.size()}, std::move(tail)});
    return apply_splices(std::string(bytes), edits);
}

}  // namespace scorebook
