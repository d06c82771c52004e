// formula_tree.hpp - a parsed formula in relative form: the same tree for every copy of a formula down a
// column.
//
// Nodes lie in one vector and point at pools, so that a workbook of many distinct formulas stays small.
// Sheets, names and tables are kept as written; what they mean is found when the formula is evaluated.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "formula/corner.hpp"
#include "formula/value.hpp"

namespace scorebook::formula {

struct FunctionRow;

enum class AreaShape : std::uint8_t { cell, rectangle, whole_columns, whole_rows };

/// Sheet1!, Sheet1:Sheet3!, [1]Sheet1!; `last` is empty for one sheet, `book` for this workbook.
struct SheetSpan {
    std::string book;
    std::string first;
    std::string last;

    friend bool operator==(const SheetSpan&, const SheetSpan&) = default;
};

inline constexpr std::uint32_t own_sheet = 0xFFFFFFFF;

struct AreaNode {
    Corner first;
    Corner last;
    AreaShape shape = AreaShape::cell;
    std::uint32_t sheets = own_sheet;  ///< index into FormulaTree::sheets

    friend bool operator==(const AreaNode&, const AreaNode&) = default;
};

/// A defined name, or a name bound by LET and LAMBDA.
struct NameNode {
    std::string name;                  ///< as written
    std::uint32_t sheets = own_sheet;  ///< Sheet1!name
    friend bool operator==(const NameNode&, const NameNode&) = default;
};

/// Table[[#Headers],[First]:[Last]]; `table` is empty inside the table itself. No parts at all means the data
/// rows.
struct StructuredNode {
    std::string table;
    bool all = false;
    bool headers = false;
    bool data = false;
    bool totals = false;
    bool this_row = false;
    std::string first_column;  ///< empty: every column
    std::string last_column;   ///< empty: only the first
    std::string book;          ///< of another workbook

    friend bool operator==(const StructuredNode&, const StructuredNode&) = default;
};

struct FunctionNode {
    const FunctionRow* row = nullptr;  ///< null for a name that is no built-in function
    std::string name;                  ///< as written, prefixes and all

    friend bool operator==(const FunctionNode&, const FunctionNode&) = default;
};

enum class NodeKind : std::uint8_t {
    literal,     ///< payload: literals
    array,       ///< payload: arrays
    area,        ///< payload: areas
    name,        ///< payload: names
    structured,  ///< payload: structured
    call,        ///< payload: functions; children: arguments
    apply,       ///< children: what is called, then its arguments
    unary,       ///< op; one child
    binary,      ///< op; two children
    missing,     ///< an argument left empty
};

enum class Operator : std::uint8_t {
    range,
    intersection,
    join,  // references: A1:B2, space, comma
    negate,
    plus,
    percent,
    implicit_intersection,
    spill,  // one operand
    power,
    multiply,
    divide,
    add,
    subtract,
    concatenate,  // values
    equal,
    not_equal,
    less,
    less_or_equal,
    greater,
    greater_or_equal,
};

struct Node {
    NodeKind kind = NodeKind::missing;
    Operator op = Operator::range;
    std::uint32_t payload = 0;
    std::uint32_t first_child = 0;  ///< index into FormulaTree::children
    std::uint32_t child_count = 0;

    friend bool operator==(const Node&, const Node&) = default;
};

using NodeIndex = std::uint32_t;

}  // namespace scorebook::formula

namespace scorebook {

/// See formula::Node. Equal trees mean the same formula.
struct FormulaTree {
    std::vector<formula::Node> nodes;
    std::vector<formula::NodeIndex> children;
    std::vector<CellValue> literals;
    std::vector<formula::Array> arrays;
    std::vector<formula::AreaNode> areas;
    std::vector<formula::SheetSpan> sheets;
    std::vector<formula::NameNode> names;
    std::vector<formula::StructuredNode> structured;
    std::vector<formula::FunctionNode> functions;
    formula::NodeIndex root = 0;

    formula::NodeIndex child(const formula::Node& node, std::size_t index) const {
        return children[node.first_child + index];
    }
    friend bool operator==(const FormulaTree&, const FormulaTree&) = default;
};

}  // namespace scorebook
