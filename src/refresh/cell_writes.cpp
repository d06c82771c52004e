// cell_writes.cpp - joining the changes of a cell, refusing what can't be written.
#include "refresh/cell_writes.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <variant>

#include "scorebook/error.hpp"
#include "tables/scorebook_sheet.hpp"

namespace scorebook {

namespace {

/// Excel specifications and limits: total number of characters that a cell can contain, in UTF-16 units.
constexpr std::size_t max_text_units = 32'767;

std::size_t utf16_units(std::string_view utf8) {
    std::size_t units = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
    }
    return units;
}

std::string place_of(const Change& change) {
    return change.sheet + "!" + to_a1(change.cell);
}

void refuse_unwritable(const Change& change) {
    if (change.cell.row_index >= max_rows || change.cell.column_index >= max_columns)
        fail(ErrorCode::damaged_workbook, "a change names a cell beyond the last row or column of a sheet",
             change.sheet);
    if (const auto* number = std::get_if<double>(&change.after); number && !std::isfinite(*number))
        fail(ErrorCode::damaged_workbook, "the new value is not a number a cell can hold", place_of(change));
    if (const auto* text = std::get_if<std::string>(&change.after)) {
        if (text->size() > max_text_units && utf16_units(*text) > max_text_units)
            fail(ErrorCode::damaged_workbook,
                 "the new text is longer than the 32,767 characters a cell can hold", place_of(change));
    }
}

CellWrite write_of(const Change& change) {
    CellWrite write;
    write.cell = change.cell;
    if (change.kind != ChangeKind::fill) {
        write.value = &change.after;
        write.only_stored_result = change.kind == ChangeKind::cached;
        write.spill = change.spill;
    }
    write.sets_fill = change.kind == ChangeKind::fill || change.fill_after.has_value();
    write.fill = change.fill_after;
    return write;
}

/// Joins `next` into `write`, which is about the same cell.
void join(CellWrite& write, const CellWrite& next, const std::string& sheet_name) {
    const bool values_clash = write.value && next.value && *write.value != *next.value;
    const bool fills_clash = write.sets_fill && next.sets_fill && write.fill != next.fill;
    if (values_clash || fills_clash)
        fail(ErrorCode::damaged_workbook,
             "two changes ask for different things in this cell, so nothing was changed",
             sheet_name + "!" + to_a1(write.cell));
    if (next.value) {
        write.only_stored_result = next.only_stored_result && (!write.value || write.only_stored_result);
        write.value = next.value;
    }
    if (next.spill) write.spill = next.spill;
    if (next.sets_fill) {
        write.sets_fill = true;
        write.fill = next.fill;
    }
}

}  // namespace

std::map<std::size_t, std::vector<CellWrite>> plan_cell_writes(const Workbook& workbook,
                                                               std::span<const Change> changes) {
    std::map<std::size_t, std::vector<CellWrite>> by_sheet;
    // Changes come sheet by sheet, so the sheet is looked up once a run, not once a change.
    std::string_view last_name;
    std::vector<CellWrite>* writes = nullptr;
    for (const Change& change : changes) {
        refuse_unwritable(change);
        if (!writes || change.sheet != last_name) {
            const auto index = workbook.find_sheet(change.sheet);
            const bool is_new = !index && change.sheet == scorebook_sheet_name;
            if (!is_new && (!index || workbook.sheets()[*index].part_name.empty()))
                fail(ErrorCode::damaged_workbook, "a change names a sheet that has no cells", change.sheet);
            last_name = change.sheet;
            writes = &by_sheet[index.value_or(workbook.sheets().size())];
        }
        writes->push_back(write_of(change));
    }

    for (auto& [sheet_index, all] : by_sheet) {
        std::stable_sort(all.begin(), all.end(),
                         [](const CellWrite& a, const CellWrite& b) { return a.cell < b.cell; });
        std::size_t kept = 0;
        for (std::size_t i = 1; i < all.size(); ++i) {
            if (all[i].cell == all[kept].cell)
                join(all[kept], all[i],
                     sheet_index < workbook.sheets().size() ? workbook.sheets()[sheet_index].name
                                                            : std::string(scorebook_sheet_name));
            else
                all[++kept] = all[i];
        }
        all.resize(kept + 1);
    }
    return by_sheet;
}

}  // namespace scorebook
