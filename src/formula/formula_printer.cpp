// formula_printer.cpp - a tree back to text, with brackets only where the grammar needs them.
#include "formula/formula_printer.hpp"

#include "bytes/number_text.hpp"
#include "formula/name_characters.hpp"
#include "formula/reference_text.hpp"
#include "formula/structured_text.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

constexpr int comparison_level = 1;
constexpr int concatenate_level = 2;
constexpr int add_level = 3;
constexpr int multiply_level = 4;
constexpr int power_level = 5;
constexpr int percent_level = 6;
constexpr int prefix_level = 7;
constexpr int intersection_level = 8;
constexpr int range_level = 9;
constexpr int primary_level = 10;

struct Spelling {
    std::string_view text;
    int level;
};

Spelling spelling(Operator op) {
    switch (op) {
        case Operator::range:
            return {":", range_level};
        case Operator::intersection:
            return {" ", intersection_level};
        case Operator::join:
            return {",", 0};
        case Operator::negate:
            return {"-", prefix_level};
        case Operator::plus:
            return {"+", prefix_level};
        case Operator::implicit_intersection:
            return {"@", prefix_level};
        case Operator::percent:
            return {"%", percent_level};
        case Operator::spill:
            return {"#", primary_level};
        case Operator::power:
            return {"^", power_level};
        case Operator::multiply:
            return {"*", multiply_level};
        case Operator::divide:
            return {"/", multiply_level};
        case Operator::add:
            return {"+", add_level};
        case Operator::subtract:
            return {"-", add_level};
        case Operator::concatenate:
            return {"&", concatenate_level};
        case Operator::equal:
            return {"=", comparison_level};
        case Operator::not_equal:
            return {"<>", comparison_level};
        case Operator::less:
            return {"<", comparison_level};
        case Operator::less_or_equal:
            return {"<=", comparison_level};
        case Operator::greater:
            return {">", comparison_level};
        case Operator::greater_or_equal:
            return {">=", comparison_level};
    }
    return {"", 0};
}

/// Whether a sheet's name can stand without quotes: letters, digits, '_' and '.', no digit first, no cell
/// reference.
bool is_plain_sheet_name(std::string_view name) {
    if (name.empty() || (name[0] >= '0' && name[0] <= '9') || name[0] == '.') return false;
    for (const char c : name) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           c == '_' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
        if (!plain) return false;
    }
    if (lex_cell(name)) return false;
    return !equal_fold(name, "R") && !equal_fold(name, "C") && !equal_fold(name, "TRUE") &&
           !equal_fold(name, "FALSE");
}

std::string quoted(std::string_view name) {
    std::string text = "'";
    for (const char c : name) {
        text += c;
        if (c == '\'') text += c;
    }
    return text + '\'';
}

std::string print_span(const SheetSpan& span) {
    std::string text;
    if (!span.book.empty()) text = '[' + span.book + ']';
    text += span.first;
    if (!span.last.empty()) text += ':' + span.last;
    const bool plain = (is_plain_sheet_name(span.first) || (span.first.empty() && !span.book.empty())) &&
                       (span.last.empty() || is_plain_sheet_name(span.last));
    return (plain ? text : quoted(text)) + '!';
}

std::string print_literal(const CellValue& value) {
    if (const auto* number = std::get_if<double>(&value)) return number_to_text(*number);
    if (const auto* text = std::get_if<std::string>(&value)) {
        std::string quoted = "\"";
        for (const char c : *text) {
            quoted += c;
            if (c == '"') quoted += c;
        }
        return quoted + '"';
    }
    if (const auto* boolean = std::get_if<bool>(&value)) return *boolean ? "TRUE" : "FALSE";
    if (const auto* error = std::get_if<CellError>(&value)) return std::string(to_text(*error));
    return {};
}

class Printer {
  public:
    Printer(const FormulaTree& tree, CellRef cell) : tree_(tree), cell_(cell) {}

    std::string print(NodeIndex index, int level) const {
        const Node& node = tree_.nodes[index];
        const int own = own_level(node);
        std::string text = print_node(node);
        return own < level ? '(' + text + ')' : text;
    }

  private:
    int own_level(const Node& node) const {
        if (node.kind == NodeKind::unary || node.kind == NodeKind::binary) return spelling(node.op).level;
        return primary_level;
    }

    std::string print_children(const Node& node, std::size_t from) const {
        std::string text = "(";
        for (std::size_t i = from; i < node.child_count; ++i) {
            if (i > from) text += ',';
            text += print(tree_.child(node, i), 1);
        }
        return text + ')';
    }

    std::string print_node(const Node& node) const {
        switch (node.kind) {
            case NodeKind::literal:
                return print_literal(tree_.literals[node.payload]);
            case NodeKind::array:
                return print_array(tree_.arrays[node.payload]);
            case NodeKind::area:
                return print_area(tree_, tree_.areas[node.payload], cell_);
            case NodeKind::name: {
                const NameNode& name = tree_.names[node.payload];
                return (name.sheets == own_sheet ? std::string() : print_span(tree_.sheets[name.sheets])) +
                       name.name;
            }
            case NodeKind::structured: {
                const StructuredNode& structured = tree_.structured[node.payload];
                return (structured.book.empty() ? std::string() : print_span({structured.book, {}, {}})) +
                       print_structured(structured);
            }
            case NodeKind::call:
                return tree_.functions[node.payload].name + print_children(node, 0);
            case NodeKind::apply:
                return print(tree_.child(node, 0), primary_level) + print_children(node, 1);
            case NodeKind::unary:
                return print_unary(node);
            case NodeKind::binary:
                return print_binary(node);
            case NodeKind::missing:
                return {};
        }
        return {};
    }

