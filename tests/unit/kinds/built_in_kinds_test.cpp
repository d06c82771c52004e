// built_in_kinds_test.cpp - the constants of the built-in kinds answer as their files, read now, would.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <string>
#include <thread>

#include "kinds/read_built_in.hpp"
#include "scorebook/template_set.hpp"
#include "support/workbook_text.hpp"
#include "tables/column_match.hpp"
#include "tables/plain_text.hpp"
#include "tables/table_finder.hpp"
#include "templates/template_file.hpp"

using namespace scorebook;

namespace {

std::vector<std::pair<std::string, HeaderMatch>> meanings(const std::vector<TableLabels::Use>& uses) {
    std::vector<std::pair<std::string, HeaderMatch>> result;
    for (const TableLabels::Use& use : uses) result.emplace_back(use.spec->id, use.match);
    return result;
}

std::string id_of(const ColumnSpec* column) {
    return column ? column->id : "";
}

/// `key` with two letters swapped, one left out, one too many, and a word run into the next.
std::vector<std::string> misspellings(const std::string& key) {
    std::vector<std::string> result;
    const std::size_t middle = key.size() / 2;
    std::string swapped = key;
    std::swap(swapped[middle], swapped[key.size() - 1]);
    result.push_back(std::move(swapped));
    result.push_back(key.substr(0, middle) + key.substr(middle + 1));
    result.push_back(key.substr(0, middle) + 'e' + key.substr(middle));
    if (const std::size_t space = key.find(' '); space != key.npos)
        result.push_back(key.substr(0, space) + key.substr(space + 1));
    return result;
}

template <typename Row>
bool is_same(std::span<const Row> x, std::span<const Row> y) {
    return x.size() == y.size() && std::memcmp(x.data(), y.data(), x.size_bytes()) == 0;
}

constexpr const char* no_labels[] = {
    "", "x", "quarterly dog licence", "1", "risk risk risk", "the budget", "zzzzzzzzzzz", "of", "é ß", "£"};

/// Two kinds as the build would make them, which count how often they are read.
int reads[2] = {0, 0};

const WorkbookTemplate& counted_kind(std::size_t number) {
    static WorkbookTemplate kinds[2];
    ++reads[number];
    if (kinds[number].tables.empty()) {
        const std::string subject = number == 0 ? "tree" : "pothole";
        kinds[number] = read_template(
            "<workbook-template name=\"" + subject + "s\" title=\"" + subject +
                " survey\"><table id=\"t\" title=\"" + subject + "s\" entry=\"" + subject +
                "\"><column id=\"id\" header=\"Ref\" kind=\"id\" required=\"yes\"/>"
                "<column id=\"a\" header=\"" +
                subject + " height\" kind=\"text\" required=\"yes\"/><column id=\"b\" header=\"" + subject +
                " width\" kind=\"text\"/><column id=\"c\" header=\"" + subject +
                " street\" kind=\"text\"/></table></workbook-template>",
            subject + "s.xml");
    }
    return kinds[number];
}

}  // namespace

