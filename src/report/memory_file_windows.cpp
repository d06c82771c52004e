// memory_file_windows.cpp - a file of the officer's own temporary folder, gone with the object.
//
// libxlsxwriter opens names in the machine's code page, so the name has to be one; a folder called otherwise
// has a short name that is.
#include <fcntl.h>
#include <io.h>
#include <share.h>
#include <windows.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <string>

#include "report/memory_file.hpp"
#include "scorebook/error.hpp"

namespace scorebook {

namespace {

[[noreturn]] void fail_making() {
    fail(ErrorCode::cannot_write, "there is no temporary folder to write a new workbook in");
}

std::wstring new_temporary_file() {
    std::wstring folder(MAX_PATH + 1, L'\0');
    folder.resize(::GetTempPathW(static_cast<DWORD>(folder.size()), folder.data()));
    std::wstring name(MAX_PATH, L'\0');
    if (folder.empty() || ::GetTempFileNameW(folder.c_str(), L"sbk", 0, name.data()) == 0) fail_making();
    name.resize(name.find(L'\0'));
    return name;
}

/// Empty when the code page hasn't all of its letters.
std::string in_code_page(const std::wstring& wide) {
    std::string text(wide.size() * 4, '\0');
    BOOL is_other = FALSE;
    const int size =
        ::WideCharToMultiByte(CP_ACP, WC_NO_BEST_FIT_CHARS, wide.data(), static_cast<int>(wide.size()),
                              text.data(), static_cast<int>(text.size()), nullptr, &is_other);
    text.resize(is_other ? 0 : static_cast<std::size_t>(size));
    return text;
}

}  // namespace

MemoryFile::MemoryFile() {
    const std::wstring wide = new_temporary_file();
    name_ = in_code_page(wide);
    if (name_.empty()) {
        std::wstring shorter(MAX_PATH + 1, L'\0');
        shorter.resize(::GetShortPathNameW(wide.c_str(), shorter.data(), static_cast<DWORD>(shorter.size())));
        name_ = in_code_page(shorter);
    }
    if (!name_.empty()) number_ = ::_wsopen(wide.c_str(), _O_RDONLY | _O_BINARY | _O_NOINHERIT, _SH_DENYNO);
    if (number_ >= 0) return;
    ::DeleteFileW(wide.c_str());
    fail_making();
}

MemoryFile::~MemoryFile() {
    ::_close(number_);
    std::remove(name_.c_str());
}

std::string MemoryFile::content() const {
    const auto size = ::_filelengthi64(number_);
    std::string bytes(static_cast<std::size_t>(std::max<long long>(size, 0)), '\0');
    ::_lseeki64(number_, 0, SEEK_SET);
    for (std::size_t done = 0; size < 0 || done != bytes.size();) {
        constexpr std::size_t at_once = std::size_t{1} << 24;
        const int count = ::_read(number_, bytes.data() + done,
                                  static_cast<unsigned>(std::min(bytes.size() - done, at_once)));
        if (count <= 0) fail(ErrorCode::cannot_write, "the new workbook can't be read back from its file");
        done += static_cast<std::size_t>(count);
    }
    return bytes;
}

}  // namespace scorebook
