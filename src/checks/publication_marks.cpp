// publication_marks.cpp - Local Government Act 1972, schedule 12A: exempt information and its paragraphs.
#include "checks/publication_marks.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "checks/wording.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

template <std::size_t count>
bool begins_with_any(std::string_view text, const std::array<std::string_view, count>& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return text.starts_with(beginning); });
}

template <std::size_t count>
bool is_any(std::string_view text, const std::array<std::string_view, count>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// "Publish?", "Open": a "no" closes the entry. "Exempt", "Confidential": a "yes" does.
bool asks_whether_open(std::string_view header) {
    return begins_with_any(header, std::array<std::string_view, 3>{"publish", "open", "for publication"});
}

constexpr std::array<std::string_view, 6> closed_words = {
    "exempt", "restricted", "confidential", "official sensitive", "draft", "not for publication"};

}  // namespace

WordBeginnings closing_words() {
    return WordBeginnings({"not", "exempt", "restricted", "confidential", "official"});
}

bool is_closed_mark(std::string_view text) {
    if (text.size() > longest_closing_mark) return false;
    const std::string plain = folded(text);
    return plain.starts_with("not for publication") ||
           plain.find("(not for publication") != std::string::npos || plain.starts_with("exempt") ||
           plain.starts_with("restricted") || plain.starts_with("confidential");
}

bool is_closed_entry_mark(std::string_view text) {
    if (text.size() > longest_closing_mark) return false;
    const std::string plain = folded(text);
    if (plain.starts_with("not for publication") || plain.find("(not for publication") != std::string::npos)
        return true;
    return begins_with_any(
               plain, std::array<std::string_view, 9>{"exempt: ", "exempt (", "exempt - ", "exempt under ",
                                                      "exempt by virtue", "exempt information",
                                                      "exempt from publication",
                                                      "restricted: ", "confidential: "}) ||
           is_any(fold_words(text), std::array<std::string_view, 4>{"exempt", "restricted", "confidential",
                                                                    "official sensitive"});
}

bool is_publication_header(std::string_view header) {
    const std::string plain = fold_words(header);
    return is_any(plain,
                  std::array<std::string_view, 15>{"publication", "publication status", "publish",
                                                   "published", "for publication", "open", "open or exempt",
                                                   "open exempt", "exempt", "exemption", "exempt information",
                                                   "part i ii", "part 1 2", "confidential", "restricted"}) ||
           plain.starts_with("not for publication");
}

bool is_closed_flag(std::string_view header, std::string_view value) {
    const std::string plain = fold_words(value);
    if (plain.empty()) return false;
    const bool is_no = plain == "no" || plain == "n";
    const bool is_yes = plain == "yes" || plain == "y" || plain == "x";
    if (is_no || is_yes)
        return asks_whether_open(fold_words(header)) ? is_no : is_yes && fold_words(header) != "publication";
    return begins_with_any(plain, closed_words) ||
           is_any(plain, std::array<std::string_view, 5>{"part ii", "part 2", "ii", "closed", "private"}) ||
           plain.starts_with("part ii ") || plain.starts_with("paragraph");
}

}  // namespace scorebook
