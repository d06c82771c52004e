// sheet_surroundings_test.cpp - what stands before and after the cells.
#include "sheet/sheet_surroundings.hpp"

#include <doctest/doctest.h>

#include <memory>

#include "sheet/sheet_scanner.hpp"

using namespace scorebook;

namespace {

/// What was found, and the part its views point into.
struct Found : SheetSurroundings {
    std::shared_ptr<const std::string> xml;
};

Found surroundings(const std::string& before, const std::string& after) {
    auto xml = std::make_shared<const std::string>("<worksheet>" + before +
                                                   "<sheetData><row r=\"1\"><c r=\"A1\"/></row></sheetData>" +
                                                   after + "</worksheet>");
    return {read_surroundings(*xml, scan_sheet(*xml, false).sheet_data), xml};
}

}  // namespace

TEST_SUITE("sheet") {
    TEST_CASE("sheet_surroundings: merges, hidden columns, filter and protection") {
        const auto found = surroundings(
            "<cols><col min=\"5\" max=\"6\" hidden=\"1\"/><col min=\"2\" max=\"2\" width=\"9\"/><col "
            "min=\"3\" max=\"4\" hidden=\"true\"/>"
            "<col min=\"9\" max=\"16384\" hidden=\"1\"/><col min=\"0\" max=\"9\" hidden=\"1\"/><col "
            "min=\"99999\" max=\"99999999\" hidden=\"1\"/></cols>",
            "<sheetProtection sheet=\"1\" objects=\"1\"/><autoFilter ref=\"A5:N24\"/>"
            "<mergeCells count=\"2\"><mergeCell ref=\"B3:C3\"/><mergeCell ref=\"A1:N1\"/><mergeCell "
            "ref=\"junk\"/></mergeCells>");
        REQUIRE(found.merges.size() == 2);
        CHECK(to_a1(found.merges[0]) == "A1:N1");
        CHECK(to_a1(found.merges[1]) == "B3:C3");
        CHECK(found.hidden_columns ==
              std::vector<std::pair<std::uint32_t, std::uint32_t>>{{2, 5}, {8, 16383}});
        REQUIRE(found.filter);
        CHECK(to_a1(*found.filter) == "A5:N24");
        CHECK_FALSE(found.filter_is_active);
        CHECK(found.is_protected);
        CHECK_FALSE(surroundings("", "").is_protected);
        CHECK_FALSE(surroundings("", "<sheetProtection sheet=\"0\" password=\"CC1A\"/>").is_protected);
    }

    TEST_CASE("sheet_surroundings: a filter hides rows only when a column has a criterion") {
        CHECK(surroundings("",
                           "<autoFilter ref=\"A1:B9\"><filterColumn colId=\"0\"><filters><filter "
                           "val=\"Red\"/></filters></filterColumn></autoFilter>")
                  .filter_is_active);
        CHECK_FALSE(
            surroundings(
                "", "<autoFilter ref=\"A1:B9\"><filterColumn colId=\"0\" hiddenButton=\"1\"/></autoFilter>")
                .filter_is_active);
        CHECK_FALSE(surroundings("",
                                 "<customSheetViews><customSheetView><autoFilter ref=\"A1:B9\"><filterColumn "
                                 "colId=\"0\"><filters/></filterColumn>"
                                 "</autoFilter></customSheetView></customSheetViews>")
                        .filter_is_active);
    }

    TEST_CASE("sheet_surroundings: conditional formats of Excel 2007 and 2010") {
        const auto found =
            surroundings("",
                         "<conditionalFormatting sqref=\"F6:F9 H6\"><cfRule type=\"cellIs\" "
                         "dxfId=\"3\"/><cfRule type=\"expression\" dxfId=\"1\"/></conditionalFormatting>"
                         "<conditionalFormatting sqref=\"A1\"><cfRule "
                         "type=\"colorScale\"><colorScale/></cfRule></conditionalFormatting>"
                         "<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule "
                         "type=\"expression\"><xm:f>A1</xm:f>"
                         "<x14:dxf><fill/></x14:dxf></x14:cfRule><xm:sqref>B1:B2</xm:sqref></"
                         "x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>");
        REQUIRE(found.conditional_formats.size() == 3);
        REQUIRE(found.conditional_formats[0].ranges.size() == 2);
        CHECK(to_a1(found.conditional_formats[0].ranges[1]) == "H6");
        CHECK(found.conditional_formats[0].differential_styles == std::vector<std::uint32_t>{3, 1});
        CHECK_FALSE(found.conditional_formats[0].has_scale);
        CHECK(found.conditional_formats[1].has_scale);
        REQUIRE(found.conditional_formats[2].inline_styles.size() == 1);
        CHECK(found.conditional_formats[2].inline_styles[0] == "<x14:dxf><fill/></x14:dxf>");
        CHECK(to_a1(found.conditional_formats[2].ranges.at(0)) == "B1:B2");
    }
}
