// list_items.cpp - list marks at the start of lines.
#include "tables/list_items.hpp"

#include <algorithm>

#include "tables/plain_text.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {
namespace {

bool begins_with_space(std::string_view text) {
    return !text.empty() && is_space(take_code_point(text));
}

/// "1.", "12)", "(3)", "a)", "(iv)", followed by white space: how many bytes, 0 for none. A lone "1.10" isn't
/// one.
std::size_t numbering_length(std::string_view line) {
    std::size_t i = line.starts_with('(') ? 1 : 0;
    const std::size_t begin = i;
    while (i < line.size() && i - begin < 4 && (is_digit(line[i]) || is_letter(line[i]))) ++i;
    if (i == begin || i == line.size()) return 0;
    const bool is_number = is_digit(line[begin]) && is_digit(line[i - 1]);
    const bool is_short =
        i - begin == 1 || line.substr(begin, i - begin).find_first_not_of("ivx") == line.npos;
    if (!is_number && !is_short) return 0;
    if (line[i] != ')' && !(line[i] == '.' && (is_number || begin == 1))) return 0;
    ++i;
    return begins_with_space(line.substr(i)) ? i : 0;
}

/// Removes a list mark; false when there is none.
bool take_mark(std::string_view& line) {
    std::string_view rest = line;
    const char32_t c = take_code_point(rest);
    if (is_bullet(c) || ((is_dash(c) || c == '*' || c == 'o' || c == '>') && begins_with_space(rest))) {
        line = trim_spaces(rest);
        return true;
    }
    if (const std::size_t length = numbering_length(line)) {
        line = trim_spaces(line.substr(length));
        return true;
    }
    return false;
}

bool ends_sentence(std::string_view text) {
    return !text.empty() && std::string_view(".;:!?").find(text.back()) != std::string_view::npos;
}

/// Lines, and pieces of lines between bullets.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    std::string_view rest = text;
    const char* begin = text.data();
    const auto end_line = [&](const char* end) {
        lines.emplace_back(begin, static_cast<std::size_t>(end - begin));
    };
    while (!rest.empty()) {
        const char* const at = rest.data();
        if (*at >= ' ' && *at < '\x7F') {
            rest.remove_prefix(1);
            continue;
        }
        const char32_t c = take_code_point(rest);
        if (c == '\n' || c == '\r' || c == 0x2028) {
            end_line(at);
            begin = rest.data();
        } else if (is_bullet(c) && c != 0xB7 &&
                   !is_blank_text({begin, static_cast<std::size_t>(at - begin)})) {
            end_line(at);
            begin = at;
        }
    }
    end_line(text.data() + text.size());
    return lines;
}

}  // namespace

std::vector<std::string> split_list_items(std::string_view text) {
    std::vector<std::string> items;
    bool has_marks = false;
    for (std::string_view line : lines_of(text)) {
        line = trim_spaces(line);
        if (line.empty()) continue;
        const bool is_marked = take_mark(line);
        has_marks |= is_marked;
        if (line.empty()) continue;
        std::string item = fold_spaces(line);
        const bool begins_small = item.front() >= 'a' && item.front() <= 'z';
        const bool goes_on =
            !is_marked && !items.empty() && !ends_sentence(items.back()) && (has_marks || begins_small);
        if (goes_on) {
            items.back() += ' ' + item;
        } else {
            items.push_back(std::move(item));
        }
    }
    return items;
}

std::string join_cut_text(std::string_view upper, std::string_view lower) {
    std::string joined(upper);
    if (upper.empty() || lower.empty()) return joined += lower;
    std::string_view rest = lower;
    const bool begins_item = take_mark(rest);
    const bool is_cut =
        upper.size() > 1 && upper.back() == '-' && upper[upper.size() - 2] != ' ' && !begins_item;
    if (!is_cut) joined += begins_item || ends_sentence(upper) ? '\n' : ' ';
    return joined += lower;
}

}  // namespace scorebook
