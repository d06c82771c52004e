// workbook_model.cpp - asking an open workbook: sheets by name, values, formulas, what is hidden.
#include "workbook/workbook_model.hpp"

#include <algorithm>
#include <iterator>

#include "sheet/read_cell.hpp"
#include "sheet/shared_formula.hpp"
#include "sheet/xml_encoding.hpp"

namespace scorebook {

namespace {

/// Upper and lower case of ASCII and Latin-1, Greek and Cyrillic letters as one: what sheet names are made
/// of.
std::u32string folded(std::string_view text) {
    std::u32string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        char32_t c = byte;
        if (byte >= 0xC0 && byte < 0xE0 && i + 1 < text.size())
            c = static_cast<char32_t>((byte & 0x1F) << 6 | (static_cast<unsigned char>(text[++i]) & 0x3F));
        const bool has_lower_32_above = (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
                                        (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F);
        if (has_lower_32_above) c += 32;
        if (c >= 0x400 && c <= 0x40F) c += 80;
        if (c >= 0x100 && c <= 0x137 && c % 2 == 0) c += 1;
        result += c;
    }
    return result;
}

}  // namespace

bool is_same_sheet_name(std::string_view a, std::string_view b) {
    return folded(a) == folded(b);
}

bool Sheet::is_column_hidden(std::uint32_t column_index) const {
    const auto after =
        std::upper_bound(hidden_columns.begin(), hidden_columns.end(), column_index,
                         [](std::uint32_t index, const auto& columns) { return index < columns.first; });
    return after != hidden_columns.begin() && column_index <= std::prev(after)->second;
}

bool Sheet::is_row_hidden(std::uint32_t row_index) const {
    const auto found =
        std::lower_bound(cells.rows.begin(), cells.rows.end(), row_index,
                         [](const SheetRow& row, std::uint32_t index) { return row.row_index < index; });
    return found != cells.rows.end() && found->row_index == row_index && found->hidden;
}

const CellRange* Sheet::merge_at(CellRef cell) const {
    const auto after = std::upper_bound(merges.begin(), merges.end(), cell,
                                        [](CellRef c, const CellRange& merge) { return c < merge.first; });
    for (auto i = static_cast<std::size_t>(after - merges.begin());
         i-- > 0 && merge_reach[i] >= cell.row_index;) {
        if (merges[i].contains(cell)) return &merges[i];
    }
    return nullptr;
}

std::optional<std::size_t> Workbook::find_sheet(std::string_view name) const {
    const auto wanted = folded(name);
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
        if (folded(sheets_[i].name) == wanted) return i;
    }
    return std::nullopt;
}

CellValue Workbook::value(std::size_t sheet_index, CellRef cell) const {
    const SheetCell* const found = sheets_.at(sheet_index).cells.find(cell);
    return found == nullptr ? CellValue(Blank{}) : value(sheet_index, *found);
}

CellValue Workbook::value(std::size_t sheet_index, const SheetCell& cell) const {
    switch (cell.kind) {
        case CellKind::blank:
            return Blank{};
        case CellKind::number:
        case CellKind::iso_date:
            return cell.number;
        case CellKind::shared_string:
            return std::string(strings_.at(cell.payload));
        case CellKind::inline_string:
        case CellKind::formula_text:
            return read_cell_text(sheets_.at(sheet_index).xml, cell);
        case CellKind::boolean:
            return cell.payload != 0;
        case CellKind::error:
            return static_cast<CellError>(cell.payload);
    }
    return Blank{};
}

std::string_view Workbook::text_view(std::size_t, const SheetCell& cell) const {
    return cell.kind == CellKind::shared_string ? strings_.at(cell.payload) : std::string_view{};
}

std::string Workbook::formula(std::size_t sheet_index, CellRef cell) const {
    const Sheet& sheet = sheets_.at(sheet_index);
    const SheetCell* const found = sheet.cells.find(cell);
    if (found == nullptr || !found->has_formula) return {};
    CellFormula own = read_formula(sheet.xml, *found);
    if (own.kind != CellFormula::Kind::shared || !own.text.empty() || own.shared_index < 0) return own.text;

    const CellRef* const origin =
        sheet.cells.find_shared_origin(static_cast<std::uint32_t>(own.shared_index), cell);
    if (origin == nullptr) return {};
    return shifted_formula(read_formula(sheet.xml, *sheet.cells.find(*origin)).text, *origin, cell);
}

std::optional<ExternalBook> Workbook::read_external_book(std::size_t number) const {
    if (number == 0 || number > external_parts_.size()) return std::nullopt;
    const std::string& part = external_parts_[number - 1];
    if (part.empty()) return std::nullopt;
    return parse_external_book(to_utf8(package_.read(part), part), part);
}

}  // namespace scorebook
