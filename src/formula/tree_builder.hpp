// tree_builder.hpp - nodes put into a FormulaTree one by one, children before their parent.
#pragma once

#include <vector>

#include "formula/formula_lexer.hpp"
#include "formula/formula_tree.hpp"

namespace scorebook::formula {

class TreeBuilder {
  public:
    /// Relative corners will count from `cell`, where the formula stands.
    explicit TreeBuilder(CellRef cell) : cell_(cell) {}

    FormulaTree take(NodeIndex root) {
        tree_.root = root;
        return std::move(tree_);
    }
    NodeKind kind(NodeIndex node) const { return tree_.nodes[node].kind; }

    /// Whether an operand of ':' and of the space may lead to cells; a constant can't, but for #REF!, which
    /// is what is left of a reference.
    bool can_be_reference(NodeIndex operand) const;

    NodeIndex add_missing() { return add_node(NodeKind::missing, 0); }
    NodeIndex add_parent(NodeKind kind, Operator op, const std::vector<NodeIndex>& children);
    NodeIndex add_literal(CellValue value);
    NodeIndex add_array(Array array);
    NodeIndex add_area(const Token& from, AreaShape shape, std::uint32_t sheets);
    NodeIndex add_structured(const StructuredNode& structured);
    NodeIndex add_name(const std::string& name, std::uint32_t sheets);
    NodeIndex add_call(FunctionNode function, const std::vector<NodeIndex>& arguments);

    /// left:right; A1:B2 becomes one area, anything else (names, functions) stays an operation.
    NodeIndex join_corners(NodeIndex left, NodeIndex right);

    /// The index of a sheet span in the tree, for areas and names on it.
    std::uint32_t add_sheets(const SheetSpan& span);

  private:
    NodeIndex add_node(NodeKind kind, std::size_t payload);
    Corner relative(Corner corner) const;

    FormulaTree tree_;
    CellRef cell_;
};

}  // namespace scorebook::formula
