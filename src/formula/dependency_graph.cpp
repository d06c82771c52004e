// dependency_graph.cpp - Tarjan's strongly connected components, without recursion: chains of formulas may be
// a million long.
#include "formula/dependency_graph.hpp"

#include <algorithm>
#include <limits>

namespace scorebook::formula {
namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

/// Array formulas may claim whole columns; cells beyond this many are left to their anchor.
constexpr std::size_t max_array_members = std::size_t{1} << 22;

}  // namespace

DependencyGraph::DependencyGraph(const WorkbookFormulas& formulas) : formulas_(formulas) {
    std::size_t members = 0;
    for (NodeId id = 0; id < formulas.cells.size(); ++id) {
        const FormulaCell& formula = formulas.cells[id];
        if (formula.shape == FormulaShape::single) {
            add_cell(formula.sheet, formula.cell, id);
            continue;
        }
        const CellRange& range = formulas.ranges[formula.range];
        const std::size_t size = std::size_t{range.row_count()} * range.column_count();
        if (size > max_array_members - members) {
            add_cell(formula.sheet, formula.cell, id);
            continue;
        }
        members += size;
        for (std::uint32_t row = range.first.row_index; row <= range.last.row_index; ++row) {
            for (std::uint32_t column = range.first.column_index; column <= range.last.column_index;
                 ++column) {
                add_cell(formula.sheet, {row, column}, id);
            }
        }
    }
    for (const auto& [id, range] : formulas.former_ranges) {
        const FormulaCell& formula = formulas.cells[id];
        const CellRange& own = formulas.ranges[formula.range];
        for (std::uint32_t row = range.first.row_index; row <= range.last.row_index; ++row) {
            for (std::uint32_t column = range.first.column_index; column <= range.last.column_index;
                 ++column) {
                if (!own.contains({row, column})) add_cell(formula.sheet, {row, column}, id);
            }
        }
    }
    NodeId next = static_cast<NodeId>(formulas.cells.size());
    for (auto& sheet : sheets_) {
        for (Column& column : sheet) {
            // Cells came in reading order but for the members of arrays.
            if (!std::is_sorted(column.rows.begin(), column.rows.end())) {
                std::vector<std::pair<std::uint32_t, NodeId>> both;
                for (std::size_t i = 0; i < column.rows.size(); ++i)
                    both.push_back({column.rows[i], column.formulas[i]});
                std::stable_sort(both.begin(), both.end(),
                                 [](const auto& a, const auto& b) { return a.first < b.first; });
                for (std::size_t i = 0; i < both.size(); ++i)
                    std::tie(column.rows[i], column.formulas[i]) = both[i];
            }
            column.first_block = next;
            for (std::size_t i = 0; i + block_size <= column.rows.size(); i += block_size) {
                blocks_.push_back({&column, i});
                ++next;
            }
        }
    }
}

void DependencyGraph::add_cell(SheetIndex sheet, CellRef cell, NodeId formula) {
    if (sheets_.size() <= sheet) sheets_.resize(sheet + 1);
    auto& columns = sheets_[sheet];
    if (columns.size() <= cell.column_index) columns.resize(cell.column_index + 1);
    columns[cell.column_index].rows.push_back(cell.row_index);
    columns[cell.column_index].formulas.push_back(formula);
}

const DependencyGraph::Column* DependencyGraph::column_at(SheetIndex sheet, std::uint32_t column) const {
    if (sheet >= sheets_.size() || column >= sheets_[sheet].size() || sheets_[sheet][column].rows.empty())
        return nullptr;
    return &sheets_[sheet][column];
}

std::optional<NodeId> DependencyGraph::formula_at(SheetIndex sheet, CellRef cell) const {
    const Column* column = column_at(sheet, cell.column_index);
    if (column == nullptr || cell.row_index < column->rows.front()) return std::nullopt;
    // Columns of formulas are nearly always without gaps.
    const std::size_t guess = cell.row_index - column->rows.front();
    if (guess < column->rows.size() && column->rows[guess] == cell.row_index) return column->formulas[guess];
    const auto found = std::lower_bound(column->rows.begin(), column->rows.end(), cell.row_index);
    if (found == column->rows.end() || *found != cell.row_index) return std::nullopt;
    return column->formulas[static_cast<std::size_t>(found - column->rows.begin())];
}

NodeId DependencyGraph::range_node(const Area& area) {
    const auto [entry, is_new] = range_ids_.try_emplace(area, 0);
    if (is_new) {
        entry->second = static_cast<NodeId>(formulas_.cells.size() + blocks_.size() + ranges_.size());
        ranges_.push_back(area);
    }
    return entry->second;
}

const Area* DependencyGraph::range_of(NodeId node) const {
    const std::size_t first = formulas_.cells.size() + blocks_.size();
    return node < first ? nullptr : &ranges_[node - first];
}

