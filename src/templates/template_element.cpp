// template_element.cpp - attributes and text of a template element, each with its place in the file.
#include "templates/template_element.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "bytes/number_text.hpp"

namespace scorebook {

namespace {

constexpr std::string_view white_space = " \t\r\n";

std::string joined(std::initializer_list<std::string_view> names) {
    std::string text;
    std::size_t left = names.size();
    for (const std::string_view name : names) {
        text += name;
        --left;
        if (left == 1) text += " or ";
        if (left > 1) text += ", ";
    }
    return text;
}

std::string folded(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (white_space.find(c) == std::string_view::npos) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

bool is_listed(std::initializer_list<std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::size_t TemplateElement::offset() const {
    const ptrdiff_t offset = node_.offset_debug();
    return offset < 0 ? 0 : static_cast<std::size_t>(offset);
}

std::vector<TemplateElement::RawAttribute> TemplateElement::raw_attributes() const {
    // pugixml keeps no places of attributes. It has parsed this tag, so names, "=" and quotes are known to be
    // there.
    const std::string_view xml = file_->xml();
    std::vector<RawAttribute> attributes;
    std::size_t at = offset() + std::strlen(node_.name());
    while (true) {
        at = xml.find_first_not_of(white_space, at);
        if (at == std::string_view::npos || xml[at] == '>' || xml[at] == '/') return attributes;
        const std::size_t name_end = xml.find_first_of(" \t\r\n=", at);
        const std::size_t quote = xml.find_first_of("\"'", at);
        if (name_end == std::string_view::npos || quote == std::string_view::npos) return attributes;
        const std::size_t close = xml.find(xml[quote], quote + 1);
        if (close == std::string_view::npos) return attributes;
        attributes.push_back({xml.substr(at, name_end - at), at, quote + 1});
        at = close + 1;
    }
}

void TemplateElement::expect(Content content, std::initializer_list<std::string_view> attributes,
                             std::initializer_list<std::string_view> children) const {
    if (is_read_again()) return;
    const std::vector<RawAttribute> given = raw_attributes();
    for (auto attribute = given.begin(); attribute != given.end(); ++attribute) {
        if (!is_listed(attributes, attribute->name)) {
            const std::string known = attributes.size() == 0 ? "it has none" : "it has " + joined(attributes);
            file_->fail_at(attribute->name_offset, "<" + name() + "> has no attribute " +
                                                       std::string(attribute->name) + ": " + known);
        }
        if (std::any_of(given.begin(), attribute,
                        [&](const RawAttribute& a) { return a.name == attribute->name; }))
            file_->fail_at(attribute->name_offset,
                           "Attribute " + std::string(attribute->name) + " is given twice");
    }
    for (const pugi::xml_node child : node_.children()) {
        const TemplateElement inside(*file_, child);
        if (child.type() == pugi::node_element) {
            if (content == Content::text) inside.fail_here("<" + name() + "> holds text, not elements");
            if (!is_listed(children, child.name()))
                inside.fail_here("<" + inside.name() + "> can't stand in <" + name() + ">: " +
                                 (children.size() == 0 ? "nothing can" : "expected " + joined(children)));
        } else if (content == Content::elements) {
            const std::size_t begin = inside.offset();
            file_->fail_at(file_->xml().find_first_not_of(white_space, begin),
                           "Text can't stand directly in <" + name() + ">");
        } else if (child != node_.first_child()) {
            inside.fail_here("The text of <" + name() +
                             "> is in two pieces: no comment or CDATA may interrupt it");
        }
    }
}

std::vector<TemplateElement> TemplateElement::children() const {
    std::vector<TemplateElement> elements;
    for (const pugi::xml_node child : node_.children()) {
        if (child.type() == pugi::node_element) elements.emplace_back(*file_, child);
    }
    return elements;
}

std::vector<TemplateElement> TemplateElement::children(std::string_view wanted) const {
    std::vector<TemplateElement> elements;
    const std::string child_name(wanted);  // outlives the loop, which keeps a pointer to it
    for (const pugi::xml_node child : node_.children(child_name.c_str()))
        elements.emplace_back(*file_, child);
    return elements;
}

std::optional<TemplateElement> TemplateElement::child(std::string_view wanted) const {
    const std::string child_name(wanted);
    const pugi::xml_node found = node_.child(child_name.c_str());
    if (const pugi::xml_node second = found.next_sibling(child_name.c_str()))
        TemplateElement(*file_, second).fail_here("<" + name() + "> has a second <" + child_name + ">");
    return found ? std::optional(TemplateElement(*file_, found)) : std::nullopt;
}

std::string TemplateElement::required(std::string_view attribute) const {
    if (!has(attribute)) fail_here("<" + name() + "> needs the attribute " + std::string(attribute));
    return optional(attribute);
}

std::string TemplateElement::optional(std::string_view attribute, const std::string& otherwise) const {
    if (!has(attribute)) return otherwise;
    const std::string value = folded(node_.attribute(std::string(attribute).c_str()).value());
    if (value.empty()) fail_at(attribute, "Attribute " + std::string(attribute) + " is empty");
    return value;
}

double TemplateElement::number(std::string_view attribute) const {
    const std::string text = required(attribute);
    const auto value = parse_number(text);
    if (!value) fail_at(attribute, "\"" + text + "\" is not a number");
    return *value;
}

std::optional<CalendarDate> TemplateElement::date(std::string_view attribute) const {
    if (!has(attribute)) return std::nullopt;
    const std::string text = required(attribute);
    const auto day = parse_date(text);
    if (!day) fail_at(attribute, "\"" + text + "\" is not a date such as 2016-04-01");
    return day;
}

Rgb TemplateElement::colour(std::string_view attribute) const {
    const std::string text = required(attribute);
    Rgb value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value, 16);
    if (text.size() != 6 || error != std::errc() || stop != end)
        fail_at(attribute, "\"" + text + "\" is not a colour such as FFC000");
    return value;
}

bool TemplateElement::yes(std::string_view attribute) const {
    const std::string text = optional(attribute, "no");
    if (text != "yes" && text != "no") fail_at(attribute, "\"" + text + "\" is neither yes nor no");
    return text == "yes";
}

std::string TemplateElement::text() const {
    return folded(node_.first_child().value());
}

PlacedText TemplateElement::placed_text() const {
    const std::string_view all = node_.first_child().value();
    const std::size_t first = all.find_first_not_of(white_space);
    if (first == std::string_view::npos) fail_here("<" + name() + "> is empty");
    const std::size_t last = all.find_last_not_of(white_space);
    const std::size_t begin = TemplateElement(*file_, node_.first_child()).offset();
    return {std::string(all.substr(first, last - first + 1)), file_->raw_offset(begin, first)};
}

void TemplateElement::fail_here(const std::string& message) const {
    file_->fail_at(offset(), message);
}

void TemplateElement::fail_at(std::string_view attribute, const std::string& message) const {
    for (const RawAttribute& raw : raw_attributes()) {
        if (raw.name == attribute) file_->fail_at(raw.value_offset, message);
    }
    fail_here(message);
}

void TemplateElement::fail_in(const PlacedText& text, std::size_t index, const std::string& message) const {
    file_->fail_at(file_->raw_offset(text.begin, index), message);
}

std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> items;
    while (true) {
        const std::size_t end = text.find(';');
        const std::string item = folded(text.substr(0, end));
        if (!item.empty()) items.push_back(item);
        if (end == std::string_view::npos) return items;
        text.remove_prefix(end + 1);
    }
}

}  // namespace scorebook
