// package_test.cpp - a workbook file as parts; and that no file, however broken, does more than throw an
// Error.
#include "package/package.hpp"

#include <doctest/doctest.h>

#include <random>

#include "support/package/caught_error.hpp"
#include "support/package/shared_corpus.hpp"
#include "support/package/zip_builder.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

/// Reads all there is to read; an Error is a fine answer, anything else ends the test.
void read_everything(std::string bytes) {
    caught_error([&] {
        const Package package = Package::open(std::move(bytes));
        for (const std::string& name : package.part_names()) {
            caught_error([&] { package.read(name); });
            caught_error([&] { package.relationships(name); });
            package.content_type(name);
        }
        caught_error([&] { package.with_parts({{"xl/workbook.xml", "<a/>"}, {"new.xml", "<b/>"}}); });
    });
}

}  // namespace

TEST_SUITE("package") {
    TEST_CASE("package: the smallest workbook") {
        const Package package = Package::open(make_zip(minimal_workbook()));
        CHECK(package.part_names() ==
              std::vector<std::string>{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml",
                                       "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"});
        CHECK(package.has("/XL/Workbook.xml"));
        CHECK_FALSE(package.has("xl/styles.xml"));
        CHECK(package.content_type("xl/worksheets/sheet1.xml") ==
              "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
        CHECK(package.content_type("_rels/.rels") ==
              "application/vnd.openxmlformats-package.relationships+xml");
        const auto relationships = package.relationships("xl/workbook.xml");
        REQUIRE(relationships.size() == 1);
        CHECK(relationships[0].type == "worksheet");
        CHECK(relationships[0].target == "xl/worksheets/sheet1.xml");
        CHECK(package.relationships("xl/worksheets/sheet1.xml").empty());
        CHECK(package.read("xl/worksheets/sheet1.xml") == minimal_workbook()[4].content);
    }

    TEST_CASE("package: a target is given as the zip spells it") {
        std::vector<ZipEntry> entries = minimal_workbook();
        entries[3].name = "/xl/_rels/Workbook.xml.rels";
        entries[4].name = "/xl/worksheets/Sheet1.xml";
        const Package package = Package::open(make_zip(entries));
        CHECK(package.relationships("xl/workbook.xml").at(0).target == "xl/worksheets/Sheet1.xml");
    }

    TEST_CASE("package: folders are no parts") {
        std::vector<ZipEntry> entries = minimal_workbook();
        for (const char* name : {"xl/", "xl/"}) {
            entries.emplace_back();
            entries.back().name = name;
        }
        CHECK(Package::open(make_zip(entries)).part_names().size() == 5);
    }

    TEST_CASE("package: missing and doubled parts are named") {
        const auto refusal = [](const std::vector<ZipEntry>& entries) {
            return caught_error([&] { Package::open(make_zip(entries)); });
        };
        std::vector<ZipEntry> doubled = minimal_workbook();
        doubled.push_back(doubled.back());
        doubled.back().name = "XL/Worksheets/SHEET1.xml";
        CHECK(says(refusal(doubled), ErrorCode::damaged_workbook, "two parts of the same name"));

        std::vector<ZipEntry> without_types = minimal_workbook();
        without_types.erase(without_types.begin());
        CHECK(says(refusal(without_types), ErrorCode::damaged_workbook, "[Content_Types].xml, is missing"));

        std::vector<ZipEntry> without_relationships = minimal_workbook();
        without_relationships.erase(without_relationships.begin() + 1);
        CHECK(says(refusal(without_relationships), ErrorCode::damaged_workbook,
                   "which of its parts is the workbook"));

        const Package package = Package::open(make_zip(minimal_workbook()));
        CHECK(says(caught_error([&] { package.read("xl/styles.xml"); }), ErrorCode::damaged_workbook,
                   "xl/styles.xml"));
    }

    TEST_CASE("package: every beginning of a file opens or is refused") {
        std::vector<ZipEntry> entries = minimal_workbook();
        entries[1].descriptor = Descriptor::with_signature;
        entries[2].is_zip64 = true;
        ZipFrame frame;
        frame.is_zip64 = true;
        for (const std::string& bytes : {make_zip(minimal_workbook()), make_zip(entries, frame)}) {
            int refused = 0;
            for (std::size_t length = 0; length != bytes.size(); ++length) {
                if (caught_error([&] { Package::open(bytes.substr(0, length)); })) ++refused;
            }
            CHECK(refused == static_cast<int>(bytes.size()));
        }
    }

    TEST_CASE("package: files with bytes changed at random are read or refused") {
        std::mt19937 random(20160523);
        std::vector<ZipEntry> entries = minimal_workbook();
        entries[1].descriptor = Descriptor::plain;
        entries[2].is_zip64 = true;
        ZipFrame frame;
        frame.is_zip64 = true;
        const std::string seeds[] = {make_zip(minimal_workbook()), make_zip(entries, frame)};
        int runs = 0;
        for (; runs != 6000; ++runs) {
            std::string bytes = seeds[random() % 2];
            for (std::size_t n = 1 + random() % 4; n != 0; --n) {
                // Half of the time in the last third, where the numbers are.
                const std::size_t range = random() % 2 == 0 ? bytes.size() : bytes.size() / 3;
                const char values[] = {'\0', '\x01', '\x7F', '\xFF', static_cast<char>(random() & 0xFF)};
                bytes[bytes.size() - 1 - random() % range] = values[random() % 5];
            }
            read_everything(bytes);
        }
        CHECK(runs == 6000);
    }

    TEST_CASE("package: every file of the corpus is read or refused") {
        const auto corpus = shared_corpus();
        if (corpus.empty()) {
            MESSAGE("the shared corpus isn't here: nothing to read");
            return;
        }
        for (const CorpusFile& file : corpus) {
            CAPTURE(file.name);
            const auto error = caught_error([&] { Package::open(read_file(file.path)); });
            if (is_sound(file)) {
                CHECK_FALSE(error.has_value());
            } else if (error) {
                CHECK(std::string(error->what()).size() > 20);
            }
        }
    }
}
