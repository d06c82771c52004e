// workbook_file.cpp - seeing whether an office program has a file open.
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "scorebook/refresh.hpp"

namespace scorebook {

std::optional<std::filesystem::path> office_lock(const std::filesystem::path& path) {
    // An office program puts its lock beside the file it opened, which may be the link or what it leads to.
    std::error_code ignored;
    const std::filesystem::path real = std::filesystem::weakly_canonical(path, ignored);
    for (const std::filesystem::path& name : {path, real}) {
        if (name.empty()) continue;
        for (const auto& [before, after] : {std::pair{"~$", ""}, std::pair{".~lock.", "#"}}) {
            const std::filesystem::path lock =
                name.parent_path() / (before + name.filename().string() + after);
            if (std::filesystem::exists(std::filesystem::symlink_status(lock, ignored))) return lock;
        }
    }
    return std::nullopt;
}

}  // namespace scorebook
