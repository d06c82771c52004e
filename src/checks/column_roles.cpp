// column_roles.cpp - which of a table's columns plays which part in the rules.
#include "checks/column_roles.hpp"

namespace scorebook {

namespace {

bool says(const FoundColumn& column, std::string_view word) {
    return column.spec->id.find(word) != std::string::npos;
}

/// The slot of `roles` a column belongs in, or null.
const FoundColumn** slot_of(ColumnRoles& roles, const FoundColumn& column) {
    switch (column.spec->kind) {
        case ValueKind::id:
            return &roles.id;
        case ValueKind::text:
            if (says(column, "reason"))
                return says(column, "rag") ? &roles.rag_reason : &roles.closure_reason;
            if (says(column, "status")) return &roles.status;
            return says(column, "title") || says(column, "description") ? &roles.description : nullptr;
        case ValueKind::words:
            return says(column, "status") ? &roles.status : nullptr;
        case ValueKind::level:
            if (says(column, "target")) return nullptr;
            if (says(column, "impact"))
                return says(column, "residual") ? &roles.residual_impact : &roles.impact;
            if (!says(column, "likelihood")) return nullptr;
            return says(column, "residual") ? &roles.residual_likelihood : &roles.likelihood;
        case ValueKind::score:
            if (says(column, "target")) return &roles.target;
            return says(column, "residual") ? &roles.residual : &roles.score;
        case ValueKind::list:
            return says(column, "action") ? &roles.actions : nullptr;
        case ValueKind::person:
            return &roles.owner;
        case ValueKind::direction:
            return &roles.direction;
        case ValueKind::date:
            if (says(column, "complet")) return &roles.completed;
            return says(column, "due") ? &roles.due : nullptr;
        case ValueKind::rag:
        case ValueKind::number:
        case ValueKind::figure:
        case ValueKind::percentage:
        case ValueKind::money:
        case ValueKind::duration:
        case ValueKind::target:
            return nullptr;
        case ValueKind::period:  // a table of one row a period
            return &roles.description;
    }
    return nullptr;
}

}  // namespace

ColumnRoles column_roles(const FoundTable& table) {
    ColumnRoles roles;
    for (const FoundColumn& column : table.columns) {
        if (!column.spec) continue;
        const FoundColumn** slot = slot_of(roles, column);
        if (slot && !*slot) *slot = &column;
    }
    return roles;
}

}  // namespace scorebook
