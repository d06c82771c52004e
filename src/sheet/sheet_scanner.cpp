// sheet_scanner.cpp - the one pass over <sheetData>. The common spelling of a cell is read by hand, byte by
// byte; anything unusual inside it goes through XmlCursor. This is where scorebook's speed is made, hence one
// file.
#include "sheet/sheet_scanner.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <optional>

#include "bytes/number_text.hpp"
#include "scorebook/error.hpp"
#include "sheet/plain_cell.hpp"
#include "sheet/raw_cell.hpp"
#include "sheet/shared_strings.hpp"
#include "sheet/xml_cursor.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

/// Beyond any register by far; 1.2 GiB of SheetCell.
constexpr std::size_t max_cells = 50'000'000;
constexpr std::uint64_t max_part_size = std::numeric_limits<std::uint32_t>::max();

class Scanner {
  public:
    Scanner(std::string_view xml, bool from_1904, std::string_view sheet_name)
        : xml_(xml),
          p_(xml.data()),
          end_(xml.data() + xml.size()),
          sheet_name_(sheet_name),
          dates_(from_1904 ? DateSystem::from_1904 : DateSystem::from_1900) {}

    SheetCells scan();

  private:
    char at(std::ptrdiff_t ahead) const { return ahead < end_ - p_ ? p_[ahead] : '\0'; }
    std::uint32_t offset() const { return static_cast<std::uint32_t>(p_ - xml_.data()); }

    std::string place() const;
    [[noreturn]] void damaged(const std::string& message) const {
        fail(ErrorCode::damaged_workbook, message, place());
    }
    [[noreturn]] void unclosed() const { damaged("the sheet's XML ends in the middle of a cell or row"); }

    void reserve_cells();
    void scan_rows();
    void scan_row();
    bool scan_plain_cell();
    void scan_cell();
    void finish_cell(SheetCell& cell, const RawCell& raw);
    void scan_value(RawCell& raw);
    void scan_formula(SheetCell& cell);
    void read_reference(std::string_view text);
    void finish_row(SheetRow& row);
    void sort_rows();

    void skip_to_tag();
    bool opens(std::string_view name) const;
    bool closes(std::string_view name) const;
    void leave(std::string_view name);
    void skip_unknown_element();
    template <typename Visit>
    bool scan_attributes(Visit visit);

    std::string_view xml_;
    const char* p_;
    const char* end_;
    std::string_view sheet_name_;
    DateSystem dates_;
    std::string prefix_;
    SheetCells sheet_;

    std::int64_t row_index_ = -1;     ///< of the row being read; -1 before the first
    bool row_is_counted_ = false;     ///< its number came from counting, so its first cell may correct it
    std::int64_t column_index_ = -1;  ///< of the cell read last
    bool cells_are_sorted_ = true;
    bool rows_are_sorted_ = true;
};

std::string Scanner::place() const {
    std::string where(sheet_name_);
    if (row_index_ < 0) return where;
    if (!where.empty()) where += '!';
    if (column_index_ >= 0)
        return where + to_a1(CellRef{static_cast<std::uint32_t>(row_index_),
                                     static_cast<std::uint32_t>(column_index_)});
    return where + "row " + std::to_string(row_index_ + 1);
}

SheetCells Scanner::scan() {
    if (xml_.size() > max_part_size)
        fail(ErrorCode::too_large,
             "the sheet is over 4 GiB when unpacked, which is more than scorebook reads", sheet_name_);
    bool found = false;
    XmlCursor cursor(xml_, 0, sheet_name_);
    XmlTag tag;
    bool has_root = false;
    while (cursor.next(tag)) {
        has_root = true;
        if (!tag.opens() || tag.local_name != "sheetData" || cursor.depth() != (tag.closes() ? 1U : 2U))
            continue;
        if (found) fail(ErrorCode::damaged_workbook, "the sheet has its data twice", sheet_name_);
        found = true;
        prefix_ = tag.qualified_name.substr(0, tag.qualified_name.size() - tag.local_name.size());
        sheet_.sheet_data = tag.bytes;
        if (tag.closes()) continue;
        p_ = xml_.data() + tag.bytes.end;
        reserve_cells();
        scan_rows();
        sheet_.sheet_data.end = offset();
        cursor.continue_behind(offset());
    }
    if (!has_root) fail(ErrorCode::damaged_workbook, "the sheet's part holds no XML", sheet_name_);
    if (!rows_are_sorted_) sort_rows();
    std::stable_sort(sheet_.shared_formulas.begin(), sheet_.shared_formulas.end());
    sheet_.prefix = prefix_;
    return std::move(sheet_);
}

