// status_claims.cpp - counts and shares of entries in sentences.
//
// A sentence is read word by word: a number, "of the 25", what is counted, and the state it is said to be in.
// Sentences of another build are left alone.
#include "checks/status_claims.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "checks/wording.hpp"
#include "tables/figure.hpp"
#include "tables/plain_text.hpp"
#include "vocabulary/ascii.hpp"
#include "vocabulary/verdict.hpp"

namespace scorebook {

namespace {

constexpr std::array<std::string_view, 13> number_words = {"zero", "one",    "two",   "three", "four",
                                                           "five", "six",    "seven", "eight", "nine",
                                                           "ten",  "eleven", "twelve"};

std::string plural(const std::string& noun) {
    if (noun.ends_with('y')) return noun.substr(0, noun.size() - 1) + "ies";
    return noun + "s";
}

/// The words of a folded sentence between single spaces, without commas, full stops and brackets; "56%" and
/// "and/or" stay whole.
std::string spaced_words(std::string_view plain) {
    std::string words;
    words.reserve(plain.size());
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        const bool is_inside_number = (c == ',' || c == '.') && i > 0 && i + 1 < plain.size() &&
                                      is_digit(plain[i - 1]) && is_digit(plain[i + 1]);
        if (is_inside_number && c == ',') continue;
        const bool ends = c == ' ' || c == '(' || c == ')' || c == ':' || c == ',' || c == '\'' || c == '"' ||
                          (c == '.' && !is_inside_number);
        if (!ends) {
            words += c;
        } else if (!words.empty() && words.back() != ' ') {
            words += ' ';
        }
    }
    return words;
}

std::optional<std::int64_t> whole_number(std::string_view word) {
    const auto named = std::find(number_words.begin(), number_words.end(), word);
    if (named != number_words.end()) return named - number_words.begin();
    if (word.empty() || word.size() > 7) return std::nullopt;
    std::int64_t number = 0;
    for (const char c : word) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

template <std::size_t N>
bool skip_any(const std::vector<std::string_view>& words, std::size_t& at,
              const std::array<std::string_view, N>& skipped) {
    const std::size_t begin = at;
    while (at < words.size() && std::find(skipped.begin(), skipped.end(), words[at]) != skipped.end()) ++at;
    return at > begin;
}

/// How many words of `phrase` stand at `at`; 0 when they don't.
std::size_t length_at(const std::vector<std::string_view>& words, std::size_t at, std::string_view phrase) {
    std::size_t count = 0;
    while (!phrase.empty()) {
        const std::string_view word = phrase.substr(0, phrase.find(' '));
        if (at + count >= words.size() || words[at + count] != word) return 0;
        phrase.remove_prefix(std::min(word.size() + 1, phrase.size()));
        ++count;
    }
    return count;
}

constexpr std::array<std::string_view, 6> determiners = {"the", "our", "all", "these", "its", "those"};
constexpr std::array<std::string_view, 6> adjectives = {"corporate", "key",       "performance",
                                                        "strategic", "quarterly", "reported"};
constexpr std::array<std::string_view, 9> verbs_of_being = {"are",  "is",  "were", "was",     "remain",
                                                            "have", "has", "been", "remained"};
constexpr std::array<std::string_view, 11> fillers = {
    "now", "currently", "still", "rated", "shown", "as", "classed", "judged", "reported", "at", "all"};

}  // namespace

struct StatusClaims::Claim {
    bool is_share = false;
    bool is_all = false;
    bool is_total = false;      ///< "there are 15 risks on the register"
    bool or_improving = false;  ///< "on track and/or improving" (R-15)
    std::int64_t count = 0;
    Figure share;
    std::optional<std::int64_t> whole;
    std::string noun;
    std::string state;  ///< State::word
    std::string said;   ///< "9 measures"
};

struct StatusClaims::Counts {
    std::int64_t in_state = 0;
    std::int64_t with_status = 0;
    std::int64_t entries = 0;
    std::vector<std::string> records;
    std::string canonical;
};

StatusClaims::StatusClaims(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        if (!values->table().spec->is_narrative) add_table(context, *values, report);
    }
    std::set<std::string> words;
    for (const Table& table : tables_) {
        for (const std::string& noun : table.nouns) words.insert(noun.substr(0, noun.find(' ')));
    }
    // In order, "risk" comes before "risks" and stands for it.
    std::vector<std::string> stems;
    for (const std::string& word : words) {
        if (stems.empty() || !word.starts_with(stems.back())) stems.push_back(word);
    }
    nouns_ = WordBeginnings(stems);
    stems.emplace_back("all");
    nouns_and_all_ = WordBeginnings(std::move(stems));
}

