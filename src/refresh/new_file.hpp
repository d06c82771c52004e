// new_file.hpp - a finished file without its final name yet; removed again unless it was put in place.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

namespace scorebook {

/// Who may read a file from its first byte on.
enum class Readers { owner, as_usual };

/// Every member throws Error cannot_write.
class NewFile {
  public:
    /// Beside files of `folder`, which may be empty for the working folder.
    NewFile(std::filesystem::path folder, Readers readers);
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    NewFile(NewFile&&) noexcept;
    ~NewFile();

    void append(std::string_view bytes);
    /// Whoever may use `original`, which is there, may use this one.
    void dress_like(const std::filesystem::path& original);
    /// That it holds `bytes`, all of it and in order.
    void require_same_bytes(std::string_view bytes);
    /// On the disk, not only on its way there.
    void sync();
    /// Nothing can be appended afterwards.
    void put_at(const std::filesystem::path& target);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A place for a file, before anything is written there.
struct FilePlace {
    std::filesystem::path path;  ///< at the end of all links, whether it is there yet or not
    bool is_taken = false;       ///< by an ordinary file that may be replaced
};

/// Throws Error cannot_write when no file can come there.
FilePlace place_for_file(const std::filesystem::path& path);

/// Makes a folder and those above it. Throws Error cannot_write.
void make_folders(const std::filesystem::path& folder);

/// Makes the last put_at() in this folder itself last. It is done whether or not this succeeds.
void sync_folder(const std::filesystem::path& folder);

}  // namespace scorebook
