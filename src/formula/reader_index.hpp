// reader_index.hpp - which formulas read a cell: asked for one cell at a time, without a list for each.
#pragma once

#include <functional>
#include <vector>

#include "formula/dependency_graph.hpp"

namespace scorebook::formula {

class ReaderIndex {
  public:
    explicit ReaderIndex(const WorkbookFormulas& formulas);

    /// Calls `visit` for each formula that reads the cell, by name or in a range; some more than once.
    /// Costs what there are of different formulas, and a little for each reader.
    void visit_readers(SheetIndex sheet, CellRef cell, const std::function<void(NodeId)>& visit) const;

  private:
    /// One thing that all copies of a formula read, each from its own place.
    struct Read {
        std::uint32_t compiled = 0;
        ReadArea area;
        CellRange reach;  ///< all of what the copies read together
    };
    const WorkbookFormulas& formulas_;
    std::vector<std::vector<NodeId>> copies_;  ///< by compiled formula, in order of sheet, row, column
    std::vector<std::vector<Read>> reads_;     ///< by sheet that is read
};

}  // namespace scorebook::formula
