// formula_parser.cpp - recursive descent over Excel's precedence: range, intersection, union; unary minus;
// percent; power; times; plus; &; comparison (MS-OI29500 2.1.860: unary minus binds tighter than ^, so -2^2
// is 4).
#include "formula/formula_parser.hpp"

#include <utility>
#include <vector>

#include "formula/function_table.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

/// Excel allows 64 levels of functions and 8,192 characters; brackets may nest deeper than functions do.
constexpr std::size_t max_depth = 256;
constexpr std::size_t max_formula_bytes = 4 * 8192;

int binary_level(Operator op) {
    switch (op) {
        case Operator::equal:
        case Operator::not_equal:
        case Operator::less:
        case Operator::less_or_equal:
        case Operator::greater:
        case Operator::greater_or_equal:
            return 1;
        case Operator::concatenate:
            return 2;
        case Operator::add:
        case Operator::subtract:
            return 3;
        case Operator::multiply:
        case Operator::divide:
            return 4;
        case Operator::power:
            return 5;
        default:
            return 0;
    }
}

class Parser {
  public:
    Parser(const std::vector<Token>& tokens, CellRef cell) : tokens_(tokens), cell_(cell) {}

    ParsedFormula parse() {
        // A name may hold several areas without brackets round them.
        const NodeIndex root = parse_union();
        if (!mistake_ && token().kind != TokenKind::end) mistake("this doesn't belong here");
        if (mistake_) return {nullptr, std::move(mistake_)};
        tree_.root = root;
        return {std::make_shared<const FormulaTree>(std::move(tree_)), std::nullopt};
    }

  private:
    struct DepthGuard {
        explicit DepthGuard(Parser& parser) : parser_(parser) {
            if (++parser_.depth_ > max_depth) parser_.mistake("the formula is nested too deeply");
        }
        ~DepthGuard() { --parser_.depth_; }
        DepthGuard(const DepthGuard&) = delete;
        DepthGuard& operator=(const DepthGuard&) = delete;
        Parser& parser_;
    };

    const Token& token() const { return tokens_[at_]; }
    const Token& next_token() const { return tokens_[at_ + 1 < tokens_.size() ? at_ + 1 : at_]; }
    void advance() {
        if (at_ + 1 < tokens_.size()) ++at_;
    }
    void mistake(std::string what) {
        if (!mistake_) mistake_ = FormulaMistake{std::move(what), token().begin};
        at_ = tokens_.size() - 1;
    }
    bool is_operator(Operator op) const { return token().kind == TokenKind::operation && token().op == op; }

    NodeIndex add_node(NodeKind kind, std::size_t payload) {
        Node node;
        node.kind = kind;
        node.payload = static_cast<std::uint32_t>(payload);
        tree_.nodes.push_back(node);
        return static_cast<NodeIndex>(tree_.nodes.size() - 1);
    }
    NodeIndex add_parent(NodeKind kind, Operator op, const std::vector<NodeIndex>& children) {
        const NodeIndex index = add_node(kind, 0);
        Node& node = tree_.nodes[index];
        node.op = op;
        node.first_child = static_cast<std::uint32_t>(tree_.children.size());
        node.child_count = static_cast<std::uint32_t>(children.size());
        tree_.children.insert(tree_.children.end(), children.begin(), children.end());
        return index;
    }
    NodeIndex add_literal(CellValue value) {
        tree_.literals.push_back(std::move(value));
        return add_node(NodeKind::literal, tree_.literals.size() - 1);
    }
    std::uint32_t add_sheets(const SheetSpan& span) {
        for (std::size_t i = 0; i < tree_.sheets.size(); ++i) {
            if (tree_.sheets[i] == span) return static_cast<std::uint32_t>(i);
        }
        tree_.sheets.push_back(span);
        return static_cast<std::uint32_t>(tree_.sheets.size() - 1);
    }

    /// From counting from 0 to counting from the formula's cell, where no $ stands.
    Corner relative(Corner corner) const {
        if (!corner.row_is_absolute) corner.row -= static_cast<std::int32_t>(cell_.row_index);
        if (!corner.column_is_absolute) corner.column -= static_cast<std::int32_t>(cell_.column_index);
        return corner;
    }

