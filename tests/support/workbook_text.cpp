// workbook_text.cpp - lines of text to the parts of a workbook, and those to a zip.
#include "support/workbook_text.hpp"

#include <array>
#include <map>
#include <optional>
#include <stdexcept>
#include <tuple>
#include <utility>
#include <vector>

#include "bytes/number_text.hpp"
#include "bytes/xml_text.hpp"
#include "scorebook/cell_ref.hpp"
#include "scorebook/cell_value.hpp"

namespace scorebook::test {
namespace {

constexpr std::string_view main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relation_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view xml_declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// What a style of ours can say; each combination in use becomes one xf.
struct Look {
    std::string fill;
    int number_format = 0;  ///< 14 date, 20 h:mm, 45 mm:ss (ECMA-376 Part 1, 18.8.30)
    bool is_bold = false;
    friend auto operator<=>(const Look&, const Look&) = default;
};

struct TextCell {
    CellValue value;
    std::optional<std::string> formula;
    std::string array_range;  ///< of an array formula
    bool spills = false;      ///< it is a dynamic array
    Look look;
};

struct TextTable {
    std::string name;
    CellRange range;
    bool has_totals = false;
};

struct TextSheet {
    std::string name;
    bool hidden = false;
    std::map<CellRef, TextCell> cells;
    std::vector<std::string> merges;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_rows;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_columns;
    std::string filter;
    bool filter_is_active = false;
    std::vector<TextTable> tables;
    std::vector<std::pair<std::string, std::vector<std::string>>> conditional;
};

struct TextBook {
    std::vector<TextSheet> sheets;
    std::vector<std::pair<std::string, std::string>> names;
    bool from_1904 = false;
    std::string calculation;  ///< attributes of calcPr
};

[[noreturn]] void not_understood(std::string_view line) {
    throw std::invalid_argument("workbook text: can't understand \"" + std::string(line) + "\"");
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\r'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

std::string unescape(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == 'n' || text[i + 1] == 't')) {
            result += text[++i] == 'n' ? '\n' : '\t';
        } else {
            result += text[i];
        }
    }
    return result;
}

CellValue read_constant(std::string_view text) {
    if (text.empty()) return Blank{};
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
        return unescape(text.substr(1, text.size() - 2));
    }
    if (text == "TRUE") return true;
    if (text == "FALSE") return false;
    if (text.front() == '#') {
        const CellError error = parse_cell_error(text);
        if (error != CellError::unknown) return error;
    }
    if (const auto number = parse_number(text)) return *number;
    return unescape(text);
}

TextCell read_content(std::string_view text) {
    TextCell cell;
    if (text.starts_with("{=")) {
        const std::size_t close = text.rfind('}');
        const std::size_t arrow = text.rfind("->");
        cell.formula = std::string(trim(text.substr(2, close - 2)));
        std::string_view range = trim(text.substr(close + 1, arrow == text.npos ? arrow : arrow - close - 1));
        cell.spills = range.starts_with("spills ");
        if (cell.spills) range = trim(range.substr(7));
        cell.array_range = std::string(range);
        if (arrow != text.npos) cell.value = read_constant(trim(text.substr(arrow + 2)));
    } else if (text.starts_with('=')) {
        const std::size_t arrow = text.rfind("->");
        cell.formula = std::string(trim(text.substr(1, arrow == text.npos ? text.npos : arrow - 1)));
        if (arrow != text.npos) cell.value = read_constant(trim(text.substr(arrow + 2)));
    } else {
        cell.value = read_constant(text);
    }
    return cell;
}

class LineReader {
  public:
    TextBook read(std::string_view lines) {
        while (!lines.empty()) {
            const std::size_t end = lines.find('\n');
            const std::string_view line = trim(lines.substr(0, end));
            lines.remove_prefix(end == lines.npos ? lines.size() : end + 1);
            if (!line.empty()) read_line(line);
        }
        sheet();
        return std::move(book_);
    }

  private:
    TextBook book_;
    std::size_t current_ = 0;

    TextSheet& sheet() {
        if (book_.sheets.empty()) book_.sheets.emplace_back().name = "Sheet1";
        return book_.sheets[current_];
    }

