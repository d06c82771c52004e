// appendix.hpp - an officer's workbook as a paper's appendix: rebuilt tables with title, key, heat map and
// notes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scorebook/calendar_date.hpp"
#include "scorebook/report.hpp"

namespace scorebook {

class TemplateSet;
class Workbook;

/// For whom: officers (everything, with filters), a committee (exempt entries removed, bands in words and
/// colour), or anybody (also small numbers suppressed, and every essential rule for accessible tables kept).
enum class AppendixProfile { working, committee, published };

enum class AppendixFormat { xlsx, ods, docx, html, csv };

struct AppendixOptions {
    AppendixProfile profile = AppendixProfile::committee;
    AppendixFormat format = AppendixFormat::xlsx;
    std::string template_name;           ///< use this kind; empty: recognise it from the headers
    const Workbook* previous = nullptr;  ///< last period's workbook: adds the highlights
    std::string previous_name;           ///< its file name, for messages
    std::optional<CalendarDate> as_at;   ///< the day bands and thresholds are taken for
    CalendarDate today;  ///< used when neither `as_at` nor the workbook's own period end is known
};

struct Appendix {
    std::string bytes;  ///< the file; the same workbook and options give the same bytes
    std::string title;
    Report report;                      ///< what check() says of the workbook
    std::vector<std::string> sheets;    ///< names of its pages, in order
    std::vector<std::string> left_out;  ///< sentences: what is not in it, and why
    std::size_t removed_entries = 0;    ///< exempt
    std::size_t draft_entries = 0;      ///< left out as drafts
    std::size_t hidden_entries = 0;     ///< left out because their rows or sheet are hidden
    std::size_t removed_sheets = 0;     ///< exempt
    bool is_of_set = false;             ///< made of a collected set, whose returns have the findings
    std::size_t suppressed = 0;         ///< cells that hold [c]
};

/// Throws Error not_a_workbook when no table of a known kind is found, cannot_write when nothing may be
/// shown, bad_template for an unknown kind.
Appendix make_appendix(const Workbook& workbook, const TemplateSet& templates,
                       const AppendixOptions& options);

}  // namespace scorebook