    NodeIndex parse_union() {
        NodeIndex left = parse_binary(1);
        while (!mistake_ && token().kind == TokenKind::comma) {
            advance();
            const NodeIndex right = parse_binary(1);
            left = add_parent(NodeKind::binary, Operator::join, {left, right});
        }
        return left;
    }

    NodeIndex parse_binary(int level) {
        if (level > 5) return parse_percent();
        NodeIndex left = parse_binary(level + 1);
        while (token().kind == TokenKind::operation && binary_level(token().op) == level) {
            const Operator op = token().op;
            advance();
            const NodeIndex right = parse_binary(level + 1);
            left = add_parent(NodeKind::binary, op, {left, right});
        }
        return left;
    }

    NodeIndex parse_percent() {
        NodeIndex operand = parse_prefix();
        while (is_operator(Operator::percent)) {
            advance();
            operand = add_parent(NodeKind::unary, Operator::percent, {operand});
        }
        return operand;
    }

    NodeIndex parse_prefix() {
        const DepthGuard guard(*this);
        if (is_operator(Operator::subtract) || is_operator(Operator::add)) {
            const Operator op = is_operator(Operator::subtract) ? Operator::negate : Operator::plus;
            advance();
            return add_parent(NodeKind::unary, op, {parse_prefix()});
        }
        if (is_operator(Operator::implicit_intersection)) {
            advance();
            return add_parent(NodeKind::unary, Operator::implicit_intersection, {parse_prefix()});
        }
        return parse_intersection();
    }

    /// Whether a space before the current token can be the intersection operator.
    bool starts_operand() const {
        switch (token().kind) {
            case TokenKind::cell:
            case TokenKind::columns:
            case TokenKind::rows:
            case TokenKind::name:
            case TokenKind::function:
            case TokenKind::sheet:
            case TokenKind::structured:
            case TokenKind::open:
                return true;
            case TokenKind::error:
                return token().text == "#REF!";
            default:
                return false;
        }
    }

    NodeIndex parse_intersection() {
        NodeIndex left = parse_range();
        while (!mistake_ && token().space_before && starts_operand()) {
            const NodeIndex right = parse_range();
            left = add_parent(NodeKind::binary, Operator::intersection, {left, right});
        }
        return left;
    }

    NodeIndex parse_range() {
        NodeIndex left = parse_postfix();
        while (is_operator(Operator::range)) {
            advance();
            const NodeIndex right = parse_postfix();
            if (mistake_) return left;
            left = join_corners(left, right);
        }
        return left;
    }

    /// A1:B2 becomes one area; anything else (names, functions) stays an operation.
    NodeIndex join_corners(NodeIndex left, NodeIndex right) {
        const Node& a = tree_.nodes[left];
        const Node& b = tree_.nodes[right];
        if (a.kind == NodeKind::area && b.kind == NodeKind::area) {
            AreaNode& first = tree_.areas[a.payload];
            const AreaNode& second = tree_.areas[b.payload];
            const bool same_sheet = second.sheets == own_sheet || second.sheets == first.sheets;
            if (first.shape == AreaShape::cell && second.shape == AreaShape::cell && same_sheet &&
                b.payload + 1 == tree_.areas.size() && right + 1 == tree_.nodes.size()) {
                first.last = second.first;
                first.shape = AreaShape::rectangle;
                tree_.areas.pop_back();
                tree_.nodes.pop_back();
                return left;
            }
        }
        return add_parent(NodeKind::binary, Operator::range, {left, right});
    }

    NodeIndex parse_postfix() {
        NodeIndex operand = parse_primary();
        while (!mistake_) {
            if (is_operator(Operator::spill)) {
                advance();
                operand = add_parent(NodeKind::unary, Operator::spill, {operand});
            } else if (token().kind == TokenKind::open && !token().space_before && can_be_called(operand)) {
                std::vector<NodeIndex> parts = parse_arguments();
                parts.insert(parts.begin(), operand);
                operand = add_parent(NodeKind::apply, Operator::range, parts);
            } else {
                return operand;
            }
        }
        return operand;
    }

    /// LAMBDA(x,x+1)(2): only a call's result can be called.
    bool can_be_called(NodeIndex operand) const {
        const NodeKind kind = tree_.nodes[operand].kind;
        return kind == NodeKind::call || kind == NodeKind::apply;
    }

