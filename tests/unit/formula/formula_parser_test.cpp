// formula_parser_test.cpp - Excel's grammar: what binds tighter, what a word means, and printing that reads
// back the same.
#include "formula/formula_parser.hpp"

#include <doctest/doctest.h>

#include "formula/formula_printer.hpp"
#include "formula/relative_text.hpp"

using namespace scorebook;
using namespace scorebook::formula;

namespace {

std::string printed(std::string_view text, std::string_view from = "C5", std::string_view in = "C5") {
    const ParsedFormula parsed = parse_formula(text, parse_cell(from).value());
    if (!parsed.tree)
        return "mistake at " + std::to_string(parsed.mistake->offset) + ": " + parsed.mistake->what;
    return print_formula(*parsed.tree, parse_cell(in).value());
}

}  // namespace

TEST_SUITE("formula") {
    TEST_CASE("parser: brackets stay only where precedence needs them") {
        struct Case {
            const char* text;
            const char* expected;
        };
        const Case cases[] = {
            {"1+2*3", "1+2*3"},
            {"(1+2)*3", "(1+2)*3"},
            {"(-2)^2", "-2^2"},  // unary minus binds tighter than ^
            {"-(2^2)", "-(2^2)"},
            {"2^-2", "2^-2"},
            {"(2^3)^2", "2^3^2"},
            {"2^(3^2)", "2^(3^2)"},
            {"-5%", "-5%"},
            {"1-(2-3)", "1-(2-3)"},
            {"(1-2)-3", "1-2-3"},
            {"\"a\"&1+2", "\"a\"&1+2"},
            {"(1=2)=(3<>4)", "1=2=(3<>4)"},
            {"A1:B2 B1:C2", "A1:B2 B1:C2"},
            {"SUM((A1,B2),C3)", "SUM((A1,B2),C3)"},
            {"IF(A1,,2)", "IF(A1,,2)"},
            {"{1,-2;\"x\",TRUE}", "{1,-2;\"x\",TRUE}"},
            {"#N/A", "#N/A"},
            {"@A1:A3", "@A1:A3"},
            {"SUM(A1#)", "SUM(A1#)"},
            {"SUM((B1:B2)#)", "SUM((B1:B2)#)"},  // not B1 to B2's spill
            {"(T):(A)", "(T):(A)"},              // names: T:A would be columns
            {"Total:Rate", "Total:Rate"},
            {"LAMBDA(_xlpm.x,_xlpm.x+1)(2)", "LAMBDA(_xlpm.x,_xlpm.x+1)(2)"},
        };
        for (const Case& c : cases) {
            CAPTURE(c.text);
            CHECK(printed(c.text) == c.expected);
        }
    }

    TEST_CASE("parser: words mean references, names, functions or sheets by what stands round them") {
        struct Case {
            const char* text;
            NodeKind kind;
        };
        const Case cases[] = {
            {"A1", NodeKind::area},
            {"$XFD$1048576", NodeKind::area},
            {"XFE1", NodeKind::name},
            {"A1048577", NodeKind::name},
            {"A:C", NodeKind::area},
            {"$3:5", NodeKind::area},
            {"LOG10(5)", NodeKind::call},
            {"Rate_2016", NodeKind::name},
            {"Sheet1!A1", NodeKind::area},
            {"'My ''own''!'!A1", NodeKind::area},
            {"A1!B2", NodeKind::area},
            {"[1]Sheet1!A1", NodeKind::area},
            {"Sheet1:Sheet3!A1", NodeKind::area},
            {"Table1[Cost]", NodeKind::structured},
            {"[@[Risk Score]]", NodeKind::structured},
            {"true", NodeKind::literal},
            {"TRUE()", NodeKind::call},
        };
        for (const Case& c : cases) {
            CAPTURE(c.text);
            const ParsedFormula parsed = parse_formula(c.text, CellRef{});
            REQUIRE(parsed.tree);
            CHECK(parsed.tree->nodes[parsed.tree->root].kind == c.kind);
        }
    }

    TEST_CASE("parser: structured references with specifiers, spans and escapes") {
        struct Case {
            const char* text;
            const char* expected;
        };
        const Case cases[] = {
            {"T[Cost]", "T[[Cost]]"},
            {"T[@Cost]", "T[[#This Row],[Cost]]"},
            {"T[@[Unit Cost]]", "T[[#This Row],[Unit Cost]]"},
            {"T[[#Headers],[#Data],[A]:[B]]", "T[[#Headers],[#Data],[A]:[B]]"},
            {"T[#All]", "T[[#All]]"},
            {"T[]", "T[]"},
            {"[@]", "[[#This Row]]"},
            {"T['#Risks '[open']]", "T[['#Risks '[open']]]"},
        };
        for (const Case& c : cases) {
            CAPTURE(c.text);
            CHECK(printed(c.text) == c.expected);
            CHECK(printed(c.expected) == c.expected);
        }
    }

    TEST_CASE("parser: a formula printed and parsed again gives the same tree") {
        for (const char* text :
             {"IF([@Impact]*[@Likelihood]>=15,\"Red\",IF(A$1>-2%,\"Amber\",\"Green\"))",
              "SUMPRODUCT((A1:A9=\"x\")*(B1:B9))", "'It''s a sheet'!$A$1:INDEX(B:B,MATCH(1,3:3,0))",
              "-2^2%&\"a\"\"b\"<>{1,2;3,4}", "SUM(Sheet1:Sheet3!A1,(A1:B2,C3) B:B)", "1-(2-(3-4))/(5/6)^-7",
              "LET(x,1,x+1)", "[1]Sheet1!$A$1+[2]!name", "SUM(A1#,@B1:B9)"}) {
            CAPTURE(text);
            const CellRef cell{6, 3};
            const ParsedFormula once = parse_formula(text, cell);
            REQUIRE(once.tree);
            const std::string again = print_formula(*once.tree, cell);
            CAPTURE(again);
            const ParsedFormula twice = parse_formula(again, cell);
            REQUIRE(twice.tree);
            CHECK(print_formula(*twice.tree, cell) == again);
            CHECK(print_formula(*twice.tree, {9, 9}) == print_formula(*once.tree, {9, 9}));
        }
    }

    TEST_CASE("parser: copies of a formula give equal trees, and move with their cell") {
        const auto here = parse_formula("B5*C$1+SUM($D:$D)", parse_cell("C5").value());
        const auto below = parse_formula("B6*C$1+SUM($D:$D)", parse_cell("C6").value());
        CHECK(*here.tree == *below.tree);
        CHECK(printed("B5*C$1", "C5", "D7") == "C7*D$1");
        CHECK(printed("A1", "B2", "A1") == "XFD1048576");
    }

    TEST_CASE("parser: mistakes are told with their place") {
        struct Case {
            const char* text;
            std::size_t offset;
        };
        const Case cases[] = {{"1+", 2},  {"SUM(1,2", 7},  {"\"abc", 0},  {"1 2", 2},   {"{1,2;3}", 6},
                              {"A1)", 2}, {"ROUND(1)", 0}, {"T[Cost", 0}, {"*2", 0},    {"ABS(1,2)", 0},
                              {"", 0},    {"A1 (3)", 3},   {"A1:(3)", 2}, {"{1}:A1", 3}};
        for (const Case& c : cases) {
            CAPTURE(c.text);
            const ParsedFormula parsed = parse_formula(c.text, CellRef{});
            CHECK_FALSE(parsed.tree);
            REQUIRE(parsed.mistake);
            CHECK(parsed.mistake->offset == c.offset);
        }
    }

    TEST_CASE("parser: nesting and length end at Excel's limits") {
        CHECK_FALSE(parse_formula(std::string(100000, '('), CellRef{}).tree);
        CHECK_FALSE(parse_formula(std::string(20000, '-') + "1", CellRef{}).tree);
        CHECK_FALSE(parse_formula(std::string(40000, '1'), CellRef{}).tree);
        CHECK(parse_formula(std::string(60, '(') + "1" + std::string(60, ')'), CellRef{}).tree);
    }

    TEST_CASE("relative text: copies share a key, others don't") {
        auto key = [](std::string_view text, std::string_view cell) {
            std::string made;
            append_relative_text(made, text, parse_cell(cell).value());
            return made;
        };
        CHECK(key("B5*C$1", "C5") == key("B6*C$1", "C6"));
        CHECK(key("B5*C$1", "C5") != key("B5*C$1", "C6"));
        CHECK(key("COUNTIF(A:A,A5)", "C5") == key("COUNTIF(A:A,A6)", "C6"));
        CHECK(key("SUM(3:3)", "C5") != key("SUM(3:3)", "C6"));
        CHECK(key("\"B5\"", "C5") == key("\"B5\"", "C6"));
        CHECK(key("T[B5]", "C5") == key("T[B5]", "C6"));
        CHECK(key("LOG10(1)", "C5") == key("LOG10(1)", "C6"));
    }
}
