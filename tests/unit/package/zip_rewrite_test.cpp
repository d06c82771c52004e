// zip_rewrite_test.cpp - what a rewrite leaves alone, checked by hand and by other programs' zip readers.
#include "package/zip_rewrite.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <random>

#include "package/package.hpp"
#include "support/package/shared_corpus.hpp"
#include "support/package/zip_builder.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

/// A workbook with everything a rewrite could lose.
std::vector<ZipEntry> decorated_workbook() {
    std::vector<ZipEntry> entries = minimal_workbook();
    entries[0].local_extra = std::string("\x20\xA2\x04\x00\x00\x00\x00\x00", 8);  // Excel's room to grow
    entries[1].descriptor = Descriptor::with_signature;
    entries[2].gap_before = "a gap";
    entries[2].comment = "a member's comment";
    entries[3].is_zip64 = true;
    entries[3].descriptor = Descriptor::plain;
    entries[3].attributes = 0x81A40000;
    entries[4].level = 0;
    entries[4].central_extra = std::string("\x55\x54\x05\x00\x03\x00\x00\x00\x00", 9);  // a time stamp
    entries.emplace_back();
    entries.back().name = "xl/media/";
    entries.back().level = 0;
    return entries;
}

ZipFrame decorated_frame() {
    ZipFrame frame;
    frame.prefix = "before the zip";
    frame.gap_before_end = "before the directory";
    frame.comment = "the file's comment";
    return frame;
}

std::string_view raw(const std::string& bytes, const ZipMember& member) {
    return slice(bytes, {member.local.begin, member.local.end});
}

/// True when every zip reader on this machine finds `bytes` sound and `python` (an expression over z) true.
bool others_agree(const std::string& bytes, const std::string& python) {
    const std::string name = "scorebook_" + std::to_string(std::random_device{}()) + ".zip";
    const auto path = (std::filesystem::temp_directory_path() / name).string();
    write_file(path, bytes);
    bool agree = true;
    if (std::system("unzip -v > /dev/null 2>&1") == 0) {
        // 1 is a warning: bytes before the zip
        const int status = std::system(("unzip -tqq '" + path + "' > /dev/null 2>&1").c_str());
        if (status != 0 && status != 1 << 8) agree = false;
    } else {
        MESSAGE("unzip isn't installed: its opinion is missing");
    }
    if (std::system("python3 -c pass > /dev/null 2>&1") == 0) {
        const std::string script =
            "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nassert " +
            python + "\n";
        if (std::system(("python3 -c '" + script + "' '" + path + "'").c_str()) != 0) agree = false;
    } else {
        MESSAGE("python3 isn't installed: its opinion is missing");
    }
    std::filesystem::remove(path);
    return agree;
}

}  // namespace

