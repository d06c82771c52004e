// replace_file.cpp - putting a finished file in place of another, so that at every moment one of the two is
// whole.
//
// A name that is a link stays a link; what it leads to is replaced. Other hard links to the file keep the old
// content.
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "package/package.hpp"
#include "refresh/new_file.hpp"
#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"

namespace scorebook {

void replace_file(const std::filesystem::path& path, const std::string& bytes) {
    const FilePlace place = place_for_file(path);
    // What replaces a private file is private from its first byte.
    NewFile file(place.path.parent_path(), place.is_taken ? Readers::owner : Readers::as_usual);
    file.append(bytes);
    if (place.is_taken) file.dress_like(place.path);
    file.require_same_bytes(bytes);
    file.sync();
    file.put_at(place.path);
    sync_folder(place.path.parent_path());
}

void replace_workbook_file(const std::filesystem::path& path, const std::string& bytes) {
    Package::open(bytes);
    replace_file(path, bytes);
}

struct UnfinishedFile::State {
    std::filesystem::path target;
    NewFile file;
    std::string waiting;  ///< so that small pieces don't cost a call of the system each
};

UnfinishedFile::UnfinishedFile(std::filesystem::path path) {
    if (path.has_parent_path()) make_folders(path.parent_path());
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        fail(ErrorCode::cannot_write, "this is a folder, so a file can't be written here");
    std::filesystem::path folder = path.parent_path();
    state_ =
        std::unique_ptr<State>(new State{std::move(path), NewFile(std::move(folder), Readers::as_usual), {}});
}

UnfinishedFile::UnfinishedFile(UnfinishedFile&&) noexcept = default;
UnfinishedFile::~UnfinishedFile() = default;

void UnfinishedFile::append(std::string_view bytes) {
    constexpr std::size_t most_waiting = std::size_t{1} << 18;
    state_->waiting += bytes;
    if (state_->waiting.size() < most_waiting) return;
    state_->file.append(state_->waiting);
    state_->waiting.clear();
}

void UnfinishedFile::put_in_place() {
    state_->file.append(state_->waiting);
    state_->waiting.clear();
    state_->file.put_at(state_->target);
}

void put_file(const std::filesystem::path& path, std::string_view bytes) {
    UnfinishedFile file(path);
    file.append(bytes);
    file.put_in_place();
}

}  // namespace scorebook
