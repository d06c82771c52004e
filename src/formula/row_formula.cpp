// row_formula.cpp - a formula compiled once and evaluated in many places.
#include "formula/row_formula.hpp"

#include <algorithm>

#include "formula/evaluate.hpp"
#include "formula/formula_parser.hpp"
#include "formula/function_table.hpp"
#include "formula/text_case.hpp"
#include "scorebook/error.hpp"

namespace scorebook {
namespace {

void add_column(std::vector<std::string>& columns, const std::string& name) {
    if (!name.empty() && std::find(columns.begin(), columns.end(), name) == columns.end())
        columns.push_back(name);
}

}  // namespace

RowFormula RowFormula::parse(std::string_view text) {
    const std::size_t equals = text.starts_with('=') ? 1 : 0;
    RowFormula result;
    result.text_ = std::string(text);
    formula::ParsedFormula parsed = formula::parse_formula(text.substr(equals), CellRef{});
    if (parsed.mistake) {
        fail(ErrorCode::bad_template,
             "the formula " + result.text_ + " can't be read: " + parsed.mistake->what,
             std::to_string(parsed.mistake->offset + equals + 1));
    }
    for (const formula::FunctionNode& function : parsed.tree->functions) {
        if (function.row == nullptr) {
            const std::size_t place = text.find(function.name);
            fail(ErrorCode::bad_template,
                 "the formula " + result.text_ + " uses " + function.name + ", which can't be computed here",
                 std::to_string(place == std::string_view::npos ? 1 : place + 1));
        }
    }
    for (const formula::StructuredNode& structured : parsed.tree->structured) {
        if (!structured.table.empty()) continue;
        add_column(result.columns_, structured.first_column);
        add_column(result.columns_, structured.last_column);
    }
    result.tree_ = std::move(parsed.tree);
    return result;
}

CellValue RowFormula::evaluate(const CellSource& source, SheetIndex sheet, CellRef cell,
                               const EvaluationClock& clock) const {
    formula::Workspace workspace(source, clock);
    formula::Evaluation evaluation(workspace, *tree_, sheet, cell, formula::Mode::array);
    const formula::Value value = evaluation.run();
    CellValue result = formula::cell_result(evaluation, value);
    // What can't be worked out is an error value, never a guess.
    if (workspace.has_given_up()) return CellError::calc;
    return result;
}

}  // namespace scorebook