TEST_SUITE("package") {
    TEST_CASE("zip_rewrite: without changes, and with parts as they were, the bytes are the same") {
        const Package package = Package::open(make_zip(decorated_workbook(), decorated_frame()));
        CHECK(package.with_parts({}) == package.bytes());
        std::map<std::string, std::string> all;
        for (const std::string& name : package.part_names()) all[name] = package.read(name);
        CHECK(package.with_parts(all) == package.bytes());
    }

    TEST_CASE("zip_rewrite: one changed part leaves every other byte of a member in place") {
        const std::string bytes = make_zip(decorated_workbook(), decorated_frame());
        const Package package = Package::open(bytes);
        const ZipDirectory before = read_zip_directory(bytes, Package::max_inflated);
        for (std::size_t changed = 0; changed != 5; ++changed) {
            const std::string name = before.members[changed].name;
            CAPTURE(name);
            const std::string content = package.read(name) + "<!-- " + std::string(5000, 'x') + " -->";
            const std::string result = package.with_parts({{name, content}});
            const ZipDirectory after = read_zip_directory(result, Package::max_inflated);
            REQUIRE(after.members.size() == before.members.size());
            CHECK(after.prefix == before.prefix);
            CHECK(result.substr(0, 14) == "before the zip");
            CHECK(result.find("a gap") != std::string::npos);
            CHECK(result.find("before the directory") != std::string::npos);
            CHECK(result.substr(result.size() - 18) == "the file's comment");
            for (std::size_t i = 0; i != after.members.size(); ++i) {
                const ZipMember& old_member = before.members[i];
                const ZipMember& new_member = after.members[i];
                CHECK(new_member.name == old_member.name);
                CHECK(new_member.method == old_member.method);
                if (i != changed) CHECK(raw(result, new_member) == raw(bytes, old_member));
                // The directory's record but for checksum, sizes, flags and offset.
                std::string old_record(slice(bytes, old_member.central));
                std::string new_record(slice(result, new_member.central));
                if (!decorated_workbook()[i].is_zip64) {
                    for (std::string* record : {&old_record, &new_record}) {
                        record->replace(8, 2, 2, '.').replace(16, 12, 12, '.').replace(42, 4, 4, '.');
                    }
                    CHECK(new_record == old_record);
                } else {
                    CHECK(new_record.size() == old_record.size());
                }
            }
            CHECK(unpack(result, after.members[changed]) == content);
            const std::string size = std::to_string(content.size());
            CHECK(others_agree(result, "z.getinfo(\"" + name + "\").file_size == " + size +
                                           " and z.comment == b\"the file\" + bytes([39]) + b\"s comment\""));
            // Back to what it was: the same parts again.
            const Package again = Package::open(result);
            const Package back = Package::open(again.with_parts({{name, package.read(name)}}));
            for (const std::string& part : package.part_names()) CHECK(back.read(part) == package.read(part));
        }
    }

    TEST_CASE("zip_rewrite: times, attributes and extra fields of a changed part stay") {
        const std::string bytes = make_zip(decorated_workbook());
        const std::string result = Package::open(bytes).with_parts(
            {{"xl/_rels/workbook.xml.rels", "<Relationships/>"}, {"[Content_Types].xml", "<Types/>"}});
        const ZipDirectory after = read_zip_directory(result, Package::max_inflated);
        const std::string_view content_types = raw(result, after.members[0]);
        CHECK(content_types.substr(10, 4) == std::string("\x5A\x6B\xA7\x48"));
        CHECK(content_types.find("\x20\xA2\x04") != std::string_view::npos);
        CHECK(others_agree(result,
                           "z.getinfo(\"xl/_rels/workbook.xml.rels\").external_attr == 0x81A40000 and "
                           "z.getinfo(\"[Content_Types].xml\").date_time == (2016, 5, 7, 13, 26, 52)"));
    }

    TEST_CASE("zip_rewrite: new parts come after the others") {
        for (const bool is_zip64 : {false, true}) {
            ZipFrame frame = decorated_frame();
            frame.is_zip64 = is_zip64;
            const Package package = Package::open(make_zip(decorated_workbook(), frame));
            const std::string name = "xl/r\xC3\xA9gister.xml";
            const std::string result = package.with_parts(
                {{name, "<a/>"}, {"xl/styles.xml", std::string(3000, 's')}, {"xl/workbook.xml", "<b/>"}});
            const Package after = Package::open(result);
            std::vector<std::string> names = package.part_names();
            names.insert(names.end(), {name, "xl/styles.xml"});
            CHECK(after.part_names() == names);
            CHECK(after.read(name) == "<a/>");
            CHECK(after.read("xl/styles.xml") == std::string(3000, 's'));
            CHECK(after.read("xl/workbook.xml") == "<b/>");
            CHECK(others_agree(result,
                               "z.read(\"xl/styles.xml\") == b\"s\" * 3000 and "
                               "z.read(\"xl/r\\u00e9gister.xml\") == b\"<a/>\""));
        }
    }

    TEST_CASE("zip_rewrite: more members than an old end record can count get zip64 end records") {
        std::vector<ZipEntry> entries = minimal_workbook();
        for (int i = 0; i != 70'000; ++i) {
            entries.emplace_back();
            entries.back().name = "m/" + std::to_string(i);
            entries.back().level = 0;
        }
        const Package package = Package::open(make_zip(entries));  // its 16-bit count has wrapped round
        const std::string result = package.with_parts({{"xl/workbook.xml", "<a/>"}});
        CHECK(Package::open(result).part_names().size() == 70'005);
        CHECK(
            others_agree(result, "len(z.namelist()) == 70005 and z.read(\"xl/workbook.xml\") == b\"<a/>\""));
    }

    TEST_CASE("zip_rewrite: a part is found by any spelling of its name") {
        std::vector<ZipEntry> entries = minimal_workbook();
        entries[4].name = "xl\\Worksheets\\sheet1.xml";
        const Package package = Package::open(make_zip(entries));
        const std::string result = package.with_parts({{"/XL/worksheets/Sheet1.xml", "<c/>"}});
        CHECK(Package::open(result).part_names() == package.part_names());
        CHECK(Package::open(result).read("xl/worksheets/sheet1.xml") == "<c/>");
    }

    TEST_CASE("zip_rewrite: every workbook of the corpus keeps its members' bytes") {
        const auto corpus = shared_corpus();
        if (corpus.empty()) {
            MESSAGE("the shared corpus isn't here: nothing to compare");
            return;
        }
        int opened = 0;
        for (const CorpusFile& file : corpus) {
            if (!is_sound(file)) continue;
            CAPTURE(file.name);
            const std::string bytes = read_file(file.path);
            const Package package = Package::open(bytes);
            ++opened;
            CHECK(package.with_parts({}) == bytes);
            const ZipDirectory before = read_zip_directory(bytes, Package::max_inflated);
            std::string workbook;
            for (const Relationship& relationship : package.relationships("")) {
                if (relationship.type == "officeDocument") workbook = relationship.target;
            }
            const std::string content = package.read(workbook);
            CHECK(package.with_parts({{workbook, content}}) == bytes);
            const std::string result = package.with_parts({{workbook, content + "\n"}});
            const ZipDirectory after = read_zip_directory(result, Package::max_inflated);
            REQUIRE(after.members.size() == before.members.size());
            int different = 0;
            for (std::size_t i = 0; i != after.members.size(); ++i) {
                if (raw(result, after.members[i]) != raw(bytes, before.members[i])) ++different;
                if (after.members[i].name != before.members[i].name) ++different;
            }
            CHECK(different == 1);
            CHECK(Package::open(result).read(workbook) == content + "\n");
        }
        CHECK(opened > 1000);
    }
}
