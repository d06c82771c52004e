// convert_inputs.hpp - the returns a batch is about: folders, patterns and lists followed down to files.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace scorebook::cli {

struct ConvertInput {
    std::filesystem::path path;
    std::string name;      ///< in the batch, with slashes: "adults/register.xlsx"; each only once
    std::string workbook;  ///< of its validated workbook, in the folder of returns
    std::string error;     ///< why there is nothing to read: a pattern without a match
};

struct ConvertInputs {
    std::vector<ConvertInput> inputs;  ///< by name
    std::size_t passed_over = 0;       ///< files of folders that are no returns: PDFs, notes
};

/// An argument is a folder (taken with all its folders), a pattern with * ? [], a list (@NAME, or a name
/// ending in .txt: a file, folder or pattern a line, # for remarks), or a file.
///
/// Of a folder's files those count that are workbooks by their ending, old ones too, so that each is done or
/// said not to be. Lock files, hidden files and the folder `output` are passed over.
/// Throws Error cannot_read for a folder or list that can't be read.
ConvertInputs find_inputs(const std::vector<std::string>& arguments, const std::filesystem::path& output);

}  // namespace scorebook::cli
