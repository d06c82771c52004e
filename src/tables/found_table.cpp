// found_table.cpp - looking up a found table's columns.
#include "tables/found_table.hpp"

#include <algorithm>

namespace scorebook {

const FoundColumn* FoundTable::find_column(std::string_view id) const {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const FoundColumn& column) {
        return column.spec && column.spec->id == id;
    });
    return found == columns.end() ? nullptr : &*found;
}

const FoundColumn* FoundTable::find_header(std::string_view header) const {
    if (!spec) return nullptr;
    const ColumnSpec* wanted = spec->find_header(header);
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const FoundColumn& column) {
        return wanted && column.spec && column.spec->id == wanted->id;
    });
    return found == columns.end() ? nullptr : &*found;
}

}  // namespace scorebook
