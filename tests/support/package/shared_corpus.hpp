// shared_corpus.hpp - workbooks from the field that tests may look at when they are on the machine.
#pragma once

#include <string>
#include <vector>

namespace scorebook::test {

struct CorpusFile {
    std::string name;  ///< as in the manifest
    std::string path;
    std::string use;  ///< "roundtrip,recalc", "fuzz-seed"
};

/// What corpus/manifest.tsv lists, below the folder SCOREBOOK_SHARED names, else beside the repository; empty
/// when absent.
std::vector<CorpusFile> shared_corpus();

std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& bytes);

}  // namespace scorebook::test
