// evaluate.hpp - a tree and a cell -> a value. Legacy implicit intersection and array evaluation; no cell is
// written.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "formula/formula_tree.hpp"
#include "formula/value.hpp"
#include "formula/workspace.hpp"

namespace scorebook::formula {

/// How an operator or a function takes a range where it wants one value.
enum class Mode : std::uint8_t {
    single,  ///< the cell in the formula's own row or column, as formulas before dynamic arrays do
    array,   ///< each cell in turn: array formulas, dynamic arrays, arguments such as SUMPRODUCT's
};

/// Names bound by LET and LAMBDA, innermost first.
struct Scope {
    std::string name;  ///< folded, without _xlpm.
    Value value;
    std::shared_ptr<const Scope> outer;
};

class Evaluation {
  public:
    Evaluation(Workspace& workspace, const FormulaTree& tree, SheetIndex sheet, CellRef cell, Mode mode,
               std::shared_ptr<const Scope> scope = nullptr)
        : workspace_(workspace),
          tree_(tree),
          sheet_(sheet),
          cell_(cell),
          mode_(mode),
          scope_(std::move(scope)) {}

    Workspace& workspace() const { return workspace_; }
    const CellSource& source() const { return workspace_.source(); }
    const FormulaTree& tree() const { return tree_; }
    SheetIndex sheet() const { return sheet_; }
    CellRef cell() const { return cell_; }
    Mode mode() const { return mode_; }
    const std::shared_ptr<const Scope>& scope() const { return scope_; }

    /// The whole formula; may be a reference or an array.
    Value run();
    /// The value of a node; references stay references.
    Value evaluate(NodeIndex node, Mode mode);
    /// The same, references read: one value, or an array in array mode.
    Value operand(NodeIndex node, Mode mode);

    /// A reference to numbers alone, and long, as those; empty for anything else.
    std::shared_ptr<const NumberArray> to_numbers(const Value& value) const;
    /// A reference read; everything else as it is.
    Value dereference(Value value, Mode mode) const;
    /// One value of whatever it is: intersection for references, the first of an array.
    CellValue to_single(const Value& value) const;
    /// Every kind of value as an array; one value as 1x1. Whole columns end at the last used row.
    std::shared_ptr<const Array> to_array(const Value& value) const;
    /// `area` without the rows and columns beyond every sheet's used cells, when it spans whole ones.
    CellRange clipped(const Area& area) const;

    /// `lambda` called with `arguments`.
    Value apply(const Lambda& lambda, std::vector<Value> arguments);

  private:
    Value evaluate_area(const AreaNode& area);
    Value evaluate_name(const NameNode& name);
    Value evaluate_structured(const StructuredNode& structured);
    Value evaluate_call(const Node& node, Mode mode);
    Value evaluate_unknown_call(const Node& node, const FunctionNode& function, Mode mode);
    Value apply_function(const FunctionRow& row, std::vector<Value> arguments);
    Value evaluate_unary(const Node& node, Mode mode);
    Value evaluate_binary(const Node& node, Mode mode);
    Value evaluate_reference_operator(const Node& node, Mode mode);
    std::optional<Value> equal_texts(Operator op, const Value& column, const Value& text) const;
    Value unread_operand(NodeIndex node, Mode mode);
    CellValue intersect(const Reference& reference) const;
    std::shared_ptr<const Array> read_area(const Area& area) const;

    Workspace& workspace_;
    const FormulaTree& tree_;
    SheetIndex sheet_;
    CellRef cell_;
    Mode mode_;
    std::shared_ptr<const Scope> scope_;
};

/// LAMBDA's result: parameters, body and the names it saw where it was made. Lives as long as its tree. Or a
/// function of Excel's by its name.
struct Lambda {
    std::vector<std::string> parameters;    ///< folded, without _xlpm.
    std::size_t required = 0;               ///< the first so many parameters can't be left out
    const FunctionRow* function = nullptr;  ///< when not null, all there is
    const FormulaTree* tree = nullptr;
    NodeIndex body = 0;
    std::shared_ptr<const Scope> scope;
};

/// The result a formula leaves in its cell: blank becomes 0, an array its first value.
CellValue cell_result(const Evaluation& evaluation, const Value& value);

/// The zero Excel shows for 0.5-0.4-0.1: the last operator's rounding noise, 2^50 times smaller than its
/// operands.
double snap_to_zero(double result, double left, double right);

}  // namespace scorebook::formula
