// layout.hpp - a document before it has a format: pages, tables, cells as words. Every writer shows the same
// layout.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scorebook/calendar_date.hpp"
#include "templates/workbook_template.hpp"

namespace scorebook {

/// A line or several of a cell's text that belong together; an item is shown with a bullet.
struct Paragraph {
    std::string text;
    bool is_item = false;

    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

/// A band as it is shown: the word always, the colours where the profile has them.
struct BandLook {
    std::string word;
    Rgb fill = 0;
    Rgb text = 0;
};

/// The number format of a day, as papers write it.
inline constexpr std::string_view day_format = "d mmmm yyyy";

struct LayoutCell {
    std::vector<Paragraph> text;   ///< what a reader reads; never left out, whatever else is set
    std::optional<double> number;  ///< the cell is a number, shown as `number_format` says
    std::string number_format;     ///< of a number: Excel's code
    std::optional<BandLook> band;  ///< its word stands in `text` too
    std::string link;              ///< id of the page the cell leads to; empty: none
};

enum class Alignment { left, right, centre };

struct LayoutColumn {
    std::string header;
    Alignment alignment = Alignment::left;
    std::string id;  ///< the template's name of the column, the same in every table of a kind; may be empty
};

struct LayoutRow {
    enum class Kind { entry, section, total };
    Kind kind = Kind::entry;
    std::vector<LayoutCell> cells;  ///< one a column; for a section one cell, its title
};

/// One table. The first column names the row.
struct LayoutTable {
    std::string name;     ///< fit for Excel: letters, digits, underscores; unique in the document
    std::string caption;  ///< what the table shows
    std::vector<LayoutColumn> columns;
    std::vector<LayoutRow> rows;
    bool is_matrix = false;  ///< a heat map: equal columns, centred, never split over pages
};

struct LayoutPage {
    enum class Kind { cover, contents, highlights, table, heat_map, key, notes };
    Kind kind = Kind::table;
    std::string id;          ///< unique in the document: "risks"
    std::string sheet_name;  ///< at most 31 characters
    std::string title;
    std::vector<std::string> lines;  ///< between the title and the first table
    std::vector<LayoutTable> tables;
};

struct Layout {
    std::string title;
    std::string period;
    std::string organisation;  ///< empty: not known
    CalendarDate day;          ///< the day the document is about; its date of creation
    std::vector<LayoutPage> pages;
    bool has_filters = false;  ///< working copy: filters, and headers that stay while scrolling
    bool is_plain = false;  ///< published copy: no fills and no lines, so that nothing depends on seeing them
};

/// The paragraphs as one text, items with a bullet, a line each.
std::string flat_text(const LayoutCell& cell);

}  // namespace scorebook
