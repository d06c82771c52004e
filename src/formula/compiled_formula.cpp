// compiled_formula.cpp - finding what a formula reads, through names and tables.
#include "formula/compiled_formula.hpp"

#include <algorithm>

#include "formula/formula_parser.hpp"
#include "formula/function_table.hpp"
#include "formula/structured_lookup.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

/// Names within names within names: deeper is a circle.
constexpr std::size_t max_name_depth = 32;

class ReadFinder {
  public:
    ReadFinder(Workspace& workspace, CompiledFormula& result, SheetIndex sheet, CellRef cell)
        : workspace_(workspace), result_(result), sheet_(sheet), cell_(cell) {}

    void add_tree(const FormulaTree& tree, std::size_t depth) { add_node(tree, tree.root, depth); }

  private:
    void add_node(const FormulaTree& tree, NodeIndex index, std::size_t depth) {
        const Node& node = tree.nodes[index];
        switch (node.kind) {
            case NodeKind::area:
                add_area(tree, tree.areas[node.payload]);
                break;
            case NodeKind::name:
                add_name(tree, tree.names[node.payload], depth);
                break;
            case NodeKind::structured:
                add_structured(tree.structured[node.payload]);
                break;
            case NodeKind::call:
                return add_call(tree, node, depth);
            case NodeKind::binary:
                if (node.op == Operator::range) result_.reads_anywhere = true;
                break;
            default:
                break;
        }
        for (std::size_t i = 0; i < node.child_count; ++i) add_node(tree, tree.child(node, i), depth);
    }

    /// CELL changes by itself only when it tells the name of the file.
    static bool is_steady_cell(const FormulaTree& tree, const Node& node, const FunctionRow& row) {
        if (row.name != "CELL" || node.child_count == 0) return false;
        const Node& what = tree.nodes[tree.child(node, 0)];
        if (what.kind != NodeKind::literal) return false;
        const auto* text = std::get_if<std::string>(&tree.literals[what.payload]);
        return text != nullptr && !equal_fold(*text, "filename");
    }

    void add_call(const FormulaTree& tree, const Node& node, std::size_t depth) {
        const FunctionNode& function = tree.functions[node.payload];
        if (function.row != nullptr && function.row->trait == FunctionTrait::is_volatile &&
            !is_steady_cell(tree, node, *function.row))
            result_.is_volatile = true;
        if (function.row != nullptr && function.row->trait == FunctionTrait::reads_anywhere)
            result_.reads_anywhere = true;
        // A lambda with a name of its own is called like a function.
        if (function.row == nullptr) add_name(tree, NameNode{function.name, own_sheet}, depth);
        for (std::size_t i = 0; i < node.child_count; ++i) {
            const NodeIndex child = tree.child(node, i);
            // ROWS(A$1:A5) in A5 doesn't read A5.
            const bool only_place = function.row != nullptr && function.row->argument_kind(i) == 'p' &&
                                    tree.nodes[child].kind == NodeKind::area;
            if (!only_place) add_node(tree, child, depth);
        }
    }

    void add_area(const FormulaTree& tree, const AreaNode& area) {
        ReadArea read{sheet_, area.first, area.shape == AreaShape::cell ? area.first : area.last};
        if (area.sheets == own_sheet) return result_.reads.push_back(read);
        const SheetSpan& span = tree.sheets[area.sheets];
        if (!span.book.empty()) {
            result_.reads_other_books = true;
            return;
        }
        const auto first = workspace_.find_sheet(span.first);
        const auto last = span.last.empty() ? first : workspace_.find_sheet(span.last);
        if (!first || !last) return;
        for (SheetIndex sheet = std::min(*first, *last); sheet <= std::max(*first, *last); ++sheet) {
            read.sheet = sheet;
            result_.reads.push_back(read);
        }
    }

    void add_name(const FormulaTree& tree, const NameNode& name, std::size_t depth) {
        SheetIndex sheet = sheet_;
        if (name.sheets != own_sheet) {
            // [0]! is this workbook.
            const std::string& book = tree.sheets[name.sheets].book;
            if (!book.empty() && book != "0") {
                result_.reads_other_books = true;
                return;
            }
            const auto found = workspace_.find_sheet(tree.sheets[name.sheets].first);
            if (found) sheet = *found;
        }
        const Workspace::Name* parsed = workspace_.find_name(name.name, sheet);
        if (parsed == nullptr) {
            if (workspace_.source().find_table(name.name) != nullptr) {
                StructuredNode whole;
                whole.table = name.name;
                add_structured(whole);
            }
            return;
        }
        if (depth >= max_name_depth) return;
        ReadFinder inner(workspace_, result_, sheet, cell_);
        inner.add_tree(*parsed->tree, depth + 1);
    }

    void add_structured(const StructuredNode& structured) {
        if (!structured.book.empty()) {
            result_.reads_other_books = true;
            return;
        }
        // [@Column] is looked up in the table's first row: copies of the formula stand in others.
        const CellSource& source = workspace_.source();
        const SourceTable* table =
            structured.table.empty() ? source.table_at(sheet_, cell_) : source.find_table(structured.table);
        if (table == nullptr) return;
        const CellRef first_row{table->range.first.row_index + table->header_rows,
                                table->range.first.column_index};
        StructuredNode named = structured;
        named.table = table->name;
        const Value found =
            find_structured(source, named, table->sheet, structured.this_row ? first_row : cell_);
        const Reference* reference = found.reference();
        if (reference == nullptr) return;
        const CellRange& range = reference->areas[0].range;
        ReadArea read;
        read.sheet = reference->areas[0].sheet;
        read.first = {static_cast<std::int32_t>(range.first.row_index),
                      static_cast<std::int32_t>(range.first.column_index), true, true};
        read.last = {static_cast<std::int32_t>(range.last.row_index),
                     static_cast<std::int32_t>(range.last.column_index), true, true};
        if (structured.this_row) {
            read.first.row = read.last.row = 0;
            read.first.row_is_absolute = read.last.row_is_absolute = false;
        }
        result_.reads.push_back(read);
    }

    Workspace& workspace_;
    CompiledFormula& result_;
    SheetIndex sheet_;
    CellRef cell_;
};

}  // namespace

Area ReadArea::at(CellRef cell) const {
    const CellRef a = resolve(first, cell);
    const CellRef b = resolve(last, cell);
    return {sheet,
            {{std::min(a.row_index, b.row_index), std::min(a.column_index, b.column_index)},
             {std::max(a.row_index, b.row_index), std::max(a.column_index, b.column_index)}}};
}

CompiledFormula compile_formula(Workspace& workspace, std::string_view text, SheetIndex sheet, CellRef cell) {
    CompiledFormula result;
    result.tree = parse_formula(text, cell).tree;
    if (!result.tree) return result;
    ReadFinder(workspace, result, sheet, cell).add_tree(*result.tree, 0);
    result.program = RowProgram::compile(*result.tree, sheet, workspace);
    return result;
}

}  // namespace scorebook::formula
