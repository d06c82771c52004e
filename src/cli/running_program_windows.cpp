// running_program_windows.cpp - Windows tells arguments and files in UTF-16, which becomes UTF-8 here; a path
// takes it back by itself.
#include <fcntl.h>
#include <io.h>
#include <windows.h>

#include <shellapi.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/running_program.hpp"

namespace scorebook::cli {

namespace {

std::string utf8_of(const wchar_t* wide) {
    const int size = ::WideCharToMultiByte(CP_UTF8, 0, wide, -1, nullptr, 0, nullptr, nullptr);
    std::string text(static_cast<std::size_t>(size), '\0');
    ::WideCharToMultiByte(CP_UTF8, 0, wide, -1, text.data(), size, nullptr, nullptr);
    text.pop_back();  // the zero at its end
    return text;
}

}  // namespace

std::vector<std::string> start_program(int, char**) {
    for (const int stream : {0, 1, 2}) ::_setmode(stream, _O_BINARY);
    std::vector<std::string> arguments;
    int count = 0;
    wchar_t** const given = ::CommandLineToArgvW(::GetCommandLineW(), &count);
    for (int i = 1; i < count; ++i) arguments.push_back(utf8_of(given[i]));
    ::LocalFree(given);
    return arguments;
}

std::optional<std::filesystem::path> program_file() {
    std::wstring name(32768, L'\0');  // the longest Windows knows
    name.resize(::GetModuleFileNameW(nullptr, name.data(), static_cast<DWORD>(name.size())));
    if (name.empty()) return std::nullopt;
    return name;
}

}  // namespace scorebook::cli
