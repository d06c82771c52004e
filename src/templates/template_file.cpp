// template_file.cpp - reads a template file: the kind itself, its settings, word lists, bands and matrix.
#include "templates/template_file.hpp"

#include <cmath>
#include <set>

#include "bytes/number_text.hpp"
#include "scorebook/error.hpp"
#include "templates/plain_case.hpp"
#include "templates/template_element.hpp"
#include "templates/template_tables.hpp"

namespace scorebook {

namespace {

using Content = TemplateElement::Content;

constexpr double largest_matrix = 10;

/// A name formulas can use: a letter, then letters, digits and "_", and not a cell such as "T12".
bool is_plain_name(std::string_view name) {
    for (const char c : in_plain_lower(name)) {
        const bool is_letter = c >= 'a' && c <= 'z';
        if (!is_letter && (c < '0' || c > '9') && c != '_') return false;
    }
    return !name.empty() && (name[0] < '0' || name[0] > '9') && !parse_cell(name);
}

/// A name of a file, a table or a check: lower case letters, digits, "-" and "_".
bool is_id(std::string_view id) {
    for (const char c : id) {
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_') return false;
    }
    return !id.empty();
}

Matrix read_matrix(const TemplateElement& element) {
    element.expect(Content::elements, {"size"});
    const double size = element.number("size");
    if (size < 2 || size > largest_matrix || size != std::floor(size))
        element.fail_at("size", "A matrix has from 2 to 10 levels each way");
    return {static_cast<int>(size)};
}

Setting read_setting(const TemplateElement& element, const WorkbookTemplate& kind) {
    element.expect(Content::text, {"name", "value", "valid-from"});
    Setting setting;
    setting.name = element.required("name");
    if (!is_plain_name(setting.name))
        element.fail_at("name", "\"" + setting.name + "\" can't be a name in a formula");
    setting.value = element.number("value");
    setting.valid_from = element.date("valid-from");
    setting.meaning = element.text();
    for (const Setting& other : kind.settings) {
        if (same_without_case(other.name, setting.name) && other.valid_from == setting.valid_from)
            element.fail_at("name", "Setting \"" + setting.name + "\" is given twice for the same time");
    }
    return setting;
}

WordList read_words(const TemplateElement& element, const WorkbookTemplate& kind) {
    element.expect(Content::elements, {"id", "several"}, {"word"});
    WordList list;
    list.id = element.required("id");
    list.several = element.yes("several");
    if (kind.find_words(list.id)) element.fail_at("id", "There is a second word list \"" + list.id + "\"");
    for (const TemplateElement& child : element.children()) {
        child.expect(Content::text, {"is", "number"});
        Word word;
        word.word = child.required("is");
        if (child.has("number")) word.number = child.number("number");
        word.synonyms = split_list(child.text());
        if (!child.is_read_again() && find_word(list, word.word))
            child.fail_at("is", "\"" + word.word + "\" is already in this list");
        for (const std::string& synonym : word.synonyms) {
            if (!child.is_read_again() && find_word(list, synonym))
                child.fail_here("\"" + synonym + "\" is already in this list");
        }
        list.words.push_back(std::move(word));
    }
    if (list.words.empty()) element.fail_here("Word list \"" + list.id + "\" is empty");
    return list;
}

Band read_band(const TemplateElement& element) {
    element.expect(Content::text, {"word", "from", "to", "fill", "text", "also"});
    Band band;
    band.word = element.required("word");
    band.from = element.number("from");
    band.to = element.number("to");
    band.fill = element.colour("fill");
    band.text = element.colour("text");
    band.meaning = element.text();
    band.synonyms = split_list(element.optional("also"));
    if (band.to < band.from) element.fail_at("to", "The band ends before it begins");
    return band;
}

BandSet read_bands(const TemplateElement& element, const WorkbookTemplate& kind) {
    element.expect(Content::elements, {"valid-from"}, {"band"});
    BandSet set;
    set.valid_from = element.date("valid-from");
    if (kind.band_sets.empty() && set.valid_from)
        element.fail_at("valid-from", "The first bands hold from the beginning, so they have no date");
    if (!kind.band_sets.empty() && !set.valid_from)
        element.fail_here("Later bands need the attribute valid-from");
    if (!kind.band_sets.empty() && set.valid_from <= kind.band_sets.back().valid_from)
        element.fail_at("valid-from", "Bands must be in order of date");
    for (const TemplateElement& child : element.children()) {
        Band band = read_band(child);
        if (!set.bands.empty() && band.from <= set.bands.back().to)
            child.fail_at("from", "Bands must be in order of score and not overlap: the one before ends at " +
                                      number_to_text(set.bands.back().to));
        for (const Band& other : set.bands) {
            if (same_without_case(other.word, band.word))
                child.fail_at("word", "There is a second band \"" + band.word + "\"");
        }
        set.bands.push_back(std::move(band));
    }
    if (set.bands.empty()) element.fail_here("There is no <band> in these bands");
    return set;
}

std::vector<std::string> read_built_in_checks(const TemplateElement& element) {
    element.expect(Content::elements, {}, {"run"});
    std::vector<std::string> names;
    std::set<std::string> seen;
    for (const TemplateElement& child : element.children()) {
        child.expect(Content::elements, {"check"});
        names.push_back(child.required("check"));
        if (!is_id(names.back()))
            child.fail_at("check", "\"" + names.back() + "\" can't be the name of a check");
        if (!seen.insert(names.back()).second)
            child.fail_at("check", "Check \"" + names.back() + "\" is named twice");
    }
    return names;
}

WorkbookTemplate read_kind(const TemplateElement& root) {
    root.expect(Content::elements, {"name", "title"},
                {"description", "matrix", "settings", "words", "bands", "table", "built-in-checks"});
    WorkbookTemplate kind;
    kind.name = root.required("name");
    if (!is_id(kind.name))
        root.fail_at("name", "A kind's name has only lower case letters, digits and hyphens");
    kind.title = root.required("title");
    if (const auto description = root.child("description")) {
        description->expect(Content::text, {});
        kind.description = description->text();
    }
    if (const auto matrix = root.child("matrix")) kind.matrix = read_matrix(*matrix);
    if (const auto settings = root.child("settings")) {
        settings->expect(Content::elements, {}, {"setting"});
        for (const TemplateElement& child : settings->children())
            kind.settings.push_back(read_setting(child, kind));
    }
    for (const TemplateElement& child : root.children("words"))
        kind.word_lists.push_back(read_words(child, kind));
    for (const TemplateElement& child : root.children("bands"))
        kind.band_sets.push_back(read_bands(child, kind));
    for (const TemplateElement& child : root.children("table"))
        kind.tables.push_back(read_table(child, kind));
    if (kind.tables.empty()) root.fail_here("A template needs at least one <table>");
    if (const auto checks = root.child("built-in-checks"))
        kind.built_in_checks = read_built_in_checks(*checks);
    return kind;
}

WorkbookTemplate read_text(std::string_view xml, Reading reading) {
    const TemplateText file(xml, reading);
    if (reading == Reading::first) file.check_characters();
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_buffer(
        xml.data(), xml.size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
    if (!result) {
        file.fail_at(static_cast<std::size_t>(result.offset < 0 ? 0 : result.offset),
                     std::string("This is not well-formed XML: ") + result.description());
    }
    for (const pugi::xml_node node : document.children()) {
        if (node.type() == pugi::node_doctype)
            file.fail_at(xml.find("<!DOCTYPE"), "A template file can't have a document type");
    }
    const TemplateElement root(file, document.document_element());
    if (root.name() != "workbook-template") root.fail_here("A template file begins with <workbook-template>");
    for (const pugi::xml_node node : document.children()) {
        if (node.type() == pugi::node_element && node != document.document_element())
            TemplateElement(file, node).fail_here("A template file holds one <workbook-template> only");
    }
    return read_kind(root);
}

WorkbookTemplate read_named_text(std::string_view xml, [[maybe_unused]] const std::string& file_name,
                                 Reading reading) {
#if defined(__cpp_exceptions)
    try {
        return read_text(xml, reading);
    } catch (const Error& error) {
        throw error.with_file(file_name);
    }
#else
    return read_text(xml, reading);
#endif
}

}  // namespace

WorkbookTemplate read_template(std::string_view xml, const std::string& file_name) {
    return read_named_text(xml, file_name, Reading::first);
}

WorkbookTemplate read_template_again(std::string_view xml, const std::string& file_name) {
    return read_named_text(xml, file_name, Reading::again);
}

}  // namespace scorebook