std::optional<NodeId> DependencyGraph::next_of_formula(const FormulaCell& formula, Cursor& cursor) {
    const auto& reads = formulas_.compiled[formula.compiled].reads;
    while (cursor.item < reads.size()) {
        const ReadArea& read = reads[cursor.item++];
        if (read.is_cell()) {
            if (auto found = formula_at(read.sheet, resolve(read.first, formula.cell))) return found;
            continue;
        }
        const Area area = read.at(formula.cell);
        if (area.range.first != area.range.last) return range_node(area);
        if (auto found = formula_at(area.sheet, area.range.first)) return found;
    }
    return std::nullopt;
}

std::optional<NodeId> DependencyGraph::next_of_range(const Area& area, Cursor& cursor) {
    if (area.sheet >= sheets_.size()) return std::nullopt;
    if (!cursor.started) cursor.item = area.range.first.column_index;
    const std::size_t last =
        std::min<std::size_t>(area.range.last.column_index, sheets_[area.sheet].size() - 1);
    while (cursor.item <= last && !sheets_[area.sheet].empty()) {
        const Column& column = sheets_[area.sheet][cursor.item];
        if (!cursor.started) {
            const auto& rows = column.rows;
            cursor.within = static_cast<std::uint32_t>(
                std::lower_bound(rows.begin(), rows.end(), area.range.first.row_index) - rows.begin());
            cursor.end = static_cast<std::uint32_t>(
                std::upper_bound(rows.begin(), rows.end(), area.range.last.row_index) - rows.begin());
            cursor.started = true;
        }
        if (cursor.within < cursor.end) {
            if (cursor.within % block_size == 0 && cursor.within + block_size <= cursor.end) {
                const NodeId block = column.first_block + static_cast<NodeId>(cursor.within / block_size);
                cursor.within += block_size;
                return block;
            }
            return column.formulas[cursor.within++];
        }
        ++cursor.item;
        cursor.started = false;
        if (cursor.item <= last) continue;
    }
    cursor.started = true;
    cursor.item = std::numeric_limits<std::uint32_t>::max();
    return std::nullopt;
}

std::optional<NodeId> DependencyGraph::next_read(NodeId node, Cursor& cursor) {
    if (node < formulas_.cells.size()) return next_of_formula(formulas_.cells[node], cursor);
    if (const Area* range = range_of(node)) {
        const Area area = *range;
        return next_of_range(area, cursor);
    }
    const auto& [column, first] = blocks_[node - formulas_.cells.size()];
    if (cursor.item == block_size) return std::nullopt;
    return column->formulas[first + cursor.item++];
}

void DependencyGraph::visit_reads(NodeId node, const std::function<bool(NodeId)>& visit) {
    Cursor cursor;
    while (auto read = next_read(node, cursor)) {
        if (!visit(*read)) return;
    }
}

void DependencyGraph::visit_in_order(
    const std::function<void(const std::vector<NodeId>& group, bool is_circle)>& visit) {
    struct Frame {
        NodeId node;
        Cursor cursor;
        bool reads_itself = false;
    };
    std::vector<std::uint32_t> order;  // when each node was first met
    std::vector<std::uint32_t> low;    // the earliest open node it leads back to
    std::vector<NodeId> open;
    std::vector<bool> is_open;
    std::vector<Frame> frames;
    std::vector<NodeId> group;
    std::uint32_t counter = 0;
    auto enter = [&](NodeId node) {
        if (node >= order.size()) {
            const std::size_t size =
                std::max<std::size_t>(formulas_.cells.size() + blocks_.size() + ranges_.size(), node + 1);
            order.resize(size, unseen);
            low.resize(size, unseen);
            is_open.resize(size, false);
        }
        order[node] = low[node] = counter++;
        open.push_back(node);
        is_open[node] = true;
        frames.push_back({node, {}, false});
    };
    for (NodeId root = 0; root < formulas_.cells.size(); ++root) {
        if (root < order.size() && order[root] != unseen) continue;
        enter(root);
        while (!frames.empty()) {
            const NodeId node = frames.back().node;
            if (const auto read = next_read(node, frames.back().cursor)) {
                if (*read == node) frames.back().reads_itself = true;
                if (*read >= order.size() || order[*read] == unseen) {
                    enter(*read);
                } else if (is_open[*read]) {
                    low[node] = std::min(low[node], order[*read]);
                }
                continue;
            }
            const bool reads_itself = frames.back().reads_itself;
            frames.pop_back();
            if (!frames.empty()) low[frames.back().node] = std::min(low[frames.back().node], low[node]);
            if (low[node] != order[node]) continue;
            group.clear();
            for (bool more = true; more;) {
                group.push_back(open.back());
                is_open[open.back()] = false;
                more = open.back() != node;
                open.pop_back();
            }
            visit(group, group.size() > 1 || reads_itself);
        }
    }
}

}  // namespace scorebook::formula
