// folded_labels.hpp - a table's headers and synonyms folded into LabelRows, and looking labels up in them.
//
// For the built-in kinds the build does the folding (kinds/generator); a kind given as a file is folded when
// a workbook is searched.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "templates/label_rows.hpp"
#include "templates/workbook_template.hpp"

namespace scorebook {

/// Owns what its rows() look into.
struct FoldedLabels {
    std::string texts;
    std::vector<LabelKey> keys;
    std::vector<LabelUse> uses;
    std::vector<LabelWord> words;
    std::vector<std::uint64_t> first_words;

    LabelRows rows() const { return {texts, keys, uses, words, first_words}; }
};

/// `table` has its synonyms (KnownKind::in_full()). Of a key's columns the exact ones come first, then in the
/// template's order.
FoldedLabels fold_labels(const TableSpec& table);

/// Owns what its labels() look into.
struct FoldedKindLabels {
    std::string texts;
    std::vector<KindKey> keys;
    std::vector<std::uint64_t> first_words;

    KindLabels labels() const { return {texts, keys, first_words}; }
};

/// KindKey::kinds has a bit for each kind.
inline constexpr std::size_t most_kinds = 64;
/// The labels of at most `most_kinds` kinds together, each given as its tables.
FoldedKindLabels fold_kinds(const std::vector<std::vector<FoldedLabels>>& kinds);

/// The row of `key`, as one of label_keys() gives it; null when no column goes by it.
const LabelKey* find_label(const LabelRows& rows, std::string_view key);
/// The kinds with a table that has `key`, as bits; 0 when none has.
std::uint64_t find_kinds(const KindLabels& labels, std::string_view key);

inline std::string_view text_of(const LabelRows& rows, const LabelKey& key) {
    return rows.texts.substr(key.text, key.length);
}

/// Whether a column goes by a key with this word.
bool has_label_word(const LabelRows& rows, std::string_view word, std::size_t column);

/// What a label may be looked up by: folded, as it is and without its bracketed parts.
std::vector<std::string> label_keys(std::string_view label);
/// label_keys() of a label in a workbook, and before the period it names the words beside its year: "england
/// average" of "2014/15 England Average", "cf national average" of "2014/15 Leeds cf national average".
std::vector<std::string> lookup_keys(std::string_view label);

/// A bit for each letter of the alphabet that `text` has; everything else shares six bits.
std::uint32_t letters_of(std::string_view text);

/// Words for `first_words`: bits by a hash of the first word.
inline constexpr std::size_t first_word_hashes = 8192;
/// A hash of the first word as fold_words() would give it; none where only folding can tell.
std::optional<std::size_t> first_word_hash(std::string_view text);
void add_first_word(std::vector<std::uint64_t>& first_words, std::string_view key);
/// False when no key begins as `text` does.
bool may_have_first_word(std::span<const std::uint64_t> first_words, std::string_view text);

}  // namespace scorebook
