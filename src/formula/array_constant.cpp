// array_constant.cpp - {1,2;3,4}: commas between columns, semicolons between rows.
#include "formula/array_constant.hpp"

#include <utility>

#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

CellValue parse_item(TokenCursor& tokens) {
    double sign = 1;
    while (tokens.is_operator(Operator::subtract) || tokens.is_operator(Operator::add)) {
        if (tokens.is_operator(Operator::subtract)) sign = -sign;
        tokens.advance();
        if (tokens.token().kind != TokenKind::number) tokens.mistake("a number is missing here");
    }
    const Token& now = tokens.token();
    tokens.advance();
    switch (now.kind) {
        case TokenKind::number: {
            double number = sign * now.number;
            while (tokens.is_operator(Operator::percent)) {
                number /= 100;
                tokens.advance();
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
    tokens.mistake("an array in braces may only hold values");
    return Blank{};
}

}  // namespace

std::optional<Array> parse_array_constant(TokenCursor& tokens) {
    tokens.advance();
    std::vector<CellValue> cells;
    std::size_t rows = 1;
    std::size_t columns = 0;
    std::size_t in_row = 0;
    while (true) {
        auto value = parse_item(tokens);
        if (tokens.failed()) return std::nullopt;
        cells.push_back(std::move(value));
        ++in_row;
        const TokenKind kind = tokens.token().kind;
        if (kind == TokenKind::comma) {
            tokens.advance();
            continue;
        }
        if (rows == 1) columns = in_row;
        if (in_row != columns) {
            tokens.mistake("the rows of this array have different lengths");
            return std::nullopt;
        }
        if (kind == TokenKind::semicolon) {
            tokens.advance();
            ++rows;
            in_row = 0;
            continue;
        }
        if (kind != TokenKind::close_brace) {
            tokens.mistake("a '}' is missing here");
            return std::nullopt;
        }
        tokens.advance();
        break;
    }
    Array array;
    array.rows = rows;
    array.columns = columns;
    array.cells = std::move(cells);
    return array;
}

}  // namespace scorebook::formula
