// sheet_surroundings.cpp - one walk over the elements beside <sheetData>.
#include "sheet/sheet_surroundings.hpp"

#include <algorithm>
#include <charconv>

#include "bytes/xml_text.hpp"
#include "sheet/xml_cursor.hpp"

namespace scorebook {

namespace {

std::optional<std::uint32_t> to_number(std::optional<std::string_view> text) {
    std::uint32_t number = 0;
    if (!text) return std::nullopt;
    const auto result = std::from_chars(text->data(), text->data() + text->size(), number);
    if (result.ec != std::errc() || result.ptr != text->data() + text->size()) return std::nullopt;
    return number;
}

/// "A1:B2 D4" (ST_Sqref).
void append_ranges(std::vector<CellRange>& ranges, std::string_view text) {
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(" \t\r\n"), text.size());
        if (const auto range = parse_range(text.substr(0, end))) ranges.push_back(*range);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

class Walk {
  public:
    Walk(std::string_view xml, ByteRange sheet_data) : xml_(xml), sheet_data_(sheet_data), cursor_(xml) {}

    SheetSurroundings run() {
        XmlTag tag;
        while (cursor_.next(tag)) {
            if (tag.bytes.begin == sheet_data_.begin && tag.kind == XmlTag::Kind::open) {
                cursor_.continue_behind(sheet_data_.end);
                continue;
            }
            if (!tag.opens()) continue;
            const std::size_t depth = cursor_.depth() + (tag.closes() ? 1 : 0);
            if (depth == 2) read_section(tag);
            if (depth == 3) read_entry(tag);
            if (depth > 3 && tag.local_name == "conditionalFormatting") read_conditional_format(tag);
        }
        std::sort(found_.merges.begin(), found_.merges.end());
        join_hidden_columns();
        return std::move(found_);
    }

  private:
    void read_section(const XmlTag& tag) {
        section_ = tag.local_name;
        if (section_ == "autoFilter") {
            found_.filter = parse_range(tag.attribute("ref").value_or(""));
            if (tag.kind == XmlTag::Kind::open) read_filter_columns(tag);
        } else if (section_ == "sheetProtection") {
            // Older files protect with a password and nothing else (18.3.1.85).
            const auto sheet = tag.attribute("sheet");
            found_.is_protected = sheet ? is_true(*sheet) : tag.attribute("password").has_value();
        } else if (section_ == "conditionalFormatting") {
            read_conditional_format(tag);
        }
    }

    void read_entry(const XmlTag& tag) {
        if (section_ == "mergeCells" && tag.local_name == "mergeCell") {
            append_ranges(found_.merges, tag.attribute("ref").value_or(""));
        } else if (section_ == "cols" && tag.local_name == "col") {
            const auto first = to_number(tag.attribute("min"));
            const auto last = to_number(tag.attribute("max"));
            if (first && last && *first >= 1 && *first <= std::min(*last, max_columns) &&
                is_true(tag.attribute("hidden").value_or("")))
                found_.hidden_columns.emplace_back(*first - 1, std::min(*last, max_columns) - 1);
        }
    }

    void join_hidden_columns() {
        auto& columns = found_.hidden_columns;
        std::sort(columns.begin(), columns.end());
        std::size_t kept = 0;
        for (std::size_t i = 1; i < columns.size(); ++i) {
            if (columns[i].first <= columns[kept].second + 1)
                columns[kept].second = std::max(columns[kept].second, columns[i].second);
            else
                columns[++kept] = columns[i];
        }
        if (!columns.empty()) columns.resize(kept + 1);
    }

    void read_filter_columns(const XmlTag& filter) {
        const std::size_t outside = cursor_.depth() - 1;
        XmlTag tag = filter;
        // A <filterColumn> without a child only hides its button.
        bool in_column = false;
        while (cursor_.depth() > outside && cursor_.next(tag)) {
            if (tag.local_name == "filterColumn")
                in_column = tag.kind == XmlTag::Kind::open;
            else if (in_column && tag.opens() && tag.local_name != "extLst")
                found_.filter_is_active = true;
        }
    }

    /// In x14 the ranges stand in <xm:sqref> and the format in the rule itself.
    void read_conditional_format(const XmlTag& opened) {
        ConditionalFormat format;
        append_ranges(format.ranges, opened.attribute("sqref").value_or(""));
        if (opened.kind != XmlTag::Kind::open) return;
        const std::size_t outside = cursor_.depth() - 1;
        XmlTag tag;
        while (cursor_.depth() > outside && cursor_.next(tag)) {
            if (!tag.opens()) continue;
            if (tag.local_name == "cfRule") {
                if (const auto style = to_number(tag.attribute("dxfId")))
                    format.differential_styles.push_back(*style);
            } else if (tag.local_name == "colorScale" || tag.local_name == "dataBar") {
                format.has_scale = true;
            } else if (tag.kind == XmlTag::Kind::open &&
                       (tag.local_name == "dxf" || tag.local_name == "sqref")) {
                const XmlTag close = cursor_.skip_element(tag);
                if (tag.local_name == "dxf")
                    format.inline_styles.push_back(slice(xml_, {tag.bytes.begin, close.bytes.end}));
                else
                    append_ranges(format.ranges, slice(xml_, {tag.bytes.end, close.bytes.begin}));
            }
        }
        if (!format.ranges.empty()) found_.conditional_formats.push_back(std::move(format));
    }

    std::string_view xml_;
    ByteRange sheet_data_;
    XmlCursor cursor_;
    std::string_view section_;
    SheetSurroundings found_;
};

}  // namespace

SheetSurroundings read_surroundings(std::string_view xml, ByteRange sheet_data) {
    return Walk(xml, sheet_data).run();
}

}  // namespace scorebook
