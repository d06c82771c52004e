// convert_folder.cpp - a record's file is called by a fingerprint of the return's name, so any name will do.
#include "cli/convert_folder.hpp"

#include <algorithm>
#include <string_view>
#include <system_error>

#include "cli/content_hash.hpp"
#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"

namespace scorebook::cli {

namespace fs = std::filesystem;

namespace {

constexpr const char* state_folder = ".scorebook";

std::optional<std::string> text_of(const fs::path& path) {
    try {
        return read_workbook_file(path);
    } catch (const Error&) {
        return std::nullopt;  // the caller only asks whether there is one
    }
}

}  // namespace

fs::path ConvertFolder::record_path(const std::string& name) const {
    return path_ / state_folder / (hash_text(content_hash(name)) + ".txt");
}

std::optional<ReturnRecord> ConvertFolder::read_record(const std::string& name) const {
    const auto text = text_of(record_path(name));
    if (!text) return std::nullopt;
    auto record = parse_return_record(*text);
    if (record && record->file != name) return std::nullopt;
    return record;
}

void ConvertFolder::write_record(const ReturnRecord& record) const {
    put_file(record_path(record.file), to_text(record));
}

std::optional<std::vector<std::string>> ConvertFolder::read_list() const {
    const auto text = text_of(path_ / state_folder / "list");
    if (!text) return std::nullopt;
    std::vector<std::string> names;
    std::string_view rest(*text);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        names.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return names;
}

void ConvertFolder::write_list(const std::vector<std::string>& names) const {
    std::string text;
    for (const std::string& name : names) text += name + "\n";
    put_file(path_ / state_folder / "list", text);
}

void ConvertFolder::remove_other_kinds(const std::vector<std::string>& kinds) const {
    std::error_code error;
    std::vector<fs::path> leftovers;
    for (fs::directory_iterator entry(path_ / "collected", error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string ending = entry->path().extension().string();
        const bool is_ours = ending == ".xlsx" || ending == ".csv" || ending == ".jsonl";
        if (is_ours && std::find(kinds.begin(), kinds.end(), entry->path().stem().string()) == kinds.end())
            leftovers.push_back(entry->path());
    }
    for (const fs::path& leftover : leftovers) fs::remove(leftover, error);
}

}  // namespace scorebook::cli