/// Room for as many cells as the first bytes promise, so that the list is not copied while it grows; never
/// more than half again the size of the part, whatever those bytes hold.
void Scanner::reserve_cells() {
    constexpr std::ptrdiff_t sample_size = 1 << 16;
    const std::ptrdiff_t rest = end_ - p_;
    const std::string_view sample(p_, static_cast<std::size_t>(std::min(rest, sample_size)));
    const std::string cell_tag = "<" + prefix_ + "c ";
    std::size_t count = 0;
    for (auto i = sample.find(cell_tag); i != std::string_view::npos; i = sample.find(cell_tag, i + 1))
        ++count;
    const double ratio =
        sample.empty() ? 0.0 : static_cast<double>(rest) / static_cast<double>(sample.size());
    const auto expected = static_cast<std::size_t>(static_cast<double>(count) * ratio * 1.03);
    sheet_.cells.reserve(std::min({expected + 1, static_cast<std::size_t>(rest) / 16 + 1, max_cells}));
}

void Scanner::skip_to_tag() {
    while (p_ != end_ && *p_ != '<') ++p_;
    if (p_ == end_) unclosed();
}

/// At "<": is this the start tag of `prefix_` + `name`?
bool Scanner::opens(std::string_view name) const {
    const std::size_t size = 1 + prefix_.size() + name.size();
    if (static_cast<std::size_t>(end_ - p_) <= size) return false;
    if (!prefix_.empty() && std::memcmp(p_ + 1, prefix_.data(), prefix_.size()) != 0) return false;
    if (std::memcmp(p_ + 1 + prefix_.size(), name.data(), name.size()) != 0) return false;
    const char after = p_[size];
    return after == ' ' || after == '>' || after == '/' || is_space(after);
}

/// At "<": is this the end tag of `prefix_` + `name`?
bool Scanner::closes(std::string_view name) const {
    const std::size_t size = 2 + prefix_.size() + name.size();
    if (static_cast<std::size_t>(end_ - p_) <= size || p_[1] != '/') return false;
    if (!prefix_.empty() && std::memcmp(p_ + 2, prefix_.data(), prefix_.size()) != 0) return false;
    if (std::memcmp(p_ + 2 + prefix_.size(), name.data(), name.size()) != 0) return false;
    return p_[size] == '>' || is_space(p_[size]);
}

/// At the end tag of `name`: goes behind it.
void Scanner::leave(std::string_view name) {
    p_ += 2 + prefix_.size() + name.size();
    while (p_ != end_ && is_space(*p_)) ++p_;
    if (p_ == end_ || *p_ != '>') unclosed();
    ++p_;
}

void Scanner::skip_unknown_element() {
    if (at(1) == '!' || at(1) == '?') {
        p_ = xml_.data() + skip_markup(xml_, offset(), place());
        return;
    }
    if (at(1) == '/') damaged("the sheet's XML closes an element that is not open");
    XmlCursor cursor(xml_, offset(), place());
    XmlTag tag;
    cursor.next(tag);
    cursor.skip_element(tag);
    p_ = xml_.data() + cursor.offset();
}

/// From behind a tag's name to behind its ">"; `visit(name, value)` for each attribute. True when it ended in
/// "/>".
template <typename Visit>
bool Scanner::scan_attributes(Visit visit) {
    for (;;) {
        if (p_ == end_) unclosed();
        if (is_space(*p_)) {
            ++p_;
        } else if (*p_ == '>') {
            ++p_;
            return false;
        } else if (*p_ == '/') {
            if (at(1) != '>') damaged("the sheet's XML has a stray \"/\" in a tag");
            p_ += 2;
            return true;
        } else {
            const char* const name = p_;
            while (p_ != end_ && *p_ != '=' && *p_ != '>' && *p_ != '<' && !is_space(*p_)) ++p_;
            const std::string_view name_text(name, static_cast<std::size_t>(p_ - name));
            while (p_ != end_ && is_space(*p_)) ++p_;
            if (at(0) != '=') damaged("the sheet's XML has an attribute without a value");
            ++p_;
            while (p_ != end_ && is_space(*p_)) ++p_;
            const char quote = at(0);
            if (quote != '"' && quote != '\'') damaged("the sheet's XML has an attribute without quotes");
            const char* const value = ++p_;
            while (p_ != end_ && *p_ != quote) ++p_;
            if (p_ == end_) unclosed();
            visit(name_text, std::string_view(value, static_cast<std::size_t>(p_ - value)));
            ++p_;
        }
    }
}

