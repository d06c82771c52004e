// csv_text.cpp - encoding, then delimiter, then one pass over the bytes.
#include "report/csv_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "scorebook/cell_ref.hpp"
#include "scorebook/csv.hpp"
#include "scorebook/error.hpp"

namespace scorebook {

namespace {

constexpr std::size_t mebibyte = std::size_t{1} << 20;
constexpr std::size_t most_bytes = 64 * mebibyte;
/// Excel specifications and limits: total number of characters that a cell can contain.
constexpr std::size_t most_field_bytes = 32'767;

/// Windows-1252's characters from 0x80 to 0x9F; its five unused places become U+FFFD.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

bool is_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const std::size_t length = lead < 0x80       ? 1
                                   : lead >> 5 == 6  ? 2
                                   : lead >> 4 == 14 ? 3
                                   : lead >> 3 == 30 ? 4
                                                     : 0;
        if (length == 0 || i + length > bytes.size() || lead == 0xC0 || lead == 0xC1) return false;
        for (std::size_t k = 1; k < length; ++k) {
            if ((static_cast<unsigned char>(bytes[i + k]) & 0xC0) != 0x80) return false;
        }
        i += length;
    }
    return true;
}

void append_utf8(std::string& text, char16_t character) {
    const auto low = [&](int shift) { return static_cast<char>(0x80 | ((character >> shift) & 0x3F)); };
    if (character < 0x80) {
        text += static_cast<char>(character);
    } else if (character < 0x800) {
        text += static_cast<char>(0xC0 | (character >> 6));
        text += low(0);
    } else {
        text += static_cast<char>(0xE0 | (character >> 12));
        text += low(6);
        text += low(0);
    }
}

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_utf8(text, byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : char16_t{byte});
    }
    return text;
}

void refuse_other_files(std::string_view bytes) {
    if (bytes.empty()) fail(ErrorCode::not_a_workbook, "the file is empty");
    if (bytes.starts_with("PK\x03\x04"))
        fail(ErrorCode::not_a_workbook,
             "it is called .csv, but it is a workbook or another zip file; give it its own ending");
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        fail(ErrorCode::not_a_workbook,
             "it is called .csv, but it is an old or protected Office file; save it as CSV or .xlsx");
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        fail(ErrorCode::not_a_workbook, "its text is in UTF-16; save it again as 'CSV UTF-8'");
    if (bytes.size() > most_bytes)
        fail(ErrorCode::too_large, "the file is larger than 64 MiB, more than any return has");
    if (bytes.substr(0, mebibyte).find('\0') != std::string_view::npos)
        fail(ErrorCode::not_a_workbook, "it is called .csv, but it isn't text");
}

/// Takes "sep=;" off the front, as Excel does.
char declared_delimiter(std::string_view& text) {
    if (!text.starts_with("sep=") || text.size() < 5) return '\0';
    const char delimiter = text[4];
    std::string_view rest = text.substr(5);
    if (!rest.empty() && rest[0] != '\r' && rest[0] != '\n') return '\0';
    rest.remove_prefix(rest.starts_with("\r\n") ? 2 : rest.empty() ? 0 : 1);
    text = rest;
    return delimiter;
}

/// The delimiter that cuts the first lines into the most fields, counted outside quotes; the one that does so
/// in more lines when they tie.
char likely_delimiter(std::string_view text) {
    constexpr std::array<char, 3> candidates = {',', ';', '\t'};
    constexpr std::size_t lines_looked_at = 50;
    std::array<std::size_t, 3> lines_with{}, in_line{}, total{};
    bool in_quotes = false;
    std::size_t lines = 0;
    for (std::size_t i = 0; i <= text.size() && lines < lines_looked_at; ++i) {
        const char c = i < text.size() ? text[i] : '\n';
        if (c == '"') in_quotes = !in_quotes;
        if (in_quotes) continue;
        for (std::size_t k = 0; k < candidates.size(); ++k) in_line[k] += c == candidates[k] ? 1 : 0;
        if (c != '\n') continue;
        ++lines;
        for (std::size_t k = 0; k < candidates.size(); ++k) {
            lines_with[k] += in_line[k] != 0 ? 1 : 0;
            total[k] += in_line[k];
        }
        in_line = {};
    }
    std::size_t best = 0;
    for (std::size_t k = 1; k < candidates.size(); ++k) {
        // Commas stand in sentences too, so a semicolon or tab in as many lines is the likelier delimiter.
        if (lines_with[k] > lines_with[best] ||
            (lines_with[k] == lines_with[best] && total[k] > 0 && best == 0))
            best = k;
    }
    return candidates[best];
}

