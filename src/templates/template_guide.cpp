// template_guide.cpp - a template in sentences.
#include "scorebook/template_guide.hpp"

#include <string_view>
#include <utility>

#include "scorebook/cell_value.hpp"
#include "templates/rules_in_words.hpp"
#include "templates/workbook_template.hpp"

namespace scorebook {

namespace {

std::string_view kind_in_words(ValueKind kind) {
    switch (kind) {
        case ValueKind::text:
            return "text";
        case ValueKind::id:
            return "the entry's identifier";
        case ValueKind::words:
            return "words from a list";
        case ValueKind::level:
            return "a level, as a number or a word";
        case ValueKind::score:
            return "a score";
        case ValueKind::rag:
            return "the RAG word";
        case ValueKind::direction:
            return "the direction of travel";
        case ValueKind::person:
            return "the accountable owner";
        case ValueKind::list:
            return "a list, one item a line";
        case ValueKind::date:
            return "a date";
        case ValueKind::number:
            return "a number";
        case ValueKind::figure:
            return "a figure: a count, a percentage, money or a time";
        case ValueKind::percentage:
            return "a percentage";
        case ValueKind::money:
            return "money";
        case ValueKind::duration:
            return "a length of time";
        case ValueKind::target:
            return "a target";
        case ValueKind::period:
            return "a period";
    }
    return {};
}

std::string column_line(const ColumnSpec& column) {
    std::string line = column.header + ": " + std::string(kind_in_words(column.kind));
    if (!column.pattern.empty()) line += ", like " + column.pattern + " where # is a number";
    if (column.required)
        line += "; the table isn't recognised without it";
    else if (column.blank_is_fault)
        line += "; no entry may leave it blank";
    return line;
}

GuideSection table_section(const TableSpec& table) {
    GuideSection section{"Table: " + table.title, {}};
    for (const ColumnSpec& column : table.columns) section.lines.push_back(column_line(column));
    return section;
}

void add_rules(const TableSpec& table, std::vector<GuideSection>& guide) {
    GuideSection computed{"Worked out by refresh: " + table.title, {}};
    for (const ComputedColumn& column : table.computed)
        computed.lines.push_back(in_words(table, column) + " [" + column.rule + "]");
    GuideSection checked{"Checked in each row: " + table.title, {}};
    for (const Relation& relation : table.relations)
        checked.lines.push_back(in_words(table, relation) + " [" + relation.rule + "]");
    for (const FormulaCheck& check : table.checks)
        checked.lines.push_back(in_words(check) + " [" + check.rule + "]");
    for (GuideSection* section : {&computed, &checked}) {
        if (!section->lines.empty()) guide.push_back(std::move(*section));
    }
}

void add_built_in_checks(const WorkbookTemplate& kind, std::vector<GuideSection>& guide) {
    GuideSection section{"Checked in the whole workbook", {}};
    for (const std::string& name : kind.built_in_checks) {
        std::string sentence = built_in_check_in_words(name);
        // What "relations" does is told table by table.
        if (name != "relations" && !sentence.empty()) section.lines.push_back(std::move(sentence));
    }
    if (!section.lines.empty()) guide.push_back(std::move(section));
}

void add_scales(const WorkbookTemplate& kind, std::vector<GuideSection>& guide) {
    for (const BandSet& set : kind.band_sets) {
        GuideSection section{"Bands", {}};
        if (set.valid_from) section.heading += " from " + to_text(*set.valid_from);
        for (const Band& band : set.bands)
            section.lines.push_back(band.word + ": " + to_text(CellValue(band.from)) + " to " +
                                    to_text(CellValue(band.to)) +
                                    (band.meaning.empty() ? "" : ", " + band.meaning));
        guide.push_back(std::move(section));
    }
    GuideSection lists{"Word lists", {}};
    for (const WordList& list : kind.word_lists) {
        std::string line = list.id + ": ";
        for (char& c : line) {
            if (c == '_') c = ' ';
        }
        for (std::size_t i = 0; i != list.words.size(); ++i) {
            line += (i == 0 ? "" : ", ") + list.words[i].word;
            if (list.words[i].number) line += " (" + to_text(CellValue(*list.words[i].number)) + ")";
        }
        lists.lines.push_back(std::move(line));
    }
    if (!lists.lines.empty()) guide.push_back(std::move(lists));
}

}  // namespace

TemplateSummary template_summary(const WorkbookTemplate& kind) {
    return {kind.name, kind.title, kind.description};
}

std::vector<GuideSection> template_guide(const WorkbookTemplate& kind) {
    std::vector<GuideSection> guide;
    for (const TableSpec& table : kind.tables) guide.push_back(table_section(table));
    for (const TableSpec& table : kind.tables) add_rules(table, guide);
    add_built_in_checks(kind, guide);
    add_scales(kind, guide);
    GuideSection settings{"Settings an officer may change on a sheet called Scorebook", {}};
    for (const Setting& setting : kind.settings)
        settings.lines.push_back(setting.name + ": " + to_text(CellValue(setting.value)) +
                                 (setting.meaning.empty() ? "" : ", " + setting.meaning));
    if (!settings.lines.empty()) guide.push_back(std::move(settings));
    return guide;
}

}  // namespace scorebook