void Scanner::scan_rows() {
    for (;;) {
        skip_to_tag();
        if (opens("row"))
            scan_row();
        else if (closes("sheetData"))
            break;
        else
            skip_unknown_element();
    }
    leave("sheetData");
}

void Scanner::scan_row() {
    SheetRow row;
    row.begin = offset();
    row.first_cell = static_cast<std::uint32_t>(sheet_.cells.size());
    const std::int64_t row_before = row_index_;
    ++row_index_;
    column_index_ = -1;
    row_is_counted_ = true;
    cells_are_sorted_ = true;

    p_ += 1 + prefix_.size() + 3;
    const bool is_empty = scan_attributes([&](std::string_view name, std::string_view value) {
        if (name == "r") {
            const auto number = small_integer(trimmed(value));
            if (!number || *number == 0 || *number > max_rows) {
                const bool is_number =
                    number || (!value.empty() && value.find_first_not_of("0123456789") == value.npos);
                if (is_number && !(number && *number == 0))
                    fail(ErrorCode::too_large,
                         "the sheet has a row beyond Excel's last (1,048,576): " +
                             std::string(value.substr(0, 20)),
                         place());
                damaged("a row's number can't be read: \"" + std::string(value.substr(0, 20)) + "\"");
            }
            row_index_ = *number - 1;
            row_is_counted_ = false;
        } else if (name == "hidden") {
            row.hidden = is_true(value);
        }
    });
    if (!is_empty) {
        for (;;) {
            skip_to_tag();
            if (opens("c"))
                scan_cell();
            else if (closes("row"))
                break;
            else
                skip_unknown_element();
        }
        leave("row");
    }
    if (row_index_ >= max_rows) {
        column_index_ = -1;
        fail(ErrorCode::too_large, "the sheet has more rows than Excel's 1,048,576", place());
    }
    if (row_index_ <= row_before) rows_are_sorted_ = false;
    row.row_index = static_cast<std::uint32_t>(row_index_);
    row.end = offset();
    finish_row(row);
}

/// Sorts the cells where a writer put them out of order, refuses a cell given twice, and widens the used
/// range.
void Scanner::finish_row(SheetRow& row) {
    row.cell_count = static_cast<std::uint32_t>(sheet_.cells.size()) - row.first_cell;
    if (row.cell_count != 0) {
        const auto first = sheet_.cells.begin() + row.first_cell;
        if (!cells_are_sorted_) {
            std::sort(first, sheet_.cells.end(),
                      [](const SheetCell& a, const SheetCell& b) { return a.column_index < b.column_index; });
            const auto twice = std::adjacent_find(
                first, sheet_.cells.end(),
                [](const SheetCell& a, const SheetCell& b) { return a.column_index == b.column_index; });
            if (twice != sheet_.cells.end()) {
                column_index_ = twice->column_index;
                damaged("the sheet has the same cell twice");
            }
        }
        const CellRef left{row.row_index, first->column_index};
        const CellRef right{row.row_index, sheet_.cells.back().column_index};
        auto& used = sheet_.used;
        if (row.first_cell == 0) {
            used = {left, right};
        } else {
            used.first = {std::min(used.first.row_index, left.row_index),
                          std::min(used.first.column_index, left.column_index)};
            used.last = {std::max(used.last.row_index, right.row_index),
                         std::max(used.last.column_index, right.column_index)};
        }
    }
    sheet_.rows.push_back(row);
}

