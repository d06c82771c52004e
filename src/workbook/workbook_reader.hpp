// workbook_reader.hpp - fills a Workbook from its package: workbook.xml, then each sheet with what belongs to
// it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "package/package.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

class WorkbookReader {
  public:
    explicit WorkbookReader(Workbook& workbook) : workbook_(workbook), package_(workbook.package_) {}

    /// Throws Error: not_a_workbook, damaged_workbook, too_large.
    void read();

  private:
    std::string find_workbook_part() const;
    void read_workbook_part();
    void read_shared_parts();
    void read_sheet(Sheet& sheet, const Relationship& relationship);
    void check_string_indexes(const Sheet& sheet) const;
    void read_tables(Sheet& sheet);
    void read_external_link(const std::string& relationship_id);
    const Relationship* find_relationship(std::string_view id) const;
    std::string read_part(const std::string& part_name, const std::string& missing);

    Workbook& workbook_;
    const Package& package_;
    std::vector<Relationship> relationships_;  ///< of the workbook part
    std::unordered_set<std::string> sheet_parts_;
    std::uint64_t bytes_read_ = 0;
    std::size_t cells_read_ = 0;
};

}  // namespace scorebook
