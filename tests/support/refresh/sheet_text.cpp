// sheet_text.cpp - the parts round the sheet.
#include "support/refresh/sheet_text.hpp"

#include <utility>

#include "support/stored_zip.hpp"

namespace scorebook::test {

namespace {

constexpr std::string_view spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relationships(const std::vector<std::pair<std::string, std::string>>& targets) {
    std::string xml =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    int id = 0;
    for (const auto& [type, target] : targets)
        xml += "<Relationship Id=\"rId" + std::to_string(++id) + "\" Type=\"" + std::string(relations) + "/" +
               type + "\" Target=\"" + target + "\"/>";
    return xml + "</Relationships>";
}

std::string plain_workbook() {
    return "<workbook xmlns=\"" + std::string(spreadsheet) + "\" xmlns:r=\"" + std::string(relations) +
           "\"><sheets><sheet name=\"Register\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
}

std::string plain_styles() {
    return "<styleSheet xmlns=\"" + std::string(spreadsheet) +
           "\"><fonts count=\"2\"><font/><font><b/></font></fonts><fills count=\"3\">"
           "<fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
           "patternType=\"gray125\"/></fill>"
           "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFFF00\"/></patternFill></fill></fills>"
           "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
           "<cellXfs count=\"3\"><xf/><xf fontId=\"1\" applyFont=\"1\"/><xf fillId=\"2\" "
           "applyFill=\"1\"/></cellXfs>"
           "</styleSheet>";
}

Change change_of(ChangeKind kind, std::string_view cell, CellValue after) {
    Change change;
    change.sheet = "Register";
    change.cell = parse_cell(cell).value();
    change.kind = kind;
    change.after = std::move(after);
    return change;
}

}  // namespace

std::string workbook_with_sheet(const std::string& sheet_xml, const Surroundings& surroundings) {
    const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    return stored_zip({
        {"[Content_Types].xml",
         "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
         "Extension=\"rels\" "
         "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override "
         "PartName=\"/xl/workbook.xml\" ContentType=\"" +
             type + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" +
             type + "worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + type +
             "styles+xml\"/></Types>"},
        {"_rels/.rels", relationships({{"officeDocument", "xl/workbook.xml"}})},
        {"xl/workbook.xml", surroundings.workbook_xml.empty() ? plain_workbook() : surroundings.workbook_xml},
        {"xl/_rels/workbook.xml.rels",
         relationships({{"worksheet", "worksheets/sheet1.xml"}, {"styles", "styles.xml"}})},
        {"xl/worksheets/sheet1.xml", sheet_xml},
        {"xl/styles.xml", surroundings.styles_xml.empty() ? plain_styles() : surroundings.styles_xml},
    });
}

std::string sheet_part(std::string_view sheet_data_content, std::string_view before) {
    return "<worksheet xmlns=\"" + std::string(spreadsheet) + "\">" + std::string(before) + "<sheetData>" +
           std::string(sheet_data_content) + "</sheetData></worksheet>";
}

Change value_change(std::string_view cell, CellValue after) {
    return change_of(ChangeKind::value, cell, std::move(after));
}

Change cached_change(std::string_view cell, CellValue after) {
    return change_of(ChangeKind::cached, cell, std::move(after));
}

Change fill_change(std::string_view cell, std::optional<Rgb> fill) {
    Change change = change_of(ChangeKind::fill, cell, Blank{});
    change.fill_after = fill;
    return change;
}

std::string part_of(const std::string& bytes, std::string_view part_name) {
    return Package::open(bytes).read(part_name);
}

}  // namespace scorebook::test
