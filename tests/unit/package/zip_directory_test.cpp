// zip_directory_test.cpp - zips of every honest kind are read; lies, bombs and stumps are refused.
#include "package/zip_directory.hpp"

#include <doctest/doctest.h>

#include "package/package.hpp"
#include "support/package/caught_error.hpp"
#include "support/package/zip_builder.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

constexpr std::uint64_t plenty = std::uint64_t{1} << 32;

ZipEntry entry(const std::string& name, const std::string& content) {
    ZipEntry result;
    result.name = name;
    result.content = content;
    return result;
}

std::optional<Error> refusal(const std::string& zip) {
    return caught_error([&] {
        for (const ZipMember& member : read_zip_directory(zip, plenty).members) unpack(zip, member);
    });
}

}  // namespace

TEST_SUITE("package") {
    TEST_CASE("zip_directory: members are read however they were written") {
        const std::string text = "the same text, the same text, the same text";
        for (const int level : {0, 9}) {
            for (const Descriptor descriptor :
                 {Descriptor::none, Descriptor::plain, Descriptor::with_signature}) {
                for (const bool is_zip64 : {false, true}) {
                    for (const char* prefix : {"", "#!/bin/sh\nexit\n"}) {
                        CAPTURE(level);
                        CAPTURE(static_cast<int>(descriptor));
                        CAPTURE(is_zip64);
                        CAPTURE(prefix);
                        ZipEntry first = entry("a.txt", text);
                        first.level = level;
                        first.descriptor = descriptor;
                        first.is_zip64 = is_zip64;
                        ZipEntry second = first;
                        second.name = "b.txt";
                        second.content = "other";
                        ZipFrame frame;
                        frame.prefix = prefix;
                        frame.comment = "a comment with PK\x05\x06 in it, long enough for an end record";
                        frame.is_zip64 = is_zip64;
                        const std::string zip = make_zip({first, second}, frame);
                        const ZipDirectory directory = read_zip_directory(zip, plenty);
                        REQUIRE(directory.members.size() == 2);
                        CHECK(directory.prefix == std::string(prefix).size());
                        CHECK(unpack(zip, directory.members[0]) == text);
                        CHECK(unpack(zip, directory.members[1]) == "other");
                        // Descriptors belong to their member: nothing is left between the two and the
                        // directory.
                        CHECK(directory.members[0].local.end == directory.members[1].local.begin);
                        CHECK(directory.members[1].local.end == directory.central_begin);
                    }
                }
            }
        }
    }

    TEST_CASE("zip_directory: bytes after the zip and gaps inside are no obstacle") {
        ZipEntry late = entry("a.txt", "abc");
        late.gap_before = "nobody's bytes";
        ZipFrame frame;
        frame.gap_before_end = "more of them";
        frame.trailing = std::string(100, '\0');
        const std::string zip = make_zip({late}, frame);
        CHECK(unpack(zip, read_zip_directory(zip, plenty).members.at(0)) == "abc");
    }

    TEST_CASE("zip_directory: lies about a member are refused") {
        const std::string text(1000, 'a');
        const struct {
            const char* name;
            ZipEntry member;
            const char* words;
        } cases[] = {
            {"longer than it is",
             [&] {
                 auto e = entry("a", text);
                 e.declared_size = 1001;
                 return e;
             }(),
             "can't be unpacked"},
            {"shorter than it is",
             [&] {
                 auto e = entry("a", text);
                 e.declared_size = 999;
                 return e;
             }(),
             "can't be unpacked"},
            {"empty",
             [&] {
                 auto e = entry("a", text);
                 e.declared_size = 0;
                 return e;
             }(),
             "can't be unpacked"},
            {"stored, other size",
             [&] {
                 auto e = entry("a", text);
                 e.level = 0;
                 e.declared_size = 1001;
                 return e;
             }(),
             "isn't as long"},
            {"larger than deflate can",
             [&] {
                 auto e = entry("a", text);
                 e.declared_size = 1'000'000;
                 return e;
             }(),
             "larger than it can be"},
            {"reaches past the end",
             [&] {
                 auto e = entry("a", text);
                 e.declared_packed_size = 100'000;
                 return e;
             }(),
             "beyond the end"},
            {"other checksum",
             [&] {
                 auto e = entry("a", text);
                 e.declared_crc = 1;
                 return e;
             }(),
             "checksum"},
            {"unknown method",
             [&] {
                 auto e = entry("a", text);
                 e.declared_method = 14;
                 return e;
             }(),
             "compressed in a way"},
            {"two names",
             [&] {
                 auto e = entry("a", text);
                 e.central_name = "b";
                 return e;
             }(),
             "two different names"},
            {"outside", entry("xl/../../etc/passwd", text), "points outside"},
            {"outside, backslashes", entry("..\\boot.ini", text), "points outside"},
            {"control character", entry("a\nb", text), "control characters"},
            {"no name", entry("", text), "no name"},
            {"not deflate",
             [&] {
                 auto e = entry("a", "\xFF\xFF\xFF\xFF");
                 e.level = 0;
                 e.declared_method = 8;
                 return e;
             }(),
             "can't be unpacked"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            const auto error = refusal(make_zip({c.member}));
            REQUIRE(error);
            CAPTURE(error->what());
            CHECK(says(error, ErrorCode::damaged_workbook, c.words));
        }
        CHECK_FALSE(refusal(make_zip({entry("a..b/...c", text)})));
    }

    TEST_CASE("zip_directory: encrypted members are refused as such") {
        ZipEntry secret = entry("a", "abc");
        secret.flags = 1;
        CHECK(says(refusal(make_zip({secret})), ErrorCode::not_a_workbook, "encrypted"));
    }

    TEST_CASE("zip_directory: members that share bytes are refused") {
        // Fifield's bomb in small: many directory records for one kernel.
        std::vector<ZipEntry> entries = {entry("a", std::string(100'000, 'a'))};
        for (int i = 0; i != 1000; ++i) {
            ZipEntry again = entries.front();
            again.shares_member = 0;
            entries.push_back(again);
        }
        CHECK(says(refusal(make_zip(entries)), ErrorCode::damaged_workbook, "share the same bytes"));

        // A member that quotes the next one's local header as its own data.
        ZipEntry outer = entry("outer", "");
        outer.level = 0;
        ZipEntry inner = entry("inner", "xyz");
        inner.level = 0;
        outer.declared_packed_size = outer.declared_size = 30 + 5 + 3;
        CHECK(says(refusal(make_zip({outer, inner})), ErrorCode::damaged_workbook, "share the same bytes"));
    }

    TEST_CASE("zip_directory: bombs are refused from what they declare, before anything is unpacked") {
        // One gigabyte of zeros in a megabyte is what deflate can at most; here only the numbers are there.
        ZipEntry bomb = entry("bomb", "");
        bomb.level = 0;
        bomb.content = std::string(std::size_t{1} << 20, '\0');
        bomb.declared_method = 8;
        bomb.declared_size = std::uint64_t{1000} << 20;
        CHECK(says(refusal(make_zip({bomb})), ErrorCode::too_large, "made to do harm"));

        bomb.content.resize(std::size_t{2} << 20);
        std::vector<ZipEntry> three;
        for (const char* name : {"1", "2", "3"}) {
            three.push_back(bomb);
            three.back().name = name;
            three.back().declared_size = std::uint64_t{1900} << 20;
        }
        CHECK(says(refusal(make_zip(three)), ErrorCode::too_large, "larger than 4096 MiB"));

        ZipEntry endless = entry("endless", "abc");
        endless.is_zip64 = true;
        endless.declared_size = ~std::uint64_t{0};
        CHECK(refusal(make_zip({endless})).has_value());
        endless.declared_packed_size = ~std::uint64_t{0};
        CHECK(refusal(make_zip({endless})).has_value());
    }

    TEST_CASE("zip_directory: a member that unpacks to more than it declares stops there") {
        ZipEntry bomb = entry("bomb", std::string(std::size_t{64} << 20, '\0'));
        bomb.declared_size = 1000;
        CHECK(says(refusal(make_zip({bomb})), ErrorCode::damaged_workbook, "can't be unpacked"));
    }

    TEST_CASE("zip_directory: a directory with wrong numbers is refused") {
        const std::vector<ZipEntry> entries = {entry("a", "abc"), entry("b", "def")};
        ZipFrame count;
        count.declared_count = 3;
        CHECK(says(refusal(make_zip(entries, count)), ErrorCode::damaged_workbook, "incomplete"));
        ZipFrame offset;
        offset.declared_central_offset = 100'000;
        CHECK(says(refusal(make_zip(entries, offset)), ErrorCode::damaged_workbook, "isn't where"));
        CHECK(says(refusal("PK\x03\x04 and nothing more"), ErrorCode::damaged_workbook, "cut short"));
        std::string split = make_zip(entries);
        split[split.size() - 22 + 4] = 1;
        CHECK(says(refusal(split), ErrorCode::damaged_workbook, "split"));
    }
}
