// read_cell.cpp - the text and the formula of one cell that was found before, read again from its bytes.
#include "sheet/read_cell.hpp"

#include <optional>
#include <utility>

#include "sheet/raw_cell.hpp"
#include "sheet/shared_strings.hpp"
#include "sheet/xml_cursor.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {
namespace {

/// What stands inside the first child `local_name` of the cell, if it has one.
std::optional<std::pair<XmlTag, std::string_view>> find_in_cell(std::string_view cell_xml,
                                                                std::string_view local_name) {
    XmlCursor cursor(cell_xml);
    XmlTag tag;
    while (cursor.next(tag)) {
        if (cursor.depth() > 2 || !tag.opens() || tag.local_name != local_name) continue;
        if (tag.closes()) return std::pair(tag, std::string_view{});
        const XmlTag close = cursor.skip_element(tag);
        return std::pair(tag, slice(cell_xml, {tag.bytes.end, close.bytes.begin}));
    }
    return std::nullopt;
}

}  // namespace

std::string read_cell_text(std::string_view xml, const SheetCell& cell) {
    std::string text;
    if (cell.kind == CellKind::inline_string) return read_rich_text(xml.substr(cell.payload));
    if (cell.kind != CellKind::formula_text || cell.payload == 0) return text;
    // The value runs to the first "</", unless that stands in a CDATA section or comment.
    const auto rest = xml.substr(cell.payload, cell.begin + cell.length - cell.payload);
    std::size_t end = 0;
    while ((end = rest.find('<', end)) != std::string_view::npos && rest.substr(end, 2) != "</")
        end = skip_markup(rest, end, {});
    append_text(text, rest.substr(0, end), ExcelEscapes::resolve);
    return text;
}

CellFormula read_formula(std::string_view xml, const SheetCell& cell) {
    CellFormula formula;
    const auto found = find_in_cell(slice(xml, cell.bytes()), "f");
    if (!found) return formula;
    const auto& [tag, inner] = *found;
    append_text(formula.text, inner, ExcelEscapes::keep);
    const auto type = tag.attribute("t").value_or("normal");
    if (type == "shared") formula.kind = CellFormula::Kind::shared;
    if (type == "array") formula.kind = CellFormula::Kind::array;
    if (type == "dataTable") formula.kind = CellFormula::Kind::data_table;
    formula.reference = tag.attribute("ref").value_or("");
    if (const auto index = small_integer(trimmed(tag.attribute("si").value_or(""))))
        formula.shared_index = static_cast<int>(*index);
    formula.always_calculate = is_true(tag.attribute("ca").value_or(""));
    return formula;
}

}  // namespace scorebook
