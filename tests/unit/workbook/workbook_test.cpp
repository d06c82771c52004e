// workbook_test.cpp - opening small packages: sheets, names, tables, formats, and what is refused.
#include <doctest/doctest.h>

#include <map>

#include "scorebook/error.hpp"
#include "support/stored_zip.hpp"
#include "support/workbook_text.hpp"
#include "workbook/workbook_model.hpp"

using namespace scorebook;

namespace {

const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// A package of two sheets and a chart sheet, in parts that a test may replace or take away.
struct Parts {
    std::map<std::string, std::string> parts = {
        {"[Content_Types].xml",
         "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
         "Extension=\"rels\" "
         "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
         "Extension=\"xml\" "
         "ContentType=\"application/xml\"/><Override PartName=\"/book/main.xml\" "
         "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></"
         "Types>"},
        {"_rels/.rels", rels({{"rId1", "officeDocument", "/book/main.xml"}})},
        {"book/main.xml",
         "<x:workbook xmlns:x=\"u\" xmlns:q=\"v\"><x:workbookPr date1904=\"1\"/><x:sheets>"
         "<x:sheet name=\"Risks &amp; issues\" sheetId=\"5\" q:id=\"a\"/><x:sheet name=\"Chart\" "
         "sheetId=\"6\" q:id=\"c\"/>"
         "<x:sheet name=\"Old\" sheetId=\"7\" state=\"veryHidden\" "
         "q:id=\"b\"/></x:sheets><x:externalReferences>"
         "<x:externalReference q:id=\"e\"/></x:externalReferences><x:definedNames><x:definedName "
         "name=\"Threshold\">Old!$A$1"
         "</x:definedName><x:definedName name=\"Own\" localSheetId=\"2\" "
         "hidden=\"1\">1</x:definedName></x:definedNames>"
         "<x:calcPr iterate=\"1\" iterateCount=\"7\" iterateDelta=\"0.5\" "
         "fullPrecision=\"0\"/></x:workbook>"},
        {"book/_rels/main.xml.rels", rels({{"a", "worksheet", "deep/one.xml"},
                                           {"b", "worksheet", "/two.xml"},
                                           {"c", "chartsheet", "chart.xml"},
                                           {"e", "externalLink", "link.xml"},
                                           {"s", "sharedStrings", "text.xml"},
                                           {"y", "styles", "looks.xml"},
                                           {"v", "vbaProject", "vba.bin"}})},
        {"book/deep/one.xml",
         "<worksheet><cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"1\" "
         "hidden=\"1\"><c r=\"A1\" "
         "t=\"s\"><v>1</v></c><c r=\"B1\"><f t=\"shared\" ref=\"B1:B3\" "
         "si=\"0\">A1*$C$1</f><v>2</v></c></row><row r=\"3\"><c r=\"B3\">"
         "<f t=\"shared\" si=\"0\"/><v>4</v></c></row></sheetData><sheetProtection "
         "sheet=\"1\"/><mergeCells><mergeCell ref=\"D5:E9\"/>"
         "<mergeCell ref=\"A6:B6\"/></mergeCells><conditionalFormatting sqref=\"B1:B9\"><cfRule "
         "type=\"cellIs\" dxfId=\"0\"/>"
         "</conditionalFormatting></worksheet>"},
        {"book/deep/_rels/one.xml.rels", rels({{"t", "table", "../table.xml"}})},
        {"book/table.xml",
         "<table id=\"1\" name=\"n\" displayName=\"Risks\" ref=\"A5:B9\" totalsRowCount=\"1\"><autoFilter "
         "ref=\"A5:B8\"><filterColumn "
         "colId=\"0\"><filters><filter val=\"x\"/></filters></filterColumn></autoFilter><tableColumns "
         "count=\"2\"><tableColumn id=\"1\" "
         "name=\"Risk_x000a_score\"/><tableColumn id=\"2\" name=\"Owner &amp; "
         "team\"/></tableColumns></table>"},
        {"two.xml", "<worksheet><sheetData/></worksheet>"},
        {"book/chart.xml", "<chartsheet/>"},
        {"book/link.xml", "<externalLink/>"},
        {"book/_rels/link.xml.rels",
         "<Relationships "
         "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
         "Type=\"" +
             types +
             "externalLinkPath\" Target=\"last%20year.xlsx\" TargetMode=\"External\"/></Relationships>"},
        {"book/text.xml", "<sst><si><t>zero</t></si><si><t>one</t></si></sst>"},
        {"book/looks.xml",
         "<styleSheet><cellXfs><xf numFmtId=\"9\"/></cellXfs><dxfs><dxf><fill><patternFill><bgColor "
         "rgb=\"FFFF0000\"/>"
         "</patternFill></fill></dxf></dxfs></styleSheet>"},
        {"book/vba.bin", "macros"},
    };

