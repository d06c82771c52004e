// book_lines.cpp - one line at a time: a cell, a row of cells, or a word and what it is about.
#include "support/book_lines.hpp"

#include <stdexcept>

#include "bytes/number_text.hpp"

namespace scorebook::test {
namespace {

[[noreturn]] void not_understood(std::string_view line) {
    throw std::invalid_argument("workbook text: can't understand \"" + std::string(line) + "\"");
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\r'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

std::string unescape(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == 'n' || text[i + 1] == 't')) {
            result += text[++i] == 'n' ? '\n' : '\t';
        } else {
            result += text[i];
        }
    }
    return result;
}

CellValue read_constant(std::string_view text) {
    if (text.empty()) return Blank{};
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
        return unescape(text.substr(1, text.size() - 2));
    }
    if (text == "TRUE") return true;
    if (text == "FALSE") return false;
    if (text.front() == '#') {
        const CellError error = parse_cell_error(text);
        if (error != CellError::unknown) return error;
    }
    if (const auto number = parse_number(text)) return *number;
    return unescape(text);
}

TextCell read_content(std::string_view text) {
    TextCell cell;
    if (text.starts_with("{=")) {
        const std::size_t close = text.rfind('}');
        const std::size_t arrow = text.rfind("->");
        cell.formula = std::string(trim(text.substr(2, close - 2)));
        std::string_view range = trim(text.substr(close + 1, arrow == text.npos ? arrow : arrow - close - 1));
        cell.spills = range.starts_with("spills ");
        if (cell.spills) range = trim(range.substr(7));
        cell.array_range = std::string(range);
        if (arrow != text.npos) cell.value = read_constant(trim(text.substr(arrow + 2)));
    } else if (text.starts_with('=')) {
        const std::size_t arrow = text.rfind("->");
        cell.formula = std::string(trim(text.substr(1, arrow == text.npos ? text.npos : arrow - 1)));
        if (arrow != text.npos) cell.value = read_constant(trim(text.substr(arrow + 2)));
    } else {
        cell.value = read_constant(text);
    }
    return cell;
}

class LineReader {
  public:
    TextBook read(std::string_view lines) {
        while (!lines.empty()) {
            const std::size_t end = lines.find('\n');
            const std::string_view line = trim(lines.substr(0, end));
            lines.remove_prefix(end == lines.npos ? lines.size() : end + 1);
            if (!line.empty()) read_line(line);
        }
        sheet();
        return std::move(book_);
    }

  private:
    TextBook book_;
    std::size_t current_ = 0;

    TextSheet& sheet() {
        if (book_.sheets.empty()) book_.sheets.emplace_back().name = "Sheet1";
        return book_.sheets[current_];
    }

    void switch_to(std::string_view name) {
        if (name.size() >= 2 && name.front() == '\'' && name.back() == '\'')
            name = name.substr(1, name.size() - 2);
        for (current_ = 0; current_ < book_.sheets.size(); ++current_) {
            if (book_.sheets[current_].name == name) return;
        }
        book_.sheets.emplace_back().name = std::string(name);
    }

    static bool take(std::string_view& line, std::string_view prefix) {
        if (!line.starts_with(prefix)) return false;
        line = trim(line.substr(prefix.size()));
        return true;
    }

    static std::string_view take_word(std::string_view& line) {
        const std::size_t end = line.find(' ');
        const std::string_view word = line.substr(0, end);
        line = end == line.npos ? std::string_view{} : trim(line.substr(end));
        return word;
    }

    static CellRange range_of(std::string_view word, std::string_view line) {
        const auto range = parse_range(word);
        if (!range) not_understood(line);
        return *range;
    }

