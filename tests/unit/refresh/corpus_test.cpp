// corpus_test.cpp - officers' and other projects' workbooks: one cell is changed, and nothing else.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"
#include "scorebook/workbook.hpp"
#include "sheet/read_cell.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

namespace fs = std::filesystem;

namespace {

fs::path shared_folder() {
    if (const char* folder = std::getenv("SCOREBOOK_SHARED")) return folder;
    return fs::path(SCOREBOOK_SOURCE_DIR) / ".." / "shared";
}

struct Place {
    std::size_t sheet_index = 0;
    CellRef cell;
    ByteRange bytes;
};

/// Cells an array formula fills look plain, and are refused a value of their own.
bool is_in_array(const Sheet& sheet, CellRef place) {
    for (const SheetCell& cell : sheet.cells.cells) {
        if (!cell.has_formula) continue;
        const CellFormula formula = read_formula(sheet.xml, cell);
        if (formula.kind != CellFormula::Kind::array) continue;
        const auto range = parse_range(formula.reference);
        if (range && range->contains(place)) return true;
    }
    return false;
}

/// The first cell with a number or a text of its own.
std::optional<Place> first_plain_cell(const Workbook& workbook) {
    for (std::size_t sheet_index = 0; sheet_index != workbook.sheets().size(); ++sheet_index) {
        const Sheet& sheet = workbook.sheets()[sheet_index];
        const SheetCells& cells = sheet.cells;
        for (const SheetRow& row : cells.rows) {
            for (const SheetCell& cell : cells.row(row.row_index)) {
                const bool plain = cell.kind == CellKind::number || cell.kind == CellKind::shared_string ||
                                   cell.kind == CellKind::inline_string;
                const CellRef place{row.row_index, cell.column_index};
                if (plain && !cell.has_formula && !is_in_array(sheet, place))
                    return Place{sheet_index, place, cell.bytes()};
            }
        }
    }
    return std::nullopt;
}

Report report_of(const Workbook& workbook, const Place& place) {
    Change change;
    change.sheet = workbook.sheets()[place.sheet_index].name;
    change.cell = place.cell;
    change.before = workbook.value(place.sheet_index, place.cell);
    if (const auto* number = std::get_if<double>(&change.before))
        change.after = *number + 1;
    else
        change.after = "changed & <checked>";
    Report report;
    report.changes.push_back(std::move(change));
    return report;
}

/// Everything but the sheet, and charts that show the cell, is the same; the sheet is the same before and
/// after the cell.
void check_only_this_cell(const Workbook& workbook, const Place& place, const std::string& after) {
    const Package& old_package = workbook.package();
    const Package new_package = Package::open(after);
    REQUIRE(new_package.part_names() == old_package.part_names());
    const Sheet& sheet = workbook.sheets()[place.sheet_index];
    std::size_t changed_parts = 0;
    for (const std::string& part : old_package.part_names()) {
        if (part.ends_with('/')) continue;
        const std::string old_xml = old_package.read(part);
        const std::string new_xml = new_package.read(part);
        if (old_xml == new_xml) continue;
        if (old_package.content_type(part).ends_with("drawingml.chart+xml")) continue;
        ++changed_parts;
        CAPTURE(part);
        if (old_xml != sheet.xml) continue;  // UTF-16: a byte comparison says nothing
        const std::string tail = old_xml.substr(place.bytes.end);
        CHECK(new_xml.compare(0, place.bytes.begin, old_xml, 0, place.bytes.begin) == 0);
        CHECK(new_xml.ends_with(tail));
    }
    CHECK(changed_parts == 1);
}

}  // namespace

TEST_SUITE("refresh") {
    TEST_CASE("refresh: in every workbook of the corpus one cell can be changed, and nothing else is") {
        const fs::path corpus = shared_folder() / "corpus" / "files";
        if (!fs::exists(corpus)) {
            MESSAGE("no corpus at " << corpus.string() << ": not checked");
            return;
        }
        std::size_t refreshed = 0;
        for (const auto& entry : fs::recursive_directory_iterator(corpus)) {
            if (!entry.is_regular_file()) continue;
            const std::string name = entry.path().string();
            CAPTURE(name);
            const std::string bytes = read_workbook_file(entry.path());
            std::shared_ptr<const Workbook> workbook;
            try {
                workbook = open_workbook(bytes, name);
            } catch (const Error&) {
                continue;  // which files open is the workbook layer's promise
            }
            CHECK(refreshed_bytes(*workbook, {}) == bytes);
            const auto place = first_plain_cell(*workbook);
            if (!place) continue;
            const Report report = report_of(*workbook, *place);
            try {
                const std::string after = refreshed_bytes(*workbook, report);
                check_only_this_cell(*workbook, *place, after);
                const auto reopened = open_workbook(after, name);
                CHECK(reopened->value(place->sheet_index, place->cell) == report.changes[0].after);
                CHECK(refreshed_bytes(*reopened, report) == after);
                ++refreshed;
            } catch (const Error& error) {
                const std::string sentence = error.what();
                FAIL_CHECK(sentence);
            }
        }
        MESSAGE(refreshed << " workbooks refreshed");
        CHECK(refreshed > 0);
    }
}

}  // namespace scorebook
