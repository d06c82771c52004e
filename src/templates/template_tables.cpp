// template_tables.cpp - tables of a template file.
#include "templates/template_tables.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "templates/header_variants.hpp"
#include "templates/plain_case.hpp"
#include "templates/template_formula.hpp"

namespace scorebook {

namespace {

using Content = TemplateElement::Content;

constexpr std::array<std::pair<std::string_view, ValueKind>, 17> value_kinds = {{
    {"text", ValueKind::text},
    {"id", ValueKind::id},
    {"words", ValueKind::words},
    {"level", ValueKind::level},
    {"score", ValueKind::score},
    {"rag", ValueKind::rag},
    {"direction", ValueKind::direction},
    {"person", ValueKind::person},
    {"list", ValueKind::list},
    {"date", ValueKind::date},
    {"number", ValueKind::number},
    {"figure", ValueKind::figure},
    {"percentage", ValueKind::percentage},
    {"money", ValueKind::money},
    {"duration", ValueKind::duration},
    {"target", ValueKind::target},
    {"period", ValueKind::period},
}};

ValueKind read_value_kind(const TemplateElement& element) {
    const std::string text = element.required("kind");
    std::string known;
    for (const auto& [name, kind] : value_kinds) {
        if (name == text) return kind;
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    element.fail_at("kind", "\"" + text + "\" is no kind of column: " + known);
}

std::string read_rule(const TemplateElement& element) {
    const std::string rule = element.required("rule");
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (rule.size() != 3 || rule[0] < 'A' || rule[0] > 'Z' || !is_digit(rule[1]) || !is_digit(rule[2]))
        element.fail_at("rule", "\"" + rule + "\" is no rule id such as V11");
    return rule;
}

Severity read_severity(const TemplateElement& element) {
    const std::string text = element.required("severity");
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        if (text == to_text(severity)) return severity;
    }
    element.fail_at("severity", "\"" + text + "\" is no severity: error, warning or info");
}

const ColumnSpec& read_column_id(const TemplateElement& element, std::string_view attribute,
                                 const TableSpec& table) {
    const std::string id = element.required(attribute);
    const ColumnSpec* column = table.find_column(id);
    if (!column) element.fail_at(attribute, "Table " + table.id + " has no column \"" + id + "\"");
    return *column;
}

ColumnSpec read_column(const TemplateElement& element, const WorkbookTemplate& kind) {
    element.expect(Content::elements,
                   {"id", "header", "kind", "words", "pattern", "required", "stand-ins", "blank-is-fault",
                    "of", "header-may-be-blank"},
                   {"also"});
    ColumnSpec column;
    column.id = element.required("id");
    column.header = element.required("header");
    column.kind = read_value_kind(element);
    column.words = element.optional("words");
    column.pattern = element.optional("pattern");
    column.required = element.yes("required");
    column.stand_ins = split_list(element.optional("stand-ins"));
    column.blank_is_fault = element.yes("blank-is-fault");
    column.of = element.optional("of");
    column.header_may_be_blank = element.yes("header-may-be-blank");
    if (column.header_may_be_blank && column.required)
        element.fail_at("required", "A column that needs no header can't say what the table is");
    if (!column.words.empty() && !kind.find_words(column.words))
        element.fail_at("words", "There is no word list \"" + column.words + "\"");
    const bool wants_words = column.kind == ValueKind::words || column.kind == ValueKind::level ||
                             column.kind == ValueKind::direction;
    if (wants_words && column.words.empty())
        element.fail_here("A column of kind " + element.required("kind") + " needs the attribute words");
    if (!wants_words && !column.words.empty())
        element.fail_at("words", "Only columns of kind words, level or direction have a word list");
    if (column.kind != ValueKind::id && !column.pattern.empty())
        element.fail_at("pattern", "Only columns of kind id have a pattern");
    if (column.kind == ValueKind::rag && column.of.empty())
        element.fail_here("A column of kind rag needs the attribute of: the score column it shows");
    if (column.kind != ValueKind::rag && !column.of.empty())
        element.fail_at("of", "Only columns of kind rag have the attribute of");
    if (!column.required && !column.stand_ins.empty())
        element.fail_at("stand-ins", "Only required columns have stand-ins");
    if (element.is_read_again()) return column;
    for (const TemplateElement& also : element.children("also")) {
        also.expect(Content::text, {});
        const PlacedText text = also.placed_text();
        for (const std::string& synonym : split_list(text.text)) {
            const auto variants = header_variants(synonym);
            if (!variants) also.fail_in(text, 0, "The braces of \"" + synonym + "\" can't be read as {a|b}");
            column.synonyms.insert(column.synonyms.end(), variants->begin(), variants->end());
        }
    }
    return column;
}

/// A header as it is compared: letters, digits, "#" and "%" only, without case.
std::string bare_header(std::string_view header) {
    std::string bare;
    for (const char c : in_plain_lower(header)) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80) != 0;
        if (is_letter || (c >= '0' && c <= '9') || c == '#' || c == '%') bare += c;
    }
    return bare;
}

