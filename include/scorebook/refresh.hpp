// refresh.hpp - writing changes into a workbook's bytes and putting files in place, losing nothing else.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <version>
#if defined(__cpp_lib_filesystem)
#include <filesystem>
#include <optional>
#endif

#include "scorebook/report.hpp"

namespace scorebook {

class Workbook;

/// The bytes of `workbook` with `report.changes` written in; the very same bytes when there are none.
///
/// Parts without a change keep their compressed bytes, order, names, times and attributes. A changed sheet is
/// the old XML with only the changed cells rewritten. A formula keeps its text; only its stored result
/// changes. Throws Error damaged_workbook when a change names a cell that can't be written.
std::string refreshed_bytes(const Workbook& workbook, const Report& report);

/// The same by giving the workbook up: when nobody else holds it, its own memory becomes the new bytes, so
/// that a large sheet is never held twice. `workbook` is null afterwards.
std::string refreshed_bytes(std::shared_ptr<const Workbook>&& workbook, const Report& report);

/// The same with a sheet "Findings" at the end that says what was found, what was put right and what was not
/// checked. A sheet an earlier call added is written anew. Parts without a change keep their bytes.
std::string refreshed_bytes_with_findings(const Workbook& workbook, const Report& report);

// A build without a file system (WebAssembly) has only the bytes.
#if defined(__cpp_lib_filesystem)

/// The whole of a file. Throws Error cannot_read (missing, a folder, no permission) or too_large (over 1
/// GiB).
std::string read_workbook_file(const std::filesystem::path& path);

/// The lock file beside `path` that says an office program has it open ("~$x.xlsx", ".~lock.x.xlsx#"), if
/// there is one.
std::optional<std::filesystem::path> office_lock(const std::filesystem::path& path);

/// Puts `bytes` at `path`, whatever they are: temporary file in the same folder, read back, fsync, rename,
/// fsync of the folder. Throws Error cannot_write; `path` then still holds what it held, and no temporary
/// file is left.
void replace_file(const std::filesystem::path& path, const std::string& bytes);

/// The same for a workbook, which is opened first. Throws Error cannot_write; `path` then still holds what it
/// held, and no temporary file is left.
void replace_workbook_file(const std::filesystem::path& path, const std::string& bytes);

/// A file written piece by piece that appears at its place only when it is whole, in place of what was there.
/// Nothing is left behind when it is given up. It isn't synced: a batch can be run again.
class UnfinishedFile {
  public:
    /// Makes the folders above `path`. Throws Error cannot_write, here and below.
    explicit UnfinishedFile(std::filesystem::path path);
    UnfinishedFile(UnfinishedFile&&) noexcept;
    ~UnfinishedFile();

    void append(std::string_view bytes);
    void put_in_place();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// All of it at once.
void put_file(const std::filesystem::path& path, std::string_view bytes);
#endif

}  // namespace scorebook
