// header_variants.cpp - expanding {a|b} in header synonyms.
#include "templates/header_variants.hpp"

namespace scorebook {

namespace {

constexpr std::size_t most_variants = 500;

std::vector<std::string_view> pieces_of(std::string_view choice) {
    std::vector<std::string_view> pieces;
    while (true) {
        const std::size_t bar = choice.find('|');
        pieces.push_back(choice.substr(0, bar));
        if (bar == std::string_view::npos) return pieces;
        choice.remove_prefix(bar + 1);
    }
}

std::string with_single_spaces(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c != ' ' || (!result.empty() && result.back() != ' ')) result += c;
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

}  // namespace

std::optional<std::vector<std::string>> header_variants(std::string_view text) {
    std::vector<std::string> variants = {""};
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        const std::string_view plain = text.substr(0, open);
        if (plain.find('}') != std::string_view::npos) return std::nullopt;
        for (std::string& variant : variants) variant += plain;
        if (open == std::string_view::npos) break;

        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) return std::nullopt;
        const std::string_view choice = text.substr(open + 1, close - open - 1);
        if (choice.find('{') != std::string_view::npos) return std::nullopt;
        std::vector<std::string> longer;
        for (const std::string& variant : variants) {
            for (const std::string_view piece : pieces_of(choice)) {
                if (longer.size() == most_variants) return std::nullopt;
                longer.push_back(variant + std::string(piece));
            }
        }
        variants = std::move(longer);
        text.remove_prefix(close + 1);
    }
    for (std::string& variant : variants) variant = with_single_spaces(variant);
    return variants;
}

}  // namespace scorebook