void read_columns(const TemplateElement& element, const WorkbookTemplate& kind, TableSpec& table) {
    std::map<std::string, std::string> owner_of_header;
    const std::vector<TemplateElement> elements = element.children("column");
    for (const TemplateElement& child : elements) {
        ColumnSpec column = read_column(child, kind);
        if (table.find_column(column.id))
            child.fail_at("id", "Table " + table.id + " has a second column \"" + column.id + "\"");
        if (element.is_read_again()) {
            table.columns.push_back(std::move(column));
            continue;
        }
        std::vector<std::string> headers = column.synonyms;
        headers.insert(headers.begin(), column.header);
        column.synonyms.clear();
        for (const std::string& header : headers) {
            const auto [place, is_new] = owner_of_header.emplace(bare_header(header), column.id);
            // Two columns may both be "period year": the first label is the first one's.
            const bool is_period = bare_header(header).starts_with("period");
            if (!is_new && place->second != column.id && !is_period)
                child.fail_here("\"" + header + "\" is already a header of column " + place->second);
            const bool is_wanted = is_new || (is_period && place->second != column.id);
            if (is_wanted && header != column.header) column.synonyms.push_back(header);
        }
        table.columns.push_back(std::move(column));
    }
    for (std::size_t i = 0; i != elements.size(); ++i) {
        const ColumnSpec& column = table.columns[i];
        if (!column.of.empty() && read_column_id(elements[i], "of", table).kind != ValueKind::score)
            elements[i].fail_at("of", "Column \"" + column.of + "\" is not of kind score");
        for (const std::string& id : column.stand_ins) {
            if (!table.find_column(id))
                elements[i].fail_at("stand-ins", "Table " + table.id + " has no column \"" + id + "\"");
        }
    }
    if (table.columns.empty()) element.fail_here("Table " + table.id + " has no columns");
    if (std::none_of(table.columns.begin(), table.columns.end(),
                     [](const ColumnSpec& c) { return c.required; }))
        element.fail_here("Table " + table.id +
                          " has no required column, so any sheet would be taken for one");
}

/// A sentence with {Header} places, each of which is a header of `table`, a setting, "record" or listed in
/// `more`.
std::string read_sentence(const TemplateElement& parent, std::string_view name, const WorkbookTemplate& kind,
                          const TableSpec& table, std::initializer_list<std::string_view> more) {
    const auto element = parent.child(name);
    if (!element) return {};
    element->expect(Content::text, {});
    const PlacedText placed = element->placed_text();
    const std::string& text = placed.text;
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        if (close == std::string::npos) element->fail_in(placed, open, "This brace is never closed");
        const std::string_view place = std::string_view(text).substr(open + 1, close - open - 1);
        const bool is_known = table.find_header(place) || kind.find_setting(place) || place == "record" ||
                              std::find(more.begin(), more.end(), place) != more.end();
        if (!is_known)
            element->fail_in(
                placed, open,
                "\"" + std::string(place) + "\" is no header of table " + table.id + " and no setting");
    }
    return element->text();
}

std::string required_sentence(const TemplateElement& parent, std::string_view name,
                              const WorkbookTemplate& kind, const TableSpec& table,
                              std::initializer_list<std::string_view> more) {
    if (!parent.child(name)) parent.fail_here("<" + parent.name() + "> needs a <" + std::string(name) + ">");
    return read_sentence(parent, name, kind, table, more);
}

RowFormula required_formula(const TemplateElement& parent, std::string_view name,
                            const WorkbookTemplate& kind, const TableSpec& table) {
    const auto element = parent.child(name);
    if (!element) parent.fail_here("<" + parent.name() + "> needs a <" + std::string(name) + ">");
    return read_formula(*element, kind, table);
}

std::optional<RowFormula> when_formula(const TemplateElement& parent, const WorkbookTemplate& kind,
                                       const TableSpec& table) {
    const auto element = parent.child("when");
    if (!element) return std::nullopt;
    return read_formula(*element, kind, table);
}

