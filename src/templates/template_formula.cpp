// template_formula.cpp - formulas of a template, checked where they are written.
#include "templates/template_formula.hpp"

#include "bytes/number_text.hpp"
#include "scorebook/cell_ref.hpp"
#include "scorebook/error.hpp"
#include "templates/formula_names.hpp"
#include "templates/plain_case.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

bool begins_name(char c) {
    const char lower = plain_lower(c);
    return (lower >= 'a' && lower <= 'z') || c == '_' || c == '\\' ||
           (static_cast<unsigned char>(c) & 0x80) != 0;
}

bool continues_name(char c) {
    return begins_name(c) || is_digit(c) || c == '.' || c == '?';
}

/// End of the text literal or quoted sheet name that begins at `at`; a doubled quote stays inside.
std::size_t after_quoted(std::string_view formula, std::size_t at) {
    const char quote = formula[at++];
    while (at < formula.size()) {
        if (formula[at] != quote) {
            ++at;
        } else if (at + 1 < formula.size() && formula[at + 1] == quote) {
            at += 2;
        } else {
            return at + 1;
        }
    }
    return at;
}

/// End of the bracketed column that begins at `at`. A ' makes the next character plain.
std::size_t after_brackets(std::string_view formula, std::size_t at) {
    std::size_t depth = 0;
    for (; at < formula.size(); ++at) {
        if (formula[at] == '\'') {
            ++at;
        } else if (formula[at] == '[') {
            ++depth;
        } else if (formula[at] == ']' && --depth == 0) {
            return at + 1;
        }
    }
    return formula.size();
}

/// End of the number that begins at `at`: "1", "2.5", "1E-3".
std::size_t after_number(std::string_view formula, std::size_t at) {
    while (at < formula.size() && (is_digit(formula[at]) || formula[at] == '.')) ++at;
    if (at < formula.size() && plain_lower(formula[at]) == 'e') {
        std::size_t power = at + 1;
        if (power < formula.size() && (formula[power] == '+' || formula[power] == '-')) ++power;
        if (power < formula.size() && is_digit(formula[power])) {
            while (power < formula.size() && is_digit(formula[power])) ++power;
            return power;
        }
    }
    return at;
}

char next_sign(std::string_view formula, std::size_t at) {
    at = formula.find_first_not_of(" \t\r\n", at);
    return at == std::string_view::npos ? '\0' : formula[at];
}

/// What is wrong with a formula, without the place at the front of an Error's text.
[[maybe_unused]] std::string reason_of(const Error& error) {
    std::string text = error.what();
    const std::string front = error.place() + ": ";
    if (!error.place().empty() && text.starts_with(front)) text.erase(0, front.size());
    return text;
}

}  // namespace

std::vector<UsedName> names_used(std::string_view formula) {
    std::vector<UsedName> names;
    for (std::size_t at = 0; at < formula.size();) {
        const char c = formula[at];
        if (c == '"') {
            at = after_quoted(formula, at);
        } else if (c == '[') {
            at = after_brackets(formula, at);
        } else if (c == '$' || c == '\'') {
            names.push_back({formula.substr(at, 1), at, true});
            at = c == '$' ? at + 1 : after_quoted(formula, at);
        } else if (c == '#') {
            while (at < formula.size() &&
                   (formula[at] == '#' || formula[at] == '/' || continues_name(formula[at])))
                ++at;
            if (at < formula.size() && formula[at] == '!') ++at;
        } else if (is_digit(c)) {
            at = after_number(formula, at);
        } else if (begins_name(c)) {
            std::size_t end = at;
            while (end < formula.size() && continues_name(formula[end])) ++end;
            const std::string_view name = formula.substr(at, end - at);
            const char next = next_sign(formula, end);
            const bool is_constant = same_without_case(name, "TRUE") || same_without_case(name, "FALSE");
            if (next != '(' && !is_constant)
                names.push_back({name, at, next == '!' || next == '[' || parse_cell(name).has_value()});
            at = end;
        } else {
            ++at;
        }
    }
    return names;
}

RowFormula read_formula(const TemplateElement& element, const WorkbookTemplate& kind,
                        const TableSpec& table) {
    element.expect(TemplateElement::Content::text, {});
    const PlacedText text = element.placed_text();
    if (element.is_read_again()) return RowFormula::parse(text.text);
    for (const UsedName& used : names_used(text.text)) {
        if (used.is_reference)
            element.fail_in(
                text, used.offset,
                "Formulas of a template name columns as [@Column], not cells, sheets or other tables");
        if (!is_formula_name(kind, used.name))
            element.fail_in(text, used.offset,
                            "There is no setting or band name \"" + std::string(used.name) + "\"");
    }
#if defined(__cpp_exceptions)
    const auto parse = [&] {
        try {
            return RowFormula::parse(text.text);
        } catch (const Error& error) {
            const double column = parse_number(error.place()).value_or(1);
            const std::size_t index = column < 1 ? 0 : static_cast<std::size_t>(column) - 1;
            element.fail_in(text, std::min(index, text.text.size()), reason_of(error));
        }
    };
    RowFormula formula = parse();
#else
    RowFormula formula = RowFormula::parse(text.text);
#endif
    for (const std::string& column : formula.columns()) {
        if (table.find_header(column)) continue;
        const std::size_t index = in_plain_lower(text.text).find(in_plain_lower(column));
        element.fail_in(text, index == std::string::npos ? 0 : index,
                        "Table " + table.id + " has no column with the header \"" + column + "\"");
    }
    return formula;
}

}  // namespace scorebook
