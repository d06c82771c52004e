// word_text.cpp - matching pieces of text with a list's words and synonyms.
#include "tables/word_text.hpp"

#include <algorithm>
#include <array>

#include "tables/plain_text.hpp"
#include "tables/spelling_slip.hpp"

namespace scorebook {
namespace {

/// More words than this make a sentence.
constexpr std::size_t longest_phrase = 5;
constexpr std::size_t longest_words_text = 400;

struct Match {
    const Word* word = nullptr;
    bool is_near = false;
};

bool same_word(std::string_view folded, const std::string& known) {
    const std::string other = fold_words(known);
    return !other.empty() && folded == other;
}

/// By the word or a synonym, folded; a word with a break inside counts as near even where the list knows it.
Match find_folded(const WordList& list, std::string_view folded) {
    for (const Word& word : list.words) {
        if (same_word(folded, word.word)) return {&word, false};
        for (const std::string& synonym : word.synonyms) {
            if (!same_word(folded, synonym)) continue;
            const bool is_broken =
                folded.find(' ') != folded.npos && unspaced(folded) == unspaced(fold_words(word.word));
            return {&word, is_broken};
        }
    }
    return {};
}

/// The one word this is a misspelling of.
Match find_near(const WordList& list, std::string_view folded) {
    Match nearest;
    for (const Word& word : list.words) {
        const auto is_slip = [&](const std::string& known) {
            return slips_from(folded, fold_words(known)) > 0;
        };
        if (!is_slip(word.word) && std::none_of(word.synonyms.begin(), word.synonyms.end(), is_slip))
            continue;
        if (nearest.word) return {};
        nearest = {&word, true};
    }
    return nearest;
}

void add(WordsText& result, const Match& match) {
    result.has_near |= match.is_near;
    if (std::find(result.words.begin(), result.words.end(), match.word->word) == result.words.end()) {
        result.words.push_back(match.word->word);
    }
}

std::string join(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
    return std::string(
        words[begin].data(),
        static_cast<std::size_t>(words[end - 1].data() + words[end - 1].size() - words[begin].data()));
}

/// Words side by side: "Economic Political", the longest names first. False when something is left over.
bool add_run(WordsText& result, const WordList& list, std::string_view folded) {
    const auto tokens = split_words(folded);
    WordsText run = result;
    for (std::size_t begin = 0; begin < tokens.size();) {
        std::size_t end = std::min(tokens.size(), begin + 4);
        Match match;
        for (; end > begin && !match.word; --end) {
            const std::string phrase = join(tokens, begin, end);
            match = find_folded(list, phrase);
            if (!match.word && end - begin <= 2) match = find_near(list, phrase);
        }
        if (!match.word) return false;
        add(run, match);
        begin = end + 1;
        if (begin < tokens.size() && tokens[begin] == "and") ++begin;
    }
    result = std::move(run);
    return true;
}

std::vector<std::string_view> split_at_separators(std::string_view text) {
    std::vector<std::string_view> pieces;
    while (true) {
        const std::size_t end = text.find_first_of("/,;&\n|+");
        if (const std::string_view piece = trim_spaces(text.substr(0, end)); !piece.empty())
            pieces.push_back(piece);
        if (end == text.npos) return pieces;
        text.remove_prefix(end + 1);
    }
}

const Word* find_exactly(const WordList& list, std::string_view text) {
    const auto found = std::find_if(list.words.begin(), list.words.end(),
                                    [&](const Word& word) { return word.word == text; });
    return found == list.words.end() ? nullptr : &*found;
}

/// The whole text as one word: as typed, by its synonyms (arrows and signs too), folded.
Match find_whole(const WordList& list, std::string_view text) {
    if (const Word* word = find_exactly(list, text)) return {word, false};
    const std::string_view trimmed = trim_spaces(text);
    const std::string folded = fold_words(trimmed);
    if (const Match match = find_folded(list, folded); match.word) return match;
    return {find_word(list, trimmed), false};
}

bool is_contrast(std::string_view token) {
    constexpr std::array<std::string_view, 7> contrasts{"however", "but", "although",    "though",
                                                        "whereas", "yet", "nevertheless"};
    return std::find(contrasts.begin(), contrasts.end(), token) != contrasts.end();
}

}  // namespace

WordsText read_words(const WordList& list, std::string_view text) {
    WordsText result;
    if (text.size() > longest_words_text) {
        result.has_unknown = true;
        return result;
    }
    if (const Match match = find_whole(list, text); match.word) {
        add(result, match);
        return result;
    }
    // A line end may part two words or break one: "Reputation\nal" is tried whole first.
    for (const std::string_view piece : split_at_separators(text)) {
        const std::string folded = fold_words(piece);
        if (folded.empty()) continue;
        if (const Match match = find_folded(list, folded); match.word) {
            add(result, match);
        } else if (!add_run(result, list, folded)) {
            const Match near = find_near(list, folded);
            if (near.word) {
                add(result, near);
            } else {
                result.has_unknown = true;
            }
        }
    }
    if (result.has_unknown && text.find('\n') != text.npos) {
        std::string joined(text);
        std::replace(joined.begin(), joined.end(), '\n', ' ');
        if (WordsText again = read_words(list, joined); !again.has_unknown) return again;
    }
    return result;
}

WordsText read_direction(const WordList& list, std::string_view text) {
    WordsText result;
    if (const Match match = find_whole(list, text); match.word) {
        add(result, match);
        return result;
    }
    const std::string folded = fold_words(text);
    const auto tokens = split_words(folded);
    const bool is_sentence = tokens.size() > longest_phrase;
    bool may_add = true;
    for (std::size_t begin = 0; begin < tokens.size();) {
        may_add |= is_contrast(tokens[begin]);
        Match match;
        std::size_t end = may_add ? std::min(tokens.size(), begin + 4) : begin;
        for (; end > begin; --end) {
            const std::string phrase = join(tokens, begin, end);
            // "Up", "new" and "same" inside a sentence seldom speak of the score.
            if (is_sentence && begin > 0 && phrase.size() <= 4 && phrase.front() >= 'a' &&
                phrase.front() <= 'z')
                continue;
            match = find_folded(list, phrase);
            if (match.word) break;
        }
        if (match.word) {
            add(result, match);
            may_add = !is_sentence;
            begin = end;
        } else {
            ++begin;
        }
    }
    if (!result.words.empty() || is_sentence) return result;
    if (const Match near = find_near(list, folded); near.word) {
        add(result, near);
    } else {
        result.has_unknown = true;
    }
    return result;
}

WordsText read_level_word(const WordList& list, std::string_view text) {
    WordsText result;
    if (const Match match = find_whole(list, text); match.word) {
        add(result, match);
        return result;
    }
    std::string letters;
    for (const char c : text) letters += c >= '0' && c <= '9' ? ' ' : c;
    const std::string folded = fold_words(letters);
    if (folded.empty()) return result;
    Match match = find_folded(list, folded);
    if (!match.word) match = find_near(list, folded);
    if (!match.word) match = find_folded(list, fold_words(without_brackets(letters)));
    if (match.word) {
        add(result, match);
    } else {
        result.has_unknown = true;
    }
    return result;
}

WordsText read_band_word(const std::vector<BandSet>& sets, std::string_view text) {
    WordList list;
    for (const BandSet& set : sets) {
        for (const Band& band : set.bands) {
            if (text == band.word) {
                WordsText exact;
                exact.words.push_back(band.word);
                return exact;
            }
            if (!find_exactly(list, band.word)) list.words.push_back({band.word, band.synonyms, {}});
        }
    }
    WordsText result;
    if (text.size() > longest_words_text) {
        result.has_unknown = true;
        return result;
    }
    const std::string folded = fold_words(text);
    Match match = find_folded(list, folded);
    if (!match.word) {
        const auto tokens = split_words(folded);
        for (std::size_t i = 0; i < tokens.size() && i < longest_phrase && !match.word; ++i) {
            if (tokens[i].size() > 1) match = find_folded(list, tokens[i]);
        }
        if (!match.word) match = find_near(list, folded);
    }
    if (match.word) {
        add(result, match);
    } else {
        result.has_unknown = true;
    }
    return result;
}

}  // namespace scorebook
