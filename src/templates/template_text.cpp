// template_text.cpp - lines, columns and carets of a template file.
#include "templates/template_text.hpp"

#include <algorithm>

#include "scorebook/error.hpp"

namespace scorebook {

namespace {

/// No template comes near; a larger file is some other XML.
constexpr std::size_t largest_template = std::size_t{4} << 20;

/// Longest stretch of the offending line that is shown.
constexpr std::size_t longest_shown = 160;

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

/// Length of the UTF-8 character at the front of `text`, or 0 when there is none.
std::size_t character_length(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if ((first >= 0x80 && first < 0xC2) || first > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i != length; ++i) {
        if (!is_continuation(text[i])) return 0;
    }
    return length;
}

}  // namespace

void TemplateText::fail_at(std::size_t byte_offset, const std::string& message) const {
    byte_offset = std::min(byte_offset, xml_.size());
    const std::string_view before = xml_.substr(0, byte_offset);
    const auto line_number = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t previous_end = before.rfind('\n');
    std::size_t begin = previous_end == std::string_view::npos ? 0 : previous_end + 1;
    const std::size_t column = count_characters(xml_.substr(begin, byte_offset - begin)) + 1;
    std::size_t end = std::min(xml_.find_first_of("\r\n", byte_offset), xml_.size());

    if (byte_offset - begin > longest_shown / 2) {
        begin = byte_offset - longest_shown / 2;
        while (begin < byte_offset && is_continuation(xml_[begin])) ++begin;
    }
    if (end - begin > longest_shown) {
        end = begin + longest_shown;
        while (end > byte_offset && is_continuation(xml_[end])) --end;
    }
    std::string margin;
    for (const char c : xml_.substr(begin, byte_offset - begin)) {
        if (!is_continuation(c)) margin += c == '\t' ? '\t' : ' ';
    }
    fail(ErrorCode::bad_template,
         message + "\n" + std::string(xml_.substr(begin, end - begin)) + "\n" + margin + "^",
         std::to_string(line_number) + ":" + std::to_string(column));
}

std::size_t TemplateText::raw_offset(std::size_t begin, std::size_t index) const {
    std::size_t at = begin;
    for (std::size_t decoded = 0; decoded < index && at < xml_.size(); ++decoded) {
        if (xml_[at] == '&') {
            const std::size_t end = xml_.find(';', at);
            at = end == std::string_view::npos ? xml_.size() : end + 1;
        } else {
            at += xml_.substr(at, 2) == "\r\n" ? 2 : 1;
        }
    }
    return at;
}

void TemplateText::check_characters() const {
    if (xml_.size() > largest_template)
        fail(ErrorCode::bad_template, "This is no template file: it is larger than 4 MiB");
    for (std::size_t at = 0; at < xml_.size();) {
        const auto c = static_cast<unsigned char>(xml_[at]);
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
            fail_at(at, "A control character can't stand in a template file");
        const std::size_t length = character_length(xml_.substr(at));
        if (length == 0) fail_at(at, "A template file must be saved as UTF-8, and this byte isn't");
        at += length;
    }
}

}  // namespace scorebook
