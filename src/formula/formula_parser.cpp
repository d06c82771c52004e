// formula_parser.cpp - recursive descent over Excel's precedence: range, intersection, union; unary minus;
// percent; power; times; plus; &; comparison (MS-OI29500 2.1.860: unary minus binds tighter than ^, so -2^2
// is 4).
#include "formula/formula_parser.hpp"

#include <utility>
#include <vector>

#include "formula/array_constant.hpp"
#include "formula/function_table.hpp"
#include "formula/text_case.hpp"
#include "formula/token_cursor.hpp"
#include "formula/tree_builder.hpp"

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

class Parser : TokenCursor {
  public:
    Parser(const std::vector<Token>& tokens, CellRef cell) : TokenCursor(tokens), tree_(cell) {}

    ParsedFormula parse() {
        // A name may hold several areas without brackets round them.
        const NodeIndex root = parse_union();
        if (!failed() && token().kind != TokenKind::end) mistake("this doesn't belong here");
        if (failed()) return {nullptr, first_mistake()};
        return {std::make_shared<const FormulaTree>(tree_.take(root)), std::nullopt};
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

    NodeIndex parse_union() {
        NodeIndex left = parse_binary(1);
        while (!failed() && token().kind == TokenKind::comma) {
            advance();
            const NodeIndex right = parse_binary(1);
            left = tree_.add_parent(NodeKind::binary, Operator::join, {left, right});
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
            left = tree_.add_parent(NodeKind::binary, op, {left, right});
        }
        return left;
    }

    NodeIndex parse_percent() {
        NodeIndex operand = parse_prefix();
        while (is_operator(Operator::percent)) {
            advance();
            operand = tree_.add_parent(NodeKind::unary, Operator::percent, {operand});
        }
        return operand;
    }

    NodeIndex parse_prefix() {
        const DepthGuard guard(*this);
        if (is_operator(Operator::subtract) || is_operator(Operator::add)) {
            const Operator op = is_operator(Operator::subtract) ? Operator::negate : Operator::plus;
            advance();
            return tree_.add_parent(NodeKind::unary, op, {parse_prefix()});
        }
        if (is_operator(Operator::implicit_intersection)) {
            advance();
            return tree_.add_parent(NodeKind::unary, Operator::implicit_intersection, {parse_prefix()});
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
        while (!failed() && token().space_before && starts_operand()) {
            const Token operand = token();
            const NodeIndex right = parse_range();
            if (failed()) return left;
            if (!tree_.can_be_reference(left) || !tree_.can_be_reference(right))
                mistake("a space stands between references", operand);
            left = tree_.add_parent(NodeKind::binary, Operator::intersection, {left, right});
        }
        return left;
    }

    NodeIndex parse_range() {
        NodeIndex left = parse_postfix();
        while (is_operator(Operator::range)) {
            const Token colon = token();
            advance();
            const NodeIndex right = parse_postfix();
            if (failed()) return left;
            if (!tree_.can_be_reference(left) || !tree_.can_be_reference(right))
                mistake("':' stands between references", colon);
            left = tree_.join_corners(left, right);
        }
        return left;
    }

    NodeIndex parse_postfix() {
        NodeIndex operand = parse_primary();
        while (!failed()) {
            if (is_operator(Operator::spill)) {
                advance();
                operand = tree_.add_parent(NodeKind::unary, Operator::spill, {operand});
            } else if (token().kind == TokenKind::open && !token().space_before && can_be_called(operand)) {
                std::vector<NodeIndex> parts = parse_arguments();
                parts.insert(parts.begin(), operand);
                operand = tree_.add_parent(NodeKind::apply, Operator::range, parts);
            } else {
                return operand;
            }
        }
        return operand;
    }

    /// LAMBDA(x,x+1)(2): only a call's result can be called.
    bool can_be_called(NodeIndex operand) const {
        const NodeKind kind = tree_.kind(operand);
        return kind == NodeKind::call || kind == NodeKind::apply;
    }

    NodeIndex parse_primary() {
        const Token& now = token();
        switch (now.kind) {
            case TokenKind::number:
                advance();
                return tree_.add_literal(now.number);
            case TokenKind::text:
                advance();
                return tree_.add_literal(now.text);
            case TokenKind::error:
                return parse_error();
            case TokenKind::cell:
                advance();
                return tree_.add_area(now, AreaShape::cell, own_sheet);
            case TokenKind::columns:
                advance();
                return tree_.add_area(now, AreaShape::whole_columns, own_sheet);
            case TokenKind::rows:
                advance();
                return tree_.add_area(now, AreaShape::whole_rows, own_sheet);
            case TokenKind::name:
                return parse_name(own_sheet);
            case TokenKind::function:
                return parse_call();
            case TokenKind::sheet:
                return parse_on_sheet();
            case TokenKind::structured:
                advance();
                return tree_.add_structured(now.structured);
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
        return tree_.add_literal(error);
    }

    NodeIndex parse_name(std::uint32_t sheets) {
        const Token& now = token();
        advance();
        if (sheets == own_sheet) {
            if (equal_fold(now.text, "TRUE")) return tree_.add_literal(true);
            if (equal_fold(now.text, "FALSE")) return tree_.add_literal(false);
        }
        return tree_.add_name(now.text, sheets);
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
                return tree_.add_area(now, AreaShape::cell, tree_.add_sheets(span));
            case TokenKind::columns:
                advance();
                return tree_.add_area(now, AreaShape::whole_columns, tree_.add_sheets(span));
            case TokenKind::rows:
                advance();
                return tree_.add_area(now, AreaShape::whole_rows, tree_.add_sheets(span));
            case TokenKind::name:
                return parse_name(tree_.add_sheets(span));
            case TokenKind::function:
                return parse_call();
            case TokenKind::error:
                return parse_error();
            case TokenKind::structured: {
                StructuredNode structured = now.structured;
                structured.book = span.book.empty() ? span.first : span.book;
                advance();
                return tree_.add_structured(structured);
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
        if (failed()) return inside;
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
        while (!failed()) {
            if (token().kind == TokenKind::comma || token().kind == TokenKind::close) {
                arguments.push_back(tree_.add_missing());
            } else {
                arguments.push_back(parse_binary(1));
            }
            if (failed()) break;
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
        const Token& here = token();
        const std::string name = token().text;
        advance();
        const std::vector<NodeIndex> arguments = parse_arguments();
        if (failed()) return 0;
        FunctionNode function{find_function(name), name};
        if (function.row != nullptr) {
            if (arguments.size() < function.row->min_arguments) {
                mistake(plain_function_name(name) + " needs more arguments", here);
                return 0;
            }
            if (function.row->max_arguments != any_number && arguments.size() > function.row->max_arguments) {
                mistake(plain_function_name(name) + " takes fewer arguments", here);
                return 0;
            }
        }
        return tree_.add_call(std::move(function), arguments);
    }

    NodeIndex parse_array() {
        auto array = parse_array_constant(*this);
        return array ? tree_.add_array(std::move(*array)) : 0;
    }

    std::size_t depth_ = 0;
    TreeBuilder tree_;
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
