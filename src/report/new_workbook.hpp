// new_workbook.hpp - owner of a libxlsxwriter workbook that becomes bytes in memory.
//
// The same calls give the same bytes: the day it was made comes from the caller, never from the clock.
#pragma once

#include <xlsxwriter.h>

#include <cstdint>
#include <memory>
#include <string>

#include "report/memory_file.hpp"
#include "scorebook/calendar_date.hpp"

namespace scorebook {

/// Excel's numbers of paper sizes.
inline constexpr std::uint8_t paper_a3 = 8;
inline constexpr std::uint8_t paper_a4 = 9;

/// What Excel shows under File > Info. `organisation` is the author: a published file names no person.
struct DocumentProperties {
    std::string title;
    std::string subject;
    std::string organisation;
    CalendarDate created;
};

class NewWorkbook {
  public:
    /// Throws Error cannot_write when there is no memory for it.
    explicit NewWorkbook(const DocumentProperties& properties);
    ~NewWorkbook();
    NewWorkbook(const NewWorkbook&) = delete;
    NewWorkbook& operator=(const NewWorkbook&) = delete;

    lxw_workbook* get() const { return workbook_; }

    /// A new sheet. `name` must be one Excel takes and not be there yet; Error cannot_write otherwise.
    lxw_worksheet* add_sheet(const std::string& name);

    /// The file. Everything got from get() and add_sheet() is gone afterwards. Throws Error cannot_write.
    std::string finish();

  private:
    MemoryFile file_;
    lxw_workbook* workbook_ = nullptr;
};

}  // namespace scorebook
