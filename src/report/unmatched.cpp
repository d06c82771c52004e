// unmatched.cpp - the same entry has the same table and reference; one that is like it shares most of the
// words that tell its title from others.
#include "report/unmatched.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "checks/entry_names.hpp"
#include "tables/plain_text.hpp"
#include "tables/spelling_slip.hpp"

namespace scorebook {

namespace {

/// A word that more entries have tells none of them from the others.
constexpr std::size_t most_with_word = 50;
/// More entries than this aren't compared by their titles: nobody would read the table.
constexpr std::size_t most_compared = 20'000;

using Name = std::pair<std::string, std::string>;  ///< table, folded reference

Name name_of(const SetEntry& entry) {
    return {entry.entry.table, fold_words(entry.entry.record)};
}

const std::string& title_of(const SetEntry& entry) {
    return entry.entry.title.empty() ? entry.entry.record : entry.entry.title;
}

/// Titles by their words.
class Titles {
  public:
    explicit Titles(const std::vector<const SetEntry*>& entries) {
        if (entries.size() > most_compared) return;
        for (const SetEntry* entry : entries) {
            for (const std::string& word : words_of(*entry)) by_word_[word].push_back(entry);
        }
    }

    /// The entry of the same table whose title is most like, when at least half of their words are common.
    const SetEntry* find_like(const SetEntry& wanted) const {
        const std::set<std::string> words = words_of(wanted);
        std::map<const SetEntry*, std::size_t> common;
        for (const std::string& word : words) {
            const auto with_word = by_word_.find(word);
            if (with_word == by_word_.end() || with_word->second.size() > most_with_word) continue;
            for (const SetEntry* entry : with_word->second) {
                if (entry->entry.table == wanted.entry.table) ++common[entry];
            }
        }
        const SetEntry* best = nullptr;
        double best_share = 0.5;
        for (const auto& [entry, ignored] : common) {
            const double share = common_share(words, words_of(*entry));
            // Equally like ones: the first return's, so that the same returns give the same table.
            const bool is_better =
                share > best_share || (share == best_share && (!best || entry->from < best->from));
            if (!is_better) continue;
            best = entry;
            best_share = share;
        }
        return best;
    }

  private:
    static std::set<std::string> words_of(const SetEntry& entry) {
        const std::vector<std::string> words = telling_words(title_of(entry));
        return {words.begin(), words.end()};
    }

    static double common_share(const std::set<std::string>& a, const std::set<std::string>& b) {
        const auto common = static_cast<std::size_t>(
            std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
        const std::size_t all = a.size() + b.size() - common;
        return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
    }

    std::unordered_map<std::string, std::vector<const SetEntry*>> by_word_;
};

/// Entries of some quarters and the names they have.
struct Side {
    std::vector<const SetEntry*> entries;
    std::set<Name> names;

    void add(const SetEntry& entry) {
        entries.push_back(&entry);
        names.insert(name_of(entry));
    }
    /// Those whose name the other side hasn't, of returns that have some entry in common with it.
    std::vector<const SetEntry*> not_in(const Side& other) const {
        std::set<std::size_t> continued;
        for (const SetEntry* entry : entries) {
            if (other.names.contains(name_of(*entry))) continued.insert(entry->from);
        }
        std::vector<const SetEntry*> alone;
        for (const SetEntry* entry : entries) {
            if (continued.contains(entry->from) && !other.names.contains(name_of(*entry)))
                alone.push_back(entry);
        }
        return alone;
    }
};

/// What a folded title begins and ends with: a slip of the keyboard leaves one of them as it was.
std::pair<std::string, std::string> ends_of(const std::string& title) {
    const std::vector<std::string_view> words = split_words(title);
    const std::size_t count = words.size() < 4 ? 1 : 2;
    std::string first = "first", last = "last";
    for (std::size_t i = 0; i < std::min(count, words.size()); ++i) {
        first.append(" ").append(words[i]);
        last.append(" ").append(words[words.size() - 1 - i]);
    }
    return {std::move(first), std::move(last)};
}

/// Titles of one quarter that are a slip of the keyboard apart, in two returns: very likely one measure.
void add_misspelt(const SetEntries& all, const Side& now, std::vector<UnmatchedEntry>& unmatched) {
    if (now.entries.size() > most_compared) return;
    using Title = std::pair<std::string, std::string>;  // table, folded title
    std::map<Title, const SetEntry*> titles;            // its first entry
    for (const SetEntry* entry : now.entries)
        titles.try_emplace({entry->entry.table, fold_words(title_of(*entry))}, entry);
    std::map<Title, std::vector<const SetEntry*>> by_end;
    std::set<const SetEntry*> told;
    for (const auto& [title, entry] : titles) {
        const auto [first, last] = ends_of(title.second);
        for (const std::string& end : {first, last}) {
            std::vector<const SetEntry*>& alike = by_end[{title.first, end}];
            for (const SetEntry* other : alike) {
                if (entry->from == other->from) continue;
                const SetEntry* earlier = entry->from < other->from ? entry : other;
                const SetEntry* later = earlier == entry ? other : entry;
                if (told.contains(later) || slips_from(title.second, fold_words(title_of(*other))) == 0)
                    continue;
                told.insert(later);
                unmatched.push_back(
                    {later, "spelt a little differently in " + all.returns()[earlier->from].file, earlier});
            }
            if (alike.size() < most_with_word) alike.push_back(entry);
        }
    }
}

}  // namespace

std::vector<UnmatchedEntry> unmatched_entries(const SetEntries& all) {
    Side now, before;
    std::string before_period;
    const std::size_t earlier = all.last_earlier_quarter();
    for (const SetEntry& entry : all.entries()) {
        if (entry.entry.is_period || entry.entry.record.empty()) continue;
        const SetReturn& from = all.returns()[entry.from];
        if (all.is_present(entry.from)) {
            now.add(entry);
        } else if (from.quarter == earlier) {
            before.add(entry);
            before_period = from.period;
        }
    }
    std::vector<UnmatchedEntry> unmatched;
    if (!before.entries.empty()) {
        const std::vector<const SetEntry*> added = now.not_in(before), gone = before.not_in(now);
        const Titles added_titles(added), gone_titles(gone);
        for (const SetEntry* entry : added)
            unmatched.push_back(
                {entry, "not in the returns of " + before_period, gone_titles.find_like(*entry)});
        for (const SetEntry* entry : gone)
            unmatched.push_back(
                {entry, "not in the returns of " + all.present_period(), added_titles.find_like(*entry)});
    }
    add_misspelt(all, now, unmatched);
    std::stable_sort(
        unmatched.begin(), unmatched.end(),
        [](const UnmatchedEntry& a, const UnmatchedEntry& b) { return a.entry->from < b.entry->from; });
    return unmatched;
}

}  // namespace scorebook
