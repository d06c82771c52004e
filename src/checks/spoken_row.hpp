// spoken_row.hpp - which entry a sentence speaks of, and the figures of that entry's row.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/entry_names.hpp"
#include "checks/sheet_texts.hpp"
#include "tables/figure.hpp"

namespace scorebook {

/// The row of an entry that a sentence speaks of.
struct SpokenRow {
    std::size_t table = 0;  ///< index into Subject::values
    std::size_t entry = 0;
    bool is_own = false;  ///< the text is a comment in this row
    std::string name;     ///< as the text has it, folded; empty for a comment
    std::vector<std::pair<const FoundColumn*, Figure>> figures;
    std::vector<Figure> in_title;  ///< "within 20 working days" is no claim
};

class SpokenRows {
  public:
    explicit SpokenRows(const CheckContext& context) : context_(context), names_(context.current) {}

    /// The first entry the sentence names. `is_ambiguous`: it names others too.
    std::optional<SpokenRow> named(std::string_view sentence, bool& is_ambiguous) const;
    /// Every entry the sentence names, in order.
    std::vector<SpokenRow> all_named(std::string_view sentence) const;
    /// The entry in whose row of comments the text stands.
    std::optional<SpokenRow> of_comment(const SheetText& text) const;

  private:
    SpokenRow row_of(std::size_t table, std::size_t entry) const;

    const CheckContext& context_;
    EntryNames names_;
};

/// Where the entry's name ends in a plain text of the sentence.
std::optional<std::size_t> end_of_name(const SpokenRow& row, std::string_view plain);

}  // namespace scorebook
