// bad_input_test.cpp - files that are no workbook, or a hostile one: one clear sentence, status 3, nothing
// written, and never more memory than a fixed amount.
#include <doctest/doctest.h>
#include <fcntl.h>

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "registers.hpp"
#include "run_scorebook.hpp"
#include "support/stored_zip.hpp"
#include "support/workbook_text.hpp"

namespace scorebook::test {

namespace fs = std::filesystem;
using Members = std::vector<std::pair<std::string, std::string>>;

namespace {

/// Enough for any workbook of these tests; a bomb or a believed claim would need more.
constexpr std::uint64_t memory_limit = std::uint64_t{512} << 20;

Members members_of(const std::string& bytes) {
    const Package package = Package::open(bytes);
    Members members;
    for (const std::string& name : package.part_names()) members.emplace_back(name, package.read(name));
    return members;
}

/// The clean register with the sheet's XML edited.
std::string with_sheet_text(const std::string& from, const std::string& to) {
    Members members = members_of(clean_register());
    for (auto& [name, content] : members) {
        if (name != "xl/worksheets/sheet1.xml") continue;
        const std::size_t at = content.find(from);
        if (at == std::string::npos) throw std::runtime_error("no " + from);
        content.replace(at, from.size(), to);
    }
    return stored_zip(members);
}

std::string without_part(const std::string& part) {
    Members members = members_of(clean_register());
    std::erase_if(members, [&](const auto& member) { return member.first == part; });
    return stored_zip(members);
}

/// The header of an OLE compound file, [MS-CFB] 2.2, with the directory entry names a program put in it.
std::string compound_file(const std::string& entry_name) {
    std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    bytes.resize(512);
    for (const char c : entry_name) {
        bytes += c;
        bytes += '\0';
    }
    bytes.resize(4096);
    return bytes;
}

std::string nested(std::size_t depth) {
    std::string text;
    for (std::size_t i = 0; i != depth; ++i) text += "<a>";
    for (std::size_t i = 0; i != depth; ++i) text += "</a>";
    return text;
}

struct BadInput {
    std::string name;
    std::string bytes;
};

std::vector<BadInput> bad_inputs() {
    const std::string good = clean_register();
    std::vector<BadInput> all = {
        {"nothing.xlsx", ""},
        {"text.xlsx", "RIN,Risk Title\nCR1,Fire\n"},
        {"half.xlsx", good.substr(0, good.size() / 2)},
        {"no-end.xlsx", good.substr(0, good.size() - 10)},
        {"encrypted.xlsx", compound_file("EncryptedPackage")},
        {"old.xls", compound_file("Workbook")},
        {"binary.xlsb",
         stored_zip(
             {{"[Content_Types].xml",
               "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
               "PartName=\"/xl/workbook.bin\" ContentType=\"application/"
               "vnd.ms-excel.sheet.binary.macroEnabled.main\"/></Types>"},
              {"_rels/.rels",
               "<Relationships "
               "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
               "Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
               "officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>"},
              {"xl/workbook.bin", "\x83\x01"}})},
        {"calc.ods", stored_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                 {"content.xml", "<office/>"}})},
        {"no-types.xlsx", without_part("[Content_Types].xml")},
        {"no-workbook.xlsx", without_part("xl/workbook.xml")},
        {"no-sheet.xlsx", without_part("xl/worksheets/sheet1.xml")},
        {"entities.xlsx",
         with_sheet_text("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
                         "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]>")},
        {"unknown-entity.xlsx", with_sheet_text("</row>", "<c r=\"Z1\" t=\"str\"><v>&nbsp;</v></c></row>")},
        {"deep.xlsx", with_sheet_text("</worksheet>", nested(100'000) + "</worksheet>")},
        {"bad-reference.xlsx", with_sheet_text("r=\"A7\"", "r=\"7A\"")},
        {"beyond-excel.xlsx", with_sheet_text("r=\"A7\"", "r=\"XFE7\"")},
        {"twice.xlsx", with_sheet_text("r=\"B7\"", "r=\"A7\"")},
        {"hundred-million-rows.xlsx", with_sheet_text("<row r=\"7\"", "<row r=\"100000000\"")},
        {"unclosed.xlsx", with_sheet_text("</sheetData>", "")},
        {"string-that-is-not-there.xlsx", with_sheet_text("t=\"s\"><v>1</v>", "t=\"s\"><v>99999999</v>")},
    };
    return all;
}

}  // namespace

TEST_SUITE("cli") {
    TEST_CASE("bad input: one clear sentence, status 3, the file as it was, in bounded memory") {
        const ScratchFolder folder;
        for (const BadInput& bad : bad_inputs()) {
            const std::string path = folder.put(bad.name, bad.bytes);
            CAPTURE(bad.name);
            Surroundings surroundings;
            surroundings.memory_limit = memory_limit;
            const Ran ran = run_scorebook({"refresh", path, "--format", "json"}, surroundings);
            CHECK(ran.status == 3);
            CAPTURE(ran.error);
            CHECK(ran.error.starts_with("scorebook: " + path + ": "));
            CHECK(ran.error.find('\n') == ran.error.size() - 1);
            CHECK(ran.error.size() > path.size() + 40);
            const auto objects = ran.objects();
            REQUIRE(objects.size() == 1);
            CHECK(objects[0]["protocol"] == "scorebook/1");
            CHECK(objects[0]["file"] == path);
            CHECK(objects[0]["status"] == "failed");
            CHECK(!objects[0].value("error", "").empty());
            CHECK(content(path) == bad.bytes);
        }
        CHECK(folder.names().size() == bad_inputs().size());
    }

    TEST_CASE("bad input: what kind of file it seems to be is said") {
        const ScratchFolder folder;
        struct Case {
            std::string name;
            std::string word;
        };
        const std::vector<Case> cases = {{"nothing.xlsx", "empty"},
                                         {"encrypted.xlsx", "password"},
                                         {"old.xls", ".xls"},
                                         {"binary.xlsb", ".xlsb"},
                                         {"calc.ods", ".ods"}};
        for (const BadInput& bad : bad_inputs()) {
            for (const Case& c : cases) {
                if (c.name != bad.name) continue;
                CAPTURE(c.name);
                const Ran ran = run_scorebook({"check", folder.put(bad.name, bad.bytes)});
                CAPTURE(ran.error);
                CHECK(ran.error.find(c.word, ran.error.find(c.name) + c.name.size()) != std::string::npos);
            }
        }
    }

    TEST_CASE(
        "bad input: a sheet that claims a hundred million rows it doesn't have is read for what it has") {
        const ScratchFolder folder;
        const std::string path = folder.put(
            "r.xlsx", with_sheet_text("<sheetData>", "<dimension ref=\"A1:XFD100000000\"/><sheetData>"));
        Surroundings surroundings;
        surroundings.memory_limit = memory_limit;
        CHECK(run_scorebook({"check", path}, surroundings).status == 0);
    }

    TEST_CASE("bad input: a bomb is refused before it is unpacked") {
        const ScratchFolder folder;
        // Parts that are added are packed: 64 MiB of spaces in 64 KiB.
        std::map<std::string, std::string> added;
        for (int i = 0; i != 4; ++i)
            added["xl/media/space" + std::to_string(i) + ".xml"] = std::string(std::size_t{64} << 20, ' ');
        const std::string bomb = Package::open(clean_register()).with_parts(added);
        REQUIRE(bomb.size() < (std::size_t{1} << 20));
        Surroundings surroundings;
        surroundings.memory_limit = std::uint64_t{256} << 20;
        const Ran ran = run_scorebook({"check", folder.put("bomb.xlsx", bomb)}, surroundings);
        CAPTURE(ran.error);
        CHECK(ran.status == 3);
    }

    TEST_CASE("bad input: a folder, a missing file, a file without permission") {
        const ScratchFolder folder;
        fs::create_directory(folder.path() / "sub.xlsx");
        const std::string closed = folder.put("closed.xlsx", clean_register());
        fs::permissions(closed, fs::perms::none);
        struct Case {
            std::string path;
            std::string sentence;
        };
        const std::vector<Case> cases = {
            {folder / "sub.xlsx", "this is a folder, not a workbook"},
            {folder / "none.xlsx", "there is no file of this name"},
            {closed, "you have no permission to read this file"},
        };
        for (const Case& c : cases) {
            CAPTURE(c.path);
            Surroundings surroundings;
            surroundings.as_nobody = true;
            const Ran ran = run_scorebook({"check", c.path}, surroundings);
            CHECK(ran.status == 3);
            CHECK(ran.error == "scorebook: " + c.path + ": " + c.sentence + "\n");
            CHECK(ran.output.empty());
        }
    }

    TEST_CASE("bad input: a previous workbook that can't be read stops the run with one sentence") {
        const ScratchFolder folder;
        const std::string path = folder.put("r.xlsx", faulty_register());
        const std::string none = folder / "none.xlsx";
        const Ran text = run_scorebook({"refresh", path, "--previous", none});
        CHECK(text.status == 3);
        CHECK(text.error == "scorebook: " + none + ": there is no file of this name\n");
        CHECK(text.output.empty());
        const auto objects =
            run_scorebook({"refresh", path, "--previous", none, "--format", "json"}).objects();
        REQUIRE(objects.size() == 1);
        CHECK(objects[0]["status"] == "failed");
        CHECK(content(path) == faulty_register());
    }

    TEST_CASE(
        "bad output: a full disk, a folder without permission, a folder in the way leave everything as it "
        "was") {
        const ScratchFolder folder;
        const std::string path = folder.put("r.xlsx", faulty_register());
        Surroundings full;
        full.file_size_limit = 2000;
        const Ran disk = run_scorebook({"refresh", path}, full);
        CHECK(disk.status == 3);
        CHECK(disk.error == "scorebook: " + path + ": the disk is full, so nothing was written\n");

        fs::create_directory(folder.path() / "closed");
        fs::permissions(folder.path() / "closed", fs::perms::owner_all | fs::perms::others_exec);
        Surroundings nobody;
        nobody.as_nobody = true;
        const std::string out = folder / "closed/out.xlsx";
        const Ran permission = run_scorebook({"refresh", path, "-o", out}, nobody);
        CHECK(permission.status == 3);
        CHECK(permission.error == "scorebook: " + out + ": you have no permission to write in this folder\n");

        const std::string beyond = folder / "none/out.xlsx";
        const Ran missing = run_scorebook({"refresh", path, "-o", beyond});
        CHECK(missing.status == 3);
        CHECK(missing.error == "scorebook: " + beyond + ": there is no such folder to write into\n");
        CHECK(content(path) == faulty_register());
        CHECK(folder.names() == std::vector<std::string>{"closed", "r.xlsx"});
    }

    TEST_CASE("bad output: standard output on a full disk is status 3") {
        if (!fs::exists("/dev/full")) {
            MESSAGE("no /dev/full here: not checked");
            return;
        }
        Surroundings surroundings;
        surroundings.input = clean_register();
        surroundings.output_file = "/dev/full";
        const Ran ran = run_scorebook({"refresh", "-", "-o", "-"}, surroundings);
        CHECK(ran.status == 3);
        CHECK(ran.error.find("scorebook: standard output could not be written\n") != std::string::npos);
    }
}

}  // namespace scorebook::test
