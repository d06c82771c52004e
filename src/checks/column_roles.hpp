// column_roles.hpp - which of a table's columns plays which part in the rules: the entry's id, its two
// scores, its owner.
//
// Template authors choose column ids; the rules need to know "the residual score". Kind and a word in the id
// say which.
#pragma once

#include "tables/found_table.hpp"

namespace scorebook {

/// Null where the table has no such column.
struct ColumnRoles {
    const FoundColumn* id = nullptr;
    const FoundColumn* description =
        nullptr;  ///< what the entry is called: its title or description, whichever comes first
    const FoundColumn* impact = nullptr;
    const FoundColumn* likelihood = nullptr;
    const FoundColumn* score = nullptr;  ///< before actions
    const FoundColumn* residual_impact = nullptr;
    const FoundColumn* residual_likelihood = nullptr;
    const FoundColumn* residual = nullptr;  ///< after actions
    const FoundColumn* target = nullptr;
    const FoundColumn* actions = nullptr;
    const FoundColumn* owner = nullptr;
    const FoundColumn* direction = nullptr;
    const FoundColumn* status = nullptr;
    const FoundColumn* due = nullptr;
    const FoundColumn* completed = nullptr;
    const FoundColumn* rag_reason = nullptr;  ///< why a RAG differs from its score's band
    const FoundColumn* closure_reason = nullptr;

    /// The score an entry is judged by: the residual one, or the only one there is.
    const FoundColumn* judged() const { return residual ? residual : score; }
};

ColumnRoles column_roles(const FoundTable& table);

}  // namespace scorebook