/// "D7", in the row being read.
void Scanner::read_reference(std::string_view text) {
    std::uint32_t column = 0;
    std::uint32_t row = 0;
    std::size_t i = 0;
    for (; i < text.size() && i < 3 && text[i] >= 'A' && text[i] <= 'Z'; ++i)
        column = column * 26 + static_cast<std::uint32_t>(text[i] - 'A' + 1);
    const std::size_t letters = i;
    for (; i < text.size() && i < letters + 7 && text[i] >= '0' && text[i] <= '9'; ++i)
        row = row * 10 + static_cast<std::uint32_t>(text[i] - '0');
    if (letters == 0 || i == letters || i != text.size() || row == 0 || row > max_rows ||
        column > max_columns) {
        const auto cell = parse_cell(text);  // lower case, dollar signs
        if (!cell)
            damaged("a cell's reference can't be read or is beyond Excel's last cell (XFD1048576): \"" +
                    std::string(text.substr(0, 20)) + "\"");
        row = cell->row_index + 1;
        column = cell->column_index + 1;
    }
    if (row - 1 != row_index_) {
        const bool is_first = column_index_ < 0;
        if (!row_is_counted_ || !is_first)
            damaged("the cell \"" + std::string(text.substr(0, 20)) +
                    "\" stands in another row than its own");
        row_index_ = row - 1;
    }
    row_is_counted_ = false;
    if (static_cast<std::int64_t>(column) - 1 <= column_index_) cells_are_sorted_ = false;
    column_index_ = column - 1;
}

/// True when the cell at `p_` has the common spelling and stands where it should; then it has been read.
bool Scanner::scan_plain_cell() {
    PlainCell plain;
    if (!prefix_.empty() || !read_plain_cell(p_, end_, plain)) return false;
    if (plain.row_number != row_index_ + 1 || plain.column_number <= column_index_ + 1 ||
        plain.column_number > max_columns || plain.style > std::numeric_limits<std::uint16_t>::max())
        return false;
    row_is_counted_ = false;
    column_index_ = plain.column_number - 1;
    SheetCell cell;
    cell.begin = offset();
    cell.length = static_cast<std::uint32_t>(plain.end - p_);
    cell.column_index = static_cast<std::uint16_t>(column_index_);
    cell.style = static_cast<std::uint16_t>(plain.style);
    cell.has_formula = plain.has_formula;
    cell.has_value = plain.has_value || plain.inline_text != nullptr;
    RawCell raw;
    raw.type = plain.type;
    if (plain.has_value) {
        raw.value = plain.value.data();
        raw.value_end = raw.value + plain.value.size();
    }
    raw.inline_text = plain.inline_text;
    finish_cell(cell, raw);
    sheet_.cells.push_back(cell);
    p_ = plain.end;
    return true;
}

void Scanner::scan_cell() {
    if (sheet_.cells.size() == max_cells)
        fail(ErrorCode::too_large,
             "the sheet has more than 50 million cells, which is more than scorebook reads", sheet_name_);
    if (scan_plain_cell()) return;
    SheetCell cell;
    RawCell raw;
    cell.begin = offset();
    bool has_reference = false;
    p_ += 1 + prefix_.size() + 1;
    const bool is_empty = scan_attributes([&](std::string_view name, std::string_view value) {
        if (name == "cm") cell.is_dynamic = trimmed(value) != "0";
        if (name.size() != 1) return;
        if (name[0] == 'r') {
            read_reference(value);
            has_reference = true;
        } else if (name[0] == 's') {
            if (value.empty()) return;  // s="" from a careless writer: the default style
            const auto style = small_integer(trimmed(value));
            if (!style || *style > std::numeric_limits<std::uint16_t>::max())
                damaged("the cell's style number can't be read");
            cell.style = static_cast<std::uint16_t>(*style);
        } else if (name[0] == 't') {
            raw.type = value;
        }
    });
    if (!has_reference) {
        if (++column_index_ >= max_columns) {
            column_index_ = -1;
            fail(ErrorCode::too_large, "the row has more cells than Excel's 16,384 columns", place());
        }
    }
    cell.column_index = static_cast<std::uint16_t>(column_index_);
    if (!is_empty) {
        for (;;) {
            skip_to_tag();
            if (opens("v")) {
                cell.has_value = true;
                scan_value(raw);
            } else if (closes("c")) {
                break;
            } else if (opens("f")) {
                scan_formula(cell);
            } else if (opens("is")) {
                cell.has_value = true;
                raw.inline_text = p_;
                skip_unknown_element();
            } else {
                skip_unknown_element();
            }
        }
        leave("c");
    }
    cell.length = offset() - cell.begin;
    finish_cell(cell, raw);
    sheet_.cells.push_back(cell);
}