void StatusClaims::add_table(const CheckContext& context, const TableValues& values, Report& report) {
    const FoundTable& found = values.table();
    Table table{&values, {}, {}, std::vector<bool>(values.size(), false)};
    const std::string noun = folded(found.spec->entry);
    if (noun.empty()) return;
    table.nouns = {noun, plural(noun)};
    if (noun == "measure") table.nouns.insert(table.nouns.end(), {"indicator", "indicators", "kpis"});
    if (noun != "entry") table.nouns.emplace_back("entries");
    const auto add_state = [&](const std::string& word, const std::string& canonical,
                               const std::function<bool(std::size_t)>& holds) {
        const std::string plain = fold_words(word);
        if (plain.size() > 2) table.states.push_back({plain, canonical, holds});
    };
    for (const FoundColumn& column : found.columns) {
        const bool is_status =
            column.spec &&
            (column.spec->kind == ValueKind::rag ||
             (column.spec->kind == ValueKind::words && column.spec->id.find("status") != std::string::npos));
        if (!is_status) continue;
        const auto is_word = [&values, &column](std::string word) {
            return [&values, &column, word = std::move(word)](std::size_t entry) {
                return values.word(entry, column) == word;
            };
        };
        const bool is_judged = std::any_of(
            found.spec->relations.begin(), found.spec->relations.end(), [&](const Relation& relation) {
                return relation.is == "status" && relation.column == column.spec->id;
            });
        const WordList* judgements =
            is_judged ? context.current.kind->find_words(column.spec->words) : nullptr;
        for (std::size_t entry = 0; entry < values.size(); ++entry) {
            const std::string_view said = values.word(entry, column);
            // 'No target' under a status judged by target and value is none.
            const Word* word = judgements ? find_word(*judgements, said) : nullptr;
            const bool is_none = word && !word->number;
            table.has_status[entry] = table.has_status[entry] || (!said.empty() && !is_none);
        }
        if (column.spec->kind == ValueKind::rag && context.bands) {
            for (const Band& band : context.bands->bands) {
                add_state(band.word, band.word, is_word(band.word));
                for (const std::string& other : band.synonyms)
                    add_state(other, band.word, is_word(band.word));
            }
        }
        if (const WordList* list = context.current.kind->find_words(column.spec->words)) {
            for (const Word& word : list->words) {
                add_state(word.word, word.word, is_word(word.word));
                for (const std::string& other : word.synonyms)
                    add_state(other, word.word, is_word(word.word));
            }
        }
        break;
    }
    const auto facts = std::make_shared<const MeasureFacts>(context, values, report);
    const auto moved = [facts](int wanted) {
        return [facts, wanted](std::size_t entry) { return facts->progress(entry) == wanted; };
    };
    if (facts->now_column() && facts->before_column()) {
        for (const char* word : {"improving", "improved"}) add_state(word, "better", moved(1));
        for (const char* word : {"worsening", "worsened", "deteriorating", "deteriorated"})
            add_state(word, "worse", moved(-1));
    }
    // "On target" before "on": the longest word that fits is meant.
    std::stable_sort(table.states.begin(), table.states.end(),
                     [](const State& a, const State& b) { return a.word.size() > b.word.size(); });
    tables_.push_back(std::move(table));
}

