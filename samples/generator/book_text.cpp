// book_text.cpp - lines to sheets, and sheets to three workbooks.
#include "book_text.hpp"

#include "sample_book.hpp"

#include <cstdlib>
#include <fstream>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace samples {
namespace {

struct TypedCell {
    Value value;
    std::string formula;
    std::string number_format;
    Style style = Style::text;
};

struct TextSheet {
    std::string name;
    std::vector<double> widths;
    std::map<Place, TypedCell> cells;
    std::map<std::string, std::pair<std::string, Style>> merges;  // range -> text
    std::set<unsigned> hidden_rows;
    std::set<unsigned short> hidden_columns;
    bool is_hidden = false;
    unsigned header_row = 0;
};

struct TextBook {
    std::string name, title;
    std::vector<TextSheet> sheets;

    TextSheet& sheet(const std::string& called) {
        for (TextSheet& known : sheets)
            if (known.name == called) return known;
        sheets.emplace_back().name = called;
        return sheets.back();
    }
};

std::string trimmed(std::string text) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string> split(const std::string& text, char mark) {
    std::vector<std::string> parts;
    std::stringstream stream(text);
    for (std::string part; std::getline(stream, part, mark);) parts.push_back(trimmed(part));
    return parts;
}

std::string with_breaks(std::string text) {
    for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at))
        text.replace(at, 2, "\n");
    return text;
}

std::optional<double> number_of(const std::string& text) {
    if (text.empty() || text.find_first_not_of("0123456789.-") != std::string::npos) return std::nullopt;
    if (text.find('-', 1) != std::string::npos || text.find('.') != text.rfind('.') || text.back() == '.')
        return std::nullopt;
    return text == "-" || text == "." ? std::nullopt : std::optional(std::strtod(text.c_str(), nullptr));
}

std::string decimals_of(const std::string& text) {
    const std::size_t point = text.find('.');
    return point == std::string::npos ? "" : "." + std::string(text.size() - point - 1, '0');
}

// What Excel makes of typing `text` into a cell.
TypedCell typed(const std::string& text) {
    TypedCell cell;
    if (text.empty()) return cell;
    cell.value = with_breaks(text.front() == '\'' ? text.substr(1) : text);
    if (text.front() == '\'') return cell;
    std::string plain = text;
    std::erase(plain, ',');
    if (const auto number = number_of(plain)) {
        cell.value = *number;
        const std::string whole = plain == text ? "0" : "#,##0";
        if (plain != text || plain.find('.') != std::string::npos)
            cell.number_format = whole + decimals_of(plain);
        return cell;
    }
    if (plain.ends_with('%')) {
        plain.pop_back();
        if (const auto number = number_of(plain)) {
            cell.value = std::strtod((plain + "e-2").c_str(), nullptr);
            cell.number_format = "0" + decimals_of(plain) + "%";
        }
        return cell;
    }
    if (plain.starts_with("\xC2\xA3")) {
        if (const auto number = number_of(plain.substr(2))) {
            cell.value = *number;
            cell.number_format = "\xC2\xA3#,##0" + decimals_of(plain);
        }
        return cell;
    }
    if (plain.size() == 5 && plain[2] == ':') {  // Excel takes 00:41 for hours and minutes
        const auto hours = number_of(plain.substr(0, 2)), minutes = number_of(plain.substr(3));
        if (hours && minutes) {
            cell.value = (*hours * 60 + *minutes) / 1440;
            cell.number_format = "hh:mm";
        }
    }
    return cell;
}

Place last_place(const std::string& range) {
    const std::size_t colon = range.find(':');
    return place_of(colon == std::string::npos ? range : range.substr(colon + 1));
}

Place first_place(const std::string& range) {
    return place_of(range.substr(0, range.find(':')));
}

class BookReader {
  public:
    explicit BookReader(TextBook& book) : book_(book) {}

    void read(const std::string& line) {
        const std::size_t space = line.find(' ');
        const std::string verb = line.substr(0, space);
        const std::string rest = space == std::string::npos ? "" : trimmed(line.substr(space));
        if (verb == "book") {
            const auto parts = split(rest, '|');
            book_.name = parts.at(0), book_.title = parts.at(1);
        } else if (verb == "sheet") {
            const auto parts = split(rest, '|');
            sheet_ = parts.at(0);
            if (parts.size() > 1) read_widths(parts[1]);
            book_.sheet(sheet_);
        } else if (verb == "title" || verb == "section" || verb == "merge") {
            const Style style = verb == "title"     ? Style::title
                                : verb == "section" ? Style::section
                                                    : Style::text;
            sheet().merges[word(rest)] = {with_breaks(after(rest)), style};
        } else if (verb == "text" || verb == "note") {
            put(place_of(word(rest)),
                {with_breaks(after(rest)), "", "", verb == "text" ? Style::plain : Style::sentence});
        } else if (verb == "header" || verb == "row") {
            read_row(rest, verb == "header");
        } else if (verb == "formula") {
            read_formula(rest);
        } else if (verb == "format") {
            read_format(rest);
        } else if (verb == "hidden") {
            read_hidden(rest);
        } else {
            throw std::runtime_error("not a line of a book: " + line);
        }
    }

  private:
    TextBook& book_;
    std::string sheet_;

    TextSheet& sheet() { return book_.sheet(sheet_); }
    static std::string word(const std::string& text) { return text.substr(0, text.find(' ')); }
    static std::string after(const std::string& text) {
        const std::size_t space = text.find(' ');
        return space == std::string::npos ? "" : trimmed(text.substr(space));
    }
    void put(Place place, TypedCell cell) { sheet().cells[place] = std::move(cell); }

