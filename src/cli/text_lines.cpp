// text_lines.cpp - words on lines. Characters are counted as code points, near enough for what officers type.
#include "cli/text_lines.hpp"

#include <algorithm>

namespace scorebook::cli {

namespace {

std::size_t character_count(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

std::string printable(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i != text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        // C1 controls, U+0080 to U+009F, are C2 80 to C2 9F in UTF-8.
        const bool is_c1 =
            byte == 0xC2 && i + 1 != text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (is_c1) ++i;
        if (byte >= 0x20 && byte != 0x7F && !is_c1)
            result += text[i];
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    return result;
}

std::string wrapped(std::string_view text, std::string_view first_indent, std::size_t indent,
                    std::size_t width) {
    std::string lines(first_indent);
    std::size_t used = first_indent.size();
    bool at_line_start = true;
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        const std::string_view word = text.substr(0, space);
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
        const std::size_t length = character_count(word);
        if (!at_line_start && used + 1 + length > width) {
            lines.erase(lines.find_last_not_of(' ') + 1);
            lines += '\n';
            lines.append(indent, ' ');
            used = indent;
            at_line_start = true;
        }
        if (word.empty() && at_line_start) continue;
        if (!at_line_start) {
            lines += ' ';
            ++used;
        }
        lines += word;
        used += length;
        at_line_start = false;
    }
    lines.erase(lines.find_last_not_of(' ') + 1);
    return lines + '\n';
}

std::string counted(std::size_t count, std::string_view plural) {
    std::string word(plural);
    std::replace(word.begin(), word.end(), '_', ' ');
    if (count == 1) {
        if (word.ends_with("ies"))
            word.replace(word.size() - 3, 3, "y");
        else if (word.ends_with("s"))
            word.pop_back();
    }
    return std::to_string(count) + " " + word;
}

std::string coloured(std::string_view text, Colour colour, bool enabled) {
    // SGR parameters, ECMA-48 8.3.117.
    const char* code = "";
    switch (colour) {
        case Colour::none:
            return std::string(text);
        case Colour::red:
            code = "1;31";
            break;
        case Colour::yellow:
            code = "33";
            break;
        case Colour::cyan:
            code = "36";
            break;
        case Colour::bold:
            code = "1";
            break;
        case Colour::faint:
            code = "2";
            break;
    }
    if (!enabled) return std::string(text);
    return std::string("\x1b[") + code + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace scorebook::cli
