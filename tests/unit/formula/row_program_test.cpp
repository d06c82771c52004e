// row_program_test.cpp - the short way gives what the evaluator gives, or steps aside.
#include "formula/row_program.hpp"

#include <doctest/doctest.h>

#include <random>

#include "formula/evaluate.hpp"
#include "formula/formula_parser.hpp"
#include "support/workbook_text.hpp"

using namespace scorebook;
using namespace scorebook::formula;

namespace {

struct Sheet1 {
    std::shared_ptr<const Workbook> workbook = test::workbook_from(R"(
        A1: 4
        A2: 0.1
        A3: TRUE
        A4: Red
        A5: "12"
        A6: #N/A
        A8: -1E300
        A9: 0
    )");
    WorkbookCells cells{*workbook};
    Workspace workspace{cells, {42675.5, 1}};

    CellValue long_way(const FormulaTree& tree, CellRef cell) {
        Evaluation evaluation(workspace, tree, 0, cell, Mode::single);
        return cell_result(evaluation, evaluation.run());
    }
};

}  // namespace

TEST_SUITE("formula") {
    TEST_CASE("row program: what it can't do it doesn't take") {
        Sheet1 sheet;
        for (const char* text :
             {"SUM(A1:A9)", "A1:A3", "A1&A2", "A1^2", "OR(A3,A1)", "{1,2}", "Name", "NOW()"}) {
            CAPTURE(text);
            CHECK(!RowProgram::compile(*parse_formula(text, CellRef{}).tree, 0, sheet.workspace));
        }
    }

    TEST_CASE("row program: errors, text as numbers and overflow are the evaluator's business") {
        Sheet1 sheet;
        for (const char* text :
             {"A6+1", "A5*2", "A4+1", "1/A9", "1/A7", "A8*A8", "A1=A4", "IF(A4,1,2)", "-A4"}) {
            CAPTURE(text);
            const auto program =
                RowProgram::compile(*parse_formula(text, CellRef{}).tree, 0, sheet.workspace);
            REQUIRE(program);
            CHECK(!program->run(sheet.cells, CellRef{}));
        }
    }

    TEST_CASE("row program: any formula it takes gives the evaluator's result") {
        Sheet1 sheet;
        std::mt19937 random(5);
        auto pick = [&](std::size_t below) { return random() % below; };
        const auto expression = [&](const auto& self, int depth) -> std::string {
            const char* const leaves[] = {"A1",  "A2", "A3",      "A4",      "A5",   "A7",   "A9", "3",
                                          "0.3", "15", "\"Red\"", "\"red\"", "TRUE", "$A$1", "A8"};
            if (depth == 0 || pick(5) == 0) return leaves[pick(std::size(leaves))];
            const auto part = [&] { return self(self, depth - 1); };
            const char* const operators[] = {"+", "-", "*", "/", "=", "<>", "<", "<=", ">", ">="};
            switch (pick(8)) {
                case 0:
                    return "IF(" + part() + "," + part() + "," + part() + ")";
                case 1:
                    return "IF(" + part() + "," + part() + ")";
                case 2:
                    return "ROUND(" + part() + "," + std::to_string(pick(4)) + ")";
                case 3:
                    return "AND(" + part() + ">1," + part() + "<3)";
                case 4:
                    return "NOT(" + part() + ")";
                case 5:
                    return "(-" + part() + ")%";
                default:
                    return "(" + part() + operators[pick(std::size(operators))] + part() + ")";
            }
        };
        std::size_t taken = 0;
        for (int i = 0; i < 20000; ++i) {
            const std::string text = expression(expression, 3);
            CAPTURE(text);
            const auto tree = parse_formula(text, CellRef{0, 3}).tree;
            REQUIRE(tree);
            const auto program = RowProgram::compile(*tree, 0, sheet.workspace);
            if (!program) continue;
            const auto quick = program->run(sheet.cells, {0, 3});
            if (!quick) continue;
            ++taken;
            CHECK(*quick == sheet.long_way(*tree, {0, 3}));
        }
        CHECK(taken > 3000);
    }
}
