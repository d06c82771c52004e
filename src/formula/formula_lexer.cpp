// formula_lexer.cpp - formula text -> tokens. Hand-written: no table could say what a quote or a bracket
// means where.
#include "formula/formula_lexer.hpp"

#include <algorithm>
#include <utility>

#include "bytes/number_text.hpp"
#include "formula/name_characters.hpp"
#include "formula/reference_text.hpp"
#include "formula/structured_text.hpp"

namespace scorebook::formula {
namespace {

/// Length of the number at the start of `text`: digits, one point, an exponent.
std::size_t number_length(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at < text.size() && text[at] == '.') {
        ++at;
        while (at < text.size() && is_digit(text[at])) ++at;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        std::size_t exponent = at + 1;
        if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
        if (exponent < text.size() && is_digit(text[exponent])) {
            while (exponent < text.size() && is_digit(text[exponent])) ++exponent;
            at = exponent;
        }
    }
    return at;
}

constexpr std::string_view error_spellings[] = {
    "#NULL!",        "#DIV/0!", "#VALUE!",   "#REF!",     "#NAME?",    "#NUM!",   "#N/A",
    "#GETTING_DATA", "#SPILL!", "#CONNECT!", "#BLOCKED!", "#UNKNOWN!", "#FIELD!", "#CALC!"};

std::size_t error_length(std::string_view text) {
    for (std::string_view spelling : error_spellings) {
        if (text.size() < spelling.size()) continue;
        if (std::equal(spelling.begin(), spelling.end(), text.begin(), [](char a, char b) {
                return a == (b >= 'a' && b <= 'z' ? static_cast<char>(b - 32) : b);
            })) {
            return spelling.size();
        }
    }
    return 0;
}

/// "[1]Sheet1:Sheet3" -> its three parts.
SheetSpan split_span(std::string_view text) {
    SheetSpan span;
    if (!text.empty() && text.front() == '[') {
        const std::size_t close = text.find(']');
        if (close != std::string_view::npos) {
            span.book = std::string(text.substr(1, close - 1));
            text.remove_prefix(close + 1);
        }
    }
    const std::size_t colon = text.find(':');
    span.first = std::string(text.substr(0, colon));
    if (colon != std::string_view::npos) span.last = std::string(text.substr(colon + 1));
    return span;
}

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}

    LexedFormula lex() {
        while (!result_.mistake) {
            const std::size_t before = at_;
            while (at_ < text_.size() && is_space(text_[at_])) ++at_;
            token_ = Token{};
            token_.space_before = at_ > before;
            token_.begin = at_;
            if (at_ == text_.size()) {
                add(TokenKind::end, 0);
                break;
            }
            lex_one();
        }
        return std::move(result_);
    }

  private:
    std::string_view rest() const { return text_.substr(at_); }
    char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

    void add(TokenKind kind, std::size_t length) {
        token_.kind = kind;
        at_ += length;
        token_.end = at_;
        result_.tokens.push_back(std::move(token_));
    }
    void add(Operator op, std::size_t length) {
        token_.op = op;
        add(TokenKind::operation, length);
    }
    void mistake(std::string what) { result_.mistake = FormulaMistake{std::move(what), at_}; }

    void lex_one() {
        const char c = text_[at_];
        if (c == '"') return lex_text();
        if (c == '\'') return lex_quoted_sheet();
        if (c == '[') return lex_bracket();
        if (c == '#') return lex_hash();
        if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return lex_digits();
        if (c == '$' || is_name_start(c)) return lex_word();
        lex_operator(c);
    }

    void lex_operator(char c) {
        switch (c) {
            case '+':
                return add(Operator::add, 1);
            case '-':
                return add(Operator::subtract, 1);
            case '*':
                return add(Operator::multiply, 1);
            case '/':
                return add(Operator::divide, 1);
            case '^':
                return add(Operator::power, 1);
            case '&':
                return add(Operator::concatenate, 1);
            case '%':
                return add(Operator::percent, 1);
            case ':':
                return add(Operator::range, 1);
            case '@':
                return add(Operator::implicit_intersection, 1);
            case '=':
                return add(Operator::equal, 1);
            case '<':
                if (peek(1) == '=') return add(Operator::less_or_equal, 2);
                if (peek(1) == '>') return add(Operator::not_equal, 2);
                return add(Operator::less, 1);
            case '>':
                if (peek(1) == '=') return add(Operator::greater_or_equal, 2);
                return add(Operator::greater, 1);
            case ',':
                return add(TokenKind::comma, 1);
            case ';':
                return add(TokenKind::semicolon, 1);
            case '(':
                return add(TokenKind::open, 1);
            case ')':
                return add(TokenKind::close, 1);
            case '{':
                return add(TokenKind::open_brace, 1);
            case '}':
                return add(TokenKind::close_brace, 1);
            default:
                return mistake(std::string("'") + c + "' has no meaning here");
        }
    }

    void lex_text() {
        std::string text;
        std::size_t at = at_ + 1;
        while (at < text_.size()) {
            if (text_[at] == '"') {
                if (at + 1 < text_.size() && text_[at + 1] == '"') {
                    ++at;
                } else {
                    token_.text = std::move(text);
                    return add(TokenKind::text, at + 1 - at_);
                }
            }
            text += text_[at++];
        }
        mistake("the text that begins here has no closing quote");
    }

    void lex_quoted_sheet() {
        std::string name;
        std::size_t at = at_ + 1;
        while (at < text_.size()) {
            if (text_[at] == '\'') {
                if (at + 1 < text_.size() && text_[at + 1] == '\'') {
                    ++at;
                } else {
                    if (at + 1 >= text_.size() || text_[at + 1] != '!') break;
                    token_.span = split_span(name);
                    return add(TokenKind::sheet, at + 2 - at_);
                }
            }
            name += text_[at++];
        }
        mistake("the sheet name that begins here has no end");
    }

    /// "[1]Sheet1!" and "[1]!" name another workbook; any other bracket is a structured reference.
    void lex_bracket() {
        const std::size_t close = text_.find(']', at_);
        if (close != std::string_view::npos) {
            std::size_t at = close + 1;
            while (at < text_.size() && (is_name_part(text_[at]) || text_[at] == ':')) ++at;
            if (at < text_.size() && text_[at] == '!') {
                token_.span = split_span(text_.substr(at_, at - at_));
                return add(TokenKind::sheet, at + 1 - at_);
            }
        }
        lex_structured(0);
    }

    /// `name_length`: bytes of the table's name before the bracket.
    void lex_structured(std::size_t name_length) {
        const std::size_t length = structured_length(text_.substr(at_ + name_length));
        if (length == 0) return mistake("the '[' that begins here has no ']'");
        auto parsed = parse_structured(text_.substr(at_ + name_length, length));
        if (!parsed) return mistake("this table reference can't be read");
        token_.structured = std::move(*parsed);
        token_.structured.table = std::string(text_.substr(at_, name_length));
        add(TokenKind::structured, name_length + length);
    }

    void lex_hash() {
        const std::size_t length = error_length(rest());
        // "A1#": the spilled range; there is no space between the reference and the sign.
        if (length == 0) return add(Operator::spill, 1);
        token_.text = std::string(rest().substr(0, length));
        // "#REF!A1" and "#REF!$B$2:$C$3": a sheet that is gone; Excel gives #REF! for the whole.
        add(TokenKind::error, length);
    }

    void lex_digits() {
        if (auto rows = lex_rows(rest())) {
            token_.first = rows->first.first;
            token_.last = rows->first.second;
            return add(TokenKind::rows, rows->second);
        }
        // A sheet whose name begins with digits is quoted by Excel, but not by every program: "2016!A1".
        std::size_t word = 0;
        while (is_name_part(peek(word))) ++word;
        if (peek(word) == '!') {
            token_.span.first = std::string(rest().substr(0, word));
            return add(TokenKind::sheet, word + 1);
        }
        const std::size_t length = number_length(rest());
        std::string digits(rest().substr(0, length));
        auto number = parse_number(digits);
        if (!number) return mistake("this number can't be read");
        token_.number = *number;
        add(TokenKind::number, length);
    }

    void lex_word() {
        if (auto columns = lex_columns(rest())) {
            token_.first = columns->first.first;
            token_.last = columns->first.second;
            return add(TokenKind::columns, columns->second);
        }
        if (text_[at_] == '$') {
            if (auto rows = lex_rows(rest())) {
                token_.first = rows->first.first;
                token_.last = rows->first.second;
                return add(TokenKind::rows, rows->second);
            }
        }
        if (auto cell = lex_cell(rest())) {
            const char next = peek(cell->second);
            if (!is_name_part(next) && next != '(' && next != '!' && next != '[') {
                token_.first = token_.last = cell->first;
                return add(TokenKind::cell, cell->second);
            }
        }
        std::size_t length = 0;
        while (is_name_part(peek(length))) ++length;
        if (length == 0) return mistake("'$' has no meaning here");
        if (lex_sheet_span(length)) return;
        token_.text = std::string(rest().substr(0, length));
        if (peek(length) == '(') return add(TokenKind::function, length);
        if (peek(length) == '[') return lex_structured(length);
        add(TokenKind::name, length);
    }

    /// "Sheet1!" or "Sheet1:Sheet3!"; `length` is the first name's.
    bool lex_sheet_span(std::size_t length) {
        std::size_t end = length;
        if (peek(end) == ':') {
            ++end;
            while (is_name_part(peek(end))) ++end;
            if (end == length + 1) return false;
        }
        if (peek(end) != '!') return false;
        if (end != length) {
            // "A1:Sheet2!B1" is a range whose second half names its sheet, not a span of sheets.
            const auto cell = lex_cell(rest().substr(0, length));
            if (cell && cell->second == length) return false;
        }
        token_.span = split_span(rest().substr(0, end));
        add(TokenKind::sheet, end + 1);
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Token token_;
    LexedFormula result_;
};

}  // namespace

LexedFormula lex_formula(std::string_view text) {
    return Lexer(text).lex();
}

}  // namespace scorebook::formula