    void switch_to(std::string_view name) {
        if (name.size() >= 2 && name.front() == '\'' && name.back() == '\'')
            name = name.substr(1, name.size() - 2);
        for (current_ = 0; current_ < book_.sheets.size(); ++current_) {
            if (book_.sheets[current_].name == name) return;
        }
        book_.sheets.emplace_back().name = std::string(name);
    }

    static bool take(std::string_view& line, std::string_view prefix) {
        if (!line.starts_with(prefix)) return false;
        line = trim(line.substr(prefix.size()));
        return true;
    }

    static std::string_view take_word(std::string_view& line) {
        const std::size_t end = line.find(' ');
        const std::string_view word = line.substr(0, end);
        line = end == line.npos ? std::string_view{} : trim(line.substr(end));
        return word;
    }

    static CellRange range_of(std::string_view word, std::string_view line) {
        const auto range = parse_range(word);
        if (!range) not_understood(line);
        return *range;
    }

    void read_line(std::string_view line) {
        std::string_view rest = line;
        if (read_cells(line)) return;
        if (take(rest, "sheet ")) {
            const bool hidden = rest.ends_with(" hidden");
            switch_to(hidden ? trim(rest.substr(0, rest.size() - 7)) : rest);
            sheet().hidden = hidden;
        } else if (take(rest, "merge ")) {
            sheet().merges.push_back(to_a1(range_of(rest, line)));
        } else if (take(rest, "hidden row")) {
            take(rest, "s");
            const std::size_t dash = rest.find('-');
            const auto first = parse_number(trim(rest.substr(0, dash)));
            const auto last = dash == rest.npos ? first : parse_number(trim(rest.substr(dash + 1)));
            if (!first || !last) not_understood(line);
            sheet().hidden_rows.emplace_back(static_cast<std::uint32_t>(*first),
                                             static_cast<std::uint32_t>(*last));
        } else if (take(rest, "hidden column")) {
            take(rest, "s");
            const std::string columns =
                rest.find(':') == rest.npos ? std::string(rest) + ":" + std::string(rest) : std::string(rest);
            const CellRange range = range_of(columns, line);
            sheet().hidden_columns.emplace_back(range.first.column_index, range.last.column_index);
        } else if (take(rest, "active filter ")) {
            sheet().filter = to_a1(range_of(rest, line));
            sheet().filter_is_active = true;
        } else if (take(rest, "filter ")) {
            sheet().filter = to_a1(range_of(rest, line));
        } else if (take(rest, "calculation ")) {
            book_.calculation = std::string(rest);
        } else if (take(rest, "date system 1904")) {
            book_.from_1904 = true;
        } else if (take(rest, "fill ")) {
            const CellRange range = range_of(take_word(rest), line);
            for_each(range, [&](Look& look) { look.fill = std::string(rest); });
        } else if (take(rest, "date ")) {
            for_each(range_of(rest, line), [](Look& look) { look.number_format = 14; });
        } else if (take(rest, "hours ")) {
            for_each(range_of(rest, line), [](Look& look) { look.number_format = 20; });
        } else if (take(rest, "minutes ")) {
            for_each(range_of(rest, line), [](Look& look) { look.number_format = 45; });
        } else if (take(rest, "bold ")) {
            for_each(range_of(rest, line), [](Look& look) { look.is_bold = true; });
        } else if (take(rest, "conditional ")) {
            const CellRange range = range_of(take_word(rest), line);
            std::vector<std::string> colours;
            while (!rest.empty()) colours.emplace_back(take_word(rest));
            sheet().conditional.emplace_back(to_a1(range), std::move(colours));
        } else if (take(rest, "table ")) {
            const std::string name(take_word(rest));
            const CellRange range = range_of(take_word(rest), line);
            sheet().tables.push_back({name, range, rest == "totals"});
        } else if (take(rest, "name ")) {
            const std::string name(take_word(rest));
            if (!take(rest, "=")) not_understood(line);
            book_.names.emplace_back(name, std::string(rest));
        } else {
            not_understood(line);
        }
    }

