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

/// True for files the package layer has to open: all that open in Excel. Two of the manifest's "roundtrip"
/// files have two parts of one name, which OPC forbids (Part 2, 6.2.2.3).
bool is_sound(const CorpusFile& file);

/// What corpus/manifest.tsv lists, below the folder SCOREBOOK_SHARED names, else beside the repository; empty
/// when absent.
std::vector<CorpusFile> shared_corpus();

std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& bytes);

}  // namespace scorebook::test
