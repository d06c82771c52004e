// element_edit.cpp - attributes are found by XmlTag, whose views say where they stand.
#include "sheet/element_edit.hpp"

#include "sheet/xml_cursor.hpp"

namespace scorebook {

namespace {

XmlTag start_tag(std::string_view element) {
    XmlCursor cursor(element);
    XmlTag tag;
    cursor.next(tag);
    return tag;
}

std::size_t offset_in(std::string_view whole, std::string_view part) {
    return static_cast<std::size_t>(part.data() - whole.data());
}

}  // namespace

std::string with_attribute(std::string_view element, std::string_view name, std::string_view value) {
    std::string result(element);
    const XmlTag tag = start_tag(element);
    if (const auto old = tag.attribute(name)) {
        // The new value may hold the other kind of quote, which escaping has taken care of only for double
        // ones.
        const std::size_t begin = offset_in(element, *old) - 1;
        return result.replace(begin, old->size() + 2, "\"" + std::string(value) + "\"");
    }
    std::string_view attributes = tag.attributes;
    while (!attributes.empty() && (attributes.back() == ' ' || attributes.back() == '\t' ||
                                   attributes.back() == '\n' || attributes.back() == '\r'))
        attributes.remove_suffix(1);
    const std::size_t end = offset_in(element, tag.attributes) + attributes.size();
    return result.insert(end, " " + std::string(name) + "=\"" + std::string(value) + "\"");
}

std::string without_attribute(std::string_view element, std::string_view name) {
    std::string result(element);
    const XmlTag tag = start_tag(element);
    const auto old = tag.attribute(name);
    if (!old) return result;
    const std::size_t end = offset_in(element, *old) + old->size() + 1;
    std::size_t begin = element.rfind(name, offset_in(element, *old) - 1);
    while (begin > 0 && (element[begin - 1] == ' ' || element[begin - 1] == '\t' ||
                         element[begin - 1] == '\n' || element[begin - 1] == '\r'))
        --begin;
    return result.erase(begin, end - begin);
}

}  // namespace scorebook
