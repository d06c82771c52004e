// file_report.hpp - what became of one workbook, before it is shown as text or JSON.
#pragma once

#include <optional>
#include <string>

#include "cli/options.hpp"
#include "scorebook/recalculation.hpp"
#include "scorebook/report.hpp"

namespace scorebook::cli {

struct FileReport {
    std::string file;  ///< as given on the command line
    Command command = Command::check;
    Report report;
    bool dry_run = false;
    std::string written;  ///< where the workbook was written; empty when it wasn't
    std::optional<RecalculatedWorkbook> recalculated;  ///< of `recalc`, which checks nothing
};

}  // namespace scorebook::cli
