// structured_text.cpp - structured references; ' escapes [ ] # ' and @ (MS-OI29500 2.1.860, ECMA-376 Part
// 1, 18.17.2.2).
#include "formula/structured_text.hpp"

#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

std::string_view trim_spaces(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::string unescape(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\'' && i + 1 < text.size()) ++i;
        result += text[i];
    }
    return result;
}

std::string escape(std::string_view text) {
    std::string result;
    for (char c : text) {
        if (c == '[' || c == ']' || c == '#' || c == '\'' || c == '@') result += '\'';
        result += c;
    }
    return result;
}

bool read_specifier(std::string_view text, StructuredNode& node) {
    if (equal_fold(text, "#All")) return node.all = true;
    if (equal_fold(text, "#Headers")) return node.headers = true;
    if (equal_fold(text, "#Data")) return node.data = true;
    if (equal_fold(text, "#Totals")) return node.totals = true;
    if (equal_fold(text, "#This Row")) return node.this_row = true;
    return false;
}

/// One bracketed or bare item: a specifier or a column; `colon_before` makes it the second end of a span of
/// columns.
bool read_item(std::string_view item, bool colon_before, StructuredNode& node) {
    if (!item.empty() && item.front() == '#') return !colon_before && read_specifier(item, node);
    std::string column = unescape(item);
    if (colon_before) {
        if (node.first_column.empty() || !node.last_column.empty()) return false;
        node.last_column = std::move(column);
    } else {
        if (!node.first_column.empty()) return false;
        node.first_column = std::move(column);
    }
    return true;
}

}  // namespace

std::size_t structured_length(std::string_view text) {
    std::size_t depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\'') {
            ++i;
        } else if (text[i] == '[') {
            if (++depth > 2) return 0;
        } else if (text[i] == ']') {
            if (--depth == 0) return i + 1;
        }
    }
    return 0;
}

std::optional<StructuredNode> parse_structured(std::string_view text) {
    StructuredNode node;
    std::string_view inside = trim_spaces(text.substr(1, text.size() - 2));
    if (!inside.empty() && inside.front() == '@') {
        node.this_row = true;
        inside = trim_spaces(inside.substr(1));
    }
    if (inside.empty()) return node;
    if (inside.front() != '[') {
        if (!read_item(inside, false, node)) return std::nullopt;
        return node;
    }
    bool colon_before = false;
    while (!inside.empty()) {
        const std::size_t length = inside.front() == '[' ? structured_length(inside) : 0;
        if (length == 0) return std::nullopt;
        std::string_view item = inside.substr(1, length - 2);
        if (!item.empty() && item.front() == ' ' && item.find('#') != std::string_view::npos)
            item = trim_spaces(item);
        if (!read_item(item, colon_before, node)) return std::nullopt;
        inside = trim_spaces(inside.substr(length));
        if (inside.empty()) break;
        if (inside.front() != ',' && inside.front() != ':') return std::nullopt;
        colon_before = inside.front() == ':';
        inside = trim_spaces(inside.substr(1));
        if (inside.empty()) return std::nullopt;
    }
    return node;
}

std::string print_structured(const StructuredNode& node) {
    std::string items;
    auto add = [&](std::string_view item) {
        if (!items.empty()) items += ',';
        items += '[';
        items += item;
        items += ']';
    };
    if (node.all) add("#All");
    if (node.headers) add("#Headers");
    if (node.data) add("#Data");
    if (node.totals) add("#Totals");
    if (node.this_row) add("#This Row");
    if (!node.first_column.empty()) {
        add(escape(node.first_column));
        if (!node.last_column.empty()) items += ":[" + escape(node.last_column) + ']';
    }
    return node.table + '[' + items + ']';
}

}  // namespace scorebook::formula
