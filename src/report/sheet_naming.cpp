// sheet_naming.cpp - Excel's limits: 31 characters, none of []:*?/\, no apostrophe at the ends.
#include "report/sheet_naming.hpp"

#include "checks/wording.hpp"
#include "formula/text_case.hpp"
#include "scorebook/cell_ref.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

std::string cut(std::string_view text, std::size_t most) {
    return std::string(trim_spaces(formula::slice(text, 0, most)));
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
        unique = cut(name, longest_sheet_name - suffix.size()) + suffix;
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