    void read_widths(const std::string& text) {
        std::stringstream stream(text);
        for (double width = 0; stream >> width;) book_.sheet(sheet_).widths.push_back(width);
    }

    void read_row(const std::string& rest, bool is_header) {
        const std::size_t bar = rest.find('|');
        Place place = place_of(trimmed(rest.substr(0, bar)));
        if (is_header) sheet().header_row = place.first;
        for (const std::string& text : split(rest.substr(bar + 1), '|')) {
            if (!text.empty()) {
                TypedCell cell =
                    is_header ? TypedCell{with_breaks(text), "", "", Style::header} : typed(text);
                if (text == "(blank)") cell = TypedCell{};
                put(place, std::move(cell));
            }
            ++place.second;
        }
    }

    void read_formula(const std::string& rest) {
        const std::string body = after(rest);
        const std::size_t arrow = body.rfind(" -> ");
        if (arrow == std::string::npos) throw std::runtime_error("a formula needs its result: " + rest);
        TypedCell cell = typed(trimmed(body.substr(arrow + 4)));
        cell.formula = trimmed(body.substr(0, arrow));
        put(place_of(word(rest)), std::move(cell));
    }

    void read_format(const std::string& rest) {
        const Place first = first_place(word(rest)), last = last_place(word(rest));
        for (auto& [place, cell] : sheet().cells) {
            const bool is_inside = place.first >= first.first && place.first <= last.first &&
                                   place.second >= first.second && place.second <= last.second;
            if (is_inside && std::holds_alternative<double>(cell.value)) cell.number_format = after(rest);
        }
    }

    void read_hidden(const std::string& rest) {
        if (word(rest) == "row") sheet().hidden_rows.insert(place_of("A" + after(rest)).first);
        if (word(rest) == "column") sheet().hidden_columns.insert(place_of(after(rest) + "1").second);
        if (word(rest) == "sheet") book_.sheet(after(rest)).is_hidden = true;
    }
};

class BookWriter {
  public:
    BookWriter(const TextBook& text, const std::filesystem::path& file)
        : text_(text), book_(file, text.title.c_str()) {}

    void write() {
        for (const TextSheet& sheet : text_.sheets) write_sheet(sheet);
        book_.close();
    }

  private:
    const TextBook& text_;
    SampleBook book_;
    std::map<std::pair<Style, std::string>, lxw_format*> formats_;

    lxw_format* format(Style style, const std::string& number_format) {
        if (number_format.empty()) return book_.format(style);
        lxw_format*& made = formats_[{style, number_format}];
        if (!made) {
            made = workbook_add_format(book_.workbook());
            format_set_font_name(made, "Arial");
            format_set_font_size(made, 9);
            format_set_border(made, LXW_BORDER_THIN);
            format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
            format_set_num_format(made, number_format.c_str());
        }
        return made;
    }

    void write_cell(lxw_worksheet* sheet, Place place, const TypedCell& cell) {
        lxw_format* look = format(cell.style, cell.number_format);
        const auto* number = std::get_if<double>(&cell.value);
        const auto* text = std::get_if<std::string>(&cell.value);
        if (!cell.formula.empty() && number)
            worksheet_write_formula_num(sheet, place.first, place.second, cell.formula.c_str(), look,
                                        *number);
        else if (!cell.formula.empty())
            worksheet_write_formula_str(sheet, place.first, place.second, cell.formula.c_str(), look,
                                        text ? text->c_str() : "");
        else if (number)
            worksheet_write_number(sheet, place.first, place.second, *number, look);
        else if (text)
            worksheet_write_string(sheet, place.first, place.second, text->c_str(), look);
    }

    void write_sheet(const TextSheet& text) {
        lxw_worksheet* sheet = book_.add_sheet(text.name.c_str());
        for (std::size_t i = 0; i < text.widths.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            lxw_row_col_options options{};
            options.hidden = text.hidden_columns.contains(column);
            worksheet_set_column_opt(sheet, column, column, text.widths[i], nullptr, &options);
        }
        for (const unsigned row : text.hidden_rows) {
            lxw_row_col_options options{};
            options.hidden = 1;
            worksheet_set_row_opt(sheet, row, LXW_DEF_ROW_HEIGHT, nullptr, &options);
        }
        for (const auto& [range, content] : text.merges) {
            const Place first = first_place(range), last = last_place(range);
            worksheet_merge_range(sheet, first.first, first.second, last.first, last.second,
                                  content.first.c_str(), book_.format(content.second));
        }
        for (const auto& [place, cell] : text.cells) write_cell(sheet, place, cell);
        if (text.is_hidden) worksheet_hide(sheet);
        set_page(sheet, text.header_row, 0);
    }
};

}  // namespace

void write_books(const std::filesystem::path& text_file, const std::filesystem::path& out) {
    std::ifstream file(text_file);
    if (!file) throw std::runtime_error("can't read " + text_file.string());
    TextBook book;
    BookReader reader(book);
    const auto write = [&](const std::string& suffix) {
        BookWriter(book, out / (book.name + suffix + ".xlsx")).write();
    };
    std::string suffix;
    for (std::string line; std::getline(file, line);) {
        line = trimmed(line);
        if (line.empty() || line.starts_with('#')) continue;
        if (line.starts_with("variant ")) {
            write(suffix);
            suffix = "-" + line.substr(8);
        } else {
            reader.read(line);
        }
    }
    write(suffix);
}

}  // namespace samples
