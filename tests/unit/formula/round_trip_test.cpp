// round_trip_test.cpp - a formula printed and read again is the same tree, for formulas made up at random
// from the whole grammar. The seed is fixed and printed.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "formula/formula_parser.hpp"
#include "formula/formula_printer.hpp"

using namespace scorebook;
using namespace scorebook::formula;

namespace {

/// Makes up formulas; each rule of the grammar has its turn.
class FormulaMaker {
  public:
    explicit FormulaMaker(std::uint32_t seed) : random_(seed) {}

    std::string expression(int depth) {
        if (depth <= 0) return operand();
        switch (pick(9)) {
            case 0:
                return '(' + expression(depth - 1) + ')';
            case 1:
                return one_of({"-", "+", "--", "@"}) + expression(depth - 1);
            case 2:
                return '(' + expression(depth - 1) + ")%";
            case 3:
                return one_of({"SUM", "_xlfn.CONCAT", "MyFunction"}) + '(' + arguments(depth - 1) + ')';
            case 4:
                return "LET(x," + expression(depth - 1) + ",x+" + expression(depth - 1) + ')';
            case 5:
                return "LAMBDA(a,b,a*b)(" + expression(depth - 1) + ',' + expression(depth - 1) + ')';
            case 6:
                return "SUM((" + reference() + ',' + reference() + "):" + reference() + ')';
            default:
                return expression(depth - 1) +
                       one_of({"+", "-", "*", "/", "^", "&", "=", "<>", "<", "<=", ">", ">=", " + "}) +
                       expression(depth - 1);
        }
    }

  private:
    std::size_t pick(std::size_t count) { return random_() % count; }

    std::string one_of(std::initializer_list<const char*> choices) {
        return choices.begin()[pick(choices.size())];
    }

    std::string arguments(int depth) {
        std::string text = expression(depth);
        for (std::size_t more = pick(3); more > 0; --more) {
            text += ',';
            if (pick(4) > 0) text += expression(depth);
        }
        return text;
    }

    std::string cell() {
        return one_of({"", "$"}) + one_of({"A", "C", "XFD", "AB"}) + one_of({"", "$"}) +
               std::to_string(1 + pick(1048576));
    }

    std::string reference() {
        const std::string sheet = one_of(
            {"", "", "", "Sheet1!", "'My sheet'!", "'It''s'!", "Sheet1:Sheet3!", "[1]Data!", "'2016'!"});
        switch (pick(5)) {
            case 0:
                return sheet + cell() + ':' + cell();
            case 1:
                return sheet + one_of({"A:A", "$B:D"});
            case 2:
                return sheet + one_of({"3:3", "$2:9"});
            case 3:
                return cell() + ':' + cell() + ' ' + cell() + ':' + cell();
            default:
                return sheet + cell();
        }
    }

    std::string operand() {
        switch (pick(8)) {
            case 0:
                return one_of({"1", "0.5", "1E+300", "123456789012345", "1.7976931348623157E+308", "2.5e-7"});
            case 1:
                return one_of({"\"\"", "\"a\"\"b\"", "\"=1+2\"", "\"it's\""});
            case 2:
                return one_of({"TRUE", "FALSE", "#N/A", "#REF!", "#DIV/0!", "#CALC!"});
            case 3:
                return one_of({"{1,2;3,4}", "{\"a\",TRUE;#N/A,-1.5}"});
            case 4:
                return one_of({"Rate", "Sheet1!Local", "_xlpm.x", "\\name", "Rate_2016.v2", "[1]!Other"});
            case 5:
                return one_of({"T[Cost]", "T[@Cost]", "[@[Risk Score]]", "T[[#Headers],[A]:[B]]", "T[#All]",
                               "T[]", "T['#Risks '[open']]", "T[[#Data],[#Totals]]", "[@]"});
            case 6:
                return cell() + '#';
            default:
                return reference();
        }
    }

    std::mt19937 random_;
};

}  // namespace

TEST_SUITE("formula") {
    TEST_CASE("round trip: parse(print(parse(text))) is parse(text) for made-up formulas") {
        constexpr std::uint32_t seed = 20161101;
        CAPTURE(seed);
        FormulaMaker maker(seed);
        std::size_t read = 0;
        for (int i = 0; i < 5000; ++i) {
            const std::string text = maker.expression(i % 5);
            CAPTURE(text);
            const CellRef cell{static_cast<std::uint32_t>(i % 50), static_cast<std::uint32_t>(i % 7)};
            const ParsedFormula once = parse_formula(text, cell);
            if (!once.tree) continue;
            ++read;
            const std::string printed = print_formula(*once.tree, cell);
            CAPTURE(printed);
            const ParsedFormula twice = parse_formula(printed, cell);
            REQUIRE(twice.tree);
            CHECK(*twice.tree == *once.tree);
            CHECK(print_formula(*twice.tree, cell) == printed);
        }
        CHECK(read == 5000);
    }
}
