// zip_builder.cpp - writing zip records byte by byte.
#include "support/package/zip_builder.hpp"

#include <libdeflate.h>

namespace scorebook::test {

namespace {

std::string little_endian(std::uint64_t value, int width) {
    std::string bytes;
    for (int i = 0; i != width; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    return bytes;
}

std::string deflated(const std::string& content, int level) {
    libdeflate_compressor* compressor = libdeflate_alloc_compressor(level);
    std::string packed(libdeflate_deflate_compress_bound(compressor, content.size()), '\0');
    packed.resize(libdeflate_deflate_compress(compressor, content.data(), content.size(), packed.data(),
                                              packed.size()));
    libdeflate_free_compressor(compressor);
    return packed;
}

}  // namespace

std::string make_zip(const std::vector<ZipEntry>& entries, const ZipFrame& frame) {
    constexpr std::uint64_t full_32 = 0xFFFFFFFF;
    std::string zip;
    std::string central;
    std::vector<std::uint64_t> offsets;
    for (const ZipEntry& entry : entries) {
        const std::string packed = entry.level == 0 ? entry.content : deflated(entry.content, entry.level);
        const std::uint64_t size = entry.declared_size.value_or(entry.content.size());
        const std::uint64_t packed_size = entry.declared_packed_size.value_or(packed.size());
        const std::uint64_t crc =
            entry.declared_crc.value_or(libdeflate_crc32(0, entry.content.data(), entry.content.size()));
        const std::uint64_t method = entry.declared_method.value_or(entry.level == 0 ? 0 : 8);
        const bool streams = entry.descriptor != Descriptor::none;
        const std::uint64_t flags = entry.flags | (streams ? 8U : 0U);
        const std::string shared = little_endian(entry.is_zip64 ? 45 : 20, 2) + little_endian(flags, 2) +
                                   little_endian(method, 2) + little_endian(entry.time, 2) +
                                   little_endian(entry.date, 2);
        const std::string zip64_sizes = little_endian(size, 8) + little_endian(packed_size, 8);

        if (entry.shares_member) {
            offsets.push_back(offsets[*entry.shares_member]);
        } else {
            zip += entry.gap_before;
            offsets.push_back(zip.size());
            std::string extra = entry.local_extra;
            if (entry.is_zip64) extra += little_endian(1, 2) + little_endian(16, 2) + zip64_sizes;
            zip += little_endian(0x04034b50, 4) + shared + little_endian(streams ? 0 : crc, 4);
            zip += little_endian(entry.is_zip64 ? full_32 : streams ? 0 : packed_size, 4);
            zip += little_endian(entry.is_zip64 ? full_32 : streams ? 0 : size, 4);
            zip += little_endian(entry.name.size(), 2) + little_endian(extra.size(), 2) + entry.name + extra +
                   packed;
            if (entry.descriptor == Descriptor::with_signature) zip += little_endian(0x08074b50, 4);
            if (streams) {
                const int width = entry.is_zip64 ? 8 : 4;
                zip += little_endian(crc, 4) + little_endian(packed_size, width) + little_endian(size, width);
            }
        }

        const std::string& name = entry.central_name ? *entry.central_name : entry.name;
        std::string extra = entry.central_extra;
        if (entry.is_zip64) {
            extra +=
                little_endian(1, 2) + little_endian(24, 2) + zip64_sizes + little_endian(offsets.back(), 8);
        }
        central += little_endian(0x02014b50, 4) + little_endian(20, 2) + shared + little_endian(crc, 4);
        central += little_endian(entry.is_zip64 ? full_32 : packed_size, 4);
        central += little_endian(entry.is_zip64 ? full_32 : size, 4);
        central += little_endian(name.size(), 2) + little_endian(extra.size(), 2) +
                   little_endian(entry.comment.size(), 2);
        central += little_endian(0, 4) + little_endian(entry.attributes, 4);
        central += little_endian(entry.is_zip64 ? full_32 : offsets.back(), 4) + name + extra + entry.comment;
    }
    zip += frame.gap_before_end;
    const std::uint64_t offset =
        frame.declared_central_offset.value_or(static_cast<std::uint32_t>(zip.size()));
    const std::uint64_t count = frame.declared_count.value_or(static_cast<std::uint32_t>(entries.size()));
    zip += central;
    if (frame.is_zip64) {
        const std::size_t record = zip.size();
        zip +=
            little_endian(0x06064b50, 4) + little_endian(44, 8) + little_endian(45, 2) + little_endian(45, 2);
        zip += little_endian(0, 8) + little_endian(count, 8) + little_endian(count, 8) +
               little_endian(central.size(), 8) + little_endian(offset, 8);
        zip += little_endian(0x07064b50, 4) + little_endian(0, 4) + little_endian(record, 8) +
               little_endian(1, 4);
    }
    zip += little_endian(0x06054b50, 4) + little_endian(0, 4);
    const std::uint64_t short_count = frame.is_zip64 ? 0xFFFF : count;
    zip += little_endian(short_count, 2) + little_endian(short_count, 2);
    zip += little_endian(frame.is_zip64 ? full_32 : central.size(), 4) +
           little_endian(frame.is_zip64 ? full_32 : offset, 4);
    zip += little_endian(frame.comment.size(), 2) + frame.comment;
    return frame.prefix + zip + frame.trailing;
}

std::vector<ZipEntry> minimal_workbook() {
    const auto part = [](const char* name, const char* content) {
        ZipEntry entry;
        entry.name = name;
        entry.content = content;
        return entry;
    };
    return {
        part("[Content_Types].xml",
             "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
             "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
             "<Default Extension=\"rels\" "
             "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
             "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
             "<Override PartName=\"/xl/workbook.xml\" "
             "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
             "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
             "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></"
             "Types>"),
        part("_rels/.rels",
             "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
             "<Relationship Id=\"rId1\" Target=\"xl/workbook.xml\" "
             "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></"
             "Relationships>"),
        part("xl/workbook.xml",
             "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
             "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
             "<sheets><sheet name=\"Register\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        part("xl/_rels/workbook.xml.rels",
             "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
             "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\" "
             "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/></"
             "Relationships>"),
        part("xl/worksheets/sheet1.xml",
             "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
             "<sheetData><row r=\"1\"><c r=\"A1\"><v>25</v></c></row></sheetData></worksheet>"),
    };
}

std::vector<ZipEntry> minimal_workbook_with(const std::string& name, const std::string& content) {
    std::vector<ZipEntry> entries = minimal_workbook();
    for (ZipEntry& entry : entries) {
        if (entry.name != name) continue;
        entry.content = content;
        return entries;
    }
    entries.emplace_back();
    entries.back().name = name;
    entries.back().content = content;
    return entries;
}

}  // namespace scorebook::test
