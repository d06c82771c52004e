// sentence_figures.hpp - the figures of one sentence and the words round them: which two are compared, which
// way the sentence says they went.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tables/figure.hpp"

namespace scorebook {

/// Whether the text could have so many figures, which are at most its runs of digits. Most sentences have
/// none, and need no reading.
bool has_figures(std::string_view text, std::size_t least);

class SentenceFigures {
  public:
    /// Years and the numbers of quarters are no figures.
    explicit SentenceFigures(std::string_view text);

    /// Indices of the two figures a sentence compares.
    struct Pair {
        std::size_t before = 0;
        std::size_t now = 0;
    };

    std::size_t size() const { return figures_.size(); }
    const Figure& figure(std::size_t i) const { return figures_[i].figure; }
    /// A whole number without a unit or a hedge.
    bool is_count(std::size_t i) const;
    /// "75.5%": the figure as a finding says it.
    std::string words(std::size_t i) const;

    /// The sentence as figures are read from it (figure_text.hpp).
    const std::string& plain() const { return plain_; }
    /// Where figure `i` begins in plain(), words such as "about" included.
    std::size_t begin(std::size_t i) const { return figures_[i].begin; }
    /// What stands between figure `i` and the next one.
    std::string between(std::size_t i) const;
    /// The word right before figure `i`, and up to `most` bytes before or after it.
    std::string word_before(std::size_t i) const;
    std::string text_before(std::size_t i, std::size_t most = std::string::npos) const;
    std::string text_after(std::size_t i, std::size_t most = std::string::npos) const;
    bool is_in_brackets(std::size_t i) const;

    /// Whether any of the words stands in the sentence as a whole word.
    bool says(std::initializer_list<std::string_view> words) const;
    /// 1 up, -1 down; 0 when the sentence says neither, or both.
    int stated_direction() const;
    /// "from A to B", "(A to B)", "B compared to A", "B against A": two figures of one unit.
    std::optional<Pair> values_compared(std::size_t from = 0) const;

  private:
    std::string plain_;
    std::vector<PlacedFigure> figures_;
};

}  // namespace scorebook