    /// "Register!A5: text", "A5: text" and "A5 | a | b".
    bool read_cells(std::string_view line) {
        const std::size_t separator = line.find_first_of(":|");
        if (separator == line.npos) return false;
        std::string_view place = trim(line.substr(0, separator));
        std::optional<std::string_view> sheet_name;
        if (const std::size_t mark = place.rfind('!'); mark != place.npos) {
            sheet_name = place.substr(0, mark);
            place.remove_prefix(mark + 1);
        }
        const auto cell = parse_cell(place);
        if (!cell) return false;
        if (sheet_name) switch_to(*sheet_name);
        std::string_view rest = line.substr(separator + 1);
        if (line[separator] == ':') {
            put(*cell, read_content(trim(rest)));
            return true;
        }
        for (CellRef next = *cell;; ++next.column_index) {
            const std::size_t bar = rest.find('|');
            const std::string_view content = trim(rest.substr(0, bar));
            if (!content.empty()) put(next, read_content(content));
            if (bar == rest.npos) return true;
            rest.remove_prefix(bar + 1);
        }
    }

    void put(CellRef place, TextCell cell) {
        TextCell& there = sheet().cells[place];
        cell.look = there.look;
        there = std::move(cell);
    }

    template <typename Edit>
    void for_each(const CellRange& range, Edit edit) {
        for (CellRef cell = range.first; cell.row_index <= range.last.row_index; ++cell.row_index) {
            for (cell.column_index = range.first.column_index; cell.column_index <= range.last.column_index;
                 ++cell.column_index) {
                edit(sheet().cells[cell].look);
            }
        }
    }
};

class PartWriter {
  public:
    explicit PartWriter(const TextBook& book) : book_(book) {}

    std::vector<std::pair<std::string, std::string>> write() {
        std::vector<std::pair<std::string, std::string>> sheets;
        for (const TextSheet& sheet : book_.sheets) {
            const std::string number = std::to_string(sheets.size() + 1);
            sheets.emplace_back("xl/worksheets/sheet" + number + ".xml", sheet_xml(sheet, number));
        }
        std::vector<std::pair<std::string, std::string>> parts;
        parts.emplace_back("[Content_Types].xml", content_types_xml());
        parts.emplace_back("_rels/.rels", relationships_xml({{"officeDocument", "xl/workbook.xml"}}));
        parts.emplace_back("xl/workbook.xml", workbook_xml());
        parts.emplace_back("xl/_rels/workbook.xml.rels", workbook_relationships_xml());
        for (auto& sheet : sheets) parts.push_back(std::move(sheet));
        for (auto& part : table_parts_) parts.push_back(std::move(part));
        parts.emplace_back("xl/styles.xml", styles_xml());
        parts.emplace_back("xl/sharedStrings.xml", strings_xml());
        return parts;
    }

  private:
    const TextBook& book_;
    std::map<std::string, std::size_t> string_index_;
    std::vector<std::string> strings_;
    std::map<Look, std::size_t> look_index_{{Look{}, 0}};
    std::vector<Look> looks_{Look{}};
    std::vector<std::string> differential_fills_;
    std::vector<std::pair<std::string, std::string>> table_parts_;
    std::size_t table_count_ = 0;

    static std::string start(std::string_view element) {
        return std::string(xml_declaration) + "<" + std::string(element) + " xmlns=\"" +
               std::string(main_namespace) + "\" xmlns:r=\"" + std::string(relation_namespace) + "\">";
    }

