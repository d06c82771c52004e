// convert_folder.hpp - the folder a batch writes into: what lies where, and what was kept of each return.
//
//     returns/           each return's validated workbook, under its name in the batch
//     collected/         <kind>.xlsx, <kind>.csv, <kind>.jsonl
//     summary.csv        a line a return
//     times.csv          seconds a return: the only file two equal runs don't write alike
//     .scorebook/list    names of the returns of the last run, in order
//     .scorebook/*.txt   a record a return
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scorebook/return_record.hpp"

namespace scorebook::cli {

class ConvertFolder {
  public:
    explicit ConvertFolder(std::filesystem::path path) : path_(std::move(path)) {}

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path workbook(const std::string& name) const { return path_ / "returns" / name; }
    std::filesystem::path collected(const std::string& file) const { return path_ / "collected" / file; }

    /// The record of the return called `name`; nothing when there is none or it can't be understood.
    std::optional<ReturnRecord> read_record(const std::string& name) const;
    void write_record(const ReturnRecord& record) const;
    std::filesystem::path record_path(const std::string& name) const;

    /// The returns of the last run; nothing when there was none.
    std::optional<std::vector<std::string>> read_list() const;
    void write_list(const std::vector<std::string>& names) const;

    /// Takes away collected files of kinds that are not among `kinds`: leftovers of an earlier run.
    void remove_other_kinds(const std::vector<std::string>& kinds) const;

  private:
    std::filesystem::path path_;
};

}  // namespace scorebook::cli
