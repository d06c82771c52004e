// xml_text.hpp - text between tags and in attributes: entities, references and Excel's _xHHHH_ escapes.
// ECMA-376 Part 1, 22.9.2.19 (ST_Xstring).
#pragma once

#include <string>
#include <string_view>

namespace scorebook {

/// XML text -> UTF-8: &amp; &lt; &gt; &quot; &apos; &#10; &#xA0; and _xHHHH_. Throws Error damaged_workbook
/// for any other entity. CR LF and CR become LF.
std::string unescape_xml(std::string_view text);

/// The same without _xHHHH_, for formulas, attributes and names.
std::string unescape_xml_entities(std::string_view text);

/// UTF-8 -> XML element text. Characters XML can't hold become _xHHHH_; a literal "_x000A_" is protected as
/// "_x005F_x000A_".
std::string escape_xml(std::string_view text);

/// UTF-8 -> XML attribute text in double quotes (line breaks as character references).
std::string escape_xml_attribute(std::string_view text);

/// True when a <t> or <v> element with this text needs xml:space="preserve".
bool needs_space_preserved(std::string_view text);

}  // namespace scorebook
