// collected_book.hpp - a collected set (collected_set.hpp) read back: the returns of its latest period as the
// sheets of one workbook, so that an appendix is made of them as of any workbook.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scorebook/workbook.hpp"

namespace scorebook {

/// Whether the workbook has the sheet of values of a collected set.
bool is_collected_set(const Workbook& workbook);

struct CollectedBook {
    std::shared_ptr<const Workbook> workbook;
    std::vector<std::string> earlier;  ///< returns of earlier periods, which are not in it
};

/// Each sheet of each return has one: its tables with the headings scorebook knows, their entries row below
/// row. Marks of publication are kept as a column, hidden entries are hidden rows. Throws Error
/// damaged_workbook when the sheet of values isn't as `convert` wrote it.
CollectedBook read_collected_set(const Workbook& set);

}  // namespace scorebook
