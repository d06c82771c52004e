// entry_names.hpp - which entries of the workbook's tables a text speaks of, by id or by title.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checks/check_context.hpp"

namespace scorebook {

/// An entry named in a text; `begin` and `end` are places in the folded text (plain_text.hpp, fold_words()).
struct NamedEntry {
    std::size_t table = 0;  ///< index into Subject::values
    std::size_t entry = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

class EntryNames {
  public:
    explicit EntryNames(const Subject& subject);

    /// In the order they stand. A name inside a longer one isn't told; one that several entries share is told
    /// for each.
    std::vector<NamedEntry> find(std::string_view folded) const;

  private:
    struct Name {
        std::string text;
        std::size_t table;
        std::size_t entry;
    };
    std::unordered_map<std::string, std::vector<Name>> by_first_word_;

    void add(std::string text, std::size_t table, std::size_t entry);
};

/// Words of a title that tell it from others, folded: four letters or more, no "with" or "number".
std::vector<std::string> telling_words(std::string_view title);

}  // namespace scorebook
