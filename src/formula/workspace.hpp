// workspace.hpp - what the evaluations of one run share: the cells, the clock, parsed names and found sheets.
//
// Holds references only; the source must outlive it. Not for two threads at once.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "formula/formula_tree.hpp"
#include "formula/range_cache.hpp"
#include "formula/row_formula.hpp"

namespace scorebook::formula {

class Workspace {
  public:
    Workspace(const CellSource& source, const EvaluationClock& clock);

    const CellSource& source() const { return source_; }
    const EvaluationClock& clock() const { return clock_; }

    std::optional<SheetIndex> find_sheet(const std::string& name);

    /// The parsed formula of a defined name as `sheet` sees it; null when there is none or it can't be read.
    struct Name {
        std::shared_ptr<const FormulaTree> tree;
        std::optional<SheetIndex> sheet;
    };
    const Name* find_name(const std::string& name, SheetIndex sheet);

    /// The last row and column any sheet uses: where whole columns and rows may end without missing a cell.
    CellRef used_corner();

    /// In [0, 1), the same sequence for the same seed and cell, whatever was evaluated before.
    double random();
    void restart_random(SheetIndex sheet, CellRef cell);

    /// Something can't be worked out here; the cell keeps its stored result. The first reason stays.
    void give_up(std::string why);
    /// The reason since the last call, if any; forgets it.
    std::optional<std::string> take_reason();
    bool has_given_up() const { return reason_.has_value(); }

    /// Ranges and indexes many formulas share.
    RangeCache& ranges() { return ranges_; }

    /// A formula begins: what the last one took is forgotten.
    void begin_formula() { effort_ = 0; }
    /// Counts work of about `values` values made. True, and the formula is given up, when it has taken more
    /// than a formula may: lambdas and names that call each other could go on for years.
    bool spend(double values);

    /// The array made for `key` before, or made now.
    std::shared_ptr<const Array> kept_array(const std::string& key,
                                            const std::function<std::shared_ptr<const Array>()>& make);

    /// Nested evaluations: names, lambdas, brackets.
    std::size_t depth = 0;

  private:
    const CellSource& source_;
    EvaluationClock clock_;
    std::unordered_map<std::string, std::optional<SheetIndex>> sheets_;
    std::unordered_map<std::string, Name> names_;
    std::optional<CellRef> used_corner_;
    std::uint64_t random_state_;
    std::optional<std::string> reason_;
    double effort_ = 0;
    RangeCache ranges_;
    std::unordered_map<std::string, std::shared_ptr<const Array>> kept_arrays_;
};

}  // namespace scorebook::formula
