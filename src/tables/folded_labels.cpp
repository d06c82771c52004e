// folded_labels.cpp - one sort gives keys by length and text; all looking up is halving.
#include "tables/folded_labels.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "tables/period_key.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {
namespace {

/// A way to write a column's header, before those that are the same are put together.
struct Spelling {
    std::string key;
    std::uint16_t column;
    /// A shortened synonym counts only where nobody's header or synonym is the same.
    enum class Origin : std::uint8_t { header, synonym, shortened } origin;
};

std::vector<Spelling> spellings_of(const TableSpec& table) {
    std::vector<Spelling> spellings;
    const auto add = [&](std::string key, std::size_t column, Spelling::Origin origin) {
        if (!key.empty()) spellings.push_back({std::move(key), static_cast<std::uint16_t>(column), origin});
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        for (std::string& key : label_keys(table.columns[i].header))
            add(std::move(key), i, Spelling::Origin::header);
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        for (const std::string& synonym : table.columns[i].synonyms)
            add(fold_words(synonym), i, Spelling::Origin::synonym);
    }
    // "Risk Rating (RAG)" without its bracket is another column's header, so the shortened forms come last.
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        for (const std::string& synonym : table.columns[i].synonyms) {
            if (synonym.find('(') != synonym.npos)
                add(fold_words(without_brackets(synonym)), i, Spelling::Origin::shortened);
        }
    }
    std::stable_sort(spellings.begin(), spellings.end(), [](const Spelling& x, const Spelling& y) {
        return std::tuple(x.key.size(), std::string_view(x.key)) <
               std::tuple(y.key.size(), std::string_view(y.key));
    });
    return spellings;
}

/// The uses of spellings `begin` to `end`, which are all of one key.
void add_uses(const std::vector<Spelling>& spellings, std::size_t begin, std::size_t end,
              FoldedLabels& labels) {
    const std::size_t first_use = labels.uses.size();
    const bool is_shortened_only = spellings[begin].origin == Spelling::Origin::shortened;
    for (std::size_t i = begin; i < (is_shortened_only ? begin + 1 : end); ++i) {
        const Spelling& spelling = spellings[i];
        if (spelling.origin == Spelling::Origin::shortened && !is_shortened_only) break;
        const bool is_known =
            std::any_of(labels.uses.begin() + static_cast<std::ptrdiff_t>(first_use), labels.uses.end(),
                        [&](const LabelUse& use) { return use.column == spelling.column; });
        if (!is_known)
            labels.uses.push_back(
                {spelling.column, static_cast<std::uint16_t>(spelling.origin == Spelling::Origin::header)});
    }
    const std::string& key = spellings[begin].key;
    labels.keys.push_back({static_cast<std::uint32_t>(labels.texts.size()), letters_of(key),
                           static_cast<std::uint32_t>(first_use), static_cast<std::uint16_t>(key.size()),
                           static_cast<std::uint16_t>(labels.uses.size() - first_use)});
    labels.texts += key;
    add_first_word(labels.first_words, key);
}

std::string_view text_of(std::string_view texts, const LabelWord& word) {
    return texts.substr(word.text, word.length);
}

void add_words(FoldedLabels& labels) {
    const std::string_view texts = labels.texts;
    for (const LabelKey& key : labels.keys) {
        for (const std::string_view word : split_words(texts.substr(key.text, key.length))) {
            const auto place = static_cast<std::uint32_t>(word.data() - texts.data());
            for (std::uint32_t use = key.first_use; use != key.first_use + key.use_count; ++use)
                labels.words.push_back(
                    {place, static_cast<std::uint16_t>(word.size()), labels.uses[use].column});
        }
    }
    const auto order = [&](const LabelWord& word) { return std::tuple(text_of(texts, word), word.column); };
    std::stable_sort(labels.words.begin(), labels.words.end(),
                     [&](const LabelWord& x, const LabelWord& y) { return order(x) < order(y); });
    const auto end =
        std::unique(labels.words.begin(), labels.words.end(),
                    [&](const LabelWord& x, const LabelWord& y) { return order(x) == order(y); });
    labels.words.erase(end, labels.words.end());
}

/// The key in rows sorted by length, then text; null when it isn't there.
template <typename Key>
const Key* find_key(std::string_view texts, std::span<const Key> keys, std::string_view wanted) {
    const auto found =
        std::lower_bound(keys.begin(), keys.end(), wanted, [&](const Key& key, std::string_view text) {
            if (key.length != text.size()) return key.length < text.size();
            return texts.substr(key.text, key.length) < text;
        });
    if (found == keys.end() || found->length != wanted.size()) return nullptr;
    return texts.substr(found->text, found->length) == wanted ? &*found : nullptr;
}

}  // namespace

FoldedLabels fold_labels(const TableSpec& table) {
    FoldedLabels labels;
    labels.first_words.resize(first_word_hashes / 64);
    const std::vector<Spelling> spellings = spellings_of(table);
    for (std::size_t begin = 0; begin < spellings.size();) {
        std::size_t end = begin + 1;
        while (end < spellings.size() && spellings[end].key == spellings[begin].key) ++end;
        add_uses(spellings, begin, end, labels);
        begin = end;
    }
    add_words(labels);
    return labels;
}

