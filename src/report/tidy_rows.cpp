// tidy_rows.cpp - one value a line, for programs: CSV as RFC 4180 has it, and JSON Lines.
#include <array>
#include <string_view>

#include "bytes/number_text.hpp"
#include "scorebook/collected_set.hpp"
#include "scorebook/csv.hpp"

namespace scorebook {

namespace {

constexpr std::array<std::string_view, 14> names = {"file",   "kind",    "period", "table",      "section",
                                                    "record", "heading", "value",  "number",     "unit",
                                                    "state",  "sheet",   "cell",   "publication"};

/// UTF-8 that isn't valid becomes U+FFFD, so that every line can be read.
void append_json_text(std::string& line, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    line += '"';
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '"' || byte == '\\') {
            line += '\\';
            line += text[i];
        } else if (byte == '\n') {
            line += "\\n";
        } else if (byte < 0x20 || byte == 0x7F) {
            line += "\\u00";
            line += hex[byte >> 4];
            line += hex[byte & 15];
        } else if (byte < 0x80) {
            line += text[i];
        } else {
            const std::size_t length = byte >> 5 == 6 ? 2 : byte >> 4 == 14 ? 3 : byte >> 3 == 30 ? 4 : 0;
            bool is_whole = length != 0 && i + length <= text.size();
            for (std::size_t k = 1; is_whole && k < length; ++k)
                is_whole = (static_cast<unsigned char>(text[i + k]) & 0xC0) == 0x80;
            if (is_whole) {
                line += text.substr(i, length);
                i += length - 1;
            } else {
                line += "\xEF\xBF\xBD";
            }
        }
    }
    line += '"';
}

/// What all values of a return, and all of an entry, have in common is put into a line's form once.
template <typename Format>
std::string rows_of(const ReturnRecord& record, const Format& format) {
    const CollectedReturn& collected = record.collected;
    const std::string of_return = format.begin(record);
    std::string rows, of_entry;
    std::size_t last_entry = collected.entries.size();
    for (const CollectedValue& value : collected.values) {
        const CollectedEntry& entry = collected.entries[value.entry];
        if (value.entry != last_entry) of_entry = format.entry(entry);
        last_entry = value.entry;
        rows += of_return;
        rows += of_entry;
        format.add(rows, entry, collected.headings[value.heading], value);
        rows += '\n';
    }
    return rows;
}

struct CsvFormat {
    std::string begin(const ReturnRecord& record) const {
        return csv_field(record.file) + "," + csv_field(record.collected.kind) + "," +
               csv_field(record.collected.period) + ",";
    }
    std::string entry(const CollectedEntry& entry) const {
        return csv_field(entry.table) + "," + csv_field(entry.section) + "," + csv_field(entry.record) + ",";
    }
    void add(std::string& rows, const CollectedEntry& entry, const std::string& heading,
             const CollectedValue& value) const {
        rows += csv_field(heading) + "," + csv_field(value.text) + ",";
        if (value.number) rows += number_to_text(*value.number);
        rows += "," + value.unit + "," + value.state + "," + csv_field(entry.sheet) + "," +
                to_a1(value.cell) + "," + entry.publication;
    }
};

struct JsonFormat {
    static void pair(std::string& line, std::string_view name, std::string_view text) {
        if (text.empty()) return;
        line += line.empty() || line.back() == '{' ? "\"" : ",\"";
        line.append(name).append("\":");
        append_json_text(line, text);
    }
    std::string begin(const ReturnRecord& record) const {
        std::string line = "{";
        pair(line, "file", record.file);
        pair(line, "kind", record.collected.kind);
        pair(line, "period", record.collected.period);
        return line;
    }
    std::string entry(const CollectedEntry& entry) const {
        std::string part;
        for (const auto& [name, text] : {std::pair<std::string_view, std::string_view>{"table", entry.table},
                                         {"section", entry.section},
                                         {"record", entry.record}}) {
            if (text.empty()) continue;
            part.append(",\"").append(name).append("\":");
            append_json_text(part, text);
        }
        return part;
    }
    void add(std::string& rows, const CollectedEntry& entry, const std::string& heading,
             const CollectedValue& value) const {
        pair(rows, "heading", heading);
        pair(rows, "value", value.text);
        if (value.number) rows += ",\"number\":" + number_to_text(*value.number);
        pair(rows, "unit", value.unit);
        pair(rows, "state", value.state);
        pair(rows, "sheet", entry.sheet);
        rows += ",\"cell\":\"" + to_a1(value.cell) + "\"";
        pair(rows, "publication", entry.publication);
        rows += '}';
    }
};

}  // namespace

std::string collected_csv_heading() {
    std::string line;
    for (const std::string_view name : names) line.append(line.empty() ? "" : ",").append(name);
    return line + "\n";
}

std::string collected_csv_rows(const ReturnRecord& record) {
    return rows_of(record, CsvFormat{});
}

std::string collected_json_rows(const ReturnRecord& record) {
    return rows_of(record, JsonFormat{});
}

}  // namespace scorebook