    static std::string relationships_xml(const std::vector<std::pair<std::string, std::string>>& targets) {
        std::string xml(xml_declaration);
        xml += "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        for (std::size_t i = 0; i < targets.size(); ++i) {
            xml += "<Relationship Id=\"rId" + std::to_string(i + 1) + "\" Type=\"" +
                   std::string(relation_namespace) + "/" + targets[i].first + "\" Target=\"" +
                   targets[i].second + "\"/>";
        }
        return xml + "</Relationships>";
    }

    std::string workbook_relationships_xml() const {
        std::vector<std::pair<std::string, std::string>> targets;
        for (std::size_t i = 0; i < book_.sheets.size(); ++i) {
            targets.emplace_back("worksheet", "worksheets/sheet" + std::to_string(i + 1) + ".xml");
        }
        targets.emplace_back("styles", "styles.xml");
        targets.emplace_back("sharedStrings", "sharedStrings.xml");
        return relationships_xml(targets);
    }

    std::string content_types_xml() const {
        const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        std::string xml(xml_declaration);
        xml +=
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            "<Default Extension=\"rels\" "
            "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
        const auto add = [&](const std::string& part, const std::string& kind) {
            xml += "<Override PartName=\"/xl/" + part + "\" ContentType=\"" + type + kind + "+xml\"/>";
        };
        add("workbook.xml", "sheet.main");
        for (std::size_t i = 1; i <= book_.sheets.size(); ++i) {
            add("worksheets/sheet" + std::to_string(i) + ".xml", "worksheet");
        }
        for (std::size_t i = 1; i <= table_count_; ++i)
            add("tables/table" + std::to_string(i) + ".xml", "table");
        add("styles.xml", "styles");
        add("sharedStrings.xml", "sharedStrings");
        return xml + "</Types>";
    }

    std::string workbook_xml() const {
        std::string xml = start("workbook");
        if (book_.from_1904) xml += "<workbookPr date1904=\"1\"/>";
        xml += "<sheets>";
        for (std::size_t i = 0; i < book_.sheets.size(); ++i) {
            const std::string number = std::to_string(i + 1);
            xml += "<sheet name=\"" + escape_xml_attribute(book_.sheets[i].name) + "\" sheetId=\"" + number +
                   "\"" + (book_.sheets[i].hidden ? " state=\"hidden\"" : "") + " r:id=\"rId" + number +
                   "\"/>";
        }
        xml += "</sheets>";
        if (!book_.names.empty()) {
            xml += "<definedNames>";
            for (const auto& [name, formula] : book_.names) {
                xml += "<definedName name=\"" + name + "\">" + escape_xml(formula) + "</definedName>";
            }
            xml += "</definedNames>";
        }
        if (!book_.calculation.empty()) xml += "<calcPr " + book_.calculation + "/>";
        return xml + "</workbook>";
    }

    std::size_t style_of(const Look& look) {
        const auto [there, is_new] = look_index_.try_emplace(look, looks_.size());
        if (is_new) looks_.push_back(look);
        return there->second;
    }

    std::size_t string_of(const std::string& text) {
        const auto [there, is_new] = string_index_.try_emplace(text, strings_.size());
        if (is_new) strings_.push_back(text);
        return there->second;
    }

    std::string cell_xml(CellRef place, const TextCell& cell) {
        std::string xml = "<c r=\"" + to_a1(place) + "\"";
        if (const std::size_t style = style_of(cell.look); style != 0)
            xml += " s=\"" + std::to_string(style) + "\"";
        std::string type;
        std::string value;
        if (const auto* number = std::get_if<double>(&cell.value)) {
            value = number_to_text(*number);
        } else if (const auto* text = std::get_if<std::string>(&cell.value)) {
            type = cell.formula ? "str" : "s";
            value = cell.formula ? escape_xml(*text) : std::to_string(string_of(*text));
        } else if (const auto* truth = std::get_if<bool>(&cell.value)) {
            type = "b";
            value = *truth ? "1" : "0";
        } else if (const auto* error = std::get_if<CellError>(&cell.value)) {
            type = "e";
            value = to_text(*error);
        }
        if (!type.empty()) xml += " t=\"" + type + "\"";
        if (cell.spills) xml += " cm=\"1\"";
        if (!cell.formula && value.empty() && type.empty()) return xml + "/>";
        xml += ">";
        if (cell.formula && !cell.array_range.empty())
            xml += "<f t=\"array\" ref=\"" + cell.array_range + "\">" + escape_xml(*cell.formula) + "</f>";
        else if (cell.formula)
            xml += "<f>" + escape_xml(*cell.formula) + "</f>";
        if (!value.empty() || !type.empty()) xml += "<v>" + value + "</v>";
        return xml + "</c>";
    }

    static bool is_hidden_row(const TextSheet& sheet, std::uint32_t number) {
        for (const auto& [first, last] : sheet.hidden_rows) {
            if (number >= first && number <= last) return true;
        }
        return false;
    }

    std::string sheet_data_xml(const TextSheet& sheet) {
        std::map<std::uint32_t, std::string> rows;
        for (const auto& [place, cell] : sheet.cells) rows[place.row_index] += cell_xml(place, cell);
        for (const auto& [first, last] : sheet.hidden_rows) {
            for (std::uint32_t number = first; number <= last; ++number) rows[number - 1];
        }
        std::string xml = "<sheetData>";
        for (const auto& [row_index, cells] : rows) {
            xml += "<row r=\"" + std::to_string(row_index + 1) + "\"" +
                   (is_hidden_row(sheet, row_index + 1) ? " hidden=\"1\"" : "") + ">" + cells + "</row>";
        }
        return xml + "</sheetData>";
    }

    std::string sheet_xml(const TextSheet& sheet, const std::string& sheet_number) {
        std::string xml = start("worksheet");
        if (!sheet.hidden_columns.empty()) {
            xml += "<cols>";
            for (const auto& [first, last] : sheet.hidden_columns) {
                xml += "<col min=\"" + std::to_string(first + 1) + "\" max=\"" + std::to_string(last + 1) +
                       "\" width=\"9\" hidden=\"1\"/>";
            }
            xml += "</cols>";
        }
        xml += sheet_data_xml(sheet);
        if (!sheet.filter.empty()) {
            xml += "<autoFilter ref=\"" + sheet.filter + "\">";
            if (sheet.filter_is_active) {
                xml += "<filterColumn colId=\"0\"><filters><filter val=\"x\"/></filters></filterColumn>";
            }
            xml += "</autoFilter>";
        }
        if (!sheet.merges.empty()) {
            xml += "<mergeCells count=\"" + std::to_string(sheet.merges.size()) + "\">";
            for (const std::string& merge : sheet.merges) xml += "<mergeCell ref=\"" + merge + "\"/>";
            xml += "</mergeCells>";
        }
        int priority = 0;
        for (const auto& [range, colours] : sheet.conditional) {
            xml += "<conditionalFormatting sqref=\"" + range + "\">";
            for (const std::string& colour : colours) {
                xml += "<cfRule type=\"expression\" dxfId=\"" + std::to_string(differential_fills_.size()) +
                       "\" priority=\"" + std::to_string(++priority) + "\"><formula>TRUE</formula></cfRule>";
                differential_fills_.push_back(colour);
            }
            xml += "</conditionalFormatting>";
        }
        if (!sheet.tables.empty()) {
            std::vector<std::pair<std::string, std::string>> targets;
            xml += "<tableParts count=\"" + std::to_string(sheet.tables.size()) + "\">";
            for (const TextTable& table : sheet.tables) {
                const std::string part = "tables/table" + std::to_string(++table_count_) + ".xml";
                table_parts_.emplace_back("xl/" + part, table_xml(sheet, table));
                targets.emplace_back("table", "../" + part);
                xml += "<tablePart r:id=\"rId" + std::to_string(targets.size()) + "\"/>";
            }
            xml += "</tableParts>";
            table_parts_.emplace_back("xl/worksheets/_rels/sheet" + sheet_number + ".xml.rels",
                                      relationships_xml(targets));
        }
        return xml + "</worksheet>";
    }

    std::string table_xml(const TextSheet& sheet, const TextTable& table) const {
        const std::string number = std::to_string(table_count_);
        std::string xml(xml_declaration);
        xml += "<table xmlns=\"" + std::string(main_namespace) + "\" id=\"" + number + "\" name=\"" +
               table.name + "\" displayName=\"" + table.name + "\" ref=\"" + to_a1(table.range) + "\"" +
               (table.has_totals ? " totalsRowCount=\"1\"" : "") + "><tableColumns count=\"" +
               std::to_string(table.range.column_count()) + "\">";
        for (std::uint32_t i = 0; i < table.range.column_count(); ++i) {
            const auto cell =
                sheet.cells.find({table.range.first.row_index, table.range.first.column_index + i});
            const std::string header =
                cell == sheet.cells.end() ? "Column" + std::to_string(i + 1) : to_text(cell->second.value);
            xml += "<tableColumn id=\"" + std::to_string(i + 1) + "\" name=\"" +
                   escape_xml_attribute(header) + "\"/>";
        }
        return xml + "</tableColumns></table>";
    }

    std::string styles_xml() const {
        std::string xml = start("styleSheet");
        xml += "<fonts count=\"2\"><font/><font><b/></font></fonts>";
        std::vector<std::string> fills;
        std::map<std::string, std::size_t> fill_index{{"", 0}};
        for (const Look& look : looks_) {
            if (fill_index.try_emplace(look.fill, fills.size() + 2).second) fills.push_back(look.fill);
        }
        xml += "<fills count=\"" + std::to_string(fills.size() + 2) +
               "\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
               "patternType=\"gray125\"/></fill>";
        for (const std::string& fill : fills) {
            xml += "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF" + fill +
                   "\"/></patternFill></fill>";
        }
        xml +=
            "</fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>";
        xml += "<cellXfs count=\"" + std::to_string(looks_.size()) + "\">";
        for (const Look& look : looks_) {
            xml += "<xf numFmtId=\"" + std::to_string(look.number_format) + "\" fontId=\"" +
                   (look.is_bold ? "1" : "0") + "\" fillId=\"" + std::to_string(fill_index[look.fill]) +
                   "\" borderId=\"0\" xfId=\"0\"/>";
        }
        xml += "</cellXfs><dxfs count=\"" + std::to_string(differential_fills_.size()) + "\">";
        for (const std::string& fill : differential_fills_) {
            xml += "<dxf><fill><patternFill><bgColor rgb=\"FF" + fill + "\"/></patternFill></fill></dxf>";
        }
        return xml + "</dxfs></styleSheet>";
    }

    std::string strings_xml() const {
        std::string xml = start("sst");
        for (const std::string& text : strings_) {
            xml += "<si><t xml:space=\"preserve\">" + escape_xml(text) + "</t></si>";
        }
        return xml + "</sst>";
    }
};

