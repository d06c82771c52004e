// shared_corpus.cpp - reading the corpus's manifest.
#include "support/package/shared_corpus.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace scorebook::test {

std::vector<CorpusFile> shared_corpus() {
    const char* shared = std::getenv("SCOREBOOK_SHARED");
    const std::string folder = std::string(shared ? shared : SCOREBOOK_SOURCE_DIR "/../shared") + "/corpus/";
    std::ifstream manifest(folder + "manifest.tsv");
    std::vector<CorpusFile> files;
    std::string line;
    std::getline(manifest, line);  // headings
    while (std::getline(manifest, line)) {
        std::istringstream fields(line);
        CorpusFile file;
        std::getline(fields, file.name, '\t');
        for (int column = 1; column != 9; ++column) std::getline(fields, file.use, '\t');
        file.path = folder + file.name;
        files.push_back(file);
    }
    return files;
}

bool is_sound(const CorpusFile& file) {
    return file.use.find("roundtrip") != std::string::npos &&
           file.name.find("duplicate-filename") == std::string::npos;
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace scorebook::test
