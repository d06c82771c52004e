// pdf_conversion.cpp - one run of soffice --convert-to, away from the officer's own LibreOffice.
#include "cli/pdf_conversion.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "cli/quiet_program.hpp"
#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"

namespace scorebook::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::seconds patience{120};

class TemporaryFolder {
  public:
    TemporaryFolder() : path_(make_private_folder()) {}
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

/// "file:///tmp/x", "file:///C:/x".
std::string file_url(const fs::path& path) {
    const std::string name = path.generic_string();
    return (name.starts_with('/') ? "file://" : "file:///") + name;
}

}  // namespace

std::string pdf_of_workbook(const std::string& xlsx) {
    const auto program = find_office();
    if (!program)
        fail(ErrorCode::cannot_write,
             "a PDF is made by LibreOffice, which is not installed; install it, or write .xlsx, .docx or "
             ".html and print "
             "that");
    const TemporaryFolder folder;
    const fs::path workbook = folder.path() / "appendix.xlsx";
    std::ofstream(workbook, std::ios::binary) << xlsx;
    const std::string filter =
        "pdf:calc_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}";
    const bool is_done =
        run_quietly({*program, "-env:UserInstallation=" + file_url(folder.path() / "profile"), "--headless",
                     "--norestore", "--nolockcheck", "--convert-to", filter, "--outdir",
                     folder.path().string(), workbook.string()},
                    patience);
    const fs::path made = folder.path() / "appendix.pdf";
    if (!is_done || !fs::exists(made))
        fail(ErrorCode::cannot_write,
             "LibreOffice could not make the PDF; write .xlsx and print it from there");
    return read_workbook_file(made);
}

}  // namespace scorebook::cli
