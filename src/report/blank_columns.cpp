// blank_columns.cpp - an officer can add any other column of the template by its header.
#include "report/blank_columns.hpp"

#include <algorithm>
#include <set>

namespace scorebook {

namespace {

constexpr std::size_t most_columns_of_a_small_table = 14;

/// Headers and ids that checks and relations of the table read.
std::set<std::string> read_by_rules(const TableSpec& table) {
    std::set<std::string> names;
    for (const FormulaCheck& check : table.checks) {
        if (check.rule == "G07") names.insert(check.holds.columns().begin(), check.holds.columns().end());
    }
    for (const Relation& relation : table.relations) {
        names.insert(relation.column);
        for (const auto& [role, ids] : relation.parts) {
            if (role != "note") names.insert(ids.begin(), ids.end());
        }
    }
    return names;
}

bool is_computed(const TableSpec& table, const ColumnSpec& column) {
    return std::any_of(table.computed.begin(), table.computed.end(),
                       [&](const ComputedColumn& computed) { return computed.column == column.id; });
}

bool is_kept_in_large_table(const TableSpec& table, const ColumnSpec& column) {
    if (column.id.starts_with("target_") || column.id == "target_score") return false;
    switch (column.kind) {
        case ValueKind::text:
        case ValueKind::period:
        case ValueKind::figure:
            return false;
        case ValueKind::rag:
            return column.of.starts_with("residual") && is_computed(table, column);
        default:
            return true;
    }
}

}  // namespace

std::vector<const ColumnSpec*> blank_columns(const TableSpec& table) {
    const bool is_small = table.columns.size() <= most_columns_of_a_small_table;
    const std::set<std::string> read = read_by_rules(table);
    std::vector<const ColumnSpec*> columns;
    for (const ColumnSpec& column : table.columns) {
        const bool is_needed = column.required || column.blank_is_fault || read.contains(column.id) ||
                               read.contains(column.header);
        if (is_small || is_needed || is_kept_in_large_table(table, column)) columns.push_back(&column);
    }
    return columns;
}

}  // namespace scorebook
