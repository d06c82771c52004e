// figure_claims.cpp - sentences about one entry against its row, about none against its table.
#include "checks/figure_claims.hpp"

#include <algorithm>

#include "checks/movement_claims.hpp"
#include "checks/stated_figures.hpp"
#include "checks/unplaced_figures.hpp"
#include "checks/wording.hpp"
#include "tables/plain_text.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

bool holds_figures(ValueKind kind) {
    return kind == ValueKind::figure || kind == ValueKind::percentage || kind == ValueKind::money ||
           kind == ValueKind::duration || kind == ValueKind::target;
}

}  // namespace

FigureClaims::FigureClaims(const CheckContext& context, Report& report) : context_(context) {
    const auto& tables = context.current.values;
    const auto has_figures = [](const auto& values) {
        const auto& columns = values->table().columns;
        return std::any_of(columns.begin(), columns.end(), [](const FoundColumn& column) {
            return column.spec && holds_figures(column.spec->kind);
        });
    };
    if (std::none_of(tables.begin(), tables.end(), has_figures)) return;
    rows_.emplace(context);
    for (const auto& values : tables) facts_.emplace_back(context, *values, report);
}

ClaimVerdict FigureClaims::judge(const SheetText& text, std::string_view sentence,
                                 std::string_view plain) const {
    if (!rows_) return {};
    bool is_ambiguous = false;
    std::optional<SpokenRow> row = rows_->named(sentence, is_ambiguous);
    if (!row) row = rows_->of_comment(text);
    if (!row) {
        ClaimVerdict verdict = judge_overall(*context_.current.workbook, facts_, plain);
        if (verdict.is_open()) verdict.not_checked = unplaced_in_tables(context_, sentence);
        return verdict;
    }
    ClaimVerdict verdict;
    if (!is_ambiguous) {
        verdict = judge_stated_figures(*row, facts_[row->table], sentence, plain);
        if (verdict.is_open()) verdict = judge_movement(*row, facts_[row->table], plain);
    }
    if (verdict.is_open() && !row->is_own && has_digit(sentence))
        verdict.not_checked = unplaced_in_rows(rows_->all_named(sentence), sentence);
    return verdict;
}

}  // namespace scorebook
