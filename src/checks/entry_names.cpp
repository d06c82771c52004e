// entry_names.cpp - names of entries in texts.
#include "checks/entry_names.hpp"

#include <algorithm>
#include <array>

#include "checks/wording.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

/// Names of more entries than this aren't looked for: nobody writes about each of ten thousand rows.
constexpr std::size_t most_names = 20'000;
constexpr std::size_t shortest_title = 5;

/// Labels of rows that any sentence may hold without speaking of the row.
constexpr std::array<std::string_view, 22> common_words = {
    "other",     "others",     "total",       "overall",     "average", "north", "south",   "east",
    "west",      "central",    "none",        "yearly",      "annual",  "april", "quarter", "council",
    "complaint", "complaints", "compliments", "performance", "target",  "actual"};

bool is_reference(std::string_view id) {
    const bool has_letter = std::any_of(id.begin(), id.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const bool has_digit = std::any_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; });
    return has_letter && has_digit && id.size() >= 2;
}

bool is_title(std::string_view title) {
    if (title.size() < shortest_title) return false;
    const bool is_one_word = title.find(' ') == std::string_view::npos;
    return !is_one_word || std::find(common_words.begin(), common_words.end(), title) == common_words.end();
}

/// "household waste recycled" of "% household waste recycled": sentences leave out how it is measured.
std::string_view without_kind_of_figure(std::string_view title) {
    for (const std::string_view kind : {"% of ", "% ", "percentage of ", "percentage ", "proportion of ",
                                        "share of ", "number of ", "no of "}) {
        if (!title.starts_with(kind)) continue;
        const std::string_view rest = title.substr(kind.size());
        return rest.find(' ') == std::string_view::npos ? std::string_view() : rest;
    }
    return {};
}

}  // namespace

EntryNames::EntryNames(const Subject& subject) {
    std::size_t count = 0;
    for (std::size_t table = 0; table < subject.values.size(); ++table) {
        const TableValues& values = *subject.values[table];
        count += values.size();
        if (values.table().spec->is_narrative || count > most_names) continue;
        const FoundColumn* id = values.roles().id;
        const FoundColumn* title = values.roles().description;
        for (std::size_t entry = 0; entry < values.size(); ++entry) {
            std::string buffer;
            if (id) {
                std::string name = fold_words(values.record(entry));
                if (is_reference(name)) add(std::move(name), table, entry);
            }
            if (!title) continue;
            const std::string_view text = values.text(entry, *title, buffer);
            const std::string whole = fold_words(text);
            if (is_title(whole)) add(whole, table, entry);
            const std::string_view short_title = without_kind_of_figure(whole);
            if (is_title(short_title)) add(std::string(short_title), table, entry);
            // "Derbyshire (506)", "Capital receipts (General Fund)": people leave the brackets out.
            std::string bare = fold_words(without_brackets(text));
            if (bare != whole && is_title(bare)) add(std::move(bare), table, entry);
        }
    }
}

void EntryNames::add(std::string text, std::size_t table, std::size_t entry) {
    std::string first = text.substr(0, text.find(' '));
    by_first_word_[std::move(first)].push_back({std::move(text), table, entry});
}

std::vector<NamedEntry> EntryNames::find(std::string_view folded) const {
    std::vector<NamedEntry> found;
    for (std::size_t begin = 0; begin < folded.size();) {
        std::size_t end = folded.find(' ', begin);
        if (end == std::string_view::npos) end = folded.size();
        const auto names = by_first_word_.find(std::string(folded.substr(begin, end - begin)));
        if (names != by_first_word_.end()) {
            for (const Name& name : names->second) {
                const std::size_t last = begin + name.text.size();
                const bool is_here = folded.substr(begin, name.text.size()) == name.text &&
                                     (last == folded.size() || folded[last] == ' ');
                if (is_here) found.push_back({name.table, name.entry, begin, last});
            }
        }
        begin = end + 1;
    }
    const auto is_inside_another = [&](const NamedEntry& inner) {
        return std::any_of(found.begin(), found.end(), [&](const NamedEntry& outer) {
            return outer.begin <= inner.begin && inner.end <= outer.end &&
                   outer.end - outer.begin > inner.end - inner.begin;
        });
    };
    std::vector<NamedEntry> longest;
    std::copy_if(found.begin(), found.end(), std::back_inserter(longest),
                 [&](const NamedEntry& name) { return !is_inside_another(name); });
    return longest;
}

std::vector<std::string> telling_words(std::string_view title) {
    constexpr std::size_t shortest_word = 4;
    constexpr std::array<std::string_view, 14> idle_words = {"with", "that", "this",   "from",   "their",
                                                             "have", "been", "within", "number", "percentage",
                                                             "rate", "days", "share",  "average"};
    std::vector<std::string> words;
    const std::string folded_title = fold_words(title);
    for (const std::string_view word : split_words(folded_title)) {
        const bool is_idle = std::find(idle_words.begin(), idle_words.end(), word) != idle_words.end();
        if (word.size() >= shortest_word && !is_idle) words.emplace_back(word);
    }
    return words;
}

}  // namespace scorebook
