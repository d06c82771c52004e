// word_beginnings.cpp - the first two letters decide at nearly every byte.
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
    for (std::size_t i = 0; i < beginnings_.size(); ++i) {
        const std::string& beginning = beginnings_[i];
        const std::uint32_t mark = std::uint32_t{1} << (i % 32);
        const auto allow = [&](auto& bytes, char c) {
            bytes[static_cast<unsigned char>(c)] |= mark;
            bytes[static_cast<unsigned char>(c - 'a' + 'A')] |= mark;
        };
        allow(first_, beginning.front());
        if (beginning.size() > 1)
            allow(second_, beginning[1]);
        else
            for (std::uint32_t& any : second_) any |= mark;
    }
}

bool WordBeginnings::are_in(std::string_view text) const {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::uint32_t second = i + 1 < text.size() ? second_[byte(i + 1)] : ~std::uint32_t{0};
        if ((first_[byte(i)] & second) == 0) continue;
        if (i > 0 && (is_letter(text[i - 1]) || is_digit(text[i - 1]))) continue;
        const std::string_view word = text.substr(i);
        if (std::any_of(beginnings_.begin(), beginnings_.end(),
                        [&](const std::string& beginning) { return begins(word, beginning); }))
            return true;
    }
    return false;
}

}  // namespace scorebook