    NodeIndex parse_primary() {
        const Token& now = token();
        switch (now.kind) {
            case TokenKind::number:
                advance();
                return add_literal(now.number);
            case TokenKind::text:
                advance();
                return add_literal(now.text);
            case TokenKind::error:
                return parse_error();
            case TokenKind::cell:
                advance();
                return add_area(now, AreaShape::cell, own_sheet);
            case TokenKind::columns:
                advance();
                return add_area(now, AreaShape::whole_columns, own_sheet);
            case TokenKind::rows:
                advance();
                return add_area(now, AreaShape::whole_rows, own_sheet);
            case TokenKind::name:
                return parse_name(own_sheet);
            case TokenKind::function:
                return parse_call();
            case TokenKind::sheet:
                return parse_on_sheet();
            case TokenKind::structured:
                advance();
                return add_structured(now.structured);
            case TokenKind::open:
                return parse_brackets();
            case TokenKind::open_brace:
                return parse_array();
            case TokenKind::end:
                mistake("the formula breaks off here");
                return 0;
            default:
                mistake("a value is missing here");
                return 0;
        }
    }

    NodeIndex parse_error() {
        const CellError error = parse_cell_error(token().text);
        const bool gone_sheet = error == CellError::ref;
        advance();
        // "#REF!$A$1": the sheet was deleted; the reference behind it means nothing any more.
        if (gone_sheet && !token().space_before &&
            (token().kind == TokenKind::cell || token().kind == TokenKind::columns ||
             token().kind == TokenKind::rows)) {
            advance();
            while (is_operator(Operator::range) && next_token().kind == TokenKind::cell) {
                advance();
                advance();
            }
        }
        return add_literal(error);
    }

    NodeIndex add_area(const Token& from, AreaShape shape, std::uint32_t sheets) {
        AreaNode area;
        area.first = relative(from.first);
        area.last = relative(from.last);
        area.shape = shape;
        area.sheets = sheets;
        tree_.areas.push_back(area);
        return add_node(NodeKind::area, tree_.areas.size() - 1);
    }

    NodeIndex add_structured(const StructuredNode& structured) {
        tree_.structured.push_back(structured);
        return add_node(NodeKind::structured, tree_.structured.size() - 1);
    }

    NodeIndex parse_name(std::uint32_t sheets) {
        const Token& now = token();
        advance();
        if (sheets == own_sheet) {
            if (equal_fold(now.text, "TRUE")) return add_literal(true);
            if (equal_fold(now.text, "FALSE")) return add_literal(false);
        }
        tree_.names.push_back({now.text, sheets});
        return add_node(NodeKind::name, tree_.names.size() - 1);
    }

    NodeIndex parse_on_sheet() {
        const SheetSpan& span = token().span;
        advance();
        const Token& now = token();
        if (span.first.empty() && span.book.empty()) {
            mistake("a sheet name is missing before the '!'");
            return 0;
        }
        switch (now.kind) {
            case TokenKind::cell:
                advance();
                return add_area(now, AreaShape::cell, add_sheets(span));
            case TokenKind::columns:
                advance();
                return add_area(now, AreaShape::whole_columns, add_sheets(span));
            case TokenKind::rows:
                advance();
                return add_area(now, AreaShape::whole_rows, add_sheets(span));
            case TokenKind::name:
                return parse_name(add_sheets(span));
            case TokenKind::function:
                return parse_call();
            case TokenKind::error:
                return parse_error();
            case TokenKind::structured: {
                StructuredNode structured = now.structured;
                structured.book = span.book.empty() ? span.first : span.book;
                advance();
                return add_structured(structured);
            }
            default:
                mistake("a reference is missing after the sheet's name");
                return 0;
        }
    }

    NodeIndex parse_brackets() {
        const DepthGuard guard(*this);
        advance();
        const NodeIndex inside = parse_union();
        if (mistake_) return inside;
        if (token().kind != TokenKind::close) {
            mistake("a ')' is missing here");
            return inside;
        }
        advance();
        return inside;
    }

