// destinations.cpp - outputs compared as files, not as names, so that links and ./ don't hide that two are
// the same.
#include "cli/destinations.hpp"

#include <optional>
#include <string>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "cli/display_name.hpp"
#include "cli/file_identity.hpp"
#include "scorebook/error.hpp"

namespace scorebook::cli {

namespace fs = std::filesystem;

namespace {

bool writes(const Options& options) {
    return options.command != Command::check && !options.dry_run && !options.verify;
}

Destination destination_of(const Options& options, const std::string& file, bool into_folder) {
    if (!options.output) return {Destination::Kind::in_place, file};
    if (*options.output == standard_stream) return {Destination::Kind::standard_output, {}};
    const fs::path output(*options.output);
    const fs::path path = into_folder ? output / fs::path(file).filename() : output;
    // Writing a workbook to its own name is a refresh in place.
    const bool is_input = file != standard_stream && is_same_file(path, file);
    return {is_input ? Destination::Kind::in_place : Destination::Kind::file, path};
}

[[noreturn]] void refuse(const std::string& sentence) {
    fail(ErrorCode::cannot_write, sentence + ", so nothing was written");
}

/// Files by what they are on disk and by their real names, each under a number; so that ten thousand of them
/// needn't be compared in pairs.
class KnownFiles {
  public:
    void add(const fs::path& path, std::size_t number) {
        for (const std::string& key : keys(path)) {
            std::vector<std::size_t>& numbers = numbers_[key];
            // A third file of the same name would be told of by one of the first two.
            if (numbers.size() < 2) numbers.push_back(number);
        }
    }

    /// The lowest number but `own` under which the same file is known.
    std::optional<std::size_t> find_other(const fs::path& path, std::size_t own) const {
        std::optional<std::size_t> lowest;
        for (const std::string& key : keys(path)) {
            const auto found = numbers_.find(key);
            if (found == numbers_.end()) continue;
            for (const std::size_t number : found->second) {
                if (number != own && (!lowest || number < *lowest)) lowest = number;
            }
        }
        return lowest;
    }

  private:
    static std::vector<std::string> keys(const fs::path& path) {
        std::vector<std::string> keys;
        if (std::string identity = file_identity(path); !identity.empty())
            keys.push_back(std::move(identity));
        std::error_code error;
        const fs::path real = fs::weakly_canonical(path, error);
        if (!real.empty()) keys.push_back(real.string());
        return keys;
    }

    std::unordered_map<std::string, std::vector<std::size_t>> numbers_;
};

void refuse_shared_outputs(const Options& options, const std::vector<Destination>& destinations) {
    KnownFiles outputs;
    for (std::size_t i = 0; i != destinations.size(); ++i) {
        const fs::path& path = destinations[i].path;
        if (path.empty()) continue;
        if (const auto other = outputs.find_other(path, i))
            refuse(display_name(options.files[*other]) + " and " + display_name(options.files[i]) +
                   " would both be written to " + path.string());
        outputs.add(path, i);
    }
}

void refuse_outputs_that_are_inputs(const Options& options, const std::vector<Destination>& destinations) {
    KnownFiles inputs;
    for (std::size_t i = 0; i != options.files.size(); ++i) {
        if (options.files[i] != standard_stream) inputs.add(options.files[i], i);
    }
    for (std::size_t i = 0; i != destinations.size(); ++i) {
        const fs::path& path = destinations[i].path;
        if (path.empty()) continue;
        if (!options.previous.empty() && options.previous != standard_stream &&
            is_same_file(path, options.previous))
            refuse("the output " + path.string() + " is also the previous period's workbook");
        if (inputs.find_other(path, i)) refuse("the output " + path.string() + " is also another input");
    }
}

}  // namespace

bool is_same_file(const fs::path& a, const fs::path& b) {
    std::error_code error;
    if (fs::equivalent(a, b, error) && !error) return true;
    const fs::path real_a = fs::weakly_canonical(a, error);
    const fs::path real_b = fs::weakly_canonical(b, error);
    return !real_a.empty() && real_a == real_b;
}

std::vector<Destination> plan_destinations(const Options& options) {
    std::vector<Destination> destinations(options.files.size());
    if (options.command == Command::check || options.verify) return destinations;
    const bool several = options.files.size() > 1;
    bool into_folder = false;
    if (options.output) {
        const fs::path output(*options.output);
        if (several && *options.output == standard_stream)
            throw UsageError("several workbooks can't all go to standard output; -o needs a folder");
        std::error_code error;
        into_folder = several || fs::is_directory(output, error) || !output.has_filename();
        if (several && fs::exists(output, error) && !fs::is_directory(output, error))
            throw UsageError("for several workbooks -o is a folder, and " + *options.output + " is a file");
    }
    for (std::size_t i = 0; i != options.files.size(); ++i) {
        const std::string& file = options.files[i];
        if (file == standard_stream && (into_folder || !options.output)) {
            if (!writes(options)) continue;
            throw UsageError("a workbook from standard input needs a file name after -o");
        }
        destinations[i] = destination_of(options, file, into_folder);
    }
    refuse_shared_outputs(options, destinations);
    refuse_outputs_that_are_inputs(options, destinations);
    if (!writes(options)) return std::vector<Destination>(options.files.size());
    if (into_folder) {
        std::error_code error;
        fs::create_directories(*options.output, error);
        if (error)
            fail(ErrorCode::cannot_write,
                 "the folder " + *options.output + " can't be made: " + error.message());
    }
    return destinations;
}

}  // namespace scorebook::cli
