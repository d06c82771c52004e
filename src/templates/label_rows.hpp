// label_rows.hpp - the headers a table goes by, folded and sorted for looking up. Plain rows of numbers and
// one text, so that those of the built-in kinds are constants of the program: nothing is built when it
// starts, and only the pages that are looked at are ever read. tables/folded_labels.hpp makes and searches
// them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace scorebook {

/// A header, a synonym or a shortened form of one, as fold_words() gives it.
struct LabelKey {
    std::uint32_t text;       ///< offset into LabelRows::texts
    std::uint32_t letters;    ///< a bit for each letter it has
    std::uint32_t first_use;  ///< into LabelRows::uses
    std::uint16_t length;
    std::uint16_t use_count;
};

/// A column a key may mean.
struct LabelUse {
    std::uint16_t column;  ///< index into TableSpec::columns
    std::uint16_t is_exact;
};

/// A word of some key of a column.
struct LabelWord {
    std::uint32_t text;  ///< offset into LabelRows::texts
    std::uint16_t length;
    std::uint16_t column;
};

/// Views; what they look into outlives them.
struct LabelRows {
    std::string_view texts;
    std::span<const LabelKey> keys;    ///< by length, then text
    std::span<const LabelUse> uses;    ///< of each key: exact ones first, then in the template's order
    std::span<const LabelWord> words;  ///< by text, then column; each once
    std::span<const std::uint64_t> first_words;  ///< a bit for each hash a key's first word has
};

/// A key of any table of the built-in kinds.
struct KindKey {
    std::uint32_t text;  ///< offset into KindLabels::texts
    std::uint32_t length;
    std::uint64_t kinds;  ///< a bit for each kind, by its place among the built-in ones
};

/// The keys of all built-in kinds together, so that one look tells a label from other texts.
struct KindLabels {
    std::string_view texts;
    std::span<const KindKey> keys;  ///< by length, then text
    std::span<const std::uint64_t> first_words;
};

}  // namespace scorebook
