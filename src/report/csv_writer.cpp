// csv_writer.cpp - RFC 4180, with what spreadsheet programs would run as a formula made text (OWASP, CSV
// injection).
//
// Tables of one kind share columns by the template's names, so that risks and opportunities make one list.
#include <algorithm>
#include <string>
#include <vector>

#include "bytes/number_text.hpp"
#include "report/layout_writers.hpp"

namespace scorebook {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct CsvColumn {
    std::string id;
    std::string header;
};

std::string field(std::string text) {
    // A leading apostrophe is what Excel itself puts before text that isn't to be worked out.
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        text.insert(text.begin(), '\'');
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string value_of(const LayoutCell& cell) {
    if (!cell.number) return field(flat_text(cell));
    // What is shown as a date or a percentage reads better as it is shown.
    const bool is_plain = cell.band || cell.number_format.empty() || cell.number_format == "General" ||
                          cell.number_format == "#,##0";
    return is_plain || cell.text.empty() ? number_to_text(*cell.number) : field(flat_text(cell));
}

std::vector<const LayoutPage*> table_pages(const Layout& layout) {
    std::vector<const LayoutPage*> pages;
    for (const LayoutPage& page : layout.pages) {
        if (page.kind == LayoutPage::Kind::table) pages.push_back(&page);
    }
    return pages;
}

bool has_sections(const LayoutTable& table) {
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [](const LayoutRow& row) { return row.kind == LayoutRow::Kind::section; });
}

class CsvWriter {
  public:
    explicit CsvWriter(const Layout& layout) : pages_(table_pages(layout)) {
        for (const LayoutPage* page : pages_) {
            for (const LayoutTable& table : page->tables) {
                sections_ |= has_sections(table);
                for (const LayoutColumn& column : table.columns) place_of(column);
            }
        }
    }

    std::string write() {
        std::string text(byte_order_mark);
        std::vector<std::string> fields;
        if (pages_.size() > 1) fields.push_back("Table");
        if (sections_) fields.push_back("Section");
        for (const CsvColumn& column : columns_) fields.push_back(field(column.header));
        text += line(fields);
        for (const LayoutPage* page : pages_) {
            for (const LayoutTable& table : page->tables) text += rows_of(*page, table);
        }
        return text;
    }

  private:
    std::vector<const LayoutPage*> pages_;
    std::vector<CsvColumn> columns_;
    bool sections_ = false;

    /// Columns without an id are the same when their headers are.
    std::size_t place_of(const LayoutColumn& column) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (column.id.empty() ? columns_[i].id.empty() && columns_[i].header == column.header
                                  : columns_[i].id == column.id)
                return i;
        }
        columns_.push_back({column.id, column.header});
        return columns_.size() - 1;
    }

    std::string rows_of(const LayoutPage& page, const LayoutTable& table) {
        std::string text, section;
        for (const LayoutRow& row : table.rows) {
            if (row.kind == LayoutRow::Kind::section) {
                section = row.cells.empty() ? std::string() : flat_text(row.cells.front());
                continue;
            }
            std::vector<std::string> values(columns_.size());
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                values[place_of(table.columns[i])] = value_of(row.cells[i]);
            if (sections_) values.insert(values.begin(), field(section));
            if (pages_.size() > 1) values.insert(values.begin(), field(page.sheet_name));
            text += line(values);
        }
        return text;
    }

    static std::string line(const std::vector<std::string>& fields) {
        std::string text;
        for (std::size_t i = 0; i < fields.size(); ++i) text += (i == 0 ? "" : ",") + fields[i];
        return text + "\r\n";
    }
};

}  // namespace

std::string csv_text(const Layout& layout) {
    return CsvWriter(layout).write();
}

}  // namespace scorebook