void append_little_endian(std::string& bytes, std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i) bytes += static_cast<char>((i < 8 ? value >> (8 * i) : 0) & 0xFF);
}

/// CRC-32 of ISO 3309, bit by bit: test packages are small.
std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

}  // namespace

std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& members) {
    std::string zip;
    std::string directory;
    for (const auto& [name, content] : members) {
        const auto offset = static_cast<std::uint32_t>(zip.size());
        const auto size = static_cast<std::uint32_t>(content.size());
        std::string fields;  // shared by local header (APPNOTE 4.3.7) and directory entry (4.3.12)
        append_little_endian(fields, 20, 2);
        append_little_endian(fields, 0, 4);
        append_little_endian(fields, 0x00210000, 4);  // 1 January 1980, midnight
        append_little_endian(fields, crc32(content), 4);
        append_little_endian(fields, size, 4);
        append_little_endian(fields, size, 4);
        append_little_endian(fields, static_cast<std::uint32_t>(name.size()), 2);
        append_little_endian(fields, 0, 2);
        append_little_endian(zip, 0x04034B50, 4);
        zip += fields + name + content;
        append_little_endian(directory, 0x02014B50, 4);
        append_little_endian(directory, 20, 2);
        directory += fields;
        append_little_endian(directory, 0, 10);
        append_little_endian(directory, offset, 4);
        directory += name;
    }
    const auto directory_offset = static_cast<std::uint32_t>(zip.size());
    const auto count = static_cast<std::uint32_t>(members.size());
    zip += directory;
    append_little_endian(zip, 0x06054B50, 4);
    append_little_endian(zip, 0, 4);
    append_little_endian(zip, count, 2);
    append_little_endian(zip, count, 2);
    append_little_endian(zip, static_cast<std::uint32_t>(directory.size()), 4);
    append_little_endian(zip, directory_offset, 4);
    append_little_endian(zip, 0, 2);
    return zip;
}

std::string workbook_bytes(std::string_view lines) {
    const TextBook book = LineReader().read(lines);
    return stored_zip(PartWriter(book).write());
}

std::shared_ptr<const Workbook> workbook_from(std::string_view lines, std::string name) {
    return open_workbook(workbook_bytes(lines), std::move(name));
}

}  // namespace scorebook::test
