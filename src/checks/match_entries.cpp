// match_entries.cpp - which entry of this period is which entry of the last one.
#include "checks/match_entries.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// Titles are only compared when this few are left without a match on either side.
constexpr std::size_t most_unmatched = 300;
constexpr double least_similarity = 0.6;

using PlacesById = std::unordered_map<std::string, EntryPlace>;

std::string table_key(const TableValues& values, std::string_view id) {
    return values.table().spec->id + '\n' + std::string(id);
}

/// Measures are called by their names where they have no references; risks and opportunities never are.
bool has_key(const TableValues& values) {
    if (values.table().spec->is_narrative) return false;
    return values.roles().id || (values.roles().description && !values.roles().judged());
}

std::string key_of(const TableValues& values, std::size_t entry) {
    const FoundColumn* id = values.roles().id;
    return id ? std::string(values.word(entry, *id)) : values.record(entry);
}

/// A key used again: the second "Complaints" of this period is the second one of the last.
std::string repeated(std::string key, std::unordered_map<std::string, std::size_t>& uses) {
    const std::size_t use = ++uses[key];
    if (use > 1) key += "\n#" + std::to_string(use);
    return key;
}

/// Each use of each id; `fold` gives the form ids are compared in.
template <typename Fold>
PlacesById index_entries(const Subject& subject, Fold fold) {
    PlacesById places;
    std::unordered_map<std::string, std::size_t> uses;
    for (std::size_t table = 0; table < subject.values.size(); ++table) {
        const TableValues& values = *subject.values[table];
        if (!has_key(values)) continue;
        for (std::size_t entry = 0; entry < values.size(); ++entry) {
            const std::string key = fold(key_of(values, entry));
            if (!key.empty())
                places.try_emplace(repeated(table_key(values, key), uses), EntryPlace{table, entry});
        }
    }
    return places;
}

std::string title(const Subject& subject, EntryPlace place) {
    const TableValues& values = *subject.values[place.table];
    const FoundColumn* description = values.roles().description;
    return description ? values.read(place.entry, *description).text : std::string();
}

std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> words;
    std::string word;
    for (const char c : folded(text) + ' ') {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_letter) {
            word += c;
        } else {
            if (word.size() > 2) words.insert(word);
            word.clear();
        }
    }
    return words;
}

void suggest_by_title(const Subject& current, const Subject& previous, MatchedEntries& result) {
    if (result.only_current.size() > most_unmatched || result.only_previous.size() > most_unmatched) return;
    for (const EntryPlace& now : result.only_current) {
        double best = least_similarity;
        const EntryPlace* likeliest = nullptr;
        const std::string text = title(current, now);
        for (const EntryPlace& before : result.only_previous) {
            if (current.values[now.table]->table().spec->id !=
                previous.values[before.table]->table().spec->id)
                continue;
            const double similarity = title_similarity(text, title(previous, before));
            if (similarity < best) continue;
            best = similarity;
            likeliest = &before;
        }
        if (likeliest) result.suggestions.push_back({now, *likeliest, MatchKind::similar_title});
    }
}

}  // namespace

double title_similarity(std::string_view a, std::string_view b) {
    const std::set<std::string> left = words_of(a);
    const std::set<std::string> right = words_of(b);
    if (left.empty() || right.empty()) return 0;
    const auto common = static_cast<double>(std::count_if(
        left.begin(), left.end(), [&](const std::string& word) { return right.contains(word); }));
    return common / static_cast<double>(std::max(left.size(), right.size()));
}

MatchedEntries match_entries(const Subject& current, const Subject& previous) {
    const PlacesById by_id = index_entries(previous, [](std::string_view id) { return folded(id); });
    const PlacesById by_fold = index_entries(previous, [](std::string_view id) { return fold_id(id); });
    std::set<std::pair<std::size_t, std::size_t>> used;
    std::unordered_map<std::string, std::size_t> uses;
    MatchedEntries result;
    for (std::size_t table = 0; table < current.values.size(); ++table) {
        const TableValues& values = *current.values[table];
        if (!has_key(values)) continue;
        for (std::size_t entry = 0; entry < values.size(); ++entry) {
            const std::string word = key_of(values, entry);
            auto found = by_id.find(repeated(table_key(values, folded(word)), uses));
            MatchKind kind = MatchKind::same_id;
            if (found == by_id.end() && !word.empty()) {
                found = by_fold.find(table_key(values, fold_id(word)));
                kind = MatchKind::look_alike_id;
                if (found == by_fold.end()) found = by_id.end();
            }
            const bool is_match =
                found != by_id.end() && used.emplace(found->second.table, found->second.entry).second;
            if (is_match) {
                result.matches.push_back({{table, entry}, found->second, kind});
            } else {
                result.only_current.push_back({table, entry});
            }
        }
    }
    for (std::size_t table = 0; table < previous.values.size(); ++table) {
        const TableValues& values = *previous.values[table];
        if (!has_key(values)) continue;
        for (std::size_t entry = 0; entry < values.size(); ++entry) {
            if (!used.contains({table, entry})) result.only_previous.push_back({table, entry});
        }
    }
    suggest_by_title(current, previous, result);
    return result;
}

}  // namespace scorebook
