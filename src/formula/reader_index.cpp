// reader_index.cpp - a copy that reads one cell beside it is found by counting back from that cell.
#include "formula/reader_index.hpp"

#include <algorithm>

namespace scorebook::formula {
namespace {

bool is_relative_cell(const ReadArea& area) {
    return area.first == area.last && !area.first.row_is_absolute && !area.first.column_is_absolute;
}

void enclose(CellRange& reach, const CellRange& more) {
    reach.first.row_index = std::min(reach.first.row_index, more.first.row_index);
    reach.first.column_index = std::min(reach.first.column_index, more.first.column_index);
    reach.last.row_index = std::max(reach.last.row_index, more.last.row_index);
    reach.last.column_index = std::max(reach.last.column_index, more.last.column_index);
}

}  // namespace

ReaderIndex::ReaderIndex(const WorkbookFormulas& formulas)
    : formulas_(formulas), copies_(formulas.compiled.size()) {
    for (NodeId node = 0; node < formulas.cells.size(); ++node)
        copies_[formulas.cells[node].compiled].push_back(node);
    for (std::uint32_t compiled = 0; compiled < copies_.size(); ++compiled) {
        if (copies_[compiled].empty()) continue;
        for (const ReadArea& area : formulas.compiled[compiled].reads) {
            Read read{compiled, area, area.at(formulas.cells[copies_[compiled].front()].cell).range};
            for (const NodeId node : copies_[compiled])
                enclose(read.reach, area.at(formulas.cells[node].cell).range);
            if (reads_.size() <= area.sheet) reads_.resize(area.sheet + 1);
            reads_[area.sheet].push_back(read);
        }
    }
}

void ReaderIndex::visit_readers(SheetIndex sheet, CellRef cell,
                                const std::function<void(NodeId)>& visit) const {
    if (sheet >= reads_.size()) return;
    for (const Read& read : reads_[sheet]) {
        if (!read.reach.contains(cell)) continue;
        const auto& copies = copies_[read.compiled];
        if (is_relative_cell(read.area)) {
            const std::int64_t row = std::int64_t{cell.row_index} - read.area.first.row;
            const std::int64_t column = std::int64_t{cell.column_index} - read.area.first.column;
            if (row < 0 || column < 0) continue;
            const CellRef place{static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)};
            // Copies of one compiled formula stand on one sheet.
            const auto found = std::lower_bound(
                copies.begin(), copies.end(), place,
                [&](NodeId node, CellRef wanted) { return formulas_.cells[node].cell < wanted; });
            if (found != copies.end() && formulas_.cells[*found].cell == place) visit(*found);
            continue;
        }
        for (const NodeId node : copies) {
            if (read.area.at(formulas_.cells[node].cell).range.contains(cell)) visit(node);
        }
    }
}

}  // namespace scorebook::formula
