// collected_book.cpp - the long table of values turned back into tables: a row an entry, a column a heading.
#include "report/collected_book.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "bytes/number_text.hpp"
#include "report/new_workbook.hpp"
#include "report/sheet_naming.hpp"
#include "report/values_sheet.hpp"
#include "scorebook/error.hpp"
#include "tables/period_text.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

namespace {

enum Column : std::uint32_t {
    file,
    period,
    table,
    section,
    record,
    heading,
    value,
    number,
    unit,
    state,
    sheet,
    cell,
    publication
};

std::optional<std::size_t> find_values_sheet(const Workbook& workbook) {
    const auto found = workbook.find_sheet(ValuesSheet::name);
    if (!found) return std::nullopt;
    for (std::size_t i = 0; i != ValuesSheet::headings().size(); ++i) {
        if (to_text(workbook.value(*found, {0, static_cast<std::uint32_t>(i)})) != ValuesSheet::headings()[i])
            return std::nullopt;
    }
    return found;
}

struct PlacedValue {
    CellRef cell;
    std::string heading, text;
    std::optional<double> number;
    std::string unit;
    std::string section;
    std::string publication;
};

/// The values of one table of one sheet of a return.
struct TableOfReturn {
    std::string name;
    std::vector<PlacedValue> values;
};

struct SheetOfReturn {
    std::string file, period, name;
    std::vector<TableOfReturn> tables;
};

/// Years times four and quarters; 0: no period. As SetEntries has it.
int quarter_of(const std::string& period) {
    const auto known = find_period(period);
    return known ? known->last.year * 4 + (known->last.month - 1) / 3 : 0;
}

template <typename Items, typename IsWanted>
auto& found_or_added(Items& items, const IsWanted& is_wanted) {
    // Values stand in the order of their returns, so it is nearly always the last.
    const auto found = std::find_if(items.rbegin(), items.rend(), is_wanted);
    return found == items.rend() ? items.emplace_back() : *found;
}

std::vector<SheetOfReturn> read_sheets(const Workbook& set, std::size_t values_sheet) {
    std::vector<SheetOfReturn> sheets;
    const auto& rows = set.sheets()[values_sheet].cells.rows;
    if (!rows.empty() && rows.back().row_index == max_rows - 1)
        fail(ErrorCode::too_large,
             "the set has more values than a sheet holds, so some are missing; make the appendix of the "
             "returns' own workbooks");
    for (const SheetRow& row : rows) {
        if (row.row_index == 0) continue;
        const auto text = [&](Column column) {
            return to_text(set.value(values_sheet, {row.row_index, column}));
        };
        PlacedValue placed;
        const auto place = parse_cell(text(cell));
        if (!place)
            fail(ErrorCode::damaged_workbook, "the sheet of values names no cell",
                 std::string(ValuesSheet::name) + "!" + to_a1(CellRef{row.row_index, cell}));
        placed.cell = *place;
        placed.heading = text(heading);
        placed.text = text(value);
        placed.unit = text(unit);
        placed.section = text(section);
        placed.publication = text(publication);
        const CellValue figure = set.value(values_sheet, {row.row_index, number});
        if (const double* known = std::get_if<double>(&figure)) placed.number = *known;
        const std::string from = text(file), on = text(sheet), of = text(table);
        SheetOfReturn& own = found_or_added(
            sheets, [&](const SheetOfReturn& each) { return each.file == from && each.name == on; });
        if (own.tables.empty()) {
            own.file = from;
            own.period = text(period);
            own.name = on;
        }
        TableOfReturn& into =
            found_or_added(own.tables, [&](const TableOfReturn& each) { return each.name == of; });
        into.name = of;
        into.values.push_back(std::move(placed));
    }
    return sheets;
}

/// "corporate/Risk register.xlsx" is "Risk register".
std::string stem_of(const std::string& file) {
    return std::filesystem::path(file).stem().string();
}

class BookWriter {
  public:
    explicit BookWriter(const std::string& title) : book_({title, {}, {}, {2000, 1, 1}}) {
        bold_ = workbook_add_format(book_.get());
        format_set_bold(bold_);
    }

    void add_settings(const std::string& title, const std::string& period) {
        lxw_worksheet* const settings = book_.add_sheet(naming_.sheet_name("Scorebook"));
        const std::pair<const char*, const std::string&> rows[] = {{"Title", title}, {"Period", period}};
        lxw_row_t row = 0;
        for (const auto& [key, text] : rows) {
            if (text.empty()) continue;
            worksheet_write_string(settings, row, 0, key, nullptr);
            worksheet_write_string(settings, row++, 1, text.c_str(), nullptr);
        }
    }

    void add(const SheetOfReturn& from, bool is_only_sheet) {
        std::string name = stem_of(from.file);
        if (!is_only_sheet) name += " " + from.name;
        sheet_ = book_.add_sheet(naming_.sheet_name(name));
        if (!from.period.empty() && !find_period(name)) name += ", " + from.period;
        worksheet_write_string(sheet_, 0, 0, name.c_str(), nullptr);
        row_ = 2;
        for (const TableOfReturn& each : from.tables) add_table(each, from.tables.size() > 1);
    }

    std::string finish() { return book_.finish(); }

