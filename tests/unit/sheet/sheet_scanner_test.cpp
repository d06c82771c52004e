// sheet_scanner_test.cpp - the spellings real writers use, and what is refused.
#include "sheet/sheet_scanner.hpp"
#include "sheet/read_cell.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "scorebook/error.hpp"

using namespace scorebook;

namespace {

std::string sheet(const std::string& rows) {
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

/// "D7 number 3; E7 text one" for all cells, in order; "=" after the reference of a formula cell.
std::string described(const std::string& xml, bool from_1904 = false) {
    const auto cells = scan_sheet(xml, from_1904);
    std::string text;
    for (const auto& row : cells.rows) {
        for (const auto& cell : cells.row(row.row_index)) {
            if (!text.empty()) text += "; ";
            text += to_a1(CellRef{row.row_index, cell.column_index});
            if (cell.has_formula) text += "=";
            switch (cell.kind) {
                case CellKind::blank:
                    text += " blank";
                    break;
                case CellKind::number:
                    text += " number " + to_text(CellValue(cell.number));
                    break;
                case CellKind::iso_date:
                    text += " date " + to_text(CellValue(cell.number));
                    break;
                case CellKind::shared_string:
                    text += " string " + std::to_string(cell.payload);
                    break;
                case CellKind::inline_string:
                case CellKind::formula_text:
                    text += " text " + read_cell_text(xml, cell);
                    break;
                case CellKind::boolean:
                    text += cell.payload != 0 ? " TRUE" : " FALSE";
                    break;
                case CellKind::error:
                    text += " " + std::string(to_text(static_cast<CellError>(cell.payload)));
                    break;
            }
        }
    }
    return text;
}

struct Refusal {
    ErrorCode code = ErrorCode::cannot_read;
    std::string place;
};

Refusal refusal_of(const std::string& xml) {
    try {
        scan_sheet(xml, false, "Risks");
    } catch (const Error& error) {
        return {error.code(), error.place()};
    }
    return {};
}

}  // namespace

TEST_SUITE("sheet") {
    TEST_CASE("sheet_scanner: cells are read however they are spelt") {
        const struct {
            const char* name;
            std::string xml;
            const char* expected;
        } cases[] = {
            {"plain",
             sheet("<row r=\"1\"><c r=\"A1\" s=\"3\"><v>25</v></c><c r=\"C1\" t=\"s\"><v>7</v></c></row>"),
             "A1 number 25; C1 string 7"},
            {"numbers",
             sheet("<row r=\"1\"><c r=\"A1\"><v>-0.5</v></c><c r=\"B1\"><v>1E-3</v></c><c "
                   "r=\"C1\"><v>123456789012345</v></c>"
                   "<c r=\"D1\"><v> 7 </v></c><c r=\"E1\" t=\"n\"><v>.5</v></c></row>"),
             "A1 number -0.5; B1 number 0.001; C1 number 123456789012345; D1 number 7; E1 number 0.5"},
            {"booleans and errors",
             sheet("<row r=\"2\"><c r=\"A2\" t=\"b\"><v>1</v></c><c r=\"B2\" t=\"b\"><v>0</v></c>"
                   "<c r=\"C2\" t=\"e\"><v>#DIV/0!</v></c><c r=\"D2\" t=\"b\"><v>true</v></c></row>"),
             "A2 TRUE; B2 FALSE; C2 #DIV/0!; D2 TRUE"},
            {"no value",
             sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\"></c><c r=\"C1\"><v/></c><c "
                   "r=\"D1\"><v></v></c>"
                   "<c r=\"E1\" t=\"s\"/><c r=\"F1\" t=\"s\"><v></v></c><c r=\"G1\" s=\"\"/></row>"),
             "A1 blank; B1 blank; C1 blank; D1 blank; E1 blank; F1 blank; G1 blank"},
            {"inline strings",
             sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a &amp; b</t></is></c>"
                   "<c r=\"B1\" t=\"inlineStr\"><is><r><t>one</t></r><r><rPr><b/></rPr><t "
                   "xml:space=\"preserve\"> two</t></r>"
                   "<rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></is></c><c r=\"C1\" "
                   "t=\"inlineStr\"><v>plain</v></c></row>"),
             "A1 text a & b; B1 text one two; C1 text plain"},
            {"formula text",
             sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><f>B1</f><v>x&lt;y</v></c><c r=\"B1\" "
                   "t=\"str\"><f>\"\"</f><v></v></c>"
                   "<c r=\"C1\" t=\"str\"><f>1</f><v/></c></row>"),
             "A1= text x<y; B1= text ; C1= text "},
            {"formulas",
             sheet("<row r=\"1\"><c r=\"A1\"><f>1&lt;2</f><v>3</v></c><c r=\"B1\"><f t=\"shared\" "
                   "si=\"0\"/><v>4</v></c>"
                   "<c r=\"C1\"><f t=\"array\" ref=\"C1:C2\">SUM(A1)</f></c><c "
                   "r=\"D1\"><f/><v>5</v></c></row>"),
             "A1= number 3; B1= number 4; C1= blank; D1= number 5"},
            {"dates",
             sheet("<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2016-03-31</v></c><c r=\"B1\" "
                   "t=\"d\"><v>2016-03-31T12:00:00Z</v></c>"
                   "<c r=\"C1\" t=\"d\"><v>18:00:00</v></c></row>"),
             "A1 date 42460; B1 date 42460.5; C1 date 0.75"},
            {"no references",
             sheet("<row><c><v>1</v></c><c "
                   "r=\"D1\"><v>2</v></c><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>"),
             "A1 number 1; D1 number 2; E1 number 3; A3 number 4"},
            {"a row without number takes its first cell's",
             sheet("<row><c r=\"B5\"><v>1</v></c></row><row><c><v>2</v></c></row>"),
             "B5 number 1; A6 number 2"},
            {"single quotes, any order, spaces in tags",
             sheet("<row  spans='1:2' r = '1' ><c t='s' s='2' r='A1' ><v >5</v ></c "
                   "><c\n\tr=\"B1\"\n><v>6</v></c></row >"),
             "A1 string 5; B1 number 6"},
            {"unknown attributes and children",
             sheet("<row r=\"1\" x14ac:dyDescent=\"0.25\"><c r=\"A1\" cm=\"1\" foo=\"r='B9' "
                   ">\"><v>1</v><extLst><ext><c r=\"Z9\"/></ext></extLst></c>"
                   "<odd><c r=\"Q1\"/></odd></row><odd/>"),
             "A1 number 1"},
            {"comments, CDATA, processing instructions",
             sheet("<!-- <row> --><row r=\"1\"><!-- <c> --><c r=\"A1\" t=\"str\"><v><![CDATA[a<b]]>&amp;<!-- "
                   "no -->c</v></c>"
                   "<?x <c?><c r=\"B1\"><v>1<!-- one -->2</v></c><c "
                   "r=\"C1\"><f><![CDATA[A1<2]]></f></c></row>"),
             "A1 text a<b&c; B1 number 12; C1= blank"},
            {"prefix",
             "<x:worksheet xmlns:x=\"u\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>1</x:v></x:c>"
             "<x:c r=\"B1\"><x:f>A1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>",
             "A1 string 1; B1= number 2"},
            {"byte order mark and declaration",
             "\xEF\xBB\xBF<?xml version=\"1.0\"?>\r\n" +
                 sheet("\r\n<row r=\"1\">\r\n<c r=\"A1\">\r\n<v>1</v>\r\n</c>\r\n</row>"),
             "A1 number 1"},
            {"out of order",
             sheet("<row r=\"3\"><c r=\"B3\"><v>2</v></c><c r=\"A3\"><v>1</v></c></row><row r=\"1\"><c "
                   "r=\"A1\"><v>0</v></c></row>"),
             "A1 number 0; A3 number 1; B3 number 2"},
            {"lower case and dollar signs",
             sheet("<row r=\"1\"><c r=\"a1\"><v>1</v></c><c r=\"$B$1\"><v>2</v></c></row>"),
             "A1 number 1; B1 number 2"},
            {"the last cell", sheet("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"),
             "XFD1048576 number 1"},
            {"_xHHHH_ in text",
             sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a_x000D_b_x005F_x000D_</v></c></row>"),
             "A1 text a\rb_x000D_"},
            {"empty sheet data", "<worksheet><sheetData/></worksheet>", ""},
            {"no sheet data", "<worksheet><dimension ref=\"A1\"/></worksheet>", ""},
            {"a dimension of 100 million rows",
             "<worksheet><dimension ref=\"A1:XFD100000000\"/><sheetData/></worksheet>", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            CHECK(described(c.xml) == c.expected);
        }
        CHECK(described(sheet("<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2016-03-31</v></c></row>"), true) ==
              "A1 date 40998");
    }

    TEST_CASE("sheet_scanner: byte ranges cut out exactly one element") {
        const std::string xml =
            "<x:worksheet><x:sheetData><x:row r=\"1\" hidden=\"1\"> <x:c r=\"A1\"/> <x:c "
            "r=\"B1\"><x:v>1</x:v></x:c></x:row>"
            "<x:row r=\"2\"/></x:sheetData ></x:worksheet>";
        const auto cells = scan_sheet(xml, false);
        REQUIRE(cells.cells.size() == 2);
        CHECK(slice(xml, cells.cells[0].bytes()) == "<x:c r=\"A1\"/>");
        CHECK(slice(xml, cells.cells[1].bytes()) == "<x:c r=\"B1\"><x:v>1</x:v></x:c>");
        REQUIRE(cells.rows.size() == 2);
        CHECK(cells.rows[0].hidden);
        CHECK(slice(xml, {cells.rows[1].begin, cells.rows[1].end}) == "<x:row r=\"2\"/>");
        CHECK(xml.substr(cells.sheet_data.end) == "</x:worksheet>");
        CHECK(cells.prefix == "x:");
        CHECK(to_a1(cells.used) == "A1:B1");
        CHECK(cells.find({0, 1}) == &cells.cells[1]);
        CHECK(cells.find({1, 1}) == nullptr);
        CHECK(cells.row(5).empty());
    }

    TEST_CASE("sheet_scanner: a plain cell at the very end of the part is read like any other") {
        // The fast path needs some bytes behind the cell; both paths must agree wherever the part ends.
        const std::string xml = sheet("<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"s\"><v>1</v></c></row>");
        const std::string longer = xml + std::string(200, ' ');
        CHECK(described(xml) == described(longer));
        CHECK(described(xml) == "A1 string 1");
    }

    TEST_CASE("sheet_scanner: what is broken is refused with its place") {
        const auto damaged = ErrorCode::damaged_workbook;
        const auto too_large = ErrorCode::too_large;
        const struct {
            const char* name;
            std::string xml;
            ErrorCode code;
            const char* place;
        } cases[] = {
            {"no XML", "", damaged, "Risks"},
            {"not XML", "hello", damaged, "Risks"},
            {"DTD", "<!DOCTYPE x [<!ENTITY a \"b\">]>" + sheet(""), damaged, "Risks"},
            {"row 0", sheet("<row r=\"0\"/>"), damaged, "Risks!row 1"},
            {"row beyond the last", sheet("<row r=\"1048577\"/>"), too_large, "Risks!row 1"},
            {"row of 100 million", sheet("<row r=\"100000000000\"/>"), too_large, "Risks!row 1"},
            {"row that is no number", sheet("<row r=\"x\"/>"), damaged, "Risks!row 1"},
            {"too many rows by counting", sheet("<row r=\"1048576\"/><row/>"), too_large,
             "Risks!row 1048577"},
            {"column beyond XFD", sheet("<row r=\"7\"><c r=\"XFE7\"/></row>"), damaged, "Risks!row 7"},
            {"column beyond XFD by counting", sheet("<row r=\"7\"><c r=\"XFD7\"/><c/></row>"), too_large,
             "Risks!row 7"},
            {"bad reference", sheet("<row r=\"7\"><c r=\"7D\"/></row>"), damaged, "Risks!row 7"},
            {"cell in another row", sheet("<row r=\"7\"><c r=\"A7\"/><c r=\"B8\"/></row>"), damaged,
             "Risks!A7"},
            {"same cell twice", sheet("<row r=\"7\"><c r=\"D7\"/><c r=\"D7\"/></row>"), damaged, "Risks!D7"},
            {"same cell twice, apart", sheet("<row r=\"7\"><c r=\"D7\"/><c r=\"E7\"/><c r=\"D7\"/></row>"),
             damaged, "Risks!D7"},
            {"same row twice", sheet("<row r=\"7\"/><row r=\"8\"/><row r=\"7\"/>"), damaged, "Risks!row 7"},
            {"number that is none", sheet("<row r=\"7\"><c r=\"D7\"><v>abc</v></c></row>"), damaged,
             "Risks!D7"},
            {"infinite number", sheet("<row r=\"7\"><c r=\"D7\"><v>1e999</v></c></row>"), damaged,
             "Risks!D7"},
            {"unknown type", sheet("<row r=\"7\"><c r=\"D7\" t=\"q\"><v>1</v></c></row>"), damaged,
             "Risks!D7"},
            {"bad string index", sheet("<row r=\"7\"><c r=\"D7\" t=\"s\"><v>-1</v></c></row>"), damaged,
             "Risks!D7"},
            {"bad date", sheet("<row r=\"7\"><c r=\"D7\" t=\"d\"><v>2016-02-30</v></c></row>"), damaged,
             "Risks!D7"},
            {"bad style", sheet("<row r=\"7\"><c r=\"D7\" s=\"70000\"/></row>"), damaged, "Risks!D7"},
            {"element in a value", sheet("<row r=\"7\"><c r=\"D7\"><v>1<b/></v></c></row>"), damaged,
             "Risks!D7"},
            {"crossed tags", sheet("<row r=\"7\"><c r=\"D7\"></row></c>"), damaged, "Risks!D7"},
            {"data twice", "<worksheet><sheetData/><sheetData/></worksheet>", damaged, "Risks"},
            {"root not closed", "<worksheet><sheetData/>", damaged, "Risks"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            const Refusal refusal = refusal_of(c.xml);
            CHECK(refusal.code == c.code);
            CHECK(refusal.place == c.place);
        }
    }

    TEST_CASE("sheet_scanner: every beginning of a sheet is refused, and none is read beyond its end") {
        const std::string xml = sheet(
            "<row r=\"1\"><c r=\"A1\" s=\"3\" t=\"s\"><v>25</v></c><c r=\"B1\"><f>A1&lt;2</f><v>1</v></c>"
            "<c r=\"C1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">a</t></is></c><c r=\"D1\"><f "
            "t=\"shared\" si=\"0\"/></c></row>");
        CHECK_NOTHROW(scan_sheet(xml, false));
        for (std::size_t size = 0; size < xml.size(); ++size) {
            // A copy of exactly this size, so that the address sanitizer sees one byte too many.
            const std::vector<char> prefix(xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(size));
            CAPTURE(size);
            CHECK_THROWS_AS(scan_sheet({prefix.data(), prefix.size()}, false), Error);
        }
    }

    TEST_CASE("sheet_scanner: nesting deeper than any workbook's is refused") {
        std::string deep;
        for (int i = 0; i < 100'000; ++i) deep += "<a>";
        CHECK(refusal_of(sheet(deep)).code == ErrorCode::damaged_workbook);
        CHECK(refusal_of("<worksheet>" + deep).code == ErrorCode::damaged_workbook);
    }

    TEST_CASE("sheet_scanner: formulas come with their kind, range and index") {
        const std::string xml = sheet(
            "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A9\" si=\"4\" "
            "ca=\"1\">B1&amp;\"_x0041_\"</f></c><c r=\"B1\"><f t=\"shared\" si=\"4\"/></c>"
            "<c r=\"C1\"><f t=\"array\" ref=\"C1:D1\">TRANSPOSE(A1:A2)</f></c><c r=\"D1\"><f t=\"dataTable\" "
            "ref=\"D1:D3\" dt2D=\"1\"/></c>"
            "<c r=\"E1\"><f>1+1</f></c></row>");
        const auto cells = scan_sheet(xml, false);
        const auto shared = read_formula(xml, *cells.find({0, 0}));
        CHECK(shared.kind == CellFormula::Kind::shared);
        CHECK(shared.text == "B1&\"_x0041_\"");
        CHECK(shared.reference == "A1:A9");
        CHECK(shared.shared_index == 4);
        CHECK(shared.always_calculate);
        CHECK(read_formula(xml, *cells.find({0, 1})).text.empty());
        CHECK(read_formula(xml, *cells.find({0, 2})).kind == CellFormula::Kind::array);
        CHECK(read_formula(xml, *cells.find({0, 3})).kind == CellFormula::Kind::data_table);
        CHECK(read_formula(xml, *cells.find({0, 4})).text == "1+1");
        CHECK(cells.shared_formulas == std::vector<SharedFormulaOrigin>{{4, {0, 0}}});
    }

    TEST_CASE("sheet_scanner: a follower belongs to the last origin before it when an index is used twice") {
        SheetCells cells;
        cells.shared_formulas = {{0, {0, 0}}, {0, {9, 0}}, {2, {1, 1}}};
        REQUIRE(cells.find_shared_origin(0, {5, 0}) != nullptr);
        CHECK(*cells.find_shared_origin(0, {5, 0}) == CellRef{0, 0});
        CHECK(*cells.find_shared_origin(0, {10, 0}) == CellRef{9, 0});
        CHECK(*cells.find_shared_origin(2, {0, 0}) == CellRef{1, 1});
        CHECK(cells.find_shared_origin(1, {5, 0}) == nullptr);
    }
}
