// formula_lexer.hpp - formula text -> tokens with their places. ECMA-376 Part 1, 18.17.2, with
// MS-OI29500 2.1.860.
//
// References are recognised here, because only the lexer sees that "A1" in "A1(" is a function and in "A1!B2"
// a sheet.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formula/formula_tree.hpp"
#include "scorebook/cell_ref.hpp"

namespace scorebook::formula {

enum class TokenKind : std::uint8_t {
    number,
    text,
    error,
    cell,        ///< A1, $A$1: `first`
    columns,     ///< A:C: `first` and `last`
    rows,        ///< 3:5
    name,        ///< also TRUE and FALSE
    function,    ///< a name with "(" right behind it
    sheet,       ///< what stands before "!": `span`
    structured,  ///< Table[...] or [...]: `structured`
    operation,   ///< `op`: every operator but the space; "-" and "+" are subtract and add, "," is comma
    comma,
    semicolon,
    open,   ///< (
    close,  ///< )
    open_brace,
    close_brace,
    end,
};

/// One token. `first` and `last` hold 0-based rows and columns, not yet relative to anything.
struct Token {
    TokenKind kind = TokenKind::end;
    std::size_t begin = 0;  ///< byte offset in the text
    std::size_t end = 0;
    bool space_before = false;
    Operator op = Operator::range;
    double number = 0;
    std::string text;  ///< text without its quotes, name, or error
    Corner first;
    Corner last;
    SheetSpan span;
    StructuredNode structured;
};

/// A mistake in a formula: what is wrong and at which byte.
struct FormulaMistake {
    std::string what;
    std::size_t offset = 0;
};

/// The tokens of `text` (without "="), an `end` token last; or the first mistake.
struct LexedFormula {
    std::vector<Token> tokens;
    std::optional<FormulaMistake> mistake;
};
LexedFormula lex_formula(std::string_view text);

}  // namespace scorebook::formula
