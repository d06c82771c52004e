// new_zip.cpp - local headers and data, directory, end record; sizes stay far below what zip64 is for.
#include "report/new_zip.hpp"

#include "package/codec.hpp"
#include "package/zip_record.hpp"
#include "scorebook/error.hpp"

namespace scorebook {

namespace {

using namespace zip;

constexpr std::uint16_t version = 20;
constexpr std::uint16_t first_day = 0x21;

std::string member_header(std::uint32_t signature, const std::string& name, std::uint16_t method,
                          const std::string& content, const std::string& data, std::size_t offset) {
    std::string record;
    append_field(record, 4, signature);
    if (signature == central_signature) append_field(record, 2, version);
    append_field(record, 2, version);
    append_field(record, 2, 0);
    append_field(record, 2, method);
    append_field(record, 2, 0);
    append_field(record, 2, first_day);
    append_field(record, 4, crc_32(content));
    append_field(record, 4, data.size());
    append_field(record, 4, content.size());
    append_field(record, 2, name.size());
    append_field(record, 2, 0);
    if (signature == central_signature) {
        record.append(10, '\0');
        append_field(record, 4, offset);
    }
    return record + name;
}

}  // namespace

std::string new_zip(const std::vector<std::pair<std::string, std::string>>& members) {
    std::string bytes, directory;
    for (const auto& [name, content] : members) {
        const bool is_first = directory.empty();
        const std::uint16_t method = is_first ? method_stored : method_deflated;
        const std::string data = is_first ? content : deflate(content);
        directory += member_header(central_signature, name, method, content, data, bytes.size());
        bytes += member_header(local_signature, name, method, content, data, 0) + data;
    }
    if (bytes.size() + directory.size() >= in_zip64_32)
        fail(ErrorCode::too_large, "the document would be larger than 4 GiB");
    std::string end;
    append_field(end, 4, end_signature);
    append_field(end, 4, 0);
    append_field(end, 2, members.size());
    append_field(end, 2, members.size());
    append_field(end, 4, directory.size());
    append_field(end, 4, bytes.size());
    append_field(end, 2, 0);
    return bytes + directory + end;
}

}  // namespace scorebook