void Scanner::scan_value(RawCell& raw) {
    p_ += 1 + prefix_.size() + 1;
    if (*p_ == '>') {
        ++p_;
    } else if (scan_attributes([](std::string_view, std::string_view) {})) {
        raw.value = raw.value_end = p_;
        return;
    }
    raw.value = p_;
    for (;;) {
        const auto* const markup =
            static_cast<const char*>(std::memchr(p_, '<', static_cast<std::size_t>(end_ - p_)));
        if (markup == nullptr) unclosed();
        p_ = markup;
        if (closes("v")) break;
        raw.value_is_plain = false;
        if (at(1) != '!' && at(1) != '?') damaged("the cell's value holds another XML element");
        p_ = xml_.data() + skip_markup(xml_, offset(), place());
    }
    raw.value_end = p_;
    leave("v");
}

void Scanner::scan_formula(SheetCell& cell) {
    cell.has_formula = true;
    p_ += 1 + prefix_.size() + 1;
    bool is_shared = false;
    std::optional<std::uint32_t> shared_index;
    const bool is_empty = scan_attributes([&](std::string_view name, std::string_view value) {
        if (name == "t")
            is_shared = value == "shared";
        else if (name == "si")
            shared_index = small_integer(trimmed(value));
    });
    if (is_empty) return;
    const char* const text = p_;
    for (;;) {
        const auto* const markup =
            static_cast<const char*>(std::memchr(p_, '<', static_cast<std::size_t>(end_ - p_)));
        if (markup == nullptr) unclosed();
        p_ = markup;
        if (closes("f")) break;
        if (at(1) != '!' && at(1) != '?') damaged("the cell's formula holds another XML element");
        p_ = xml_.data() + skip_markup(xml_, offset(), place());
    }
    if (is_shared && shared_index && p_ != text)
        sheet_.shared_formulas.push_back(
            {*shared_index,
             {static_cast<std::uint32_t>(row_index_), static_cast<std::uint32_t>(column_index_)}});
    leave("f");
}

/// Makes kind and payload from the type attribute and the children. The kind of an empty <v/> is blank, but
/// for text.
void Scanner::finish_cell(SheetCell& cell, const RawCell& raw) {
    const auto offset_of = [&](const char* where) { return static_cast<std::uint64_t>(where - xml_.data()); };
    if (raw.inline_text != nullptr && raw.value == nullptr) {
        cell.kind = CellKind::inline_string;
        cell.payload = offset_of(raw.inline_text);
        return;
    }
    if (raw.value == nullptr) return;
    std::string_view value(raw.value, static_cast<std::size_t>(raw.value_end - raw.value));
    const char type = raw.type.size() == 1 ? raw.type[0] : '\0';
    if (raw.type == "str" || raw.type == "inlineStr") {
        cell.kind = CellKind::formula_text;
        cell.payload = value.empty() ? 0 : offset_of(raw.value);
        return;
    }
    if (raw.type.empty() || type == 'n' || type == 's') {
        // Whole numbers are most of all numbers, and all string indexes.
        if (const auto whole = whole_number(value)) {
            cell.kind = type == 's' ? CellKind::shared_string : CellKind::number;
            if (type == 's')
                cell.payload = *whole;
            else
                cell.number = static_cast<double>(*whole);
            return;
        }
        if (type != 's') {
            if (const auto number = parse_number(value)) {
                cell.kind = CellKind::number;
                cell.number = *number;
                return;
            }
        }
    }
    read_odd_value(cell, raw, dates_, [this](const std::string& message) { damaged(message); });
}

/// For the rare writer that puts rows out of order: rows by number, and their cells in the same order.
void Scanner::sort_rows() {
    auto& rows = sheet_.rows;
    std::sort(rows.begin(), rows.end(),
              [](const SheetRow& a, const SheetRow& b) { return a.row_index < b.row_index; });
    const auto twice = std::adjacent_find(rows.begin(), rows.end(), [](const SheetRow& a, const SheetRow& b) {
        return a.row_index == b.row_index;
    });
    if (twice != rows.end()) {
        row_index_ = twice->row_index;
        column_index_ = -1;
        damaged("the sheet has the same row twice");
    }
    std::vector<SheetCell> cells;
    cells.reserve(sheet_.cells.size());
    for (auto& row : rows) {
        const auto first = sheet_.cells.begin() + row.first_cell;
        row.first_cell = static_cast<std::uint32_t>(cells.size());
        cells.insert(cells.end(), first, first + row.cell_count);
    }
    sheet_.cells = std::move(cells);
}

}  // namespace

SheetCells scan_sheet(std::string_view xml, bool from_1904, std::string_view sheet_name) {
    return Scanner(xml, from_1904, sheet_name).scan();
}

}  // namespace scorebook
