// document_properties.cpp - the day at noon, so that no time zone shows another one.
#include "report/document_properties.hpp"

#include <cstdio>

#include "bytes/xml_text.hpp"

namespace scorebook {

namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

std::string noon_of(CalendarDate day) {
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02d-%02dT12:00:00", day.year, day.month, day.day);
    return text;
}

std::string element(std::string_view name, const std::string& text) {
    if (text.empty()) return {};
    const std::string tag(name);
    return "<" + tag + ">" + escape_xml(text) + "</" + tag + ">";
}

}  // namespace

std::string core_properties(const Layout& layout) {
    const std::string day = noon_of(layout.day) + "Z";
    const auto dated = [&](const std::string& name) {
        return "<dcterms:" + name + " xsi:type=\"dcterms:W3CDTF\">" + day + "</dcterms:" + name + ">";
    };
    return std::string(declaration) +
           "<cp:coreProperties "
           "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
           "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" +
           element("dc:title", layout.title) + element("dc:subject", layout.period) +
           element("dc:creator", layout.organisation) + dated("created") + dated("modified") +
           "<dc:language>en-GB</dc:language></cp:coreProperties>";
}

std::string extended_properties(const Layout& layout) {
    return std::string(declaration) +
           "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
           "<Application>scorebook</Application>" +
           element("Company", layout.organisation) + "</Properties>";
}

std::string open_document_meta(const Layout& layout) {
    return std::string(declaration) +
           "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
           "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\"><office:meta>"
           "<meta:generator>scorebook</meta:generator>" +
           element("dc:title", layout.title) + element("dc:subject", layout.period) +
           element("meta:initial-creator", layout.organisation) + element("dc:creator", layout.organisation) +
           element("meta:creation-date", noon_of(layout.day)) + element("dc:date", noon_of(layout.day)) +
           "<dc:language>en-GB</dc:language></office:meta></office:document-meta>";
}

}  // namespace scorebook
