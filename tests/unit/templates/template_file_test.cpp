// template_file_test.cpp - template files: what is read, and how each mistake is told.
#include "templates/template_file.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "scorebook/error.hpp"

using namespace scorebook;

namespace {

/// A small kind with `body` between its settings and its table's end.
std::string kind_with(const std::string& in_kind, const std::string& in_table) {
    return "<workbook-template name=\"test\" title=\"Test\">\n"
           "<settings><setting name=\"Threshold\" value=\"12\"/></settings>\n" +
           in_kind +
           "<table id=\"risks\" title=\"Risks\" entry=\"risk\">\n"
           "<column id=\"impact\" header=\"Impact\" kind=\"number\" required=\"yes\"/>\n"
           "<column id=\"score\" header=\"Risk Score\" kind=\"score\"/>\n" +
           in_table + "</table>\n</workbook-template>\n";
}

/// What the Error says, or "read" when there is none.
std::string mistake(const std::string& xml) {
    try {
        read_template(xml, "test.xml");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::bad_template);
        CHECK(error.file() == "test.xml");
        return error.what();
    }
    return "read";
}

}  // namespace

TEST_SUITE("templates") {
    TEST_CASE("template file: a setting, words, bands, columns and rules are read as written") {
        const WorkbookTemplate kind = read_template(
            R"(<?xml version="1.0"?>
<workbook-template name="small" title="A small kind">
  <description>
    Two
    lines
  </description>
  <matrix size="4"/>
  <settings>
    <setting name="Threshold" value="12">Kept from here</setting>
    <setting name="Threshold" value="10" valid-from="2017-04-01"/>
  </settings>
  <words id="level"><word is="Low" number="1">Minor; Very  low</word><word is="High" number="2"/></words>
  <words id="types" several="yes"><word is="Legal"/></words>
  <bands><band word="Green" from="1" to="4" fill="00B050" text="000000" also="G; Go">Fine</band>
         <band word="Red" from="6" to="16" fill="C00000" text="FFFFFF"/></bands>
  <bands valid-from="1 April 2017"><band word="All" from="1" to="16" fill="FFFFFF" text="000000"/></bands>
  <table id="risks" title="Risks" entry="risk" higher-is-better="yes">
    <column id="id" header="Risk ID" kind="id" pattern="CR#"><also>{Risk |}No; RIN</also></column>
    <column id="impact" header="Impact" kind="level" words="level"/>
    <column id="score" header="Risk Score" kind="score" required="yes" stand-ins="impact" blank-is-fault="yes"/>
    <column id="rag" header="RAG" kind="rag" of="score"/>
    <computed column="score" rule="V11" severity="error">
      <formula> [@Impact] * Threshold </formula>
      <when>[@Impact]&lt;Threshold</when>
      <message>{Risk Score}, {found}
        and {computed} for {record}</message>
      <advice>Below {Threshold}</advice>
      <because>{Impact}</because>
    </computed>
    <check rule="G02" severity="warning" column="rag" evidence="risk score; RAG">
      <holds>[@RAG]="Green"</holds>
      <message>No</message>
    </check>
  </table>
  <built-in-checks><run check="unique_key"/><run check="owner"/></built-in-checks>
</workbook-template>)",
            "small.xml");
        CHECK(kind.name == "small");
        CHECK(kind.title == "A small kind");
        CHECK(kind.description == "Two lines");
        CHECK(kind.matrix.size == 4);
        REQUIRE(kind.settings.size() == 2);
        CHECK(kind.settings[0].meaning == "Kept from here");
        CHECK(kind.settings[1].value == 10);
        CHECK(kind.settings[1].valid_from == CalendarDate{2017, 4, 1});
        REQUIRE(kind.word_lists.size() == 2);
        CHECK(kind.word_lists[0].words[0].synonyms == std::vector<std::string>{"Minor", "Very low"});
        CHECK(kind.word_lists[0].words[1].number == 2.0);
        CHECK_FALSE(kind.word_lists[0].several);
        CHECK(kind.word_lists[1].several);
        REQUIRE(kind.band_sets.size() == 2);
        CHECK(kind.band_sets[0].bands[0].fill == 0x00B050);
        CHECK(kind.band_sets[0].bands[1].text == 0xFFFFFF);
        CHECK(kind.band_sets[0].bands[0].meaning == "Fine");
        CHECK(kind.band_sets[0].bands[0].synonyms == std::vector<std::string>{"G", "Go"});
        CHECK(kind.band_sets[1].valid_from == CalendarDate{2017, 4, 1});
        REQUIRE(kind.tables.size() == 1);
        const TableSpec& table = kind.tables[0];
        CHECK(table.higher_is_better);
        CHECK_FALSE(table.is_narrative);
        REQUIRE(table.columns.size() == 4);
        CHECK(table.columns[0].synonyms == std::vector<std::string>{"Risk No", "No", "RIN"});
        CHECK(table.columns[0].pattern == "CR#");
        CHECK(table.columns[1].words == "level");
        CHECK(table.columns[2].required);
        CHECK(table.columns[2].blank_is_fault);
        CHECK(table.columns[2].stand_ins == std::vector<std::string>{"impact"});
        CHECK(table.columns[3].of == "score");
        REQUIRE(table.computed.size() == 1);
        CHECK(table.computed[0].formula.text() == "[@Impact] * Threshold");
        CHECK(table.computed[0].formula.columns() == std::vector<std::string>{"Impact"});
        REQUIRE(table.computed[0].when.has_value());
        CHECK(table.computed[0].when->text() == "[@Impact]<Threshold");
        CHECK(table.computed[0].message == "{Risk Score}, {found} and {computed} for {record}");
        CHECK(table.computed[0].severity == Severity::error);
        REQUIRE(table.checks.size() == 1);
        CHECK(table.checks[0].rule == "G02");
        CHECK(table.checks[0].column == "rag");
        CHECK_FALSE(table.checks[0].when.has_value());
        CHECK(table.checks[0].evidence == std::vector<std::string>{"Risk Score", "RAG"});
        CHECK(kind.built_in_checks == std::vector<std::string>{"unique_key", "owner"});
    }

    TEST_CASE("template file: a mistake is told with file, line, column, the line and a caret") {
        CHECK(mistake(kind_with("", "<colum id=\"x\"/>\n")) ==
              "test.xml: 6:2: <colum> can't stand in <table>: expected column, computed, check or relation\n"
              "<colum id=\"x\"/>\n"
              " ^");
        CHECK(mistake(kind_with("", "\t<column id=\"owner\" header=\"Owner\" knid=\"person\"/>\n")) ==
              "test.xml: 6:36: <column> has no attribute knid: it has id, header, kind, words, pattern, "
              "required, "
              "stand-ins, blank-is-fault, of or header-may-be-blank\n"
              "\t<column id=\"owner\" header=\"Owner\" knid=\"person\"/>\n"
              "\t                                  ^");
        CHECK(mistake(kind_with("",
                                "<check rule=\"G02\" severity=\"error\" column=\"score\">\n"
                                "  <holds>[@Impact]&lt;=[@[Risk Scor]]</holds>\n"
                                "  <message>No</message></check>\n")) ==
              "test.xml: 7:27: Table risks has no column with the header \"Risk Scor\"\n"
              "  <holds>[@Impact]&lt;=[@[Risk Scor]]</holds>\n"
              "                          ^");
        CHECK(mistake(kind_with("",
                                "<check rule=\"G02\" severity=\"error\" column=\"score\">\n"
                                "  <holds>\n    [@Impact]&gt;=Treshold</holds>\n"
                                "  <message>No</message></check>\n")) ==
              "test.xml: 8:19: There is no setting or band name \"Treshold\"\n"
              "    [@Impact]&gt;=Treshold</holds>\n"
              "                  ^");
        CHECK(mistake("<workbook-template name=\"é\" titel=\"x\"/>") ==
              "test.xml: 1:29: <workbook-template> has no attribute titel: it has name or title\n"
              "<workbook-template name=\"é\" titel=\"x\"/>\n"
              "                            ^");
    }

    TEST_CASE("template file: a long line is shown in part, round the mistake") {
        const std::string text = mistake("<workbook-template name=\"" + std::string(400, 'x') +
                                         "\" titel=\"" + std::string(400, 'y') + "\"/>");
        CHECK(text == "test.xml: 1:428: <workbook-template> has no attribute titel: it has name or title\n" +
                          std::string(78, 'x') + "\" titel=\"" + std::string(73, 'y') + "\n" +
                          std::string(80, ' ') + "^");
    }

    TEST_CASE("template file: nothing unknown, missing or doubled is let through") {
        struct Case {
            const char* name;
            std::string xml;
            const char* place;
            const char* message;
        };
        const std::string check_start = "<check rule=\"G02\" severity=\"error\" column=\"score\"><holds>";
        const std::string check_end = "</holds><message>No</message></check>";
        const std::vector<Case> cases = {
            {"nothing", "", "1:1", "not well-formed XML"},
            {"not XML", "Risk,Score\n1,2", "2:4", "not well-formed XML"},
            {"open tag", "<workbook-template>\n<table>", "2:7", "not well-formed XML"},
            {"other root", "<template/>", "1:2", "begins with <workbook-template>"},
            {"document type", "<!DOCTYPE x [<!ENTITY a \"b\">]>\n<workbook-template/>", "1:1",
             "document type"},
            {"not UTF-8", "<workbook-template>\n\xE9</workbook-template>", "2:1", "UTF-8"},
            {"control character", std::string("<a>\n\0</a>", 9), "2:1", "control character"},
            {"no name", "<workbook-template title=\"x\"/>", "1:2", "needs the attribute name"},
            {"empty name", "<workbook-template name=\"\" title=\"x\"/>", "1:26", "is empty"},
            {"no table", "<workbook-template name=\"x\" title=\"x\"/>", "1:2", "at least one <table>"},
            {"doubled attribute", "<workbook-template name=\"x\" name=\"y\"/>", "1:29", "given twice"},
            {"text", kind_with("here\n", ""), "3:1", "Text can't stand directly in <workbook-template>"},
            {"second matrix", kind_with("<matrix size=\"5\"/>\n<matrix size=\"4\"/>\n", ""), "4:2",
             "a second <matrix>"},
            {"matrix size", kind_with("<matrix size=\"5.5\"/>\n", ""), "3:15", "from 2 to 10"},
            {"not a number", kind_with("<matrix size=\"five\"/>\n", ""), "3:15", "\"five\" is not a number"},
            {"empty words", kind_with("<words id=\"w\"/>\n", ""), "3:2", "is empty"},
            {"doubled word",
             kind_with("<words id=\"w\"><word is=\"A\">b</word>\n<word is=\"B\"/></words>\n", ""), "4:11",
             "\"B\" is already in this list"},
            {"band colour",
             kind_with(
                 "<bands>\n<band word=\"G\" from=\"1\" to=\"2\" fill=\"green\" text=\"000000\"/></bands>\n",
                 ""),
             "4:38", "\"green\" is not a colour"},
            {"bands overlap",
             kind_with("<bands><band word=\"G\" from=\"1\" to=\"5\" fill=\"000000\" text=\"000000\"/>\n"
                       "<band word=\"A\" from=\"5\" to=\"9\" fill=\"000000\" text=\"000000\"/></bands>\n",
                       ""),
             "4:22", "the one before ends at 5"},
            {"band backwards",
             kind_with(
                 "<bands>\n<band word=\"G\" from=\"5\" to=\"1\" fill=\"000000\" text=\"000000\"/></bands>\n",
                 ""),
             "4:29", "ends before it begins"},
            {"first bands dated",
             kind_with(
                 "<bands valid-from=\"2016-04-01\"><band word=\"G\" from=\"1\" to=\"5\" fill=\"000000\" "
                 "text=\"000000\"/></bands>\n",
                 ""),
             "3:20", "have no date"},
            {"date", kind_with("<bands valid-from=\"April\"/>\n", ""), "3:20", "\"April\" is not a date"},
            {"column kind", kind_with("", "<column id=\"x\" header=\"X\" kind=\"words \"/>\n"), "6:2",
             "needs the attribute words"},
            {"unknown kind", kind_with("", "<column id=\"x\" header=\"X\" kind=\"txt\"/>\n"), "6:33",
             "\"txt\" is no kind of column: text, id"},
            {"unknown list", kind_with("", "<column id=\"x\" header=\"X\" kind=\"words\" words=\"w\"/>\n"),
             "6:47", "no word list \"w\""},
            {"yes", kind_with("", "<column id=\"x\" header=\"X\" kind=\"text\" required=\"true\"/>\n"),
             "6:49", "neither yes nor no"},
            {"doubled column", kind_with("", "<column id=\"score\" header=\"X\" kind=\"text\"/>\n"), "6:13",
             "second column \"score\""},
            {"doubled header", kind_with("", "<column id=\"x\" header=\"risk-score\" kind=\"text\"/>\n"),
             "6:2", "already a header of column score"},
            {"braces",
             kind_with("", "<column id=\"x\" header=\"X\" kind=\"text\"><also>{a|b</also></column>\n"),
             "6:45", "braces"},
            {"rag of nothing", kind_with("", "<column id=\"x\" header=\"X\" kind=\"rag\"/>\n"), "6:2",
             "needs the attribute of"},
            {"rag of text", kind_with("", "<column id=\"x\" header=\"X\" kind=\"rag\" of=\"impact\"/>\n"),
             "6:42", "not of kind score"},
            {"stand-in",
             kind_with("",
                       "<column id=\"x\" header=\"X\" kind=\"text\" required=\"yes\" stand-ins=\"y\"/>\n"),
             "6:65", "no column \"y\""},
            {"computed column", kind_with("", "<computed column=\"x\" rule=\"V11\" severity=\"error\"/>\n"),
             "6:19", "no column \"x\""},
            {"rule", kind_with("", "<computed column=\"score\" rule=\"11\" severity=\"error\"/>\n"), "6:32",
             "no rule id"},
            {"severity", kind_with("", "<computed column=\"score\" rule=\"V11\" severity=\"bad\"/>\n"),
             "6:47", "error, warning or info"},
            {"no formula", kind_with("", "<computed column=\"score\" rule=\"V11\" severity=\"error\"/>\n"),
             "6:2", "needs a <formula>"},
            {"empty formula", kind_with("", check_start + check_end), "6:52", "<holds> is empty"},
            {"cell", kind_with("", check_start + "A1&gt;1" + check_end), "6:58", "not cells"},
            {"other table", kind_with("", check_start + "T[Score]&gt;1" + check_end), "6:58", "other tables"},
            {"evidence",
             kind_with("",
                       "<check rule=\"G02\" severity=\"error\" column=\"score\" "
                       "evidence=\"RAG\"><holds>1</holds><message>No</message></check>\n"),
             "6:61", "\"RAG\" is no header"},
            {"placeholder",
             kind_with("",
                       "<check rule=\"G02\" severity=\"error\" column=\"score\"><holds>1</holds><message>It "
                       "is {RAG}</message></check>\n"),
             "6:82", "\"RAG\" is no header of table risks"},
            {"open brace",
             kind_with("",
                       "<check rule=\"G02\" severity=\"error\" column=\"score\"><holds>1</holds><message>It "
                       "{is</message></check>\n"),
             "6:79", "never closed"},
            {"check twice",
             kind_with("<built-in-checks><run check=\"a\"/>\n<run check=\"a\"/></built-in-checks>\n", ""),
             "4:13", "named twice"},
            {"setting twice",
             "<workbook-template name=\"x\" title=\"x\"><settings><setting name=\"A_b\" value=\"1\"/>\n"
             "<setting name=\"a_B\" value=\"2\"/></settings></workbook-template>",
             "2:16", "given twice"},
            {"setting name",
             "<workbook-template name=\"x\" title=\"x\"><settings>\n<setting name=\"T12\" "
             "value=\"1\"/></settings></workbook-template>",
             "2:16", "can't be a name in a formula"},
        };
        for (const Case& c : cases) {
            CAPTURE(c.name);
            const std::string text = mistake(c.xml);
            CAPTURE(text);
            CHECK(text.find(c.message) != std::string::npos);
            CHECK(text.starts_with("test.xml: " + std::string(c.place)));
        }
    }

    TEST_CASE("template file: a formula that can't be parsed is shown at the place the parser names") {
        const std::string text = mistake(kind_with(
            "",
            "<check rule=\"G02\" severity=\"error\" column=\"score\">\n<holds>SUM([@Impact]&lt;=</holds>"
            "<message>No</message></check>\n"));
        CAPTURE(text);
        CHECK(text.starts_with("test.xml: 7:"));
        CHECK(text.find("\n<holds>SUM([@Impact]&lt;=</holds>") != std::string::npos);
        CHECK(text.find('^') != std::string::npos);
    }
}
