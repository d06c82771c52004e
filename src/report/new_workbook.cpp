// new_workbook.cpp - libxlsxwriter 1.1 writes to a name, so the name is that of a memory file.
#include "report/new_workbook.hpp"

#include <ctime>
#include <utility>

#include "scorebook/error.hpp"

namespace scorebook {

namespace {

/// Noon, so that no time zone shows another day.
std::time_t noon_time_of(CalendarDate date) {
    constexpr std::time_t seconds_a_day = 86'400;
    return static_cast<std::time_t>(days_between({1970, 1, 1}, date)) * seconds_a_day + seconds_a_day / 2;
}

}  // namespace

NewWorkbook::NewWorkbook(const DocumentProperties& properties)
    : workbook_(workbook_new(file_.name().c_str())) {
    if (!workbook_) fail(ErrorCode::cannot_write, "there is no memory to write a new workbook in");
    // Column widths are counted in digits of the workbook's own font, so it is one whose digits are as wide
    // everywhere: without Calibri, LibreOffice makes columns a third wider than Excel.
    lxw_format* const normal = STAILQ_FIRST(workbook_->formats);
    format_set_font_name(normal, "Arial");
    format_set_font_size(normal, 10);
    // libxlsxwriter copies the texts and takes null for "none".
    const auto text = [](const std::string& value) {
        return value.empty() ? nullptr : const_cast<char*>(value.c_str());
    };
    lxw_doc_properties shown{};
    shown.title = text(properties.title);
    shown.subject = text(properties.subject);
    shown.author = text(properties.organisation);
    shown.company = text(properties.organisation);
    shown.created = noon_time_of(properties.created);
    workbook_set_properties(workbook_, &shown);
}

NewWorkbook::~NewWorkbook() {
    if (workbook_) lxw_workbook_free(workbook_);
}

lxw_worksheet* NewWorkbook::add_sheet(const std::string& name) {
    // Asked first, because a refused name makes libxlsxwriter print a warning of its own.
    lxw_worksheet* sheet = nullptr;
    if (workbook_validate_sheet_name(workbook_, name.c_str()) == LXW_NO_ERROR)
        sheet = workbook_add_worksheet(workbook_, name.c_str());
    if (!sheet) fail(ErrorCode::cannot_write, "a sheet can't be called '" + name + "'");
    return sheet;
}

std::string NewWorkbook::finish() {
    const lxw_error error = workbook_close(std::exchange(workbook_, nullptr));
    if (error != LXW_NO_ERROR)
        fail(ErrorCode::cannot_write,
             std::string("the new workbook can't be written: ") + lxw_strerror(error));
    return file_.content();
}

}  // namespace scorebook
