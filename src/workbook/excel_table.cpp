// excel_table.cpp - names, range and columns of one table part.
#include "workbook/excel_table.hpp"

#include "bytes/xml_text.hpp"
#include "sheet/xml_document.hpp"

namespace scorebook {

ExcelTablePart read_excel_table(const std::string& xml, const std::string& part_name) {
    ExcelTablePart part;
    pugi::xml_document document;
    const auto root = parse_part(document, xml, part_name);
    for (const auto column : find_child(root, "autoFilter").children()) {
        if (local_name(column.name()) == "filterColumn" && column.first_child()) part.filter_is_active = true;
    }
    const auto range = parse_range(root.attribute("ref").value());
    if (!range) return part;

    ExcelTable table;
    table.name = root.attribute("displayName").as_string(root.attribute("name").value());
    table.range = *range;
    table.header_rows = root.attribute("headerRowCount").as_uint(1);
    table.totals_rows = root.attribute("totalsRowCount").as_uint(0);
    for (const auto column : find_child(root, "tableColumns").children()) {
        if (local_name(column.name()) != "tableColumn") continue;
        // pugixml has resolved the entities; a line break inside a header is stored as _x000a_.
        table.columns.push_back(unescape_xml(escape_xml_attribute(column.attribute("name").value())));
    }
    part.table = std::move(table);
    return part;
}

}  // namespace scorebook
