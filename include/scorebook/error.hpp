// error.hpp - the job can't be done: one sentence for a person, one code for a program.
//
// What is wrong inside a workbook's tables is a Finding, never an Error. An Error means nothing was written.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace scorebook {

enum class ErrorCode {
    cannot_read,       ///< no such file, a folder, no permission, an I/O error
    cannot_write,      ///< no permission, full disk, the target is also an input
    locked,            ///< an office program holds the file open
    not_a_workbook,    ///< not a zip, another office format, encrypted, 0 bytes
    damaged_workbook,  ///< truncated, wrong checksums, missing parts, broken XML, duplicate cells
    too_large,         ///< beyond a stated limit: a bomb, or more than Excel itself can hold
    bad_template,      ///< a template file that can't be read, or a template name nobody knows
    bad_request,       ///< a host asked for what no command line could (protocol.hpp)
};

/// Thrown by every verb of the library; caught once, at the command line or in an add-in.
class Error : public std::runtime_error {
  public:
    /// `file` is the name the officer knows; `place` is a part, sheet, cell or "line:column", or empty.
    /// `message` is one sentence in the officer's words, without a trailing full stop.
    Error(ErrorCode code, std::string file, std::string place, const std::string& message);

    ErrorCode code() const noexcept { return code_; }
    const std::string& file() const noexcept { return file_; }
    const std::string& place() const noexcept { return place_; }

    /// The same error, said of another file: lower layers know parts, only the caller knows the file.
    Error with_file(std::string file) const;

  private:
    ErrorCode code_;
    std::string file_;
    std::string place_;
    std::string message_;
};

/// The one place an Error is raised: natively it throws; a build without exceptions calls out instead.
[[noreturn]] void fail(ErrorCode code, const std::string& message, std::string_view place = {});

}  // namespace scorebook
