// book_parts.cpp - as little XML as Excel and LibreOffice open without a word.
#include "support/book_parts.hpp"

#include "bytes/number_text.hpp"
#include "bytes/xml_text.hpp"

namespace scorebook::test {
namespace {

constexpr std::string_view main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relation_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view xml_declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

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

}  // namespace

std::vector<std::pair<std::string, std::string>> book_parts(const TextBook& book) {
    return PartWriter(book).write();
}

}  // namespace scorebook::test
