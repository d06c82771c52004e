// acceptances_sheet.cpp - inline strings, their bold ones as runs, so that the workbook's strings and styles
// stay as they are.
#include "refresh/acceptances_sheet.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <variant>

#include "bytes/xml_text.hpp"
#include "tables/scorebook_sheet.hpp"

namespace scorebook {

namespace {

/// Rule, record, reason, name, until.
constexpr std::array<int, 5> column_widths = {12, 22, 70, 30, 20};

std::string cell_xml(CellRef place, std::string_view text) {
    std::string xml = "<c r=\"" + to_a1(place) + "\" t=\"inlineStr\"><is>";
    const bool is_heading = place.row_index == 0;
    if (is_heading) xml += "<r><rPr><b/></rPr>";
    xml += "<t";
    if (needs_space_preserved(text)) xml += " xml:space=\"preserve\"";
    xml += ">" + escape_xml(text) + "</t>";
    if (is_heading) xml += "</r>";
    return xml + "</is></c>";
}

}  // namespace

void add_acceptances_sheet(const Workbook& workbook, std::span<const CellWrite> writes, ChangedParts& parts) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"";
    xml += main_namespace(flavour_of(workbook, parts));
    xml += "\"><cols>";
    for (std::size_t i = 0; i != column_widths.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        xml += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" +
               std::to_string(column_widths[i]) + "\" customWidth=\"1\"/>";
    }
    xml += "</cols><sheetData>";
    std::uint32_t row_number = 0;
    for (const CellWrite& write : writes) {
        const auto* text = write.value ? std::get_if<std::string>(write.value) : nullptr;
        if (!text) continue;  // rows of acceptances are text
        if (write.cell.row_index + 1 != row_number) {
            if (row_number != 0) xml += "</row>";
            row_number = write.cell.row_index + 1;
            xml += "<row r=\"" + std::to_string(row_number) + "\">";
        }
        xml += cell_xml(write.cell, *text);
    }
    if (row_number != 0) xml += "</row>";
    xml += "</sheetData></worksheet>";
    add_sheet(workbook, {std::string(scorebook_sheet_name), "scorebook", "Scorebook", std::move(xml)}, parts);
}

}  // namespace scorebook
