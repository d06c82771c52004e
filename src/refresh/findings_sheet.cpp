// findings_sheet.cpp - the sheet of findings, new or in place of the one an earlier run added.
#include "refresh/findings_sheet.hpp"

#include <cstddef>
#include <optional>
#include <utility>

#include "refresh/findings_sheet_xml.hpp"

namespace scorebook {

namespace {

/// The sheet an earlier run added, if it is still there.
std::optional<std::size_t> own_sheet(const Workbook& workbook) {
    for (std::size_t i = 0; i != workbook.sheets().size(); ++i) {
        if (!workbook.sheets()[i].name.starts_with("Findings")) continue;
        const CellValue first = workbook.value(i, {0, 0});
        const auto* text = std::get_if<std::string>(&first);
        if (text && *text == findings_sheet_title && !workbook.sheets()[i].part_name.empty()) return i;
    }
    return std::nullopt;
}

std::string free_sheet_name(const Workbook& workbook) {
    std::string name = "Findings";
    for (int number = 2; workbook.find_sheet(name); ++number)
        name = "Findings (" + std::to_string(number) + ")";
    return name;
}

}  // namespace

void add_findings_sheet(const Workbook& workbook, const Report& report, ChangedParts& parts) {
    FindingsStyles styles;
    if (const std::string part = workbook.styles_part(); !part.empty()) {
        const std::string before = part_as_left(workbook, parts, part);
        std::string xml = before;
        styles = add_findings_styles(xml);
        if (xml != before) parts[part] = std::move(xml);
    }
    std::string xml = findings_sheet_xml(report, styles, flavour_of(workbook, parts));
    if (const auto own = own_sheet(workbook))
        parts[workbook.sheets()[*own].part_name] = std::move(xml);
    else
        add_sheet(workbook, {free_sheet_name(workbook), "findings", "Findings", std::move(xml)}, parts);
}

}  // namespace scorebook
