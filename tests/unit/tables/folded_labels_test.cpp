// folded_labels_test.cpp - a label means the same columns as by the words of the definition: headers, then
// synonyms, then synonyms without their brackets where nobody else goes by that.
#include "tables/folded_labels.hpp"

#include <doctest/doctest.h>

#include <map>

#include "support/tables/register_template.hpp"
#include "tables/column_match.hpp"
#include "tables/plain_text.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

using Meanings = std::map<std::string, std::vector<std::pair<std::string, bool>>>;  // key -> column, is exact

Meanings meanings_of(const TableSpec& table) {
    Meanings meanings;
    const auto add = [&](const std::string& key, const ColumnSpec& column, bool is_exact) {
        if (key.empty()) return;
        auto& there = meanings[key];
        for (const auto& [id, exact] : there) {
            if (id == column.id) return;
        }
        there.emplace_back(column.id, is_exact);
    };
    for (const ColumnSpec& column : table.columns) {
        for (const std::string& key : label_keys(column.header)) add(key, column, true);
    }
    for (const ColumnSpec& column : table.columns) {
        for (const std::string& synonym : column.synonyms) add(fold_words(synonym), column, false);
    }
    for (const ColumnSpec& column : table.columns) {
        for (const std::string& synonym : column.synonyms) {
            const std::string key = fold_words(without_brackets(synonym));
            if (synonym.find('(') != synonym.npos && !meanings.contains(key)) add(key, column, false);
        }
    }
    return meanings;
}

ColumnSpec column(std::string id, std::string header, std::vector<std::string> synonyms) {
    ColumnSpec spec;
    spec.id = std::move(id);
    spec.header = std::move(header);
    spec.synonyms = std::move(synonyms);
    return spec;
}

}  // namespace

TEST_SUITE("tables") {
    TEST_CASE("folded labels: every label of the register means the columns its definition says") {
        for (const TableSpec& table : register_template().tables) {
            CAPTURE(table.id);
            const FoldedLabels labels = fold_labels(table);
            const Meanings meanings = meanings_of(table);
            CHECK(labels.keys.size() == meanings.size());
            for (const auto& [text, expected] : meanings) {
                CAPTURE(text);
                const LabelKey* const key = find_label(labels.rows(), text);
                REQUIRE(key);
                REQUIRE(key->use_count == expected.size());
                for (std::size_t i = 0; i < expected.size(); ++i) {
                    const LabelUse& use = labels.uses[key->first_use + i];
                    CHECK(table.columns[use.column].id == expected[i].first);
                    CHECK((use.is_exact != 0) == expected[i].second);
                    for (const std::string_view word : split_words(text))
                        CHECK(has_label_word(labels.rows(), word, use.column));
                }
                CHECK(may_have_first_word(labels.first_words, text));
                CHECK_FALSE(find_label(labels.rows(), text + " of no table"));
                CHECK_FALSE(find_label(labels.rows(), text.substr(1) + "zz"));
            }
        }
    }

    TEST_CASE("folded labels: headers before synonyms, shortened synonyms last, words by column") {
        TableSpec table;
        table.columns = {column("score", "Score", {"Rating (RAG)", "Points (max)"}),
                         column("rag", "Rating", {"Score", "Colour & shade", "Points (all)"})};
        const FoldedLabels labels = fold_labels(table);
        const TableLabels found(table);
        struct Case {
            const char* key;
            std::vector<std::pair<std::string, HeaderMatch>> means;
        };
        const std::vector<Case> cases = {
            {"score", {{"score", HeaderMatch::exact}, {"rag", HeaderMatch::synonym}}},
            {"rating", {{"rag", HeaderMatch::exact}}},
            {"rating rag", {{"score", HeaderMatch::synonym}}},
            {"points", {{"score", HeaderMatch::synonym}}},
            {"points all", {{"rag", HeaderMatch::synonym}}},
            {"colour and shade", {{"rag", HeaderMatch::synonym}}},
            {"shade", {}},
            {"", {}},
        };
        for (const Case& c : cases) {
            CAPTURE(c.key);
            std::vector<std::pair<std::string, HeaderMatch>> means;
            for (const TableLabels::Use& use : found.find(c.key)) means.emplace_back(use.spec->id, use.match);
            CHECK(means == c.means);
        }
        CHECK(has_label_word(labels.rows(), "shade", 1));
        CHECK_FALSE(has_label_word(labels.rows(), "shade", 0));
        CHECK_FALSE(has_label_word(labels.rows(), "shad", 1));
        CHECK(found.find_misspelt("colour and shaed") == &table.columns[1]);
        CHECK_FALSE(found.find_misspelt("colours of the sea"));
    }

    TEST_CASE("folded labels: a label tells the kinds that have it") {
        TableSpec first;
        first.columns = {column("id", "Ref", {}), column("owner", "Owner", {})};
        TableSpec second;
        second.columns = {column("owner", "Owner", {"£000"})};
        std::vector<std::vector<FoldedLabels>> kinds(2);
        kinds[0].push_back(fold_labels(first));
        kinds[1].push_back(fold_labels(second));
        const FoldedKindLabels labels = fold_kinds(kinds);
        CHECK(find_kinds(labels.labels(), "ref") == 1);
        CHECK(find_kinds(labels.labels(), "owner") == 3);
        CHECK(find_kinds(labels.labels(), fold_words("£000")) == 2);
        CHECK(find_kinds(labels.labels(), "own") == 0);
        CHECK(may_have_first_word(labels.first_words, "Owner (who)"));
        CHECK(may_have_first_word(labels.first_words, "£000"));
        CHECK_FALSE(may_have_first_word(labels.first_words, "Quay"));
    }
}
