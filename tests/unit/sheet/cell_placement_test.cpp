// cell_placement_test.cpp - new cells and rows in the schema's order.
#include "sheet/cell_placement.hpp"

#include <doctest/doctest.h>

#include "sheet/cell_xml.hpp"
#include "sheet/sheet_scanner.hpp"

using namespace scorebook;

namespace {

std::string placed(const std::string& data, const std::vector<CellRef>& places) {
    const std::string xml = "<worksheet>" + data + "</worksheet>";
    const auto cells = scan_sheet(xml, false);
    std::vector<NewCell> new_cells;
    for (const auto place : places) new_cells.push_back({place, new_cell(place, 1.0, 0, cells.prefix)});
    const auto result = apply_splices(xml, place_new_cells(xml, cells, new_cells));
    const auto reread = scan_sheet(result, false);
    CHECK(reread.cells.size() == cells.cells.size() + places.size());
    for (const auto place : places) CHECK(reread.find(place) != nullptr);
    return result.substr(11, result.size() - 11 - 12);
}

}  // namespace

TEST_SUITE("sheet") {
    TEST_CASE("cell_placement: new cells stand where the schema wants them") {
        const std::string one_row = "<sheetData><row r=\"2\"><c r=\"B2\"/><c r=\"D2\"/></row></sheetData>";
        CHECK(placed(one_row, {{1, 0}, {1, 2}, {1, 5}}) ==
              "<sheetData><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"/><c r=\"C2\"><v>1</v></c><c "
              "r=\"D2\"/>"
              "<c r=\"F2\"><v>1</v></c></row></sheetData>");
        CHECK(placed(one_row, {{0, 0}, {2, 0}, {2, 1}}) ==
              "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"B2\"/><c "
              "r=\"D2\"/></row>"
              "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\"><v>1</v></c></row></sheetData>");
    }

    TEST_CASE("cell_placement: empty rows and empty sheet data are opened") {
        CHECK(placed("<sheetData/>", {{0, 0}, {1, 0}}) ==
              "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c "
              "r=\"A2\"><v>1</v></c></row></sheetData>");
        CHECK(placed("<x:sheetData><x:row r=\"1\" ht=\"9\"/></x:sheetData>", {{0, 0}, {0, 1}}) ==
              "<x:sheetData><x:row r=\"1\" ht=\"9\"><x:c r=\"A1\"><x:v>1</x:v></x:c><x:c "
              "r=\"B1\"><x:v>1</x:v></x:c></x:row></x:sheetData>");
    }

    TEST_CASE("cell_placement: neighbours that are only counted keep their places") {
        CHECK(placed("<sheetData><row r=\"1\"><c r=\"A1\"/><c r=\"D1\"/><c/></row></sheetData>", {{0, 1}}) ==
              "<sheetData><row r=\"1\"><c r=\"A1\"/><c r=\"B1\"><v>1</v></c><c "
              "r=\"D1\"/><c/></row></sheetData>");
        CHECK(placed("<sheetData><row r=\"3\"/><row><c><v>5</v></c></row></sheetData>", {{0, 0}, {1, 0}}) ==
              "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c "
              "r=\"A2\"><v>1</v></c></row><row r=\"3\"/>"
              "<row><c><v>5</v></c></row></sheetData>");
        CHECK(placed("<sheetData><row><c r=\"B4\"/></row></sheetData>", {{0, 0}, {1, 0}}) ==
              "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c "
              "r=\"A2\"><v>1</v></c></row>"
              "<row r=\"4\"><c r=\"B4\"/></row></sheetData>");
    }
}
