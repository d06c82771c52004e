// register_template.cpp - the register's template and found tables in words.
#include "support/tables/register_template.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tables/table_finder.hpp"

namespace scorebook::test {

std::optional<std::string> read_whole_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

const TemplateSet& register_templates() {
    static const TemplateSet set = [] {
        const std::string path = std::string(SCOREBOOK_SOURCE_DIR) + "/workbook-templates/risk-register.xml";
        const auto xml = read_whole_file(path);
        if (!xml) throw std::runtime_error("no template at " + path);
        TemplateSet templates;
        templates.add(*xml, "risk-register.xml");
        return templates;
    }();
    return set;
}

const WorkbookTemplate& register_template() {
    return *register_templates().find("risk-register");
}

FoundTables tables_of(const Workbook& workbook) {
    return find_tables(workbook, register_templates(), nullptr);
}

std::string describe(const Workbook& workbook, const FoundTable& table) {
    std::string text = table.spec->id + ' ' + workbook.sheets()[table.sheet_index].name + '!' +
                       to_a1(table.range) + ' ' + std::to_string(table.entries.size());
    std::string joined;
    for (const TableEntry& entry : table.entries) {
        if (entry.row_index == entry.last_row_index) continue;
        joined += (joined.empty() ? "" : " ") + std::to_string(entry.row_index + 1) + '-' +
                  std::to_string(entry.last_row_index + 1);
    }
    return joined.empty() ? text : text + " [" + joined + ']';
}

std::vector<std::string> describe(const Workbook& workbook, const FoundTables& found) {
    std::vector<std::string> lines;
    for (const FoundTable& table : found.tables) lines.push_back(describe(workbook, table));
    return lines;
}

std::vector<std::string> remarks_of(const FoundTable& table, StructureKind kind) {
    std::vector<std::string> lines;
    for (const StructureRemark& remark : table.remarks) {
        if (remark.kind != kind) continue;
        std::string line = to_a1(remark.place);
        if (!remark.text.empty()) line += ' ' + remark.text;
        if (!remark.other.empty()) line += " | " + remark.other;
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string columns_of(const FoundTable& table) {
    std::string text;
    for (const FoundColumn& column : table.columns) {
        if (!text.empty()) text += ", ";
        text +=
            column_letters(column.column_index) + ' ' + (column.spec ? column.spec->id : '?' + column.header);
    }
    return text;
}

}  // namespace scorebook::test
