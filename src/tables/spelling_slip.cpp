// spelling_slip.cpp - edit distance with swapped neighbours (optimal string alignment), bounded.
#include "tables/spelling_slip.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "vocabulary/ascii.hpp"

namespace scorebook {
namespace {

constexpr std::size_t longest_compared = 80;

/// How many slips a word of this length may have. "Scope" isn't "Score": short words allow none.
std::size_t slips_allowed(std::size_t length) {
    return length <= 4 ? 0 : length <= 8 ? 1 : 2;
}

bool is_plural(std::string_view a, std::string_view b) {
    return a.size() + 1 == b.size() ? b.starts_with(a) && b.back() == 's' : false;
}

/// Slips between two words; `most_slips` + 1 when they are different words.
std::size_t word_slips(std::string_view a, std::string_view b) {
    if (a == b) return 0;
    if (is_plural(a, b) || is_plural(b, a)) return 1;
    if (has_digit(a) || has_digit(b)) return most_slips + 1;
    const std::size_t allowed = slips_allowed(
        std::min(a.size(), b.size()) == 4 ? std::max(a.size(), b.size()) : std::min(a.size(), b.size()));
    if (allowed == 0) return most_slips + 1;
    const std::size_t distance = edit_distance(a, b, allowed);
    if (distance > allowed) return most_slips + 1;
    // One letter changed makes another five-letter word too easily: "score", "store".
    if (a.size() == b.size() && a.size() <= 5) {
        const auto differing = static_cast<std::size_t>(std::count_if(
            a.begin(), a.end(), [&, i = std::size_t{0}](char c) mutable { return c != b[i++]; }));
        if (differing == 1) return most_slips + 1;
    }
    return distance;
}

/// Takes the first word off, and the space behind it.
std::string_view take_word(std::string_view& text) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

}  // namespace

std::string unspaced(std::string_view text) {
    std::string joined;
    std::copy_if(text.begin(), text.end(), std::back_inserter(joined), [](char c) { return c != ' '; });
    return joined;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > limit || b.size() > longest_compared) return limit + 1;
    std::vector<std::size_t> before_last(a.size() + 1), last(a.size() + 1), current(a.size() + 1);
    for (std::size_t i = 0; i <= a.size(); ++i) last[i] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
        current[0] = j;
        std::size_t least = j;
        for (std::size_t i = 1; i <= a.size(); ++i) {
            const std::size_t change = last[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[i] = std::min({last[i] + 1, current[i - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                current[i] = std::min(current[i], before_last[i - 2] + 1);
            }
            least = std::min(least, current[i]);
        }
        if (least > limit) return limit + 1;
        std::swap(before_last, last);
        std::swap(last, current);
    }
    return std::min(last[a.size()], limit + 1);
}

std::size_t slips_from(std::string_view typed, std::string_view known) {
    if (typed == known || typed.size() > longest_compared || known.size() > longest_compared) return 0;
    const std::size_t shorter = std::min(typed.size(), known.size());
    if (shorter < 5 || std::max(typed.size(), known.size()) - shorter > most_slips) return 0;
    if (std::count(typed.begin(), typed.end(), ' ') != std::count(known.begin(), known.end(), ' '))
        return unspaced(typed) == unspaced(known) ? 1 : 0;
    const std::size_t allowed = shorter < 9 ? 1 : shorter < 16 ? 2 : most_slips;
    std::size_t slips = 0;
    while (!typed.empty() && slips <= allowed) slips += word_slips(take_word(typed), take_word(known));
    return slips <= allowed ? slips : 0;
}

}  // namespace scorebook
