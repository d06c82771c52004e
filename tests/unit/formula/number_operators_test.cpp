// number_operators_test.cpp - long columns of numbers give what Excel gives for each item; sums by hand.
#include "formula/number_operators.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "formula/recalculate.hpp"
#include "support/workbook_text.hpp"

using namespace scorebook;
using namespace scorebook::formula;

namespace {

/// A: 1 to 100. B: Red, Amber, Red, ... C: 0.1+0.2 with its binary noise. D: 1E200. E: 7 in every fourth row,
/// else nothing. A101 holds a word, B101 an error.
std::string columns() {
    std::string lines = "A101: word\nB101: #N/A\n";
    for (int row = 1; row <= 100; ++row) {
        const std::string number = std::to_string(row);
        lines += "A" + number + ": " + number + "\nB" + number + (row % 2 == 1 ? ": Red\n" : ": Amber\n");
        lines += "C" + number + ": 0.30000000000000004\nD" + number + ": 1E200\n";
        if (row % 4 == 0) lines += "E" + number + ": 7\n";
    }
    return lines;
}

struct Case {
    const char* formula;
    CellValue expected;
};

std::shared_ptr<const NumberArray> row_of(std::vector<double> numbers, bool are_truths = false) {
    auto array = std::make_shared<NumberArray>();
    array->columns = numbers.size();
    array->are_truths = are_truths;
    array->numbers = std::move(numbers);
    return array;
}

}  // namespace

