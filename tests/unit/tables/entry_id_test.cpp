// entry_id_test.cpp - identifiers typed in every way (D-51, D-54).
#include "tables/entry_id.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

TEST_SUITE("tables") {
    TEST_CASE(
        "entry id: look-alikes, spaces, dashes and case fold away, leading zeros and full stops don't") {
        CHECK(fold_id("C01") == fold_id("CO1"));
        CHECK(fold_id("co 1") == fold_id("CO1"));
        CHECK(fold_id("CR-4") == fold_id("CR4"));
        CHECK(fold_id("CR\xE2\x80\x93"
                      "4\xC2\xA0") == fold_id("CR4"));
        CHECK(fold_id("CRl2") == fold_id("CR12"));
        CHECK(fold_id("CR04") != fold_id("CR4"));
        CHECK(fold_id("1.10") != fold_id("1.1"));
        CHECK(fold_id("CR1") != fold_id("CR11"));
    }

    TEST_CASE("entry id: tidied to its pattern, else left as typed") {
        const struct {
            const char* typed;
            const char* pattern;
            const char* tidy;
        } cases[] = {
            {"C01", "CO#", "CO1"},
            {"co 3", "CO#", "CO3"},
            {"CR1O", "CR#", "CR10"},
            {" CR\xE2\x80\x93"
             "7 ",
             "CR#", "CR7"},
            {"CRl", "CR#", "CRl"},
            {"R1", "CR#", "R1"},
            {"1.1O", "#.#", "1.10"},
            {"CR 04", "CR-#", "CR-04"},
            {"Finance", "CR#", "Finance"},
            {"CR1 CR2", "CR#", "CR1 CR2"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.typed);
            CHECK(tidy_id(c.typed, c.pattern) == c.tidy);
        }
    }

    TEST_CASE("entry id: shapes tell ids from words") {
        CHECK(id_shape("CR24") == "CR#");
        CHECK(id_shape("1.10") == "#.#");
        CHECK(id_shape("FIN/07") == "FIN/#");
        CHECK(id_shape("Adult Social Care") == "");
        CHECK(id_shape("Key to scores: 5 x 5") == "");
    }

    TEST_CASE("entry id: a group or a title fused with an id is split off") {
        const FusedId after = split_fused_id("Economic CR1", "CR#");
        CHECK(after.id == "CR1");
        CHECK(after.other == "Economic");
        const FusedId before = split_fused_id("CR7 \xE2\x80\x93 Failure to recruit", "CR#");
        CHECK(before.id == "CR7");
        CHECK(before.other == "Failure to recruit");
        CHECK(before.id_is_first);
        CHECK(split_fused_id("CR7", "CR#").id == "");
        CHECK(split_fused_id("See the narrative", "CR#").id == "");
    }
}
