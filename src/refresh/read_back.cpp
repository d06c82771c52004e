// read_back.cpp - what was written is read with the code that reads officers' files, never with the code that
// wrote it.
#include "refresh/read_back.hpp"

#include <cstddef>
#include <utility>
#include <variant>

#include "package/package.hpp"
#include "scorebook/error.hpp"
#include "scorebook/workbook.hpp"
#include "sheet/read_cell.hpp"
#include "sheet/sheet_scanner.hpp"

namespace scorebook {

namespace {

/// A cell can't tell empty text from nothing.
bool same_value(const CellValue& stored, const CellValue& wanted) {
    const auto is_nothing = [](const CellValue& value) {
        const auto* text = std::get_if<std::string>(&value);
        return is_blank(value) || (text && text->empty());
    };
    return stored == wanted || (is_nothing(stored) && is_nothing(wanted));
}

CellValue value_of(std::string_view xml, const SheetCell& cell) {
    switch (cell.kind) {
        case CellKind::number:
        case CellKind::iso_date:
            return cell.number;
        case CellKind::boolean:
            return cell.payload != 0;
        case CellKind::error:
            return static_cast<CellError>(cell.payload);
        case CellKind::inline_string:
        case CellKind::formula_text:
            return read_cell_text(xml, cell);
        case CellKind::blank:
        case CellKind::shared_string:  // never written here
            break;
    }
    return Blank{};
}

void require(bool as_written, const Sheet& sheet, CellRef cell) {
    if (!as_written)
        fail(ErrorCode::damaged_workbook,
             "the cell did not read back as it was written, so nothing was changed",
             sheet.name + "!" + to_a1(cell));
}

}  // namespace

void check_rewritten_cells(const Sheet& sheet, const SheetEdits& edits) {
    const SheetCells read = scan_sheet(edits.rewritten_xml, false, sheet.name);
    if (read.cells.size() != edits.rewritten.size())
        fail(ErrorCode::damaged_workbook, "the changed cells did not read back, so nothing was changed",
             sheet.name);
    for (std::size_t i = 0; i != read.cells.size(); ++i) {
        const CellWrite& write = *edits.rewritten[i];
        if (write.value)
            require(same_value(value_of(edits.rewritten_xml, read.cells[i]), *write.value), sheet,
                    write.cell);
    }
}

void check_reopened(const std::string& bytes, const std::string& name,
                    const std::map<std::size_t, std::vector<CellWrite>>& writes) {
    const auto after = open_workbook(bytes, name);
    for (const auto& [sheet_index, cells] : writes) {
        const Sheet& sheet = after->sheets().at(sheet_index);
        for (const CellWrite& write : cells) {
            if (write.value)
                require(same_value(after->value(sheet_index, write.cell), *write.value), sheet, write.cell);
            const SheetCell* cell = sheet.cells.find(write.cell);
            const auto fill = cell ? after->style(*cell).fill : std::nullopt;
            if (write.sets_fill) require(fill == write.fill, sheet, write.cell);
        }
    }
}

std::string check_parts_unpack(std::string bytes, const std::vector<std::string>& parts) {
    const Package package = Package::open(std::move(bytes));
    for (const std::string& part : parts) {
        if (package.read(part).empty()) fail(ErrorCode::damaged_workbook, "the new part is empty", part);
    }
    return package.bytes();
}

}  // namespace scorebook