    static std::string rels(const std::vector<std::array<std::string, 3>>& arrows) {
        std::string xml =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        for (const auto& [id, type, target] : arrows)
            xml +=
                "<Relationship Id=\"" + id + "\" Type=\"" + types + type + "\" Target=\"" + target + "\"/>";
        return xml + "</Relationships>";
    }

    std::shared_ptr<const Workbook> open() const {
        return open_workbook(test::stored_zip({parts.begin(), parts.end()}), "test.xlsx");
    }

    /// "code message" of the Error that opening ends with, or "".
    std::string refusal() const {
        try {
            open();
        } catch (const Error& error) {
            return error.what();
        }
        return {};
    }
};

}  // namespace

TEST_SUITE("workbook") {
    TEST_CASE("workbook: parts are found by relationships, whatever they are called") {
        const auto workbook = Parts().open();
        CHECK(workbook->workbook_part() == "book/main.xml");
        CHECK(workbook->styles_part() == "book/looks.xml");
        REQUIRE(workbook->sheets().size() == 3);
        CHECK(workbook->sheets()[0].name == "Risks & issues");
        CHECK(workbook->sheets()[0].part_name == "book/deep/one.xml");
        CHECK(workbook->sheets()[1].part_name.empty());
        CHECK(workbook->sheets()[2].part_name == "two.xml");
        CHECK(workbook->sheets()[2].state == SheetState::very_hidden);
        CHECK(workbook->find_sheet("RISKS & ISSUES") == 0U);
        CHECK(workbook->find_sheet("other") == std::nullopt);
        CHECK(workbook->date_system() == DateSystem::from_1904);
        CHECK(workbook->calculation().iterate);
        CHECK(workbook->calculation().iterate_count == 7);
        CHECK(workbook->calculation().iterate_delta == 0.5);
        CHECK_FALSE(workbook->calculation().full_precision);
        CHECK(workbook->has_macros());
        CHECK_FALSE(workbook->has_signature());
        CHECK(workbook->external_links() == std::vector<std::string>{"last%20year.xlsx"});
        REQUIRE(workbook->names().size() == 2);
        CHECK(workbook->names()[0].formula == "Old!$A$1");
        CHECK(workbook->names()[0].sheet_index == std::nullopt);
        CHECK(workbook->names()[1].sheet_index == 2U);
        CHECK(workbook->names()[1].hidden);
    }

    TEST_CASE("workbook: values, formulas and what surrounds the cells") {
        const auto workbook = Parts().open();
        const Sheet& sheet = workbook->sheets()[0];
        CHECK(workbook->value(0, CellRef{0, 0}) == CellValue(std::string("one")));
        CHECK(workbook->text_view(0, *sheet.cells.find({0, 0})) == "one");
        CHECK(workbook->value(0, CellRef{0, 1}) == CellValue(2.0));
        CHECK(is_blank(workbook->value(0, CellRef{9, 9})));
        CHECK(workbook->formula(0, {0, 1}) == "A1*$C$1");
        CHECK(workbook->formula(0, {2, 1}) == "A3*$C$1");
        CHECK(workbook->formula(0, {0, 0}).empty());
        CHECK(workbook->style(*sheet.cells.find({0, 0})).is_percentage);
        CHECK(sheet.is_row_hidden(0));
        CHECK_FALSE(sheet.is_row_hidden(1));
        CHECK(sheet.is_column_hidden(2));
        CHECK_FALSE(sheet.is_column_hidden(3));
        CHECK(sheet.is_protected);
        REQUIRE(sheet.merge_at({7, 4}) != nullptr);
        CHECK(to_a1(*sheet.merge_at({7, 4})) == "D5:E9");
        CHECK(to_a1(*sheet.merge_at({5, 0})) == "A6:B6");
        CHECK(sheet.merge_at({6, 0}) == nullptr);
        REQUIRE(sheet.conditional_fills.size() == 1);
        CHECK(sheet.conditional_fills[0].colours == std::vector<Rgb>{0xFF0000});
        REQUIRE(sheet.tables.size() == 1);
        CHECK(sheet.tables[0].name == "Risks");
        CHECK(to_a1(sheet.tables[0].range) == "A5:B9");
        CHECK(sheet.tables[0].header_rows == 1);
        CHECK(sheet.tables[0].totals_rows == 1);
        CHECK(sheet.tables[0].columns == std::vector<std::string>{"Risk\nscore", "Owner & team"});
        CHECK(sheet.filter_is_active);
    }

    TEST_CASE("workbook: what is missing or broken is said in one sentence that names the sheet") {
        const struct {
            const char* name;
            const char* part;
            const char* content;  ///< null: taken away
            const char* words;
        } cases[] = {
            {"sheet part missing", "book/deep/one.xml", nullptr, "the sheet \"Risks & issues\" is missing"},
            {"sheet without relationship", "book/_rels/main.xml.rels", "<Relationships/>",
             "lists the sheet \"Risks & issues\""},
            {"workbook part missing", "book/main.xml", nullptr, "main part is missing"},
            {"no relationships of the package", "_rels/.rels", nullptr, "which of its parts is the workbook"},
            {"a document in its place", "book/main.xml", "<document/>", "not an Excel workbook"},
            {"no sheets", "book/main.xml", "<workbook/>", "no sheets"},
            {"string that isn't there", "book/text.xml", "<sst/>",
             "Risks & issues!A1: the cell's text is number 1"},
            {"no string part", "book/text.xml", nullptr, "Risks & issues!A1"},
            {"table part missing", "book/table.xml", nullptr,
             "a table of the sheet \"Risks & issues\" is missing"},
            {"broken sheet", "book/deep/one.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"",
             "Risks & issues!"},
            {"other encoding", "two.xml", "<?xml version=\"1.0\" encoding=\"latin1\"?><worksheet/>",
             "encoding latin1"},
            {"DTD in the workbook part", "book/main.xml", "<!DOCTYPE w><workbook/>",
             "document type definition"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            Parts parts;
            if (c.content == nullptr)
                parts.parts.erase(c.part);
            else
                parts.parts[c.part] = c.content;
            const std::string refusal = parts.refusal();
            CAPTURE(refusal);
            CHECK(refusal.find(c.words) != std::string::npos);
        }
        Parts shared;
        shared.parts["book/_rels/main.xml.rels"] = Parts::rels({{"a", "worksheet", "/two.xml"},
                                                                {"b", "worksheet", "/two.xml"},
                                                                {"c", "chartsheet", "chart.xml"}});
        CHECK(shared.refusal().find("shares its cells") != std::string::npos);
    }

    TEST_CASE(
        "workbook: styles and strings may be missing, and a module without a part is a sheet without cells") {
        Parts parts;
        parts.parts.erase("book/looks.xml");
        CHECK(parts.open()->styles_part().empty());
        parts.parts["book/main.xml"] =
            "<workbook><sheets><sheet name=\"Two\" sheetId=\"1\" r:id=\"b\"/><sheet name=\"Module\" "
            "sheetId=\"2\" r:id=\"\"/></sheets></workbook>";
        parts.parts.erase("book/text.xml");
        const auto workbook = parts.open();
        REQUIRE(workbook->sheets().size() == 2);
        CHECK(workbook->sheets()[1].part_name.empty());
        CHECK(workbook->sheets()[1].cells.cells.empty());
    }
}
