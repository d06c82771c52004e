// scorebook_sheet.hpp - the optional sheet called "Scorebook" on which an officer overrides a template
// without leaving Excel.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scorebook/calendar_date.hpp"
#include "tables/found_table.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

/// The name of the sheet, whatever its case.
inline constexpr std::string_view scorebook_sheet_name = "Scorebook";

/// The row above accepted findings.
inline constexpr std::array<std::string_view, 5> acceptance_heading = {"Accepted", "Record", "Reason", "Name",
                                                                       "Until"};

/// An accepted finding: silent until it expires.
struct Acceptance {
    std::string rule;
    std::string record;
    std::string reason;
    std::string name;
    std::optional<CalendarDate> until;
    CellRef cell;
    std::string carried_from;  ///< the workbook that has it, when this one doesn't
};

struct ScorebookSheet {
    std::optional<std::size_t> sheet_index;  ///< none: the workbook has no such sheet
    std::string template_name;
    std::string period;
    std::string previous;  ///< file name of last period's workbook
    /// What a published copy says of itself: "organisation", "contact", "published", "next update",
    /// "version".
    std::map<std::string, std::string> publication;
    std::map<std::string, double> settings;  ///< "Threshold" -> 12
    /// Empty: the template's. By `from`. A band without a colour of its own has `fill` and `text` both 0 (no
    /// readable band has that) until with_overrides gives it the colour of the template's band of that word.
    std::vector<Band> bands;
    std::map<std::string, std::string> column_meanings;  ///< header as typed -> canonical header
    std::vector<Acceptance> accepted;
    std::uint32_t rows = 0;            ///< down to the last row that holds something
    bool ends_in_acceptances = false;  ///< a row below those would be read as an acceptance
    std::vector<std::pair<CellRef, std::string>>
        unread;                                    ///< rows that could not be understood, with the reason
    std::map<std::string, CellRef> setting_cells;  ///< where each of `settings` stands
    std::map<std::string, CellRef> meaning_cells;  ///< where each of `column_meanings` stands
};

/// The layout is described in workbook-templates/README.md. Never fails: what can't be understood is in
/// `unread`.
ScorebookSheet read_scorebook_sheet(const Workbook& workbook);

/// Settings and column meanings of `sheet` that `kind` has no setting or column for, with the reason: they
/// change nothing.
std::vector<std::pair<CellRef, std::string>> unknown_overrides(const WorkbookTemplate& kind,
                                                               const ScorebookSheet& sheet);

/// The template with the sheet's settings, bands and column meanings (as synonyms) put in.
WorkbookTemplate with_overrides(const WorkbookTemplate& kind, const ScorebookSheet& sheet);

}  // namespace scorebook
