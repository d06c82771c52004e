// sheet_naming.cpp - Excel's limits: 31 characters, none of []:*?/\, no apostrophe at the ends.
#include "report/sheet_naming.hpp"

#include <algorithm>

#include "checks/wording.hpp"
#include "scorebook/cell_ref.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string cut(std::string_view text, std::size_t most) {
    std::string kept;
    for (std::size_t count = 0; !text.empty() && count < most; ++count)
        append_code_point(kept, take_code_point(text));
    return std::string(trim_spaces(kept));
}

}  // namespace

std::string SheetNaming::sheet_name(std::string_view wanted) {
    std::string name;
    for (const char c : fold_spaces(wanted))
        name += std::string_view("[]:*?/\\").find(c) == std::string_view::npos ? c : ' ';
    name = cut(fold_spaces(name), longest_sheet_name);
    while (!name.empty() && name.front() == '\'') name.erase(0, 1);
    while (!name.empty() && name.back() == '\'') name.pop_back();
    if (name.empty()) name = "Sheet";
    std::string unique = name;
    for (int number = 2; !sheets_.insert(folded(unique)).second; ++number) {
        const std::string suffix = " " + std::to_string(number);
        unique = cut(name, longest_sheet_name - characters(suffix)) + suffix;
    }
    return unique;
}

std::string SheetNaming::table_name(std::string_view wanted) {
    std::string name;
    for (const char c : wanted) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (is_plain)
            name += c;
        else if (!name.empty() && name.back() != '_')
            name += '_';
    }
    while (!name.empty() && name.back() == '_') name.pop_back();
    const bool begins_with_letter = !name.empty() && (name[0] < '0' || name[0] > '9');
    if (!begins_with_letter || name.size() < 2 || parse_cell(name)) name = "Table_" + name;
    std::string unique = name;
    for (int number = 2; !tables_.insert(folded(unique)).second; ++number)
        unique = name + "_" + std::to_string(number);
    return unique;
}

}  // namespace scorebook