class CsvReader {
  public:
    CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    std::vector<CsvRow> rows() {
        while (at_ < text_.size()) read_row();
        return std::move(rows_);
    }

  private:
    [[noreturn]] void fail_at_line(ErrorCode code, const std::string& sentence) const {
        fail(code, sentence, "line " + std::to_string(line_));
    }

    void read_row() {
        if (rows_.size() == max_rows)
            fail_at_line(ErrorCode::too_large, "it has more than the 1,048,576 rows a sheet can hold");
        CsvRow row;
        for (;;) {
            row.push_back(read_field());
            if (row.size() > max_columns)
                fail_at_line(ErrorCode::too_large,
                             "a line has more than the 16,384 columns a sheet can hold");
            if (at_ < text_.size() && text_[at_] == delimiter_) {
                ++at_;
                continue;
            }
            break;
        }
        pass_line_end();
        while (!row.empty() && row.back().empty()) row.pop_back();
        rows_.push_back(std::move(row));
    }

    void pass_line_end() {
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        ++line_;
    }

    bool is_end_of_field() const {
        return at_ == text_.size() || text_[at_] == delimiter_ || text_[at_] == '\n' || text_[at_] == '\r';
    }

    std::string read_field() {
        std::string field;
        if (at_ < text_.size() && text_[at_] == '"') read_quoted(field);
        // What follows a closing quote is kept as it is: "5" apples.
        const std::size_t begin = at_;
        while (!is_end_of_field()) ++at_;
        field.append(text_.substr(begin, at_ - begin));
        if (field.size() > most_field_bytes)
            fail_at_line(ErrorCode::too_large,
                         "a field is longer than the 32,767 characters a cell can hold");
        return field;
    }

    void read_quoted(std::string& field) {
        const std::size_t first_line = line_;
        ++at_;
        for (;;) {
            if (at_ == text_.size()) {
                line_ = first_line;
                fail_at_line(ErrorCode::damaged_workbook, "a quote is opened that never closes");
            }
            const char c = text_[at_++];
            if (c == '"') {
                if (at_ == text_.size() || text_[at_] != '"') return;
                ++at_;
            }
            if (c == '\n') ++line_;
            // A carriage return inside a cell shows as a box; Excel keeps line breaks as line feeds.
            if (c != '\r') field += c;
        }
    }

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::vector<CsvRow> rows_;
};

/// "-4.2", "+5%": begins like a formula, but can do no harm and would be no number with an apostrophe.
bool is_signed_number(std::string_view text) {
    return text.size() > 1 && std::all_of(text.begin() + 1, text.end(), [](char c) {
               return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '%';
           });
}

}  // namespace

std::vector<CsvRow> parse_csv(std::string_view bytes) {
    refuse_other_files(bytes);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::string converted;
    std::string_view text = bytes;
    if (!is_utf8(bytes)) text = converted = from_windows_1252(bytes);
    char delimiter = declared_delimiter(text);
    if (delimiter == '\0') delimiter = likely_delimiter(text);
    return CsvReader(text, delimiter).rows();
}

std::string csv_field(std::string_view text) {
    std::string field(text);
    const bool looks_like_formula =
        !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
    if (looks_like_formula && !((text[0] == '-' || text[0] == '+') && is_signed_number(text)))
        field.insert(0, 1, '\'');
    if (field.find_first_of(",\"\r\n;\t") == std::string::npos) return field;
    std::string quoted = "\"";
    for (const char c : field) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

}  // namespace scorebook
