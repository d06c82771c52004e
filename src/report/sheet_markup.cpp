// sheet_markup.cpp - small elements of large parts, read from what stands before and after <sheetData>.
// ECMA-376 Part 1, 18.3.1.66 (pane), 18.3.1.46 (headerFooter), 18.3.1.78 (selection).
#include "report/sheet_markup.hpp"

#include <algorithm>
#include <pugixml.hpp>

namespace scorebook {

namespace {

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node find_element(const pugi::xml_node& root, std::string_view name) {
    return root.find_node([&](const pugi::xml_node& node) { return local_name(node) == name; });
}

/// "&CPage &P of &N" without codes, figures and the words of page numbers.
bool says_something(std::string_view text) {
    std::string rest;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '&' || i + 1 == text.size()) {
            rest += text[i];
        } else if (text[i + 1] == '"') {
            i = std::min(text.find('"', i + 2), text.size());
        } else {
            // A size may have two digits.
            ++i;
            while (i + 1 < text.size() && text[i] >= '0' && text[i] <= '9' && text[i + 1] >= '0' &&
                   text[i + 1] <= '9')
                ++i;
        }
    }
    for (const std::string_view word : {"Page", "page", "of"}) {
        for (std::size_t at = rest.find(word); at != std::string::npos; at = rest.find(word))
            rest.erase(at, word.size());
    }
    return std::any_of(rest.begin(), rest.end(), [](unsigned char c) { return c > ' '; });
}

}  // namespace

DocumentFacts read_document_facts(const Package& package) {
    DocumentFacts facts;
    pugi::xml_document document;
    for (const std::string& part : package.part_names()) {
        if (part.starts_with("xl/drawings/") && part.ends_with(".xml")) facts.has_drawings = true;
    }
    for (const Relationship& relationship : package.relationships("")) {
        if (relationship.type == "core-properties" && package.has(relationship.target)) {
            const std::string xml = package.read(relationship.target);
            if (document.load_buffer(xml.data(), xml.size())) {
                facts.title = find_element(document, "title").text().as_string();
                facts.language = find_element(document, "language").text().as_string();
            }
        }
        if (relationship.type == "officeDocument" && package.has(relationship.target)) {
            const std::string xml = package.read(relationship.target);
            if (document.load_buffer(xml.data(), xml.size()))
                facts.active_sheet = find_element(document, "workbookView").attribute("activeTab").as_int();
        }
    }
    return facts;
}

SheetMarkup read_sheet_markup(std::string_view sheet_xml) {
    // The cells may be millions; nothing wanted stands among them.
    const std::size_t begin = sheet_xml.find("sheetData");
    const std::size_t end = sheet_xml.rfind("sheetData");
    SheetMarkup markup;
    if (begin == std::string_view::npos) return markup;
    const std::size_t open = sheet_xml.rfind('<', begin);
    const std::size_t close = std::min(sheet_xml.find('>', end) + 1, sheet_xml.size());
    const std::string around = std::string(sheet_xml.substr(0, open)) + std::string(sheet_xml.substr(close));
    pugi::xml_document document;
    if (!document.load_buffer(around.data(), around.size())) return markup;
    const std::string state = find_element(document, "pane").attribute("state").as_string();
    markup.has_frozen_panes = state.starts_with("frozen");
    markup.active_cell = find_element(document, "selection").attribute("activeCell").as_string();
    for (const pugi::xml_node part : find_element(document, "headerFooter").children())
        markup.has_informing_header |= says_something(part.text().as_string());
    return markup;
}

}  // namespace scorebook