TEST_SUITE("kinds") {
    TEST_CASE("built-in kinds: they are in order of name and called as their files say") {
        const BuiltInKinds& all = built_in_kinds();
        REQUIRE_FALSE(all.kinds.empty());
        std::string previous;
        for (const BuiltInKind& kind : all.kinds) {
            CHECK(previous < kind.name);
            previous = std::string(kind.name);
            CHECK(kind.read().name == kind.name);
            CHECK(std::string(kind.name) + ".xml" == kind.file_name);
            CHECK(kind.read().tables.size() == kind.tables.size());
        }
    }

    TEST_CASE("built-in kinds: every label, slip and other text gives the columns the file itself gives") {
        for (const BuiltInKind& kind : built_in_kinds().kinds) {
            CAPTURE(std::string(kind.name));
            const WorkbookTemplate now = read_template(kind.xml, std::string(kind.file_name));
            const WorkbookTemplate& quick = kind.read();
            REQUIRE(now.tables.size() == quick.tables.size());
            for (std::size_t t = 0; t < now.tables.size(); ++t) {
                CAPTURE(now.tables[t].id);
                const TableLabels made_now(now.tables[t]);
                const TableLabels made_before(quick.tables[t]);
                REQUIRE(quick.tables[t].labels == &kind.tables[t]);
                CHECK(made_before.rows().texts == made_now.rows().texts);
                CHECK(is_same(made_before.rows().keys, made_now.rows().keys));
                CHECK(is_same(made_before.rows().uses, made_now.rows().uses));
                CHECK(is_same(made_before.rows().words, made_now.rows().words));
                CHECK(is_same(made_before.rows().first_words, made_now.rows().first_words));

                std::set<std::string> labels;
                for (const ColumnSpec& column : now.tables[t].columns) {
                    for (std::string& key : label_keys(column.header)) labels.insert(std::move(key));
                    for (const std::string& synonym : column.synonyms) {
                        labels.insert(fold_words(synonym));
                        labels.insert(fold_words(without_brackets(synonym)));
                    }
                }
                std::size_t number = 0;
                for (const std::string& label : labels) {
                    CAPTURE(label);
                    CHECK_FALSE(made_before.find(label).empty());
                    CHECK(meanings(made_before.find(label)) == meanings(made_now.find(label)));
                    const std::uint64_t bit = std::uint64_t{1} << (&kind - built_in_kinds().kinds.data());
                    CHECK((find_kinds(built_in_kinds().labels, label) & bit) != 0);
                    CHECK(may_have_first_word(built_in_kinds().labels.first_words, label));
                    if (number++ % 7 != 0) continue;  // slips are searched for, which takes longer
                    for (const std::string& slip : misspellings(label)) {
                        CAPTURE(slip);
                        CHECK(meanings(made_before.find(slip)) == meanings(made_now.find(slip)));
                        CHECK(id_of(made_before.find_misspelt(slip)) == id_of(made_now.find_misspelt(slip)));
                    }
                }
                for (const char* const text : no_labels) {
                    CAPTURE(text);
                    CHECK(made_before.find(text).empty());
                    CHECK(id_of(made_before.find_misspelt(text)) == id_of(made_now.find_misspelt(text)));
                    for (std::size_t c = 0; c < now.tables[t].columns.size(); ++c)
                        CHECK(made_before.has_word(quick.tables[t].columns[c], text) ==
                              made_now.has_word(now.tables[t].columns[c], text));
                }
            }
        }
        for (const char* const text : no_labels) CHECK(find_kinds(built_in_kinds().labels, text) == 0);
    }

    TEST_CASE("built-in kinds: read without synonyms they are otherwise as their files say") {
        for (const BuiltInKind& kind : built_in_kinds().kinds) {
            CAPTURE(std::string(kind.name));
            const WorkbookTemplate now = read_template(kind.xml, std::string(kind.file_name));
            const WorkbookTemplate& quick = kind.read();
            CHECK(now.title == quick.title);
            CHECK(now.description == quick.description);
            CHECK(now.settings.size() == quick.settings.size());
            CHECK(now.word_lists.size() == quick.word_lists.size());
            CHECK(now.built_in_checks == quick.built_in_checks);
            for (std::size_t t = 0; t < now.tables.size(); ++t) {
                const TableSpec& x = now.tables[t];
                const TableSpec& y = quick.tables[t];
                CHECK(x.id == y.id);
                CHECK(x.computed.size() == y.computed.size());
                CHECK(x.checks.size() == y.checks.size());
                REQUIRE(x.columns.size() == y.columns.size());
                for (std::size_t c = 0; c < x.columns.size(); ++c) {
                    CHECK(x.columns[c].id == y.columns[c].id);
                    CHECK(x.columns[c].header == y.columns[c].header);
                    CHECK(x.columns[c].kind == y.columns[c].kind);
                    CHECK(x.columns[c].required == y.columns[c].required);
                }
            }
        }
    }

    TEST_CASE("built-in kinds: threads that ask together get the same kind") {
        const TemplateSet set = TemplateSet::built_in();
        const std::string name = set.names().back();
        const WorkbookTemplate* found[4] = {};
        {
            std::vector<std::jthread> threads;
            for (auto& place : found) threads.emplace_back([&] { place = set.find(name); });
        }
        REQUIRE(found[0]);
        for (const WorkbookTemplate* const kind : found) CHECK(kind == found[0]);
    }

    TEST_CASE("table finder: a kind without two of its labels in a row is never read") {
        const WorkbookTemplate& trees = counted_kind(0);
        const WorkbookTemplate& potholes = counted_kind(1);
        std::vector<std::vector<FoldedLabels>> folded(2);
        folded[0].push_back(fold_labels(potholes.tables[0]));
        folded[1].push_back(fold_labels(trees.tables[0]));
        const FoldedKindLabels labels = fold_kinds(folded);
        const LabelRows rows[2] = {folded[0][0].rows(), folded[1][0].rows()};
        const BuiltInKind kinds[] = {
            {"potholes",
             "potholes.xml",
             "",
             {&rows[0], 1},
             []() -> const WorkbookTemplate& { return counted_kind(1); }},
            {"trees", "trees.xml", "", {&rows[1], 1}, []() -> const WorkbookTemplate& {
                 return counted_kind(0);
             }}};
        const BuiltInKinds built_in{kinds, labels.labels()};
        auto known = std::make_shared<KnownKinds>();
        known->built_in = &built_in;
        for (const BuiltInKind& kind : kinds) known->kinds.push_back({std::string(kind.name), &kind, {}});
        const TemplateSet set(known);

        reads[0] = reads[1] = 0;
        const auto book = test::workbook_from(R"(
            A1 | Ref | Tree height | Tree width | Tree street
            A2 | T1 | 4 m | 1 m | Elm Row
            A4 | Ref | Notes | Pothole height | Who
        )");
        const FoundTables found = find_tables(*book, set, nullptr);
        CHECK(found.kind == &trees);
        CHECK(reads[0] == 1);
        CHECK(reads[1] == 1);  // "Ref" and "Pothole height" are two of its labels

        reads[0] = reads[1] = 0;
        const auto other = test::workbook_from(R"(
            A1 | Ref | Tree height | Tree width | Tree street
            A2 | T1 | 4 m | 1 m | Elm Row
            A4: Pothole height
        )");
        CHECK(find_tables(*other, set, nullptr).kind == &trees);
        CHECK(reads[0] == 1);
        CHECK(reads[1] == 0);
        CHECK(set.names() == std::vector<std::string>{"potholes", "trees"});
        CHECK(reads[1] == 0);
    }
}
