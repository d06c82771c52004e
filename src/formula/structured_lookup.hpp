// structured_lookup.hpp - the cells a structured reference means: Table[[#Totals],[Cost]], [@Score].
#pragma once

#include <optional>
#include <string_view>

#include "formula/cell_source.hpp"
#include "formula/formula_tree.hpp"
#include "formula/value.hpp"

namespace scorebook::formula {

/// As seen from `cell`: without a table's name the table it lies in. #REF! for a part that isn't there,
/// #NAME? for an unknown table, #VALUE! for [@Column] outside the table's rows.
Value find_structured(const CellSource& source, const StructuredNode& structured, SheetIndex sheet,
                      CellRef cell);

/// Index of the column called `name`, without case.
std::optional<std::uint32_t> find_table_column(const SourceTable& table, std::string_view name);

}  // namespace scorebook::formula
