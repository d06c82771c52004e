// replay.cpp - runs a fuzz entry over saved inputs and over seeded mutations of each, without a fuzzing
// engine.
//
//   fuzz_NAME FOLDER...     every file of the folders, then a fixed number of mutations of it
//
// Passing means: no crash, no sanitizer report, no exception but Error, for any of them.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int mutations_a_file = 60;

void run(const std::string& bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

/// Flips, cuts, repeats or overwrites a stretch: the damage that mail, disks and careless tools do.
std::string mutate(std::string bytes, std::mt19937& dice) {
    const auto place = [&] { return bytes.empty() ? 0 : dice() % bytes.size(); };
    switch (dice() % 4) {
        case 0: {
            for (unsigned i = 0, count = 1 + dice() % 8; i < count && !bytes.empty(); ++i)
                bytes[place()] = static_cast<char>(dice());
            break;
        }
        case 1:
            bytes.resize(place());
            break;
        case 2: {
            const std::size_t from = place();
            bytes.insert(place(), bytes.substr(from, dice() % 4096));
            break;
        }
        default: {
            const std::size_t from = place();
            bytes.erase(from, dice() % 4096);
        }
    }
    return bytes;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::filesystem::path> files;
    for (int i = 1; i < argc; ++i)
        for (const auto& entry : std::filesystem::directory_iterator(argv[i]))
            if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::mt19937 dice(20160608);
    std::size_t inputs = 0;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        run(bytes);
        for (int i = 0; i < mutations_a_file; ++i) run(mutate(bytes, dice));
        inputs += 1 + mutations_a_file;
    }
    std::printf("%zu inputs from %zu files\n", inputs, files.size());
    return inputs == 0;
}
