// codec_limit.cpp - the least any program can do with a workbook: inflate, one pass over the bytes, deflate.
// Nothing is understood, nothing is checked; what scorebook needs beyond this is its own cost.
//
//   codec_limit read  IN.xlsx            inflate every member, find every cell
//   codec_limit write IN.xlsx OUT.xlsx   also rewrite the values of column H in the first sheet, deflate it,
//   save
//
// Same codec and level as scorebook (libdeflate, level 6); whole buffers; small zips only (no zip64).
#include <libdeflate.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::uint32_t little(const std::string& bytes, std::size_t at, int count) {
    std::uint32_t value = 0;
    for (int i = count - 1; i >= 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

void put(std::string& bytes, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i));
}

struct Member {
    std::string name, directory_entry;
    std::size_t local = 0, data = 0, packed = 0, unpacked = 0;
    bool deflated = false;
};

std::vector<Member> members_of(const std::string& zip) {
    const std::size_t end = zip.rfind("PK\x05\x06");
    std::size_t at = little(zip, end + 16, 4);
    std::vector<Member> members(little(zip, end + 10, 2));
    for (Member& member : members) {
        const std::size_t size =
            46 + little(zip, at + 28, 2) + little(zip, at + 30, 2) + little(zip, at + 32, 2);
        member.directory_entry = zip.substr(at, size);
        member.name = zip.substr(at + 46, little(zip, at + 28, 2));
        member.deflated = little(zip, at + 10, 2) == 8;
        member.packed = little(zip, at + 20, 4);
        member.unpacked = little(zip, at + 24, 4);
        member.local = little(zip, at + 42, 4);
        member.data =
            member.local + 30 + little(zip, member.local + 26, 2) + little(zip, member.local + 28, 2);
        at += size;
    }
    return members;
}

std::string inflate(const std::string& zip, const Member& member) {
    if (!member.deflated) return zip.substr(member.data, member.packed);
    std::string out(member.unpacked, '\0');
    libdeflate_decompressor* decompressor = libdeflate_alloc_decompressor();
    libdeflate_deflate_decompress(decompressor, zip.data() + member.data, member.packed, out.data(),
                                  out.size(), nullptr);
    libdeflate_free_decompressor(decompressor);
    return out;
}

std::size_t count_cells(std::string_view xml) {
    std::size_t cells = 0;
    for (std::size_t at = 0; (at = xml.find("<c ", at)) != xml.npos; at += 3) ++cells;
    return cells;
}

/// Column H gets the value 25 in every row: the same bytes to move and pack as a real change of the column.
std::string rewrite_column(const std::string& xml) {
    std::string out;
    out.reserve(xml.size() + xml.size() / 16);
    std::size_t copied = 0;
    for (std::size_t at = 0; (at = xml.find("<c r=\"H", at)) != xml.npos;) {
        const std::size_t open = xml.find("<v>", at);
        const std::size_t close = xml.find("</v>", open);
        out.append(xml, copied, open + 3 - copied);
        out += "25";
        copied = at = close;
    }
    out.append(xml, copied);
    return out;
}

void write_zip(const std::string& zip, std::vector<Member> members, std::size_t changed,
               const std::string& xml, const char* path) {
    libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
    std::string packed(libdeflate_deflate_compress_bound(compressor, xml.size()), '\0');
    packed.resize(
        libdeflate_deflate_compress(compressor, xml.data(), xml.size(), packed.data(), packed.size()));
    libdeflate_free_compressor(compressor);
    const std::uint32_t crc = libdeflate_crc32(0, xml.data(), xml.size());

    std::ofstream out(path, std::ios::binary);
    std::size_t offset = 0;
    std::string directory;
    for (std::size_t i = 0; i < members.size(); ++i) {
        Member& member = members[i];
        std::string header = zip.substr(member.local, member.data - member.local);
        const std::size_t begin = offset;
        if (i == changed) {
            put(header, 14, crc);
            put(header, 18, static_cast<std::uint32_t>(packed.size()));
            put(header, 22, static_cast<std::uint32_t>(xml.size()));
            put(member.directory_entry, 16, crc);
            put(member.directory_entry, 20, static_cast<std::uint32_t>(packed.size()));
            put(member.directory_entry, 24, static_cast<std::uint32_t>(xml.size()));
            out << header << packed;
            offset += header.size() + packed.size();
        } else {
            out << header;
            out.write(zip.data() + member.data, static_cast<std::streamsize>(member.packed));
            offset += header.size() + member.packed;
        }
        put(member.directory_entry, 42, static_cast<std::uint32_t>(begin));
        directory += member.directory_entry;
    }
    std::string end = zip.substr(zip.rfind("PK\x05\x06"));
    put(end, 12, static_cast<std::uint32_t>(directory.size()));
    put(end, 16, static_cast<std::uint32_t>(offset));
    out << directory << end;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string verb = argc > 2 ? argv[1] : "";
    if (!((verb == "read" && argc == 3) || (verb == "write" && argc == 4))) {
        std::fputs("usage: codec_limit read IN.xlsx | codec_limit write IN.xlsx OUT.xlsx\n", stderr);
        return 2;
    }
    std::string zip;
    {
        std::ifstream in(argv[2], std::ios::binary | std::ios::ate);
        zip.resize(static_cast<std::size_t>(in.tellg()));
        in.seekg(0);
        in.read(zip.data(), static_cast<std::streamsize>(zip.size()));
    }
    const std::vector<Member> members = members_of(zip);
    std::size_t cells = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const bool is_sheet = members[i].name == "xl/worksheets/sheet1.xml";
        if (verb == "write" && !is_sheet) continue;
        std::string xml = inflate(zip, members[i]);
        if (is_sheet) cells = count_cells(xml);
        if (verb == "write") {
            std::string changed = rewrite_column(xml);
            xml = {};
            write_zip(zip, members, i, changed, argv[3]);
        }
    }
    std::printf("%zu cells\n", cells);
    return cells == 0;
}
