// dependency_graph.hpp - which formulas read which, and an order in which everything is ready before it is
// read.
//
//   formula -> cells it names one by one -> the formulas in them
//           -> ranges, each known once   -> blocks of 256 formulas of a column, and the odd ones at the ends
//
// So a thousand COUNTIFs over one column of formulas cost a thousand edges to one range, and running totals
// share blocks.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

#include "formula/area_hash.hpp"
#include "formula/workbook_formulas.hpp"

namespace scorebook::formula {

using NodeId = std::uint32_t;

class DependencyGraph {
  public:
    explicit DependencyGraph(const WorkbookFormulas& formulas);

    /// The formula whose result stands in a cell: its own, or the array formula that fills it.
    std::optional<NodeId> formula_at(SheetIndex sheet, CellRef cell) const;

    /// Calls `visit` with groups of nodes, whatever a group reads lying in earlier groups. A group of several
    /// nodes is a circle; so is one formula that reads itself. Ids below formula_count() are indexes of
    /// formulas.cells; others stand for ranges and blocks, whose state `visit` may need: see changed_within.
    void visit_in_order(const std::function<void(const std::vector<NodeId>& group, bool is_circle)>& visit);

    std::size_t formula_count() const { return formulas_.cells.size(); }
    /// The area of a range node; null for blocks.
    const Area* range_of(NodeId node) const;
    /// What a node reads: formulas, ranges and blocks.
    void visit_reads(NodeId node, const std::function<bool(NodeId)>& visit);

  private:
    static constexpr std::size_t block_size = 256;
    struct Column {
        std::vector<std::uint32_t> rows;
        std::vector<NodeId> formulas;
        NodeId first_block = 0;
    };
    /// How far the search has come through what a node reads.
    struct Cursor {
        std::uint32_t item = 0;
        std::uint32_t within = 0;
        std::uint32_t end = 0;
        bool started = false;
    };

    void add_cell(SheetIndex sheet, CellRef cell, NodeId formula);
    const Column* column_at(SheetIndex sheet, std::uint32_t column) const;
    NodeId range_node(const Area& area);
    std::optional<NodeId> next_read(NodeId node, Cursor& cursor);
    std::optional<NodeId> next_of_formula(const FormulaCell& formula, Cursor& cursor);
    std::optional<NodeId> next_of_range(const Area& area, Cursor& cursor);

    const WorkbookFormulas& formulas_;
    std::vector<std::vector<Column>> sheets_;
    std::vector<std::pair<const Column*, std::size_t>> blocks_;  ///< column, index of the first formula
    std::vector<Area> ranges_;
    std::unordered_map<Area, NodeId, AreaHash> range_ids_;
};

}  // namespace scorebook::formula