TEST_SUITE("formula") {
    TEST_CASE("number columns: conditions, products and sums of a hundred rows") {
        const Case cases[] = {
            {"SUMPRODUCT((B1:B100=\"red\")*A1:A100)", 2500.0},  // 1+3+...+99
            {"SUMPRODUCT((\"Red\"<>B1:B100)*(A1:A100>50))", 25.0},
            {"SUMPRODUCT((B1:B100=B2)*(A1:A100>=99))", 1.0},
            {"SUMPRODUCT(--(A1:A100<=10),A1:A100)", 55.0},
            {"SUMPRODUCT(A1:A100/2)", 2525.0},
            {"SUMPRODUCT(A1:A100-A1:A100)", 0.0},
            {"SUMPRODUCT((A1:A100=50)+(A1:A100<>50))", 100.0},
            // Truths by themselves count as nothing, and a truth is never a number.
            {"SUMPRODUCT(A1:A100>=2)", 0.0},
            {"SUMPRODUCT((A1:A100=TRUE)*1)", 0.0},
            {"SUMPRODUCT(((A1:A100>0)=TRUE)*1)", 100.0},
            // 15 digits decide.
            {"SUMPRODUCT((C1:C100=0.3)*1)", 100.0},
            {"SUMPRODUCT((C1:C100>0.3)*1)", 0.0},
            // What isn't ordinary is what it is item by item.
            {"SUMPRODUCT(A1:A101*1)", CellError::value},
            {"SUMPRODUCT(A1:A101)", 5050.0},
            {"SUMPRODUCT((B1:B101=\"Red\")*1)", CellError::not_available},
            {"SUMPRODUCT(1/(A1:A100-50))", CellError::div0},
            {"SUMPRODUCT(D1:D100*D1:D100)", CellError::num},
            {"SUMPRODUCT(A1:A100,A1:A99)", CellError::value},
            {"SUMPRODUCT((E1:E100=\"\")*1)", 75.0},
            {"SUMPRODUCT((E1:E100=0)*1)", 75.0},
            {"SUMPRODUCT(E1:E100,A1:A100)", 7.0 * 1300},  // 4+8+...+100
            {"SUMPRODUCT((B1:B100=\"Red\")*E1:E100)", 0.0},
        };
        std::string lines = columns();
        // Each three times: what is read again may come from what was kept.
        int row = 0;
        for (int round = 0; round < 3; ++round) {
            for (const Case& c : cases)
                lines += "H" + std::to_string(++row) + ": =" + c.formula + " -> none\n";
        }
        const auto workbook = test::workbook_from(lines);
        const Recalculation result = recalculate(*workbook, {}, RecalculationScope::all, {42675.5, 1});
        REQUIRE(result.changed.size() == 3 * std::size(cases));
        for (std::size_t i = 0; i < result.changed.size(); ++i) {
            const Case& c = cases[i % std::size(cases)];
            CAPTURE(c.formula);
            CAPTURE(to_text(result.changed[i].after));
            CHECK(result.changed[i].after == c.expected);
        }
    }

    TEST_CASE("number columns: array formulas take them as any other array") {
        const auto workbook = test::workbook_from(columns() +
                                                  "H1: {=SUM((A1:A100>50)*A1:A100)} H1:H1 -> 0\n"
                                                  "H2: {=SUM(-A1:A100%)} H2:H2 -> 0\n"
                                                  "H3: {=MAX(IF(B1:B100=\"Red\",A1:A100))} H3:H3 -> 0\n"
                                                  "H4: {=INDEX(A1:A100*2,7)} H4:H4 -> 0\n"
                                                  "H5: {=COUNT(A1:A100>50)} H5:H5 -> 9\n");
        const Recalculation result = recalculate(*workbook, {}, RecalculationScope::all, {42675.5, 1});
        REQUIRE(result.changed.size() == 5);
        CHECK(result.changed[0].after == CellValue(3775.0));  // 5050 - 1275
        CHECK(result.changed[1].after == CellValue(-50.5));
        CHECK(result.changed[2].after == CellValue(99.0));
        CHECK(result.changed[3].after == CellValue(14.0));
        CHECK(result.changed[4].after == CellValue(0.0));  // truths in an array aren't counted
    }

    TEST_CASE("number columns: where one value is wanted, a column gives the cell of the formula's own row") {
        const auto workbook = test::workbook_from(columns() +
                                                  "H1: =IF(B1:B100=\"Amber\",1,2) -> 0\n"
                                                  "H2: =IF(B1:B100=\"Amber\",1,2) -> 0\n"
                                                  "H3: =B1:B100<>\"Red\" -> none\n"
                                                  "H4: =A1:A100*2 -> 0\n");
        const Recalculation result = recalculate(*workbook, {}, RecalculationScope::all, {42675.5, 1});
        REQUIRE(result.changed.size() == 4);
        CHECK(result.changed[0].after == CellValue(2.0));
        CHECK(result.changed[1].after == CellValue(1.0));
        CHECK(result.changed[2].after == CellValue(false));
        CHECK(result.changed[3].after == CellValue(8.0));
    }

    TEST_CASE("number operators: step aside for what isn't ordinary") {
        const Value numbers = row_of({1, 2, 0});
        CHECK(!apply_to_numbers(Operator::divide, Value(1.0), numbers));
        CHECK(!apply_to_numbers(Operator::multiply, Value(row_of({1e200, 1})), Value(1e200)));
        CHECK(!apply_to_numbers(Operator::multiply, Value(row_of({1e-300, 1})), Value(1e-10)));
        CHECK(!apply_to_numbers(Operator::add, numbers, Value(row_of({1, 2}))));
        CHECK(!apply_to_numbers(Operator::add, numbers, Value("3")));
        CHECK(!apply_to_numbers(Operator::power, numbers, Value(2.0)));
        CHECK(!apply_to_numbers(Operator::equal, numbers, Value(true)));
        CHECK(!apply_to_numbers(Operator::add, Value(1.0), Value(2.0)));
    }

    TEST_CASE("number operators: zero has no sign") {
        const auto product = apply_to_numbers(Operator::multiply, Value(row_of({-1, 0})), Value(0.0));
        REQUIRE(product);
        REQUIRE(product->numbers() != nullptr);
        for (const double number : product->numbers()->numbers) CHECK(!std::signbit(number));
        const auto negated = apply_to_numbers(Operator::negate, Value(row_of({0})));
        REQUIRE(negated);
        CHECK(!std::signbit(negated->numbers()->numbers[0]));
    }
}
