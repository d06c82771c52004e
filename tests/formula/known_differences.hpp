// known_differences.hpp - known-differences.md as a test reads it: which misses are named, and how many.
#pragma once

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace scorebook::testing {

/// A row of the table: | family | where | cases | why |
struct KnownDifference {
    std::string family;
    std::string where;  ///< a part of "file Sheet!Cell", as the list of misses spells it
    std::size_t cases = 0;
    std::size_t seen = 0;
};

class KnownDifferences {
  public:
    /// Rows of other families are passed over.
    KnownDifferences(const std::string& path, std::string_view family) {
        std::ifstream file(path);
        for (std::string line; std::getline(file, line);) {
            const auto fields = split(line);
            if (fields.size() < 4 || fields[0] != family) continue;
            rows_.push_back({fields[0], fields[1], std::stoul(fields[2]), 0});
        }
    }

    /// Whether a row names the miss at `place` and allows for one more.
    bool allows(std::string_view place) {
        for (KnownDifference& row : rows_) {
            if (place.find(row.where) != std::string_view::npos) return ++row.seen <= row.cases;
        }
        return false;
    }

    const std::vector<KnownDifference>& rows() const { return rows_; }

  private:
    static std::vector<std::string> split(std::string_view line) {
        std::vector<std::string> fields;
        if (!line.starts_with('|')) return fields;
        for (std::size_t at = 1; at < line.size();) {
            const std::size_t end = std::min(line.find('|', at), line.size());
            std::string_view field = line.substr(at, end - at);
            while (field.starts_with(' ')) field.remove_prefix(1);
            while (field.ends_with(' ')) field.remove_suffix(1);
            fields.emplace_back(field);
            at = end + 1;
        }
        return fields;
    }

    std::vector<KnownDifference> rows_;
};

}  // namespace scorebook::testing
