// tree_builder.cpp - the pools of a formula's tree, filled.
#include "formula/tree_builder.hpp"

#include <utility>

namespace scorebook::formula {

NodeIndex TreeBuilder::add_node(NodeKind kind, std::size_t payload) {
    Node node;
    node.kind = kind;
    node.payload = static_cast<std::uint32_t>(payload);
    tree_.nodes.push_back(node);
    return static_cast<NodeIndex>(tree_.nodes.size() - 1);
}

bool TreeBuilder::can_be_reference(NodeIndex operand) const {
    const Node& node = tree_.nodes[operand];
    if (node.kind == NodeKind::array) return false;
    if (node.kind != NodeKind::literal) return true;
    const auto* error = std::get_if<CellError>(&tree_.literals[node.payload]);
    return error != nullptr && *error == CellError::ref;
}

NodeIndex TreeBuilder::add_parent(NodeKind kind, Operator op, const std::vector<NodeIndex>& children) {
    const NodeIndex index = add_node(kind, 0);
    Node& node = tree_.nodes[index];
    node.op = op;
    node.first_child = static_cast<std::uint32_t>(tree_.children.size());
    node.child_count = static_cast<std::uint32_t>(children.size());
    tree_.children.insert(tree_.children.end(), children.begin(), children.end());
    return index;
}

NodeIndex TreeBuilder::add_literal(CellValue value) {
    tree_.literals.push_back(std::move(value));
    return add_node(NodeKind::literal, tree_.literals.size() - 1);
}

std::uint32_t TreeBuilder::add_sheets(const SheetSpan& span) {
    for (std::size_t i = 0; i < tree_.sheets.size(); ++i) {
        if (tree_.sheets[i] == span) return static_cast<std::uint32_t>(i);
    }
    tree_.sheets.push_back(span);
    return static_cast<std::uint32_t>(tree_.sheets.size() - 1);
}

/// From counting from 0 to counting from the formula's cell, where no $ stands.

Corner TreeBuilder::relative(Corner corner) const {
    if (!corner.row_is_absolute) corner.row -= static_cast<std::int32_t>(cell_.row_index);
    if (!corner.column_is_absolute) corner.column -= static_cast<std::int32_t>(cell_.column_index);
    return corner;
}

NodeIndex TreeBuilder::add_area(const Token& from, AreaShape shape, std::uint32_t sheets) {
    AreaNode area;
    area.first = relative(from.first);
    area.last = relative(from.last);
    area.shape = shape;
    area.sheets = sheets;
    tree_.areas.push_back(area);
    return add_node(NodeKind::area, tree_.areas.size() - 1);
}

NodeIndex TreeBuilder::add_structured(const StructuredNode& structured) {
    tree_.structured.push_back(structured);
    return add_node(NodeKind::structured, tree_.structured.size() - 1);
}

NodeIndex TreeBuilder::join_corners(NodeIndex left, NodeIndex right) {
    const Node& a = tree_.nodes[left];
    const Node& b = tree_.nodes[right];
    if (a.kind == NodeKind::area && b.kind == NodeKind::area) {
        AreaNode& first = tree_.areas[a.payload];
        const AreaNode& second = tree_.areas[b.payload];
        const bool same_sheet = second.sheets == own_sheet || second.sheets == first.sheets;
        if (first.shape == AreaShape::cell && second.shape == AreaShape::cell && same_sheet &&
            b.payload + 1 == tree_.areas.size() && right + 1 == tree_.nodes.size()) {
            first.last = second.first;
            first.shape = AreaShape::rectangle;
            tree_.areas.pop_back();
            tree_.nodes.pop_back();
            return left;
        }
    }
    return add_parent(NodeKind::binary, Operator::range, {left, right});
}

NodeIndex TreeBuilder::add_array(Array array) {
    tree_.arrays.push_back(std::move(array));
    return add_node(NodeKind::array, tree_.arrays.size() - 1);
}

NodeIndex TreeBuilder::add_name(const std::string& name, std::uint32_t sheets) {
    tree_.names.push_back({name, sheets});
    return add_node(NodeKind::name, tree_.names.size() - 1);
}

NodeIndex TreeBuilder::add_call(FunctionNode function, const std::vector<NodeIndex>& arguments) {
    tree_.functions.push_back(std::move(function));
    const NodeIndex index = add_parent(NodeKind::call, Operator::range, arguments);
    tree_.nodes[index].payload = static_cast<std::uint32_t>(tree_.functions.size() - 1);
    return index;
}

}  // namespace scorebook::formula
