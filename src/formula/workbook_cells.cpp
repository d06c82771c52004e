// workbook_cells.cpp - a workbook as a CellSource.
#include "formula/workbook_cells.hpp"

#include <algorithm>

#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

/// Sheets are nearly always dense, so the place to look first is known; else binary search.
const SheetRow* find_row(const SheetCells& cells, std::uint32_t row_index) {
    const auto& rows = cells.rows;
    if (rows.empty() || row_index < rows.front().row_index) return nullptr;
    const std::size_t guess = row_index - rows.front().row_index;
    if (guess < rows.size() && rows[guess].row_index == row_index) return &rows[guess];
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), row_index,
                         [](const SheetRow& row, std::uint32_t index) { return row.row_index < index; });
    return found != rows.end() && found->row_index == row_index ? &*found : nullptr;
}

const SheetCell* first_at_or_after(const SheetCells& cells, const SheetRow& row, std::uint32_t column_index) {
    const SheetCell* first = cells.cells.data() + row.first_cell;
    const SheetCell* last = first + row.cell_count;
    if (first == last || column_index <= first->column_index) return first;
    const std::size_t guess = column_index - first->column_index;
    if (guess < row.cell_count && first[guess].column_index == column_index) return first + guess;
    return std::lower_bound(first, last, column_index, [](const SheetCell& cell, std::uint32_t index) {
        return cell.column_index < index;
    });
}

}  // namespace

WorkbookCells::WorkbookCells(const Workbook& workbook)
    : workbook_(workbook), overlays_(workbook.sheets().size()) {
    const auto& sheets = workbook.sheets();
    for (SheetIndex i = 0; i < sheets.size(); ++i) {
        overlays_[i].used = sheets[i].cells.used;
        for (const ExcelTable& table : sheets[i].tables) {
            tables_.push_back(
                {table.name, i, table.range, table.header_rows, table.totals_rows, table.columns});
        }
    }
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        tables_by_name_.emplace(fold_case(tables_[i].name), i);
        overlays_[tables_[i].sheet].tables.push_back(&tables_[i]);
    }
    for (std::size_t i = 0; i < workbook.names().size(); ++i) {
        names_by_name_[fold_case(workbook.names()[i].name)].push_back(i);
    }
}

const SheetCell* WorkbookCells::find_cell(SheetIndex sheet, CellRef cell) const {
    const SheetCells& cells = workbook_.sheets()[sheet].cells;
    const SheetRow* row = find_row(cells, cell.row_index);
    if (row == nullptr) return nullptr;
    const SheetCell* found = first_at_or_after(cells, *row, cell.column_index);
    const SheetCell* last = cells.cells.data() + row->first_cell + row->cell_count;
    return found != last && found->column_index == cell.column_index ? found : nullptr;
}

void WorkbookCells::set(SheetIndex sheet, CellRef cell, CellValue value) {
    SheetOverlay& overlay = overlays_.at(sheet);
    const SheetCell* found = find_cell(sheet, cell);
    if (found == nullptr) {
        overlay.extra[cell] = std::move(value);
        CellRange& used = overlay.used;
        used.first.row_index = std::min(used.first.row_index, cell.row_index);
        used.first.column_index = std::min(used.first.column_index, cell.column_index);
        used.last.row_index = std::max(used.last.row_index, cell.row_index);
        used.last.column_index = std::max(used.last.column_index, cell.column_index);
        return;
    }
    set(sheet, *found, std::move(value));
}

void WorkbookCells::set(SheetIndex sheet, const SheetCell& cell, CellValue value) {
    SheetOverlay& overlay = overlays_[sheet];
    const auto& cells = workbook_.sheets()[sheet].cells.cells;
    if (overlay.slots.empty()) overlay.slots.resize(cells.size());
    std::uint32_t& slot = overlay.slots[static_cast<std::size_t>(&cell - cells.data())];
    if (slot == 0) {
        values_.push_back(std::move(value));
        slot = static_cast<std::uint32_t>(values_.size());
    } else {
        values_[slot - 1] = std::move(value);
    }
}

void WorkbookCells::set_array_range(SheetIndex sheet, CellRef cell, const CellRange& range) {
    array_ranges_[{sheet, cell}] = range;
}

const CellValue* WorkbookCells::overlaid(SheetIndex sheet, const SheetCell& cell) const {
    const SheetOverlay& overlay = overlays_[sheet];
    if (overlay.slots.empty()) return nullptr;
    const auto index = static_cast<std::size_t>(&cell - workbook_.sheets()[sheet].cells.cells.data());
    const std::uint32_t slot = overlay.slots[index];
    return slot == 0 ? nullptr : &values_[slot - 1];
}

