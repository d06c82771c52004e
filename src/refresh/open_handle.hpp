// open_handle.hpp - Windows' handle of a file that closes itself, and what its errors mean.
#pragma once

#include <windows.h>

#include <cstdint>
#include <string>
#include <utility>

namespace scorebook {

class OpenHandle {
  public:
    explicit OpenHandle(HANDLE handle = INVALID_HANDLE_VALUE) : handle_(handle) {}
    OpenHandle(OpenHandle&& other) noexcept : handle_(std::exchange(other.handle_, INVALID_HANDLE_VALUE)) {}
    OpenHandle& operator=(OpenHandle&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~OpenHandle() { close(); }

    explicit operator bool() const { return handle_ != INVALID_HANDLE_VALUE; }
    HANDLE get() const { return handle_; }

    void close() {
        if (*this) ::CloseHandle(std::exchange(handle_, INVALID_HANDLE_VALUE));
    }

  private:
    HANDLE handle_;
};

/// For a reason nobody has a sentence for: its number can be looked up.
inline std::string error_number_text(DWORD error) {
    return "Windows says error " + std::to_string(error);
}

}  // namespace scorebook