    /// "(" up to ")", the current token being the first.
    std::vector<NodeIndex> parse_arguments() {
        const DepthGuard guard(*this);
        advance();
        std::vector<NodeIndex> arguments;
        if (token().kind == TokenKind::close) {
            advance();
            return arguments;
        }
        while (!mistake_) {
            if (token().kind == TokenKind::comma || token().kind == TokenKind::close) {
                arguments.push_back(add_node(NodeKind::missing, 0));
            } else {
                arguments.push_back(parse_binary(1));
            }
            if (mistake_) break;
            if (token().kind == TokenKind::close) {
                advance();
                break;
            }
            if (token().kind != TokenKind::comma) {
                mistake("a ',' or ')' is missing here");
                break;
            }
            advance();
        }
        return arguments;
    }

    NodeIndex parse_call() {
        const std::size_t here = at_;
        const std::string name = token().text;
        advance();
        const std::vector<NodeIndex> arguments = parse_arguments();
        if (mistake_) return 0;
        FunctionNode function{find_function(name), name};
        if (function.row != nullptr) {
            if (arguments.size() < function.row->min_arguments) {
                at_ = here;
                mistake(plain_function_name(name) + " needs more arguments");
                return 0;
            }
            if (function.row->max_arguments != any_number && arguments.size() > function.row->max_arguments) {
                at_ = here;
                mistake(plain_function_name(name) + " takes fewer arguments");
                return 0;
            }
        }
        tree_.functions.push_back(std::move(function));
        const NodeIndex index = add_parent(NodeKind::call, Operator::range, arguments);
        tree_.nodes[index].payload = static_cast<std::uint32_t>(tree_.functions.size() - 1);
        return index;
    }

    NodeIndex parse_array() {
        advance();
        std::vector<CellValue> cells;
        std::size_t rows = 1;
        std::size_t columns = 0;
        std::size_t in_row = 0;
        while (true) {
            auto value = parse_array_item();
            if (mistake_) return 0;
            cells.push_back(std::move(value));
            ++in_row;
            const TokenKind kind = token().kind;
            if (kind == TokenKind::comma) {
                advance();
                continue;
            }
            if (rows == 1) columns = in_row;
            if (in_row != columns) {
                mistake("the rows of this array have different lengths");
                return 0;
            }
            if (kind == TokenKind::semicolon) {
                advance();
                ++rows;
                in_row = 0;
                continue;
            }
            if (kind != TokenKind::close_brace) {
                mistake("a '}' is missing here");
                return 0;
            }
            advance();
            break;
        }
        Array array;
        array.rows = rows;
        array.columns = columns;
        array.cells = std::move(cells);
        tree_.arrays.push_back(std::move(array));
        return add_node(NodeKind::array, tree_.arrays.size() - 1);
    }

    CellValue parse_array_item() {
        double sign = 1;
        while (is_operator(Operator::subtract) || is_operator(Operator::add)) {
            if (is_operator(Operator::subtract)) sign = -sign;
            advance();
            if (token().kind != TokenKind::number) mistake("a number is missing here");
        }
        const Token& now = token();
        advance();
        switch (now.kind) {
            case TokenKind::number: {
                double number = sign * now.number;
                while (is_operator(Operator::percent)) {
                    number /= 100;
                    advance();
                }
                return number;
            }
            case TokenKind::text:
                return now.text;
            case TokenKind::error:
                return parse_cell_error(now.text);
            case TokenKind::name:
                if (equal_fold(now.text, "TRUE")) return true;
                if (equal_fold(now.text, "FALSE")) return false;
                break;
            default:
                break;
        }
        mistake("an array in braces may only hold values");
        return Blank{};
    }

    const std::vector<Token>& tokens_;
    CellRef cell_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    FormulaTree tree_;
    std::optional<FormulaMistake> mistake_;
};

}  // namespace

ParsedFormula parse_formula(std::string_view text, CellRef cell) {
    if (text.size() > max_formula_bytes)
        return {nullptr, FormulaMistake{"the formula is longer than Excel allows", 0}};
    LexedFormula lexed = lex_formula(text);
    if (lexed.mistake) return {nullptr, std::move(lexed.mistake)};
    return Parser(lexed.tokens, cell).parse();
}

}  // namespace scorebook::formula