CellValue WorkbookCells::stored(SheetIndex sheet, const SheetCell& cell) const {
    const CellValue* over = overlaid(sheet, cell);
    return over != nullptr ? *over : workbook_.value(sheet, cell);
}

namespace {

/// False for what isn't at hand in one piece.
bool view_stored(const Workbook& workbook, SheetIndex sheet, const SheetCell& cell, CellView& view) {
    view = {};
    switch (cell.kind) {
        case CellKind::blank:
            return true;
        case CellKind::number:
        case CellKind::iso_date:
            view.kind = CellView::Kind::number;
            view.number = cell.number;
            return true;
        case CellKind::boolean:
            view.kind = CellView::Kind::boolean;
            view.number = cell.payload != 0 ? 1 : 0;
            return true;
        case CellKind::shared_string:
            view.kind = CellView::Kind::text;
            view.text = workbook.text_view(sheet, cell);
            return true;
        default:
            return false;
    }
}

}  // namespace

bool WorkbookCells::view(SheetIndex sheet, CellRef place, CellView& result) const {
    if (unknown_ != nullptr) return false;
    const SheetCell* cell = find_cell(sheet, place);
    const CellValue* over = nullptr;
    if (cell == nullptr) {
        const auto& extra = overlays_[sheet].extra;
        const auto found = extra.find(place);
        result = {};
        if (found == extra.end()) return true;
        over = &found->second;
    } else {
        over = overlaid(sheet, *cell);
    }
    if (over == nullptr) return view_stored(workbook_, sheet, *cell, result);
    result = view_of(*over);
    return result.kind != CellView::Kind::error;
}

CellValue WorkbookCells::value(SheetIndex sheet, CellRef cell) const {
    if (sheet >= overlays_.size()) return CellError::ref;
    if (unknown_ != nullptr && unknown_->contains({sheet, cell})) met_unknown_ = true;
    if (const SheetCell* found = find_cell(sheet, cell)) return stored(sheet, *found);
    const auto& extra = overlays_[sheet].extra;
    const auto at = extra.find(cell);
    return at == extra.end() ? CellValue(Blank{}) : at->second;
}

CellRange WorkbookCells::used_range(SheetIndex sheet) const {
    return overlays_.at(sheet).used;
}

void WorkbookCells::note_unknown(SheetIndex sheet, const CellRange& range) const {
    if (unknown_ == nullptr) return;
    for (auto place = unknown_->lower_bound({sheet, range.first});
         place != unknown_->end() && place->first == sheet && place->second.row_index <= range.last.row_index;
         ++place)
        met_unknown_ = met_unknown_ || range.contains(place->second);
}

template <class VisitStored, class VisitExtra>
void WorkbookCells::walk(SheetIndex sheet, const CellRange& range, VisitStored visit_stored,
                         VisitExtra visit_extra) const {
    if (sheet >= overlays_.size()) return;
    note_unknown(sheet, range);
    const SheetCells& cells = workbook_.sheets()[sheet].cells;
    const auto& extra = overlays_[sheet].extra;
    // Extra cells are few (edits of cells that weren't there); they are merged in by place.
    auto next_extra = extra.lower_bound(range.first);
    auto visit_extra_before = [&](CellRef end) {
        for (; next_extra != extra.end() && next_extra->first < end; ++next_extra) {
            if (!range.contains(next_extra->first) || is_blank(next_extra->second)) continue;
            if (!visit_extra(next_extra->first, next_extra->second)) return false;
        }
        return true;
    };
    auto row = std::lower_bound(cells.rows.begin(), cells.rows.end(), range.first.row_index,
                                [](const SheetRow& r, std::uint32_t index) { return r.row_index < index; });
    for (; row != cells.rows.end() && row->row_index <= range.last.row_index; ++row) {
        const SheetCell* last = cells.cells.data() + row->first_cell + row->cell_count;
        for (const SheetCell* cell = first_at_or_after(cells, *row, range.first.column_index);
             cell != last && cell->column_index <= range.last.column_index; ++cell) {
            const CellRef place{row->row_index, cell->column_index};
            if (!extra.empty() && !visit_extra_before(place)) return;
            if (!visit_stored(place, *cell)) return;
        }
    }
    visit_extra_before({range.last.row_index + 1, 0});
}

