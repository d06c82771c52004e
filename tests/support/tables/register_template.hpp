// register_template.hpp - the risk register's template as the tests of the tables layer use it, and files by
// path.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scorebook/template_set.hpp"
#include "tables/found_table.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook::test {

/// All bytes of a file; none when it can't be read.
std::optional<std::string> read_whole_file(const std::string& path);

/// workbook-templates/risk-register.xml, read once.
const TemplateSet& register_templates();
const WorkbookTemplate& register_template();

/// What find_tables() says of a workbook.
FoundTables tables_of(const Workbook& workbook);

/// A table in one line: "risks Register!A5:J24 15", with continuation rows as "7-8" after it: "... 15 [7-8
/// 10-11]".
std::string describe(const Workbook& workbook, const FoundTable& table);
std::vector<std::string> describe(const Workbook& workbook, const FoundTables& found);

/// Remarks of one kind: "A8:J8 CR2" or "A8:J8 CR2 | other".
std::vector<std::string> remarks_of(const FoundTable& table, StructureKind kind);

/// Column letters by id, in sheet order: "A id, B description, C ?Notes".
std::string columns_of(const FoundTable& table);

}  // namespace scorebook::test