    void read_line(std::string_view line) {
        std::string_view rest = line;
        if (read_cells(line)) return;
        if (take(rest, "sheet ")) {
            const bool hidden = rest.ends_with(" hidden");
            switch_to(hidden ? trim(rest.substr(0, rest.size() - 7)) : rest);
            sheet().hidden = hidden;
        } else if (take(rest, "merge ")) {
            sheet().merges.push_back(to_a1(range_of(rest, line)));
        } else if (take(rest, "hidden row")) {
            take(rest, "s");
            const std::size_t dash = rest.find('-');
            const auto first = parse_number(trim(rest.substr(0, dash)));
            const auto last = dash == rest.npos ? first : parse_number(trim(rest.substr(dash + 1)));
            if (!first || !last) not_understood(line);
            sheet().hidden_rows.emplace_back(static_cast<std::uint32_t>(*first),
                                             static_cast<std::uint32_t>(*last));
        } else if (take(rest, "hidden column")) {
            take(rest, "s");
            const std::string columns =
                rest.find(':') == rest.npos ? std::string(rest) + ":" + std::string(rest) : std::string(rest);
            const CellRange range = range_of(columns, line);
            sheet().hidden_columns.emplace_back(range.first.column_index, range.last.column_index);
        } else if (take(rest, "active filter ")) {
            sheet().filter = to_a1(range_of(rest, line));
            sheet().filter_is_active = true;
        } else if (take(rest, "filter ")) {
            sheet().filter = to_a1(range_of(rest, line));
        } else if (take(rest, "calculation ")) {
            book_.calculation = std::string(rest);
        } else if (take(rest, "date system 1904")) {
            book_.from_1904 = true;
        } else if (take(rest, "fill ")) {
            const CellRange range = range_of(take_word(rest), line);
            for_each(range, [&](Look& look) { look.fill = std::string(rest); });
        } else if (take(rest, "date ")) {
            for_each(range_of(rest, line), [](Look& look) { look.number_format = 14; });
        } else if (take(rest, "hours ")) {
            for_each(range_of(rest, line), [](Look& look) { look.number_format = 20; });
        } else if (take(rest, "minutes ")) {
            for_each(range_of(rest, line), [](Look& look) { look.number_format = 45; });
        } else if (take(rest, "percent ")) {
            for_each(range_of(rest, line), [](Look& look) { look.number_format = 10; });
        } else if (take(rest, "bold ")) {
            for_each(range_of(rest, line), [](Look& look) { look.is_bold = true; });
        } else if (take(rest, "conditional ")) {
            const CellRange range = range_of(take_word(rest), line);
            std::vector<std::string> colours;
            while (!rest.empty()) colours.emplace_back(take_word(rest));
            sheet().conditional.emplace_back(to_a1(range), std::move(colours));
        } else if (take(rest, "table ")) {
            const std::string name(take_word(rest));
            const CellRange range = range_of(take_word(rest), line);
            sheet().tables.push_back({name, range, rest == "totals"});
        } else if (take(rest, "name ")) {
            const std::string name(take_word(rest));
            if (!take(rest, "=")) not_understood(line);
            book_.names.emplace_back(name, std::string(rest));
        } else {
            not_understood(line);
        }
    }

    /// "Register!A5: text", "A5: text" and "A5 | a | b".
    bool read_cells(std::string_view line) {
        const std::size_t separator = line.find_first_of(":|");
        if (separator == line.npos) return false;
        std::string_view place = trim(line.substr(0, separator));
        std::optional<std::string_view> sheet_name;
        if (const std::size_t mark = place.rfind('!'); mark != place.npos) {
            sheet_name = place.substr(0, mark);
            place.remove_prefix(mark + 1);
        }
        const auto cell = parse_cell(place);
        if (!cell) return false;
        if (sheet_name) switch_to(*sheet_name);
        std::string_view rest = line.substr(separator + 1);
        if (line[separator] == ':') {
            put(*cell, read_content(trim(rest)));
            return true;
        }
        for (CellRef next = *cell;; ++next.column_index) {
            const std::size_t bar = rest.find('|');
            const std::string_view content = trim(rest.substr(0, bar));
            if (!content.empty()) put(next, read_content(content));
            if (bar == rest.npos) return true;
            rest.remove_prefix(bar + 1);
        }
    }

    void put(CellRef place, TextCell cell) {
        TextCell& there = sheet().cells[place];
        cell.look = there.look;
        there = std::move(cell);
    }

    template <typename Edit>
    void for_each(const CellRange& range, Edit edit) {
        for (CellRef cell = range.first; cell.row_index <= range.last.row_index; ++cell.row_index) {
            for (cell.column_index = range.first.column_index; cell.column_index <= range.last.column_index;
                 ++cell.column_index) {
                edit(sheet().cells[cell].look);
            }
        }
    }
};

}  // namespace

TextBook read_book_lines(std::string_view lines) {
    return LineReader().read(lines);
}

}  // namespace scorebook::test