ComputedColumn read_computed(const TemplateElement& element, const WorkbookTemplate& kind,
                             const TableSpec& table) {
    element.expect(Content::elements, {"column", "rule", "severity"},
                   {"formula", "when", "message", "advice", "because"});
    ComputedColumn computed;
    computed.column = read_column_id(element, "column", table).id;
    computed.rule = read_rule(element);
    computed.severity = read_severity(element);
    computed.formula = required_formula(element, "formula", kind, table);
    computed.when = when_formula(element, kind, table);
    computed.message = required_sentence(element, "message", kind, table, {"found", "computed"});
    computed.advice = read_sentence(element, "advice", kind, table, {"found", "computed"});
    computed.because = required_sentence(element, "because", kind, table, {"found", "computed"});
    return computed;
}

FormulaCheck read_check(const TemplateElement& element, const WorkbookTemplate& kind,
                        const TableSpec& table) {
    element.expect(Content::elements, {"rule", "severity", "column", "evidence"},
                   {"holds", "when", "message", "advice"});
    FormulaCheck check;
    check.rule = read_rule(element);
    check.severity = read_severity(element);
    check.column = read_column_id(element, "column", table).id;
    check.holds = required_formula(element, "holds", kind, table);
    check.when = when_formula(element, kind, table);
    check.message = required_sentence(element, "message", kind, table, {});
    check.advice = read_sentence(element, "advice", kind, table, {});
    for (const std::string& header : split_list(element.optional("evidence"))) {
        const ColumnSpec* column = table.find_header(header);
        if (!column) element.fail_at("evidence", "\"" + header + "\" is no header of table " + table.id);
        check.evidence.push_back(column->header);
    }
    return check;
}

/// The attributes of a relation that name columns, in lists.
constexpr std::array<std::string_view, 12> relation_parts = {"of",    "minus",   "out-of",   "by",
                                                             "since", "against", "polarity", "tolerance",
                                                             "label", "unit",    "note",     "status"};
constexpr std::array<std::string_view, 6> relation_numbers = {"base", "rounded-to",        "equals",
                                                              "most", "tolerance-percent", "factor"};
constexpr std::array<std::string_view, 3> relation_words = {"optional", "better", "lower-if"};

Relation read_relation(const TemplateElement& element, const TableSpec& table) {
    element.expect(Content::elements, {"is",        "rule",       "column", "of",      "minus",
                                       "out-of",    "by",         "since",  "against", "polarity",
                                       "tolerance", "label",      "unit",   "note",    "status",
                                       "base",      "rounded-to", "equals", "most",    "tolerance-percent",
                                       "factor",    "optional",   "better", "lower-if"},
                   {});
    Relation relation;
    relation.is = element.required("is");
    relation.rule = read_rule(element);
    relation.column = read_column_id(element, "column", table).id;
    for (const std::string_view role : relation_parts) {
        for (const std::string& id : split_list(element.optional(role))) {
            if (!table.find_column(id))
                element.fail_at(role, "Table " + table.id + " has no column \"" + id + "\"");
            relation.parts[std::string(role)].push_back(id);
        }
    }
    for (const std::string_view name : relation_numbers) {
        if (element.has(name)) relation.numbers[std::string(name)] = element.number(name);
    }
    for (const std::string_view name : relation_words) {
        if (element.has(name)) relation.words[std::string(name)] = element.optional(name);
    }
    return relation;
}

}  // namespace

TableSpec read_table(const TemplateElement& element, const WorkbookTemplate& kind) {
    element.expect(Content::elements,
                   {"id", "title", "entry", "higher-is-better", "narrative", "other-layout", "mentions"},
                   {"column", "computed", "check", "relation"});
    TableSpec table;
    table.id = element.required("id");
    table.title = element.required("title");
    table.entry = element.required("entry");
    table.higher_is_better = element.yes("higher-is-better");
    table.is_narrative = element.yes("narrative");
    table.is_other_layout = element.yes("other-layout");
    for (const std::string& word : split_list(element.optional("mentions")))
        table.mentions.push_back(in_plain_lower(word));
    if (kind.find_table(table.id)) element.fail_at("id", "There is a second table \"" + table.id + "\"");
    read_columns(element, kind, table);
    for (const TemplateElement& child : element.children("computed"))
        table.computed.push_back(read_computed(child, kind, table));
    for (const TemplateElement& child : element.children("check"))
        table.checks.push_back(read_check(child, kind, table));
    for (const TemplateElement& child : element.children("relation"))
        table.relations.push_back(read_relation(child, table));
    return table;
}

}  // namespace scorebook
