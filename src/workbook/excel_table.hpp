// excel_table.hpp - reading a table part (xl/tables/table1.xml). ECMA-376 Part 1, 18.5.1.2.
#pragma once

#include <optional>
#include <string>

#include "workbook/workbook_model.hpp"

namespace scorebook {

struct ExcelTablePart {
    std::optional<ExcelTable> table;  ///< empty when its range can't be read
    bool filter_is_active = false;    ///< a column of its filter has a criterion
};

/// Throws Error damaged_workbook for broken XML.
ExcelTablePart read_excel_table(const std::string& xml, const std::string& part_name);

}  // namespace scorebook
