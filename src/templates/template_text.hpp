// template_text.hpp - the text of a template file, and how a mistake at a byte of it is told: line, column,
// caret.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace scorebook {

/// Whether a file is read for the first time, or was read before without a mistake, as the build does with
/// those of the library: then nothing is looked at only to tell mistakes.
enum class Reading { first, again };

class TemplateText {
  public:
    explicit TemplateText(std::string_view xml, Reading reading = Reading::first)
        : xml_(xml), reading_(reading) {}

    std::string_view xml() const { return xml_; }
    bool is_read_again() const { return reading_ == Reading::again; }

    /// Raises Error bad_template: place is "line:column" (1-based, in characters), and the message is
    /// followed by the offending line and a caret under the place.
    [[noreturn]] void fail_at(std::size_t byte_offset, const std::string& message) const;

    /// Where character `index` (in bytes) of a decoded attribute or text stands, when that text begins at
    /// `begin`: an entity ("&lt;") is one character and so is CR LF.
    std::size_t raw_offset(std::size_t begin, std::size_t index) const;

    /// Fails at the first byte that isn't UTF-8 text XML allows, or when the file is beyond any template's
    /// size.
    void check_characters() const;

  private:
    std::string_view xml_;
    Reading reading_;
};

}  // namespace scorebook