  private:
    void add_table(const TableOfReturn& from, bool is_one_of_several) {
        std::map<std::uint32_t, std::string> headings;                  // by the return's column
        std::map<std::uint32_t, std::vector<const PlacedValue*>> rows;  // by the return's row
        bool has_marks = false;
        for (const PlacedValue& each : from.values) {
            headings.try_emplace(each.cell.column_index, each.heading);
            rows[each.cell.row_index].push_back(&each);
            has_marks = has_marks || each.publication == "exempt";
        }
        if (is_one_of_several) worksheet_write_string(sheet_, row_++, 0, from.name.c_str(), bold_);
        std::map<std::uint32_t, lxw_col_t> columns;
        for (const auto& [index, heading] : headings) {
            const auto column = static_cast<lxw_col_t>(columns.size());
            columns.emplace(index, column);
            worksheet_write_string(sheet_, row_, column, heading.c_str(), bold_);
        }
        const auto mark_column = static_cast<lxw_col_t>(columns.size());
        if (has_marks) worksheet_write_string(sheet_, row_, mark_column, "Publication status", bold_);
        ++row_;
        const auto last_column = static_cast<lxw_col_t>(columns.size() - (has_marks ? 0 : 1));
        std::string above;
        for (const auto& [index, values] : rows) {
            const std::string& label = values.front()->section;
            if (!label.empty() && label != above) add_section(label, last_column);
            above = label;
            for (const PlacedValue* each : values) write(columns.at(each->cell.column_index), *each);
            const std::string& mark = values.front()->publication;
            if (mark == "exempt") worksheet_write_string(sheet_, row_, mark_column, "Exempt", nullptr);
            if (mark == "hidden") hide_row();
            ++row_;
        }
        row_ += 2;
    }

    /// A row of its own over the whole table, as officers label the parts of one.
    void add_section(const std::string& label, lxw_col_t last_column) {
        if (last_column == 0)
            worksheet_write_string(sheet_, row_, 0, label.c_str(), bold_);
        else
            worksheet_merge_range(sheet_, row_, 0, row_, last_column, label.c_str(), bold_);
        ++row_;
    }

    /// A number that Excel shows in another unit than it keeps it in gets that unit's format back: 0.449 was
    /// 44.9%, 0.000475 was 41 seconds.
    void write(lxw_col_t column, const PlacedValue& each) {
        const auto kept = each.number ? parse_number(each.text) : std::nullopt;
        const bool is_same = kept && *kept == *each.number;
        const bool is_share = kept && !is_same && each.unit == "percent";
        const bool is_time = kept && !is_same && each.unit == "time";
        if (is_same || is_share || is_time) {
            lxw_format* const format = is_share  ? format_of("0" + places_of(*each.number) + "%")
                                       : is_time ? format_of("[h]:mm:ss")
                                                 : nullptr;
            worksheet_write_number(sheet_, row_, column, *kept, format);
        } else {
            worksheet_write_string(sheet_, row_, column, each.text.c_str(), nullptr);
        }
    }

    /// ".00" for 44.93.
    static std::string places_of(double number) {
        const std::string text = number_to_text(number);
        const std::size_t point = text.find('.');
        const std::size_t places =
            point == std::string::npos ? 0 : std::min<std::size_t>(text.size() - point - 1, 2);
        return places == 0 ? std::string() : "." + std::string(places, '0');
    }

    lxw_format* format_of(const std::string& code) {
        lxw_format*& format = formats_[code];
        if (!format) {
            format = workbook_add_format(book_.get());
            format_set_num_format(format, code.c_str());
        }
        return format;
    }

    void hide_row() {
        lxw_row_col_options options = {};
        options.hidden = 1;
        worksheet_set_row_opt(sheet_, row_, LXW_DEF_ROW_HEIGHT, nullptr, &options);
    }

    NewWorkbook book_;
    SheetNaming naming_;
    lxw_format* bold_ = nullptr;
    std::map<std::string, lxw_format*> formats_;  ///< by code
    lxw_worksheet* sheet_ = nullptr;
    lxw_row_t row_ = 0;
};

/// "Risk register: collected returns" is the set's own title, on its dashboard.
std::string title_of(const Workbook& set) {
    std::string title = to_text(set.value(0, {0, 0}));
    return title.substr(0, title.find(": collected"));
}

}  // namespace

bool is_collected_set(const Workbook& workbook) {
    return find_values_sheet(workbook).has_value();
}

CollectedBook read_collected_set(const Workbook& set) {
    std::vector<SheetOfReturn> sheets = read_sheets(set, find_values_sheet(set).value());
    int latest = 0;
    for (const SheetOfReturn& each : sheets) latest = std::max(latest, quarter_of(each.period));
    CollectedBook made;
    std::erase_if(sheets, [&](const SheetOfReturn& each) {
        const int quarter = quarter_of(each.period);
        const bool is_earlier = quarter != 0 && quarter < latest;
        if (is_earlier && (made.earlier.empty() || made.earlier.back() != each.file))
            made.earlier.push_back(each.file);
        return is_earlier;
    });
    std::map<std::string, std::size_t> sheets_of;
    std::string period;
    for (const SheetOfReturn& each : sheets) {
        ++sheets_of[each.file];
        if (period.empty()) period = each.period;
    }
    const std::string title = title_of(set);
    BookWriter book(title);
    for (const SheetOfReturn& each : sheets) book.add(each, sheets_of[each.file] == 1);
    book.add_settings(period.empty() ? title : title + ", " + period, period);
    made.workbook = open_workbook(book.finish(), set.name());
    return made;
}

}  // namespace scorebook
