// template_element.hpp - one element of a template file: only what is expected may stand in it, and each
// mistake has a place.
#pragma once

#include <initializer_list>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "scorebook/calendar_date.hpp"
#include "scorebook/change.hpp"
#include "templates/template_text.hpp"

namespace scorebook {

/// A piece of text of the file, decoded, and where its bytes begin.
struct PlacedText {
    std::string text;
    std::size_t begin = 0;  ///< offset of the first byte, before decoding
};

/// A view: the document and the TemplateText outlive it.
class TemplateElement {
  public:
    TemplateElement(const TemplateText& file, pugi::xml_node node) : file_(&file), node_(node) {}

    std::string name() const { return node_.name(); }
    bool is_read_again() const { return file_->is_read_again(); }

    /// Refuses attributes and child elements that aren't listed, an attribute given twice, and, where
    /// `has_text` is not set, text. Every element is asked first, so nothing of a template is ever ignored.
    enum class Content { elements, text };
    void expect(Content content, std::initializer_list<std::string_view> attributes,
                std::initializer_list<std::string_view> children = {}) const;

    std::vector<TemplateElement> children() const;
    std::vector<TemplateElement> children(std::string_view name) const;
    /// The only child called `name`; none when absent; fails at a second one.
    std::optional<TemplateElement> child(std::string_view name) const;

    bool has(std::string_view attribute) const {
        return !node_.attribute(std::string(attribute).c_str()).empty();
    }
    /// Fails when it is absent or empty.
    std::string required(std::string_view attribute) const;
    /// `otherwise` when absent; fails when empty.
    std::string optional(std::string_view attribute, const std::string& otherwise = {}) const;
    double number(std::string_view attribute) const;
    std::optional<CalendarDate> date(std::string_view attribute) const;  ///< none when absent
    Rgb colour(std::string_view attribute) const;                        ///< "FFC000"
    bool yes(std::string_view attribute) const;                          ///< "yes"; false when absent or "no"

    /// The element's text with white space round it removed and each run of white space inside as one space.
    std::string text() const;
    /// The element's text without the white space round it, otherwise as typed. Fails when there is none.
    PlacedText placed_text() const;

    /// Fails at the element's name, at an attribute's value, or `index` bytes into a text of the element.
    [[noreturn]] void fail_here(const std::string& message) const;
    [[noreturn]] void fail_at(std::string_view attribute, const std::string& message) const;
    [[noreturn]] void fail_in(const PlacedText& text, std::size_t index, const std::string& message) const;

  private:
    std::size_t offset() const;
    struct RawAttribute {
        std::string_view name;
        std::size_t name_offset;
        std::size_t value_offset;
    };
    std::vector<RawAttribute> raw_attributes() const;

    const TemplateText* file_;
    pugi::xml_node node_;
};

/// "a; b; c" -> a, b, c; white space folded; an empty piece is left out.
std::vector<std::string> split_list(std::string_view text);

}  // namespace scorebook
