// external_book.cpp - sheet names, then the kept cells of each sheet by its number.
#include "workbook/external_book.hpp"

#include <algorithm>

#include "bytes/number_text.hpp"
#include "bytes/xml_text.hpp"
#include "sheet/xml_document.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

namespace {

std::uint64_t key_of(CellRef cell) {
    return std::uint64_t{cell.row_index} << 32 | cell.column_index;
}

/// CT_ExternalCell: t="n" when missing. pugixml has resolved the entities; _xHHHH_ is left.
CellValue value_of(pugi::xml_node cell) {
    const std::string_view type = cell.attribute("t").as_string("n");
    const std::string text = find_child(cell, "v").text().get();
    if (type == "str" || type == "s" || type == "inlineStr") return unescape_xml(escape_xml_attribute(text));
    if (text.empty()) return Blank{};
    if (type == "b") return text == "1" || text == "true";
    if (type == "e") return parse_cell_error(text);
    if (const auto number = parse_number(text)) return *number;
    return Blank{};
}

void read_cells(pugi::xml_node sheet_data, ExternalSheet& sheet) {
    sheet.keep();
    for (const auto row : sheet_data.children()) {
        if (local_name(row.name()) != "row") continue;
        for (const auto cell : row.children()) {
            if (local_name(cell.name()) != "cell") continue;
            if (const auto place = parse_cell(cell.attribute("r").value())) sheet.set(*place, value_of(cell));
        }
    }
}

}  // namespace

CellValue ExternalSheet::value(CellRef cell) const {
    const auto found = cells_.find(key_of(cell));
    return found == cells_.end() ? CellValue(Blank{}) : found->second;
}

void ExternalSheet::set(CellRef cell, CellValue value) {
    used_corner_.row_index = std::max(used_corner_.row_index, cell.row_index);
    used_corner_.column_index = std::max(used_corner_.column_index, cell.column_index);
    cells_[key_of(cell)] = std::move(value);
}

const ExternalSheet* ExternalBook::find_sheet(std::string_view name) const {
    const auto found = std::find_if(sheets.begin(), sheets.end(), [&](const ExternalSheet& sheet) {
        return is_same_sheet_name(sheet.name(), name);
    });
    return found == sheets.end() ? nullptr : &*found;
}

const ExternalName* ExternalBook::find_name(std::string_view name) const {
    const auto found = std::find_if(names.begin(), names.end(), [&](const ExternalName& candidate) {
        return is_same_sheet_name(candidate.name, name);
    });
    return found == names.end() ? nullptr : &*found;
}

ExternalBook parse_external_book(const std::string& xml, const std::string& part_name) {
    ExternalBook book;
    pugi::xml_document document;
    const auto root = find_child(parse_part(document, xml, part_name), "externalBook");
    for (const auto node : find_child(root, "sheetNames").children()) {
        if (local_name(node.name()) == "sheetName") book.sheets.emplace_back(node.attribute("val").value());
    }
    for (const auto node : find_child(root, "definedNames").children()) {
        if (local_name(node.name()) != "definedName") continue;
        std::string formula = node.attribute("refersTo").value();
        if (formula.starts_with('=')) formula.erase(0, 1);
        book.names.push_back({node.attribute("name").value(), std::move(formula)});
    }
    for (const auto node : find_child(root, "sheetDataSet").children()) {
        if (local_name(node.name()) != "sheetData") continue;
        const std::size_t sheet = node.attribute("sheetId").as_uint();
        if (sheet < book.sheets.size()) read_cells(node, book.sheets[sheet]);
    }
    return book;
}

}  // namespace scorebook