void WorkbookCells::visit(SheetIndex sheet, const CellRange& range,
                          const std::function<bool(CellRef, const CellValue&)>& visit) const {
    walk(
        sheet, range,
        [&](CellRef place, const SheetCell& cell) {
            if (const CellValue* over = overlaid(sheet, cell)) return is_blank(*over) || visit(place, *over);
            const CellValue content = workbook_.value(sheet, cell);
            return is_blank(content) || visit(place, content);
        },
        visit);
}

void WorkbookCells::visit_views(SheetIndex sheet, const CellRange& range,
                                const std::function<bool(CellRef, const CellView&)>& visit) const {
    const auto visit_value = [&](CellRef place, const CellValue& value) {
        return is_blank(value) || visit(place, view_of(value));
    };
    walk(
        sheet, range,
        [&](CellRef place, const SheetCell& cell) {
            if (const CellValue* over = overlaid(sheet, cell)) return visit_value(place, *over);
            CellView view;
            if (!view_stored(workbook_, sheet, cell, view))
                return visit_value(place, workbook_.value(sheet, cell));
            return view.kind == CellView::Kind::blank || visit(place, view);
        },
        visit_value);
}

bool WorkbookCells::is_row_hidden(SheetIndex sheet, std::uint32_t row_index) const {
    const SheetRow* row = find_row(workbook_.sheets().at(sheet).cells, row_index);
    return row != nullptr && row->hidden;
}

bool WorkbookCells::is_row_filtered(SheetIndex sheet, std::uint32_t row_index) const {
    const Sheet& model = workbook_.sheets().at(sheet);
    if (!model.filter_is_active || !is_row_hidden(sheet, row_index)) return false;
    auto holds = [&](const CellRange& range) {
        return row_index >= range.first.row_index && row_index <= range.last.row_index;
    };
    return (model.filter && holds(*model.filter)) ||
           std::any_of(model.tables.begin(), model.tables.end(),
                       [&](const ExcelTable& table) { return holds(table.range); });
}

std::optional<CellRange> WorkbookCells::array_range(SheetIndex sheet, CellRef cell) const {
    const auto found = array_ranges_.find({sheet, cell});
    return found == array_ranges_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<SourceName> WorkbookCells::find_name(std::string_view name, SheetIndex sheet) const {
    const auto found = names_by_name_.find(fold_case(name));
    if (found == names_by_name_.end()) return std::nullopt;
    const DefinedName* best = nullptr;
    for (const std::size_t index : found->second) {
        const DefinedName& candidate = workbook_.names()[index];
        if (candidate.sheet_index == sheet) best = &candidate;
        if (!candidate.sheet_index && best == nullptr) best = &candidate;
    }
    if (best == nullptr) return std::nullopt;
    return SourceName{best->formula, best->sheet_index};
}

const SourceTable* WorkbookCells::find_table(std::string_view name) const {
    const auto found = tables_by_name_.find(fold_case(name));
    return found == tables_by_name_.end() ? nullptr : &tables_[found->second];
}

const SourceTable* WorkbookCells::table_at(SheetIndex sheet, CellRef cell) const {
    for (const SourceTable* table : overlays_.at(sheet).tables) {
        if (table->range.contains(cell)) return table;
    }
    return nullptr;
}

const ExternalBook* WorkbookCells::external_book(std::size_t number) const {
    auto found = external_books_.find(number);
    if (found == external_books_.end())
        found = external_books_.emplace(number, workbook_.read_external_book(number)).first;
    return found->second ? &*found->second : nullptr;
}

const ExternalSheet* WorkbookCells::external_sheet(std::size_t book_number, std::string_view sheet) const {
    const ExternalBook* book = external_book(book_number);
    const ExternalSheet* found = book == nullptr ? nullptr : book->find_sheet(sheet);
    return found != nullptr && found->is_kept() ? found : nullptr;
}

std::optional<CellValue> WorkbookCells::external_value(std::size_t book_number, std::string_view sheet,
                                                       CellRef cell) const {
    const ExternalSheet* found = external_sheet(book_number, sheet);
    return found == nullptr ? std::nullopt : std::optional(found->value(cell));
}

CellRef WorkbookCells::external_corner(std::size_t book_number, std::string_view sheet) const {
    const ExternalSheet* found = external_sheet(book_number, sheet);
    return found == nullptr ? CellRef{} : found->used_corner();
}

std::optional<std::string> WorkbookCells::external_name(std::size_t book_number,
                                                        std::string_view name) const {
    const ExternalBook* book = external_book(book_number);
    const ExternalName* found = book == nullptr ? nullptr : book->find_name(name);
    return found == nullptr ? std::nullopt : std::optional(found->formula);
}

}  // namespace scorebook::formula
