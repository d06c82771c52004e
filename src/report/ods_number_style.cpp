// ods_number_style.cpp - OpenDocument 1.3 Part 3, 16.29 (data styles).
#include "report/ods_number_style.hpp"

#include "bytes/xml_text.hpp"
#include "report/layout.hpp"

namespace scorebook {

namespace {

struct FormatParts {
    bool has_thousands = false;
    int decimals = 0;
    bool is_percentage = false;
    std::string prefix;
    std::string suffix;
};

/// "#,##0.00%", "£#,##0", "0\" Red\"".
std::optional<FormatParts> parts_of(std::string_view format) {
    FormatParts parts;
    const auto take_text = [&](std::string& text) {
        while (!format.empty()) {
            if (format.front() == '"') {
                const std::size_t end = format.find('"', 1);
                if (end == std::string_view::npos) return;
                text += format.substr(1, end - 1);
                format.remove_prefix(end + 1);
            } else if (format.starts_with("\u00A3")) {
                text += "\u00A3";
                format.remove_prefix(2);
            } else {
                return;
            }
        }
    };
    take_text(parts.prefix);
    if (format.starts_with("#,##0")) {
        parts.has_thousands = true;
        format.remove_prefix(5);
    } else if (format.starts_with("0")) {
        format.remove_prefix(1);
    } else {
        return std::nullopt;
    }
    if (format.starts_with(".0")) {
        format.remove_prefix(1);
        for (; format.starts_with("0"); format.remove_prefix(1)) ++parts.decimals;
    }
    if (format.starts_with("%")) {
        parts.is_percentage = true;
        format.remove_prefix(1);
    }
    take_text(parts.suffix);
    if (!format.empty()) return std::nullopt;
    return parts;
}

std::string text_element(const std::string& text) {
    return text.empty() ? std::string() : "<number:text>" + escape_xml(text) + "</number:text>";
}

}  // namespace

std::string_view ods_value_type(std::string_view format) {
    if (format == day_format) return "date";
    if (format.empty() || format == "General") return "float";
    const auto parts = parts_of(format);
    return !parts ? std::string_view() : parts->is_percentage ? "percentage" : "float";
}

std::optional<std::string> ods_number_style(std::string_view format, const std::string& name) {
    if (format == day_format)
        return "<number:date-style style:name=\"" + name +
               "\"><number:day/><number:text> </number:text><number:month number:style=\"long\" "
               "number:textual=\"true\"/><number:text> </number:text><number:year number:style=\"long\"/>"
               "</number:date-style>";
    const auto parts = parts_of(format);
    if (!parts) return std::nullopt;
    const std::string kind = parts->is_percentage ? "percentage" : "number";
    return "<number:" + kind + "-style style:name=\"" + name + "\">" + text_element(parts->prefix) +
           "<number:number number:decimal-places=\"" + std::to_string(parts->decimals) +
           "\" number:min-decimal-places=\"" + std::to_string(parts->decimals) +
           "\" number:min-integer-digits=\"1\"" + (parts->has_thousands ? " number:grouping=\"true\"" : "") +
           "/>" + text_element((parts->is_percentage ? "%" : "") + parts->suffix) + "</number:" + kind +
           "-style>";
}

}  // namespace scorebook
