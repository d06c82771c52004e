// commentary.cpp - what an officer writes about an entry's figures, and whether it was copied forward.
#include "checks/commentary.hpp"

#include "checks/wording.hpp"

namespace scorebook {

std::vector<const FoundColumn*> commentary_columns(const TableValues& values) {
    std::vector<const FoundColumn*> columns;
    for (const FoundColumn& column : values.table().columns) {
        if (!column.spec) continue;
        const bool is_comment =
            column.spec->kind == ValueKind::text && column.spec->id.find("comment") != std::string::npos;
        if (&column == values.roles().actions || is_comment) columns.push_back(&column);
    }
    return columns;
}

std::vector<std::string> unchanged_commentary(const TableValues& now, std::size_t entry,
                                              const TableValues& before, std::size_t entry_before) {
    std::vector<std::string> headers;
    for (const FoundColumn* column : commentary_columns(now)) {
        const FoundColumn* old_column = before.table().find_column(column->spec->id);
        if (!old_column) continue;
        const std::string text = folded(now.read(entry, *column).text);
        if (text != folded(before.read(entry_before, *old_column).text)) return {};
        if (!text.empty()) headers.push_back(column->spec->header);
    }
    return headers;
}

}  // namespace scorebook