FoldedKindLabels fold_kinds(const std::vector<std::vector<FoldedLabels>>& kinds) {
    std::map<std::pair<std::size_t, std::string_view>, std::uint64_t> kinds_of_keys;  // by length, then text
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        for (const FoldedLabels& table : kinds[kind]) {
            for (const LabelKey& key : table.keys)
                kinds_of_keys[{key.length, text_of(table.rows(), key)}] |= std::uint64_t{1} << kind;
        }
    }
    FoldedKindLabels labels;
    labels.first_words.resize(first_word_hashes / 64);
    for (const auto& [key, bits] : kinds_of_keys) {
        labels.keys.push_back(
            {static_cast<std::uint32_t>(labels.texts.size()), static_cast<std::uint32_t>(key.first), bits});
        labels.texts += key.second;
        add_first_word(labels.first_words, key.second);
    }
    return labels;
}

const LabelKey* find_label(const LabelRows& rows, std::string_view key) {
    return find_key(rows.texts, rows.keys, key);
}

std::uint64_t find_kinds(const KindLabels& labels, std::string_view key) {
    const KindKey* const found = find_key(labels.texts, labels.keys, key);
    return found ? found->kinds : 0;
}

bool has_label_word(const LabelRows& rows, std::string_view word, std::size_t column) {
    const auto found = std::lower_bound(
        rows.words.begin(), rows.words.end(), std::tuple(word, column),
        [&](const LabelWord& known, const std::tuple<std::string_view, std::size_t>& wanted) {
            return std::tuple(text_of(rows.texts, known), std::size_t{known.column}) < wanted;
        });
    return found != rows.words.end() && found->column == column && text_of(rows.texts, *found) == word;
}

std::vector<std::string> label_keys(std::string_view label) {
    std::vector<std::string> keys;
    if (std::string key = fold_words(label); !key.empty()) keys.push_back(std::move(key));
    if (label.find_first_of("([") != label.npos) {
        std::string key = fold_words(without_brackets(label));
        if (!key.empty() && (keys.empty() || key != keys.front())) keys.push_back(std::move(key));
    }
    if (std::string key = period_key(label); !key.empty()) keys.push_back(std::move(key));
    return keys;
}

namespace {

bool is_year_word(std::string_view word) {
    return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
           word.find_first_not_of("0123456789") == word.npos;
}

bool is_second_year(std::string_view word) {
    return is_year_word(word) || (word.size() == 2 && word.find_first_not_of("0123456789") == word.npos);
}

/// The words of a folded label but its years.
std::string without_years(std::string_view folded) {
    std::string rest;
    bool follows_year = false;
    for (const std::string_view word : split_words(folded)) {
        const bool is_year = is_year_word(word) || (follows_year && is_second_year(word));
        follows_year = is_year_word(word);
        if (is_year) continue;
        if (!rest.empty()) rest += ' ';
        rest += word;
    }
    return rest;
}

}  // namespace

std::vector<std::string> lookup_keys(std::string_view label) {
    std::vector<std::string> keys = label_keys(label);
    if (!may_be_period(label) || keys.empty()) return keys;
    const std::string undated = without_years(keys.front());
    if (undated.empty() || undated == keys.front()) return keys;
    const bool has_period = keys.size() > 1 && keys.back().starts_with("period ");
    std::vector<std::string> more{undated};
    // Whose figures are compared stands before the word, and is anybody.
    for (const std::string_view word : {" cf ", " compared ", " against ", " vs "}) {
        if (const std::size_t at = undated.find(word); at != undated.npos)
            more.push_back(undated.substr(at + 1));
    }
    keys.insert(has_period ? keys.end() - 1 : keys.end(), more.begin(), more.end());
    return keys;
}

std::uint32_t letters_of(std::string_view text) {
    std::uint32_t letters = 0;
    for (const char c : text) {
        if (c == ' ') continue;
        letters |= 1U << (c >= 'a' && c <= 'z' ? static_cast<unsigned>(c - 'a')
                                               : 26 + static_cast<unsigned char>(c) % 6);
    }
    return letters;
}

std::optional<std::size_t> first_word_hash(std::string_view text) {
    std::uint32_t hash = 2166136261U;  // FNV-1a
    bool has_letter = false;
    for (const char c : text) {
        const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%' || c == '#';
        if (!is_kept && !(c >= 'A' && c <= 'Z')) {
            if (static_cast<unsigned char>(c) >= 0x80 || c == '\'' || c == '*' || c == '&')
                return std::nullopt;
            if (has_letter) break;
            continue;
        }
        has_letter = true;
        hash = (hash ^ static_cast<unsigned char>(is_kept ? c : c - 'A' + 'a')) * 16777619U;
    }
    return has_letter ? std::optional<std::size_t>((hash ^ hash >> 13) % first_word_hashes) : std::nullopt;
}

void add_first_word(std::vector<std::uint64_t>& first_words, std::string_view key) {
    if (const auto hash = first_word_hash(key)) first_words[*hash / 64] |= std::uint64_t{1} << *hash % 64;
}

bool may_have_first_word(std::span<const std::uint64_t> first_words, std::string_view text) {
    const auto hash = first_word_hash(text);
    return !hash || (first_words[*hash / 64] >> *hash % 64 & 1) != 0;
}

}  // namespace scorebook
