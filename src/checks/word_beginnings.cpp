// word_beginnings.cpp - the first letter decides at nearly every byte.
#include "checks/word_beginnings.hpp"

#include <algorithm>
#include <utility>

#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

char small(char c) {
    return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins(std::string_view text, std::string_view beginning) {
    return text.size() >= beginning.size() &&
           std::equal(beginning.begin(), beginning.end(), text.begin(),
                      [](char known, char typed) { return known == small(typed); });
}

}  // namespace

WordBeginnings::WordBeginnings(std::vector<std::string> beginnings) : beginnings_(std::move(beginnings)) {
    for (const std::string& beginning : beginnings_) {
        const char first = beginning.front();
        is_first_[static_cast<unsigned char>(first)] = true;
        is_first_[static_cast<unsigned char>(first - 'a' + 'A')] = true;
    }
}

bool WordBeginnings::are_in(std::string_view text) const {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_first_[static_cast<unsigned char>(text[i])]) continue;
        if (i > 0 && (is_letter(text[i - 1]) || is_digit(text[i - 1]))) continue;
        const std::string_view word = text.substr(i);
        if (std::any_of(beginnings_.begin(), beginnings_.end(),
                        [&](const std::string& beginning) { return begins(word, beginning); }))
            return true;
    }
    return false;
}

}  // namespace scorebook
