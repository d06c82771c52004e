// cell_xml_test.cpp - rewritten and new cells.
#include "sheet/cell_xml.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

TEST_SUITE("sheet") {
    TEST_CASE("cell_xml: a new value replaces the old one where it stands and nothing else") {
        using Style = std::optional<std::uint16_t>;
        const std::string text = "a < b";
        const struct {
            const char* name;
            const char* old;
            CellValue value;
            Style style;
            const char* expected;
        } cases[] = {
            {"number over number",
             "<c r=\"D7\" s=\"3\"><v>1</v></c>",
             25.0,
             {},
             "<c r=\"D7\" s=\"3\"><v>25</v></c>"},
            {"number over string",
             "<c r=\"D7\" t=\"s\" s=\"3\"><v>1</v></c>",
             2.5,
             {},
             "<c r=\"D7\" s=\"3\"><v>2.5</v></c>"},
            {"an error a sheet has no word for",
             "<c r=\"D7\"><v>1</v></c>",
             CellError::calc,
             {},
             "<c r=\"D7\" t=\"e\"><v>#VALUE!</v></c>"},
            {"text over number",
             "<c r=\"D7\" s=\"3\"><v>1</v></c>",
             text,
             {},
             "<c r=\"D7\" s=\"3\" t=\"inlineStr\"><is><t>a &lt; b</t></is></c>"},
            {"text over shared string",
             "<c r=\"D7\" s=\"3\" t=\"s\"><v>1</v></c>",
             text,
             {},
             "<c r=\"D7\" s=\"3\" t=\"inlineStr\"><is><t>a &lt; b</t></is></c>"},
            {"text with spaces at its ends",
             "<c r=\"D7\"/>",
             std::string(" a"),
             {},
             "<c r=\"D7\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a</t></is></c>"},
            {"value into an empty cell",
             "<c r=\"D7\" s=\"3\"/>",
             true,
             {},
             "<c r=\"D7\" s=\"3\" t=\"b\"><v>1</v></c>"},
            {"formula with a number",
             "<c r=\"D7\"><f>A1*2</f><v>1</v></c>",
             4.0,
             {},
             "<c r=\"D7\"><f>A1*2</f><v>4</v></c>"},
            {"formula with text",
             "<c r=\"D7\"><f t=\"shared\" si=\"0\"/><v>1</v></c>",
             text,
             {},
             "<c r=\"D7\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>a &lt; b</v></c>"},
            {"formula without a result",
             "<c r=\"D7\"><f>A1</f></c>",
             CellError::div0,
             {},
             "<c r=\"D7\" t=\"e\"><f>A1</f><v>#DIV/0!</v></c>"},
            {"blank", "<c r=\"D7\" s=\"3\" t=\"s\"><v>1</v></c>", Blank{}, {}, "<c r=\"D7\" s=\"3\"/>"},
            {"blank beside a formula",
             "<c r=\"D7\" t=\"str\"><f>A1</f><v>x</v></c>",
             Blank{},
             {},
             "<c r=\"D7\"><f>A1</f></c>"},
            {"style too", "<c r=\"D7\" s=\"3\"><v>1</v></c>", 2.0, Style(9),
             "<c r=\"D7\" s=\"9\"><v>2</v></c>"},
            {"style where there was none", "<c r=\"D7\"><v>1</v></c>", 2.0, Style(9),
             "<c r=\"D7\" s=\"9\"><v>2</v></c>"},
            {"prefix",
             "<x:c r=\"D7\" t=\"s\"><x:v>1</x:v></x:c>",
             text,
             {},
             "<x:c r=\"D7\" t=\"inlineStr\"><x:is><x:t>a &lt; b</x:t></x:is></x:c>"},
            {"what isn't known stays",
             "<c r='D7' cm=\"1\" odd='\"' t=\"str\"><f ca=\"1\">A1</f><v>x</v><extLst><ext/></extLst></c>",
             1.0,
             {},
             "<c r='D7' cm=\"1\" odd='\"'><f ca=\"1\">A1</f><v>1</v><extLst><ext/></extLst></c>"},
            {"metadata of the old value goes",
             "<c r=\"D7\" t=\"e\" vm=\"1\"><v>#VALUE!</v></c>",
             1.0,
             {},
             "<c r=\"D7\"><v>1</v></c>"},
            {"inline string",
             "<c r=\"D7\" t=\"inlineStr\"><is><r><t>a</t></r></is></c>",
             1.0,
             {},
             "<c r=\"D7\"><v>1</v></c>"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            CHECK(cell_with_value(c.old, c.value, c.style) == c.expected);
        }
    }

    TEST_CASE("cell_xml: a new style alone touches one attribute") {
        CHECK(cell_with_style("<c r=\"D7\" s=\"3\" t=\"s\"><v>1</v></c>", 12) ==
              "<c r=\"D7\" s=\"12\" t=\"s\"><v>1</v></c>");
        CHECK(cell_with_style("<c r=\"D7\" t=\"s\" ><v>1</v></c>", 12) ==
              "<c r=\"D7\" t=\"s\" s=\"12\" ><v>1</v></c>");
        CHECK(cell_with_style("<x:c r='D7'/>", 12) == "<x:c r='D7' s=\"12\"/>");
        CHECK(cell_with_style("<c/>", 12) == "<c s=\"12\"/>");
    }

    TEST_CASE("cell_xml: new cells") {
        CHECK(new_cell({6, 3}, 25.0, 0, "") == "<c r=\"D7\"><v>25</v></c>");
        CHECK(new_cell({6, 3}, std::string("Red"), 4, "x:") ==
              "<x:c r=\"D7\" s=\"4\" t=\"inlineStr\"><x:is><x:t>Red</x:t></x:is></x:c>");
        CHECK(new_cell({6, 3}, Blank{}, 4, "") == "<c r=\"D7\" s=\"4\"/>");
        CHECK(new_cell({6, 3}, false, 0, "") == "<c r=\"D7\" t=\"b\"><v>0</v></c>");
    }
}
