// values_sheet.cpp - rows without cell references (they are optional, ECMA-376 Part 1, 18.3.1.4) and shared
// strings, because both halve what must be packed.
#include "report/values_sheet.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

#include "bytes/number_text.hpp"
#include "bytes/xml_text.hpp"
#include "package/package.hpp"
#include "scorebook/error.hpp"

namespace scorebook {

namespace {

struct ColumnFrame {
    const char* heading;
    double width;
};
constexpr std::array<ColumnFrame, 13> frames = {{{"File", 32},
                                                 {"Period", 14},
                                                 {"Table", 16},
                                                 {"Section", 16},
                                                 {"Record", 18},
                                                 {"Heading", 26},
                                                 {"Value", 50},
                                                 {"Number", 12},
                                                 {"Unit", 10},
                                                 {"State", 16},
                                                 {"Sheet", 20},
                                                 {"Cell", 8},
                                                 {"Publication", 12}}};

void append_number(std::string& xml, std::size_t number) {
    std::array<char, 24> digits;
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    xml.append(digits.data(), result.ptr);
}

/// The value of count="..." or uniqueCount="..." in the start tag of <sst>.
std::size_t attribute_of(const std::string& xml, std::string_view name, std::size_t& begin,
                         std::size_t& end) {
    const std::string before = " " + std::string(name) + "=\"";
    begin = xml.find(before);
    if (begin == std::string::npos)
        fail(ErrorCode::damaged_workbook, "the new workbook has no list of texts");
    begin += before.size();
    end = xml.find('"', begin);
    std::size_t value = 0;
    std::from_chars(xml.data() + begin, xml.data() + end, value);
    return value;
}

std::size_t raise_attribute(std::string& xml, std::string_view name, std::size_t by) {
    std::size_t begin = 0, end = 0;
    const std::size_t value = attribute_of(xml, name, begin, end);
    xml.replace(begin, end - begin, std::to_string(value + by));
    return value;
}

/// The part of the sheet called `name`: libxlsxwriter numbers them in order.
std::string sheet_part(const Package& package, std::string_view name) {
    const std::string book = package.read("xl/workbook.xml");
    std::size_t number = 0;
    for (std::size_t at = 0; (at = book.find("<sheet name=\"", at)) != std::string::npos;) {
        at += 13;
        ++number;
        if (book.compare(at, name.size() + 1, std::string(name) + "\"") == 0)
            return "xl/worksheets/sheet" + std::to_string(number) + ".xml";
    }
    fail(ErrorCode::damaged_workbook, "the new workbook has no sheet " + std::string(name));
}

}  // namespace

const std::array<std::string_view, 13>& ValuesSheet::headings() {
    static const std::array<std::string_view, 13> headings = [] {
        std::array<std::string_view, 13> all;
        std::transform(frames.begin(), frames.end(), all.begin(),
                       [](const ColumnFrame& frame) { return frame.heading; });
        return all;
    }();
    return headings;
}

std::uint32_t ValuesSheet::number_of(std::string_view text) {
    if (text.empty()) return none;
    const auto known = numbers_.find(text);
    if (known != numbers_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(texts_.size());
    const auto added = numbers_.emplace(std::string(text), number).first;
    texts_.push_back(&added->first);
    return number;
}

void ValuesSheet::add(const ReturnRecord& record) {
    const CollectedReturn& collected = record.collected;
    const std::uint32_t file = number_of(record.file), period = number_of(collected.period);
    std::vector<std::uint32_t> headings;
    headings.reserve(collected.headings.size());
    for (const std::string& heading : collected.headings) headings.push_back(number_of(heading));
    const auto first_entry = static_cast<std::uint32_t>(entries_.size());
    for (const CollectedEntry& entry : collected.entries)
        entries_.push_back({file, period, number_of(entry.table), number_of(entry.section),
                            number_of(entry.record), number_of(entry.sheet), number_of(entry.publication)});
    // More than a sheet holds is never shown, so it is only counted.
    for (const CollectedValue& value : collected.values) {
        ++total_;
        if (values_.size() == max_rows - 1) continue;
        values_.push_back({first_entry + value.entry, headings[value.heading], number_of(value.text),
                           number_of(value.unit), number_of(value.state), number_of(to_a1(value.cell)),
                           value.number.value_or(std::numeric_limits<double>::quiet_NaN())});
    }
}

void ValuesSheet::write_frame(lxw_worksheet* sheet, lxw_format* heading) const {
    for (std::size_t i = 0; i != frames.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_write_string(sheet, 0, column, frames[i].heading, heading);
        worksheet_set_column(sheet, column, column, frames[i].width, nullptr);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(shown()), frames.size() - 1);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:M1048576");
}

std::string ValuesSheet::rows_xml(std::size_t strings_before) const {
    std::string xml;
    xml.reserve(shown() * 230);
    const auto text = [&](std::uint32_t number) {
        if (number == none) {
            xml += "<c/>";
            return;
        }
        xml += "<c t=\"s\"><v>";
        append_number(xml, strings_before + number);
        xml += "</v></c>";
    };
    for (std::size_t i = 0; i != shown(); ++i) {
        const Value& value = values_[i];
        const Entry& entry = entries_[value.entry];
        xml += "<row r=\"";
        append_number(xml, i + 2);
        xml += "\">";
        text(entry.file);
        text(entry.period);
        text(entry.table);
        text(entry.section);
        text(entry.record);
        text(value.heading);
        text(value.text);
        if (std::isnan(value.number))
            xml += "<c/>";
        else
            xml += "<c><v>" + number_to_text(value.number) + "</v></c>";
        text(value.unit);
        text(value.state);
        text(entry.sheet);
        text(value.cell);
        text(entry.publication);
        xml += "</row>";
    }
    return xml;
}

std::size_t ValuesSheet::references() const {
    std::size_t count = 0;
    for (std::size_t i = 0; i != shown(); ++i) {
        const Value& value = values_[i];
        const Entry& entry = entries_[value.entry];
        for (const std::uint32_t number :
             {entry.file, entry.period, entry.table, entry.section, entry.record, entry.sheet,
              entry.publication, value.heading, value.text, value.unit, value.state, value.cell})
            count += number == none ? 0 : 1;
    }
    return count;
}

std::string ValuesSheet::strings_xml() const {
    std::string xml;
    for (const std::string* text : texts_) {
        xml += needs_space_preserved(*text) ? "<si><t xml:space=\"preserve\">" : "<si><t>";
        xml += escape_xml(*text) + "</t></si>";
    }
    return xml;
}

std::string ValuesSheet::with_rows(std::string workbook) const {
    if (values_.empty()) return workbook;
    const Package package = Package::open(std::move(workbook));
    std::map<std::string, std::string> parts;

    std::string strings = package.read("xl/sharedStrings.xml");
    const std::size_t before = raise_attribute(strings, "uniqueCount", texts_.size());
    raise_attribute(strings, "count", references());
    const std::size_t end = strings.rfind("</sst>");
    if (end == std::string::npos) fail(ErrorCode::damaged_workbook, "the new workbook's texts never end");
    strings.insert(end, strings_xml());
    parts["xl/sharedStrings.xml"] = std::move(strings);

    const std::string part = sheet_part(package, name);
    std::string sheet = package.read(part);
    const std::size_t rows_end = sheet.find("</sheetData>");
    if (rows_end == std::string::npos) fail(ErrorCode::damaged_workbook, "the new sheet has no rows", part);
    sheet.insert(rows_end, rows_xml(before));
    const std::size_t size = sheet.find("<dimension ref=\"");
    if (size != std::string::npos) {
        const std::size_t from = size + 16;
        sheet.replace(from, sheet.find('"', from) - from, "A1:M" + std::to_string(shown() + 1));
    }
    parts[part] = std::move(sheet);
    return package.with_parts(parts);
}

}  // namespace scorebook