/// The claim whose number stands before `at`; its noun is what some table's entries are called.
bool StatusClaims::read_claim(const std::vector<std::string_view>& words, std::size_t at,
                              Claim& claim) const {
    if (at + 1 < words.size() && words[at] == "out") ++at;
    const bool is_part = at < words.size() && words[at] == "of";
    if (is_part) ++at;
    if (claim.is_share && !is_part) return false;
    skip_any(words, at, determiners);
    if (is_part && at < words.size()) {
        if ((claim.whole = whole_number(words[at]))) ++at;
    }
    skip_any(words, at, adjectives);
    const auto state_at = [&](std::size_t place) -> const State* {
        for (const Table& table : tables_) {
            for (const State& state : table.states) {
                if (length_at(words, place, state.word) > 0) return &state;
            }
        }
        return nullptr;
    };
    const auto noun_at = [&](std::size_t place) -> std::size_t {
        std::size_t longest = 0;
        for (const Table& table : tables_) {
            for (const std::string& noun : table.nouns) {
                const std::size_t length = length_at(words, place, noun);
                if (length > longest) {
                    longest = length;
                    claim.noun = noun;
                }
            }
        }
        return longest;
    };
    if (const State* state = state_at(at)) {  // "9 red measures"
        const std::size_t next = at + split_words(state->word).size();
        if (noun_at(next) == 0) return false;
        claim.state = state->word;
        return true;
    }
    const std::size_t noun_length = noun_at(at);
    if (noun_length == 0) return false;
    at += noun_length;
    if (at < words.size() && words[at].ends_with('%')) ++at;
    if (at < words.size() && (words[at] == "that" || words[at] == "which")) ++at;
    const bool has_verb = skip_any(words, at, verbs_of_being);
    skip_any(words, at, fillers);
    const State* state = state_at(at);
    // "Improved" and "met" are verbs_of_being themselves.
    const bool is_verb = state && (state->word.ends_with("ed") || state->word == "met");
    if (!state || (!has_verb && !is_verb)) {
        constexpr std::array<std::string_view, 10> places = {"register", "scorecard", "plan", "table",
                                                             "report",   "dashboard", "list", "workbook",
                                                             "sheet",    "total"};
        const std::size_t last = at + 2;
        const std::string_view place = last < words.size()     ? words[last]
                                       : at + 1 < words.size() ? words[at + 1]
                                                               : "";
        const bool is_placed = at < words.size() && (words[at] == "on" || words[at] == "in") &&
                               std::find(places.begin(), places.end(), place) != places.end();
        claim.is_total = claim.is_total && !claim.whole && (at == words.size() || is_placed);
        return claim.is_total;
    }
    claim.is_total = false;
    claim.state = state->word;
    at += split_words(state->word).size();
    const bool goes_on = at + 1 < words.size() && (words[at] == "or" || words[at] == "and/or");
    claim.or_improving = goes_on && words[at + 1].starts_with("improv");
    // "9 measures are red or amber" is no count of either.
    return !goes_on || claim.or_improving;
}

std::vector<StatusClaims::Claim> StatusClaims::claims_in(const std::vector<std::string_view>& words) const {
    std::vector<Claim> claims;
    for (std::size_t i = 0; i < words.size(); ++i) {
        Claim claim;
        const std::string_view before = i > 0 ? words[i - 1] : std::string_view();
        if (words[i].ends_with('%')) {
            const auto share = read_figure(words[i]);
            if (!share || share->unit != FigureUnit::percent) continue;
            claim.is_share = true;
            claim.share = *share;
        } else if (words[i] == "all" && before != "not" && before != "nearly" && before != "almost") {
            claim.is_all = true;
        } else if (const auto count = whole_number(
                       words[i] == "none" || words[i] == "no" ? std::string_view("zero") : words[i])) {
            claim.count = *count;
            claim.is_total = (i > 1 && words[i - 2] == "there" && (before == "are" || before == "were")) ||
                             before == "contains" || before == "holds" || before == "comprises" ||
                             before == "lists";
        } else {
            continue;
        }
        // "More than 9 measures", "the other 9 measures".
        constexpr std::array<std::string_view, 12> hedges = {"than",    "over",    "about",      "around",
                                                             "nearly",  "other",   "least",      "most",
                                                             "quarter", "further", "additional", "of"};
        if (std::find(hedges.begin(), hedges.end(), before) != hedges.end()) continue;
        // "Of the 5 measures": the whole of a claim, told with it.
        const bool is_whole = i > 1 && words[i - 2] == "of" &&
                              std::find(determiners.begin(), determiners.end(), before) != determiners.end();
        if (is_whole || !read_claim(words, i + 1, claim)) continue;
        claim.said = words[i];
        claims.push_back(std::move(claim));
    }
    return claims;
}

StatusClaims::Counts StatusClaims::count(const Table& table, const Claim& claim,
                                         std::string_view sentence) const {
    Counts counts;
    std::optional<std::uint32_t> section;
    const FoundTable& found = table.values->table();
    for (std::uint32_t i = 1; i < found.sections.size(); ++i) {
        const std::string name = folded(found.sections[i]);
        if (name.size() > 3 && find_word(sentence, name)) section = i;
    }
    for (std::size_t entry = 0; entry < table.values->size(); ++entry) {
        if (section && found.entries[entry].section != *section) continue;
        ++counts.entries;
        counts.with_status += table.has_status[entry] ? 1 : 0;
        bool is_in_state = false;
        for (const State& state : table.states) {
            const bool is_meant =
                state.word == claim.state || (claim.or_improving && state.canonical == "better");
            if (state.word == claim.state) counts.canonical = state.canonical;
            is_in_state = is_in_state || (is_meant && state.holds(entry));
        }
        if (!is_in_state) continue;
        ++counts.in_state;
        counts.records.push_back(shortened(table.values->record(entry), 30));
    }
    return counts;
}

