// missing_inputs.hpp - template formulas whose columns a workbook doesn't have are left out, and that is said
// once.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "checks/table_source.hpp"
#include "formula/row_formula.hpp"
#include "scorebook/report.hpp"

namespace scorebook {

/// Collects what can't be worked out in one table. A column that can be worked out in another way is not a
/// gap.
class MissingInputs {
  public:
    explicit MissingInputs(const TableSource& source, const TableSpec& table)
        : source_(source), table_(table) {}

    /// Whether the workbook has every column `formula` reads. `column` is the one the formula is about,
    /// `rule` its rule.
    bool has_inputs(const std::string& rule, const ColumnSpec& column, const RowFormula& formula);

    /// Says in not_checked what had no inputs.
    void report(Report& report) const;

  private:
    struct Gap {
        std::pair<std::string, std::string> about;  ///< rule, column id
        NotChecked note;
    };
    const TableSource& source_;
    const TableSpec& table_;
    std::vector<Gap> gaps_;
    std::vector<std::pair<std::string, std::string>> done_;
};

}  // namespace scorebook
