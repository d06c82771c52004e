// register_formulas_test.cpp - the risk register's formulas over rows worked out by hand and rows of the May
// 2016 paper.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "templates/formula_names.hpp"
#include "templates/plain_case.hpp"

using namespace scorebook;

namespace {

/// One entry: a table of a header row and a row of values, with the template's names.
class OneEntry : public CellSource {
  public:
    OneEntry(const WorkbookTemplate& kind, const std::map<std::string, CellValue>& values) {
        table_.name = "risks";
        for (const auto& [header, value] : values) {
            table_.columns.push_back(header);
            values_.push_back(value);
        }
        table_.range = {{0, 0}, {1, static_cast<std::uint32_t>(values_.size() - 1)}};
        for (auto& [name, formula] : formula_names(kind, kind.bands_on({2016, 6, 8}), {2016, 6, 8}))
            names_[in_plain_lower(name)] = formula;
    }

    std::size_t sheet_count() const override { return 1; }
    std::string sheet_name(SheetIndex) const override { return "risks"; }
    std::optional<SheetIndex> find_sheet(std::string_view) const override { return std::nullopt; }
    CellValue value(SheetIndex, CellRef cell) const override {
        if (cell.column_index >= values_.size()) return Blank{};
        return cell.row_index == 0 ? CellValue(table_.columns[cell.column_index])
                                   : values_[cell.column_index];
    }
    CellRange used_range(SheetIndex) const override { return table_.range; }
    void visit(SheetIndex sheet, const CellRange& range,
               const std::function<bool(CellRef, const CellValue&)>& visit) const override {
        for (std::uint32_t row = range.first.row_index; row <= std::min(range.last.row_index, 1U); ++row) {
            for (std::uint32_t column = range.first.column_index;
                 column <= range.last.column_index && column < values_.size(); ++column) {
                const CellValue found = value(sheet, {row, column});
                if (!is_blank(found) && !visit({row, column}, found)) return;
            }
        }
    }
    std::optional<SourceName> find_name(std::string_view name, SheetIndex) const override {
        const auto found = names_.find(in_plain_lower(name));
        return found == names_.end() ? std::nullopt : std::optional(SourceName{found->second, std::nullopt});
    }
    const SourceTable* table_at(SheetIndex, CellRef) const override { return &table_; }

  private:
    SourceTable table_;
    std::vector<CellValue> values_;
    std::map<std::string, std::string> names_;
};

const WorkbookTemplate& register_kind() {
    static const TemplateSet all = TemplateSet::built_in();
    return *all.find("risk-register");
}

bool is_true(const CellValue& value) {
    const bool* truth = std::get_if<bool>(&value);
    return truth && *truth;
}

/// What the table's computed columns and checks say of an entry: "score=20", "G02 residual_score".
std::vector<std::string> outcome(const char* table_id, const std::map<std::string, CellValue>& values) {
    const OneEntry source(register_kind(), values);
    const EvaluationClock clock;
    const auto at = [&](const RowFormula& formula) { return formula.evaluate(source, 0, {1, 0}, clock); };
    std::vector<std::string> said;
    const TableSpec& table = *register_kind().find_table(table_id);
    const auto has_all = [&](const RowFormula& formula) {
        return std::all_of(formula.columns().begin(), formula.columns().end(),
                           [&](const std::string& column) { return values.count(column) != 0; });
    };
    for (const ComputedColumn& computed : table.computed) {
        if (!has_all(computed.formula) || (computed.when && !is_true(at(*computed.when)))) continue;
        said.push_back(computed.column + "=" + to_text(at(computed.formula)));
    }
    for (const FormulaCheck& check : table.checks) {
        if (!has_all(check.holds) || (check.when && !is_true(at(*check.when)))) continue;
        if (!is_true(at(check.holds))) said.push_back(check.rule + " " + check.column);
    }
    return said;
}

}  // namespace

TEST_SUITE("templates") {
    TEST_CASE("register formulas: scores are products, RAG words come from the bands, levels from 1 to 5") {
        struct Case {
            const char* name;
            std::map<std::string, CellValue> values;
            std::vector<std::string> said;
        };
        const Blank blank;
        const std::vector<Case> cases = {
            {"CR1 of the paper",
             {{"Risk Score", 25.0}, {"Residual Score", 16.0}},
             {"initial_rag=Red", "rag=Red"}},
            {"CR2: equal is no fault",
             {{"Risk Score", 25.0}, {"Residual Score", 25.0}},
             {"initial_rag=Red", "rag=Red"}},
            {"residual above",
             {{"Risk Score", 12.0}, {"Residual Score", 16.0}},
             {"initial_rag=Red", "rag=Red", "G02 residual_score"}},
            {"product",
             {{"Impact", 5.0}, {"Likelihood", 4.0}, {"Risk Score", 25.0}},
             {"score=20", "initial_rag=Red", "rag=Red"}},
            {"one part missing",
             {{"Impact", 5.0}, {"Likelihood", blank}, {"Risk Score", 4.0}},
             {"initial_rag=Green", "rag=Green"}},
            {"a part that is no level",
             {{"Impact", 6.0}, {"Likelihood", 2.0}, {"Risk Score", 10.0}},
             {"initial_rag=Amber", "rag=Amber", "V11 impact"}},
            {"a part between levels",
             {{"Impact", 2.0}, {"Likelihood", 2.5}, {"Risk Score", 5.0}},
             {"initial_rag=Amber", "rag=Amber", "V11 likelihood"}},
            {"text instead of a number",
             {{"Impact", std::string("awaited")}, {"Likelihood", 2.0}, {"Risk Score", blank}},
             {}},
            {"unreachable", {{"Risk Score", 11.0}}, {"V10 score"}},
            {"unreachable and out of range",
             {{"Risk Score", 30.0}, {"Residual Score", 0.0}},
             {"V10 score", "V10 residual_score"}},
            {"target above residual",
             {{"Risk Score", 20.0}, {"Residual Score", 8.0}, {"Target Score", 9.0}},
             {"initial_rag=Red", "rag=Amber", "target_rag=Amber", "G02 target_score"}},
            {"target above the only score",
             {{"Risk Score", 8.0}, {"Target Score", 9.0}},
             {"initial_rag=Amber", "rag=Amber", "target_rag=Amber", "G02 target_score"}},
            {"residual parts",
             {{"Residual Impact", 3.0}, {"Residual Likelihood", 1.0}, {"Residual Score", 3.0}},
             {"residual_score=3", "rag=Green"}},
        };
        for (const Case& c : cases) {
            CAPTURE(c.name);
            CHECK(outcome("risks", c.values) == c.said);
        }
    }

    TEST_CASE("register formulas: an opportunity is better the higher it scores") {
        // CO1 to CO4 of the paper: 12 before, 16 after maximising actions.
        CHECK(outcome("opportunities", {{"Opportunity Score", 12.0}, {"Residual Opportunity Score", 16.0}})
                  .empty());
        CHECK(outcome("opportunities", {{"Opportunity Score", 16.0}, {"Residual Opportunity Score", 12.0}}) ==
              std::vector<std::string>{"G02 residual_score"});
        CHECK(outcome("opportunities", {{"Residual Opportunity Score", 16.0}, {"Target Score", 12.0}}) ==
              std::vector<std::string>{"G02 target_score"});
        CHECK(outcome("opportunities", {{"Impact", 4.0}, {"Likelihood", 4.0}, {"Opportunity Score", 12.0}}) ==
              std::vector<std::string>{"score=16"});
        CHECK(outcome("opportunities", {{"Opportunity Score", 17.0}}) ==
              std::vector<std::string>{"V10 score"});
    }
}
