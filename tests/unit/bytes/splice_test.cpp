// splice_test.cpp - edits applied to a buffer.
#include "bytes/splice.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "scorebook/error.hpp"

using namespace scorebook;

TEST_SUITE("bytes") {
    TEST_CASE("splice: edits are applied in one pass") {
        const struct {
            const char* name;
            std::vector<Splice> edits;
            const char* expected;
        } cases[] = {
            {"none", {}, "abcdef"},
            {"replace", {{{1, 3}, "XYZ"}}, "aXYZdef"},
            {"remove", {{{0, 6}, ""}}, ""},
            {"insert at the ends", {{{0, 0}, "<"}, {{6, 6}, ">"}}, "<abcdef>"},
            {"edits that touch", {{{1, 3}, "X"}, {{3, 5}, "Y"}}, "aXYf"},
            {"insertions at one place keep their order", {{{2, 2}, "1"}, {{2, 2}, "2"}}, "ab12cdef"},
            {"longer, then shorter", {{{0, 1}, "12345"}, {{3, 6}, ""}}, "12345bc"},
            {"shorter, then longer", {{{0, 3}, ""}, {{4, 5}, "12345"}}, "d12345f"},
            {"longer at last", {{{1, 2}, ""}, {{2, 3}, ""}, {{5, 6}, "123456789"}}, "ade123456789"},
            {"insertion before and after a replacement",
             {{{2, 2}, "1"}, {{2, 3}, "C"}, {{3, 3}, "2"}},
             "ab1C2def"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            CHECK(apply_splices("abcdef", c.edits) == c.expected);
        }
    }

    TEST_CASE("splice: a buffer that is moved in and has room enough is edited where it stands") {
        std::string buffer = "<c><v>16</v></c>";
        buffer.reserve(64);
        const char* const memory = buffer.data();
        const std::vector<Splice> edits = {{{6, 8}, "2000"}};
        const std::string edited = apply_splices(std::move(buffer), edits);
        CHECK(edited == "<c><v>2000</v></c>");
        CHECK(edited.data() == memory);
    }

    TEST_CASE("splice: edits that overlap, are out of order or out of the buffer are refused") {
        const std::vector<std::vector<Splice>> cases = {{{{1, 3}, ""}, {{2, 4}, ""}},
                                                        {{{3, 4}, ""}, {{1, 2}, ""}},
                                                        {{{5, 7}, ""}},
                                                        {{{7, 7}, ""}},
                                                        {{{3, 2}, ""}},
                                                        {{{1, 4}, ""}, {{2, 2}, ""}}};
        for (const auto& edits : cases) CHECK_THROWS_AS(apply_splices("abcdef", edits), Error);
    }
}
