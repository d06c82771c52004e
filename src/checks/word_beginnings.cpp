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
    for (std::size_t byte = 0; byte < classes_.size(); ++byte) {
        const char c = static_cast<char>(byte);
        classes_[byte] = is_letter(c) || is_digit(c) ? 1 : 0;
    }
    for (const std::string& beginning : beginnings_) {
        const char first = beginning.front();
        classes_[static_cast<unsigned char>(first)] = 3;
        classes_[static_cast<unsigned char>(first - 'a' + 'A')] = 3;
    }
}

bool WordBeginnings::are_in(std::string_view text) const {
    unsigned before = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned now = classes_[static_cast<unsigned char>(text[i])];
        const bool may_begin = (now & ~(before << 1) & 2U) != 0;
        before = now;
        if (!may_begin) continue;
        const std::string_view word = text.substr(i);
        if (std::any_of(beginnings_.begin(), beginnings_.end(),
                        [&](const std::string& beginning) { return begins(word, beginning); }))
            return true;
    }
    return false;
}

}  // namespace scorebook
