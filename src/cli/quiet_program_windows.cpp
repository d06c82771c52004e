// quiet_program_windows.cpp - CreateProcess without a window, in a job object, so that what the program
// starts ends with it.
#include <windows.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/quiet_program.hpp"
#include "scorebook/error.hpp"

namespace scorebook::cli {

namespace fs = std::filesystem;

namespace {

/// As CommandLineToArgvW takes it apart again; our arguments have quotes, but no backslash before one.
std::wstring quoted(const std::wstring& argument) {
    std::wstring text = L"\"";
    for (const wchar_t c : argument) {
        if (c == L'"') text += L'\\';
        text += c;
    }
    return text + L'"';
}

}  // namespace

std::optional<std::string> find_office() {
    for (const wchar_t* const variable : {L"ProgramW6432", L"ProgramFiles", L"ProgramFiles(x86)"}) {
        const wchar_t* const folder = ::_wgetenv(variable);
        if (!folder) continue;
        const fs::path program = fs::path(folder) / "LibreOffice" / "program" / "soffice.exe";
        std::error_code ignored;
        if (fs::exists(program, ignored)) return program.string();
    }
    return std::nullopt;
}

bool run_quietly(const std::vector<std::string>& command, std::chrono::seconds patience) {
    std::wstring line;
    for (const std::string& argument : command)
        line += (line.empty() ? L"" : L" ") + quoted(fs::path(argument).native());
    const HANDLE job = ::CreateJobObjectW(nullptr, nullptr);
    STARTUPINFOW start{};
    start.cb = sizeof start;
    PROCESS_INFORMATION process{};
    if (::CreateProcessW(nullptr, line.data(), nullptr, nullptr, FALSE, CREATE_NO_WINDOW | CREATE_SUSPENDED,
                         nullptr, nullptr, &start, &process) == 0) {
        ::CloseHandle(job);
        return false;
    }
    ::AssignProcessToJobObject(job, process.hProcess);
    ::ResumeThread(process.hThread);
    const auto wait =
        static_cast<DWORD>(std::chrono::duration_cast<std::chrono::milliseconds>(patience).count());
    DWORD status = 1;
    if (::WaitForSingleObject(process.hProcess, wait) == WAIT_OBJECT_0)
        ::GetExitCodeProcess(process.hProcess, &status);
    else
        ::TerminateJobObject(job, 1);
    ::CloseHandle(process.hThread);
    ::CloseHandle(process.hProcess);
    ::CloseHandle(job);
    return status == 0;
}

fs::path make_private_folder() {
    // The temporary folder is the officer's own.
    std::error_code error;
    for (unsigned number = ::GetCurrentProcessId();; ++number) {
        const fs::path folder = fs::temp_directory_path(error) / ("scorebook-pdf-" + std::to_string(number));
        if (!error && fs::create_directory(folder, error)) return folder;
        if (error) fail(ErrorCode::cannot_write, "no temporary folder could be made for the PDF");
    }
}

}  // namespace scorebook::cli