    std::string print_unary(const Node& node) const {
        const Spelling op = spelling(node.op);
        const std::string operand =
            print(tree_.child(node, 0), is_spill_of_range(node) ? primary_level + 1 : op.level);
        if (node.op == Operator::percent || node.op == Operator::spill) return operand + std::string(op.text);
        return std::string(op.text) + operand;
    }

    /// (B1:B2)#: without brackets the sign would belong to B2 alone.
    bool is_spill_of_range(const Node& node) const {
        const Node& operand = tree_.nodes[tree_.child(node, 0)];
        return node.op == Operator::spill && operand.kind == NodeKind::area &&
               tree_.areas[operand.payload].shape != AreaShape::cell;
    }

    std::string print_binary(const Node& node) const {
        const Spelling op = spelling(node.op);
        if (node.op == Operator::join) {
            return print(tree_.child(node, 0), 0) + ',' + print(tree_.child(node, 1), 1);
        }
        if (node.op == Operator::range) {
            const std::string first = print_range_end(tree_.child(node, 0), op.level);
            const std::string last = print_range_end(tree_.child(node, 1), op.level + 1);
            return (reads_as_sheet_span(first, last) ? '(' + first + ')' : first) + ':' + last;
        }
        return print(tree_.child(node, 0), op.level) + std::string(op.text) +
               print(tree_.child(node, 1), op.level + 1);
    }

    /// (First):Plan!Last: without brackets the colon would join two sheets, and Last stand on both.
    static bool reads_as_sheet_span(std::string_view first, std::string_view last) {
        std::size_t word = 0;
        while (word < last.size() && is_name_part(last[word])) ++word;
        if (word == 0 || word == last.size() || last[word] != '!') return false;
        std::size_t begin = first.size();
        while (begin > 0 && (is_name_part(first[begin - 1]) || first[begin - 1] == '$')) --begin;
        const std::string_view end = first.substr(begin);
        const auto cell = lex_cell(end);
        return !end.empty() && !(cell && cell->second == end.size());
    }

    /// A name of one to three letters beside a colon would be read as a column: (T):(A) is not T:A.
    std::string print_range_end(NodeIndex index, int level) const {
        const Node& node = tree_.nodes[index];
        const bool column_like =
            node.kind == NodeKind::name && lex_columns(tree_.names[node.payload].name + ":A").has_value();
        return print(index, column_like ? primary_level + 1 : level);
    }

    static std::string print_array(const Array& array) {
        std::string text = "{";
        for (std::size_t row = 0; row < array.rows; ++row) {
            if (row > 0) text += ';';
            for (std::size_t column = 0; column < array.columns; ++column) {
                if (column > 0) text += ',';
                text += print_literal(array.at(row, column));
            }
        }
        return text + '}';
    }

    const FormulaTree& tree_;
    CellRef cell_;
};

std::string print_corner_column(const Corner& corner, CellRef cell) {
    return (corner.column_is_absolute ? "$" : "") + column_letters(resolve(corner, cell).column_index);
}

std::string print_corner_row(const Corner& corner, CellRef cell) {
    return (corner.row_is_absolute ? "$" : "") + std::to_string(resolve(corner, cell).row_index + 1);
}

}  // namespace

std::string print_area(const FormulaTree& tree, const AreaNode& area, CellRef cell) {
    std::string text = area.sheets == own_sheet ? std::string() : print_span(tree.sheets[area.sheets]);
    switch (area.shape) {
        case AreaShape::cell:
            return text + print_corner_column(area.first, cell) + print_corner_row(area.first, cell);
        case AreaShape::rectangle:
            return text + print_corner_column(area.first, cell) + print_corner_row(area.first, cell) + ':' +
                   print_corner_column(area.last, cell) + print_corner_row(area.last, cell);
        case AreaShape::whole_columns:
            return text + print_corner_column(area.first, cell) + ':' + print_corner_column(area.last, cell);
        case AreaShape::whole_rows:
            return text + print_corner_row(area.first, cell) + ':' + print_corner_row(area.last, cell);
    }
    return text;
}

std::string quoted_sheet_name(std::string_view name) {
    std::string_view book;
    const std::size_t close = name.find(']');
    if (name.starts_with('[') && close != std::string_view::npos) book = name.substr(1, close - 1);
    const std::string_view sheet = book.empty() ? name : name.substr(close + 1);
    const bool plain = is_plain_sheet_name(sheet) && (book.empty() || is_plain_sheet_name(book));
    return plain ? std::string(name) : quoted(name);
}

std::string print_formula(const FormulaTree& tree, CellRef cell) {
    return Printer(tree, cell).print(tree.root, 1);
}

}  // namespace scorebook::formula