ClaimVerdict StatusClaims::judge_claim(std::size_t sheet_index, const Claim& claim,
                                       std::string_view sentence) const {
    std::vector<const Table*> candidates;
    for (const Table& table : tables_) {
        const bool has_noun =
            std::find(table.nouns.begin(), table.nouns.end(), claim.noun) != table.nouns.end();
        const bool has_state =
            claim.is_total || std::any_of(table.states.begin(), table.states.end(),
                                          [&](const State& state) { return state.word == claim.state; });
        if (has_noun && has_state && table.values->size() > 0) candidates.push_back(&table);
    }
    if (candidates.empty()) return {};
    Counts all;
    std::vector<Counts> each;
    for (const Table* table : candidates) {
        Counts counts = count(*table, claim, sentence);
        all.entries += counts.entries;
        all.with_status += counts.with_status;
        all.in_state += counts.in_state;
        each.push_back(std::move(counts));
    }
    each.push_back(all);
    const auto agrees = [&](const Counts& counts) {
        if (claim.is_total) return claim.count == counts.entries;
        if (claim.is_all) return counts.in_state == counts.with_status || counts.in_state == counts.entries;
        if (claim.is_share) {
            for (const std::int64_t whole : {counts.with_status, counts.entries}) {
                if (whole > 0 &&
                    scorebook::judge(claim.share.number, Fraction::ratio(counts.in_state * 100, whole)) <=
                        Verdict::truncated)
                    return true;
            }
            return false;
        }
        const bool is_whole_right =
            !claim.whole || *claim.whole == counts.entries || *claim.whole == counts.with_status;
        return claim.count == counts.in_state && is_whole_right;
    };
    if (std::any_of(each.begin(), each.end(), agrees)) return {};
    std::vector<std::size_t> here;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i]->values->table().sheet_index == sheet_index) here.push_back(i);
    }
    if (candidates.size() > 1 && here.size() != 1)
        return {std::nullopt, "it counts " + claim.noun + ", and the workbook has several tables of them"};
    if (speaks_of_elsewhere(sentence))
        return {std::nullopt, "the count may be of another period than the table's"};
    const std::size_t meant = candidates.size() > 1 ? here.front() : 0;
    const Counts& counts = each[meant];
    const Table& table = *candidates[meant];
    const std::string where = "'" + table.values->sheet().name + "'";
    std::string fact;
    if (claim.is_total) {
        fact = where + " has " +
               counted(static_cast<std::size_t>(counts.entries), table.nouns[0], table.nouns[1]) + ".";
    } else {
        const auto in_state = static_cast<std::size_t>(counts.in_state);
        fact = counted(in_state, table.nouns[0], table.nouns[1]) + " of " + std::to_string(counts.entries) +
               " on " + where + (in_state == 1 ? " is " : " are ") + counts.canonical +
               (claim.or_improving ? " or better than before" : "");
        const bool is_share_known = claim.is_share && counts.with_status > 0;
        if (is_share_known)
            fact += ", " +
                    to_text(Fraction::ratio(counts.in_state * 100, counts.with_status), claim.share.places) +
                    "% of the " + std::to_string(counts.with_status) + " with a status";
        if (!counts.records.empty() && counts.records.size() <= 6) fact += ": " + joined(counts.records);
        fact += ".";
    }
    return {SentenceFault{"A11", Severity::error, fact}, {}};
}

ClaimVerdict StatusClaims::judge(std::size_t sheet_index, std::string_view plain) const {
    if (tables_.empty() || !may_be_counted(plain)) return {};
    ClaimVerdict open;
    const std::string words = spaced_words(plain);
    for (const Claim& claim : claims_in(split_words(words))) {
        ClaimVerdict verdict = judge_claim(sheet_index, claim, plain);
        if (verdict.fault) return verdict;
        if (!verdict.is_open()) open = std::move(verdict);
    }
    return open;
}

}  // namespace scorebook
