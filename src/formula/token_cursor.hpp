// token_cursor.hpp - the place in a formula's tokens a parser has come to, and the first mistake it met.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formula/formula_lexer.hpp"

namespace scorebook::formula {

/// `tokens` must outlive it and end with an `end` token. After a mistake it stands there.
class TokenCursor {
  public:
    explicit TokenCursor(const std::vector<Token>& tokens) : tokens_(tokens) {}

    const Token& token() const { return tokens_[at_]; }
    const Token& next_token() const { return tokens_[at_ + 1 < tokens_.size() ? at_ + 1 : at_]; }
    bool is_operator(Operator op) const { return token().kind == TokenKind::operation && token().op == op; }
    void advance() {
        if (at_ + 1 < tokens_.size()) ++at_;
    }

    void mistake(std::string what) { mistake(std::move(what), token()); }
    /// The first mistake stays.
    void mistake(std::string what, const Token& where) {
        if (!mistake_) mistake_ = FormulaMistake{std::move(what), where.begin};
        at_ = tokens_.size() - 1;
    }
    bool failed() const { return mistake_.has_value(); }
    const std::optional<FormulaMistake>& first_mistake() const { return mistake_; }

  private:
    const std::vector<Token>& tokens_;
    std::size_t at_ = 0;
    std::optional<FormulaMistake> mistake_;
};

}  // namespace scorebook::formula
