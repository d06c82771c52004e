// collected_return.hpp - what one return adds to the collected set of its kind: every value with the cell it
// came from, and what each entry shows on a dashboard.
//
// Plain data, without views into the workbook, so that it can be kept and joined after the workbook is gone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scorebook/calendar_date.hpp"
#include "scorebook/cell_ref.hpp"
#include "scorebook/change.hpp"
#include "scorebook/polarity.hpp"

namespace scorebook {

/// One row of the long table. Blank cells give none.
struct CollectedValue {
    std::uint32_t entry = 0;    ///< index into CollectedReturn::entries
    std::uint32_t heading = 0;  ///< index into CollectedReturn::headings
    CellRef cell;               ///< in the entry's sheet
    std::string text;           ///< as typed, or as a refresh leaves it; days as 2016-03-31
    std::optional<double> number;
    std::string unit;   ///< "percent", "pounds" ...; empty for plain numbers and texts
    std::string state;  ///< why there is no value: "not applicable", "not available" ...; else empty
};

/// One figure of an entry at a moment: "Quarter 2", 97.
struct CollectedPoint {
    std::uint32_t heading = 0;  ///< index into CollectedReturn::headings
    double number = 0;
};

struct CollectedEntry {
    std::string table;    ///< the template's title of it: "Risks"
    std::string section;  ///< the label row above it: "Start Well"; empty: none
    std::string sheet;
    CellRef cell;        ///< of the figure or word it is judged by, else its first
    std::string record;  ///< its id as typed; its title when it has none
    std::string title;   ///< its title or description
    std::string theme;   ///< what it is grouped by; several words are parted by "; "
    std::string owner;
    std::string rag;               ///< "Green", "Amber", "Red", or another word of its status; empty: none
    std::string target;            ///< as typed or shown: "Not greater than 3%", "100%"
    std::string publication;       ///< "exempt", "hidden" (its row or sheet is); empty: nothing is said
    std::string movement;          ///< "Improving", "Worsening", "No change"; empty: not said
    bool is_period = false;        ///< a row of a table with one row a period: its record is the period
    bool has_score = false;        ///< an entry of a register, with a place in its matrix
    bool is_opportunity = false;   ///< a higher score is better
    std::optional<double> impact;  ///< of the score it is judged by
    std::optional<double> likelihood;       ///< of the score it is judged by
    Polarity polarity = Polarity::unknown;  ///< of its figures
    bool first_is_plan = false;  ///< its first figure is no earlier one, but what was planned: a budget
    std::vector<CollectedPoint> points;  ///< its figures, earliest first; the last is the present one
};

struct CollectedBand {
    std::string word;
    double from = 0;
    double to = 0;
    Rgb fill = 0;
    Rgb text = 0;
};

struct CollectedReturn {
    std::string kind;                   ///< the template's name; empty: not recognised, nothing is collected
    std::string title;                  ///< of the kind
    std::string period;                 ///< empty when none was found
    std::optional<CalendarDate> until;  ///< last day of the period
    std::string theme;                  ///< what entries are grouped by: "Risk Type"
    int matrix_size = 5;
    std::vector<CollectedBand> bands;
    std::size_t withheld = 0;           ///< entries of exempt sheets that were left out
    std::vector<std::string> headings;  ///< the template's, else as typed
    std::vector<CollectedEntry> entries;
    std::vector<CollectedValue> values;  ///< by entry, then column
};

}  // namespace scorebook
