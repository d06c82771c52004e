// scorebook_sheet.cpp - reads the sheet called "Scorebook", row by row. Its layout:
// workbook-templates/README.md.
#include "tables/scorebook_sheet.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "bytes/number_text.hpp"
#include "tables/cell_text.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

/// Nobody types more by hand; a longer sheet called Scorebook is something else.
constexpr std::size_t most_rows = 2000;
constexpr std::uint32_t last_column_read = 4;

enum class Section { keys, bands, columns, accepted };

struct Heading {
    std::string_view text;  ///< as fold_words() gives it
    Section section;
};
constexpr std::array<Heading, 13> headings = {{
    {"settings", Section::keys},
    {"setting", Section::keys},
    {"bands", Section::bands},
    {"band", Section::bands},
    {"rag bands", Section::bands},
    {"columns", Section::columns},
    {"column", Section::columns},
    {"column meanings", Section::columns},
    {"this column", Section::columns},
    {"this column means", Section::columns},
    {"accepted", Section::accepted},
    {"accepted findings", Section::accepted},
    {"acceptances", Section::accepted},
}};

std::optional<Section> heading_of(std::string_view folded) {
    for (const Heading& heading : headings) {
        if (heading.text == folded) return heading.section;
    }
    return std::nullopt;
}

struct PublicationWord {
    std::string_view text;  ///< as fold_words() gives it
    std::string_view fact;
};
constexpr std::array<PublicationWord, 16> publication_words = {{
    {"organisation", "organisation"},
    {"organization", "organisation"},
    {"council", "organisation"},
    {"authority", "organisation"},
    {"publisher", "organisation"},
    {"contact", "contact"},
    {"contact details", "contact"},
    {"e mail", "contact"},
    {"email", "contact"},
    {"publication date", "published"},
    {"published", "published"},
    {"next update", "next update"},
    {"next publication", "next update"},
    {"version", "version"},
    {"title", "title"},
    {"document title", "title"},
}};

/// Which fact about a published copy a row gives; empty for another row.
std::string_view publication_fact(std::string_view folded) {
    for (const PublicationWord& word : publication_words) {
        if (word.text == folded) return word.fact;
    }
    return {};
}

/// Relative luminance, WCAG 2.1.
double luminance(Rgb colour) {
    const auto part = [&](int shift) {
        const double c = ((colour >> shift) & 0xFF) / 255.0;
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

/// Black or white, whichever can be read better on `fill`.
Rgb text_colour_on(Rgb fill) {
    const double light = luminance(fill) + 0.05;
    return light / 0.05 >= 1.05 / light ? 0x000000 : 0xFFFFFF;
}

std::optional<Rgb> parse_colour(std::string text) {
    if (!text.empty() && text.front() == '#') text.erase(0, 1);
    // 009900 typed into a cell is stored as the number 9900.
    if (text.size() < 6 && text.find_first_not_of("0123456789") == std::string::npos && !text.empty())
        text.insert(0, 6 - text.size(), '0');
    Rgb colour = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, colour, 16);
    if (text.size() != 6 || error != std::errc() || stop != end) return std::nullopt;
    return colour;
}

class SheetReader {
  public:
    SheetReader(const Workbook& workbook, std::size_t sheet_index)
        : workbook_(workbook), sheet_index_(sheet_index) {
        result_.sheet_index = sheet_index;
    }

    ScorebookSheet read() {
        std::size_t rows = 0;
        for (const SheetRow& row : workbook_.sheets()[sheet_index_].cells.rows) {
            if (rows++ == most_rows) {
                refuse({row.row_index, 0}, "only the first 2,000 rows are read");
                break;
            }
            read_row(row.row_index);
        }
        result_.rows = rows_with_content();
        result_.ends_in_acceptances = section_ == Section::accepted;
        std::sort(result_.bands.begin(), result_.bands.end(),
                  [](const Band& a, const Band& b) { return a.from < b.from; });
        return std::move(result_);
    }

  private:
    const SheetCell* cell(std::uint32_t row, std::uint32_t column) const {
        return workbook_.sheets()[sheet_index_].cells.find({row, column});
    }

    std::string text(std::uint32_t row, std::uint32_t column) const {
        const SheetCell* found = cell(row, column);
        return found ? fold_spaces(cell_text(workbook_, sheet_index_, *found)) : std::string();
    }

    std::optional<double> number(std::uint32_t row, std::uint32_t column) const {
        return parse_number(text(row, column));
    }

    /// A date cell, or a date as text.
    std::optional<CalendarDate> date(std::uint32_t row, std::uint32_t column) const {
        const SheetCell* found = cell(row, column);
        if (found && is_number_cell(*found)) {
            const auto serial = number(row, column);
            if (serial && *serial > 9999) return date_from_serial(*serial, workbook_.date_system());
        }
        return parse_date(text(row, column));
    }

    /// Text, with a date cell as "31 March 2016".
    std::string text_or_day(std::uint32_t row, std::uint32_t column) const {
        const SheetCell* found = cell(row, column);
        if (found && is_number_cell(*found) && workbook_.style(*found).is_date) {
            if (const auto day = date(row, column)) return to_text(*day);
        }
        return text(row, column);
    }

    std::uint32_t rows_with_content() const {
        const SheetCells& cells = workbook_.sheets()[sheet_index_].cells;
        for (auto row = cells.rows.rbegin(); row != cells.rows.rend(); ++row) {
            for (std::uint32_t i = 0; i != row->cell_count; ++i) {
                const SheetCell& cell = cells.cells[row->first_cell + i];
                if (cell.has_value || cell.has_formula) return row->row_index + 1;
            }
        }
        return 0;
    }

    void refuse(CellRef place, const std::string& reason) { result_.unread.emplace_back(place, reason); }

    void read_row(std::uint32_t row) {
        const std::string key = text(row, 0);
        if (key.empty()) {
            for (std::uint32_t column = 1; column <= last_column_read; ++column) {
                if (text(row, column).empty()) continue;
                refuse({row, column}, "there is nothing in column A to say what this is");
                return;
            }
            return;
        }
        const std::string folded = fold_words(key);
        if (const auto section = heading_of(folded)) {
            section_ = *section;
            return;
        }
        switch (section_) {
            case Section::keys:
                read_key(row, key, folded);
                break;
            case Section::bands:
                read_band(row, key);
                break;
            case Section::columns:
                read_meaning(row, key);
                break;
            case Section::accepted:
                read_acceptance(row, key);
                break;
        }
    }

    void read_key(std::uint32_t row, const std::string& key, const std::string& folded) {
        const std::string value = text_or_day(row, 1);
        // A title such as "Scorebook settings" above the rows.
        if (value.empty()) return;
        if (folded == "template" || folded == "kind" || folded == "workbook kind" ||
            folded == "workbook template") {
            result_.template_name = value;
        } else if (folded == "period" || folded == "reporting period" || folded == "as at") {
            result_.period = value;
        } else if (folded == "previous" || folded == "previous workbook" || folded == "previous file" ||
                   folded == "last period") {
            result_.previous = value;
        } else if (const std::string_view fact = publication_fact(folded); !fact.empty()) {
            result_.publication[std::string(fact)] = value;
        } else if (const auto setting = number(row, 1)) {
            // Names of settings are one word to formulas: "Stale days" is Stale_days.
            std::string name = key;
            std::replace(name.begin(), name.end(), ' ', '_');
            result_.settings[name] = *setting;
            result_.setting_cells[name] = {row, 0};
        } else if (folded != "key" && folded != "name" && fold_words(value) != "value") {
            refuse({row, 1},
                   "\"" + value + "\" is not a number, and " + key + " is no word this sheet knows");
        }
    }

    void read_band(std::uint32_t row, const std::string& word) {
        const auto from = number(row, 1);
        const auto to = number(row, 2);
        if (!from || !to || *to < *from) {
            refuse({row, 1}, "the band " + word + " needs a first and a last score in columns B and C");
            return;
        }
        for (const Band& other : result_.bands) {
            if (*from <= other.to && other.from <= *to) {
                refuse({row, 1}, "the band " + word + " overlaps the band " + other.word);
                return;
            }
        }
        Band band;
        band.word = word;
        band.from = *from;
        band.to = *to;
        const std::string typed = text(row, 3);
        std::optional<Rgb> fill = parse_colour(typed);
        if (!typed.empty() && !fill) refuse({row, 3}, "\"" + typed + "\" is not a colour such as FFC000");
        for (const std::uint32_t column : {3U, 0U}) {
            const SheetCell* coloured = cell(row, column);
            if (!fill && coloured) fill = workbook_.style(*coloured).fill;
        }
        if (fill) {
            band.fill = *fill;
            band.text = text_colour_on(*fill);
        }
        result_.bands.push_back(std::move(band));
    }

    void read_meaning(std::uint32_t row, const std::string& header) {
        const std::string meaning = text(row, 1);
        if (meaning.empty()) {
            refuse({row, 1}, "column B has to say which column \"" + header + "\" is");
            return;
        }
        result_.column_meanings[header] = meaning;
        result_.meaning_cells[header] = {row, 0};
    }

    void read_acceptance(std::uint32_t row, const std::string& rule) {
        const bool is_rule = rule.size() == 3 &&
                             ((rule[0] >= 'A' && rule[0] <= 'Z') || (rule[0] >= 'a' && rule[0] <= 'z')) &&
                             rule[1] >= '0' && rule[1] <= '9' && rule[2] >= '0' && rule[2] <= '9';
        if (!is_rule) {
            refuse({row, 0}, "\"" + rule + "\" is no rule such as G02");
            return;
        }
        Acceptance acceptance;
        acceptance.rule = rule;
        if (acceptance.rule[0] >= 'a') acceptance.rule[0] = static_cast<char>(acceptance.rule[0] - 'a' + 'A');
        acceptance.record = text(row, 1);
        acceptance.reason = text(row, 2);
        acceptance.name = text(row, 3);
        acceptance.until = date(row, 4);
        acceptance.cell = {row, 0};
        const std::string until = text(row, 4);
        if (acceptance.reason.empty() || acceptance.name.empty()) {
            refuse({row, 0}, "an accepted finding needs a reason in column C and a name in column D");
        } else if (!until.empty() && !acceptance.until) {
            refuse({row, 4}, "\"" + until + "\" is not a date such as 31 March 2017");
        } else {
            result_.accepted.push_back(std::move(acceptance));
        }
    }

    const Workbook& workbook_;
    std::size_t sheet_index_;
    Section section_ = Section::keys;
    ScorebookSheet result_;
};

bool is_same_name(std::string_view a, std::string_view b) {
    return fold_words(a) == fold_words(b);
}

/// The column of `table` that is headed `header`, or has that id, or that synonym.
ColumnSpec* column_called(TableSpec& table, const std::string& header) {
    for (ColumnSpec& column : table.columns) {
        if (is_same_name(column.header, header) || is_same_name(column.id, header)) return &column;
    }
    for (ColumnSpec& column : table.columns) {
        for (const std::string& synonym : column.synonyms) {
            if (is_same_name(synonym, header)) return &column;
        }
    }
    return nullptr;
}

void put_meaning(TableSpec& table, const std::string& typed, const std::string& header) {
    ColumnSpec* meant = column_called(table, header);
    if (!meant || is_same_name(meant->header, typed)) return;
    for (ColumnSpec& column : table.columns) {
        std::erase_if(column.synonyms,
                      [&](const std::string& synonym) { return is_same_name(synonym, typed); });
    }
    meant->synonyms.insert(meant->synonyms.begin(), typed);
}

}  // namespace

ScorebookSheet read_scorebook_sheet(const Workbook& workbook) {
    for (std::size_t i = 0; i != workbook.sheets().size(); ++i) {
        if (is_same_name(workbook.sheets()[i].name, scorebook_sheet_name))
            return SheetReader(workbook, i).read();
    }
    return {};
}

WorkbookTemplate with_overrides(const WorkbookTemplate& kind, const ScorebookSheet& sheet) {
    WorkbookTemplate changed = kind;
    for (const auto& [name, value] : sheet.settings) {
        const Setting* known = changed.find_setting(name);
        if (!known) continue;
        Setting setting = *known;
        setting.value = value;
        setting.valid_from.reset();
        std::erase_if(changed.settings, [&](const Setting& s) { return is_same_name(s.name, name); });
        changed.settings.push_back(std::move(setting));
    }
    if (!sheet.bands.empty()) {
        BandSet set{std::nullopt, sheet.bands};
        for (Band& band : set.bands) {
            if (band.fill != 0 || band.text != 0) continue;
            band.fill = 0xFFFFFF;
            for (const BandSet& known : kind.band_sets) {
                for (const Band& other : known.bands) {
                    if (!is_same_name(other.word, band.word)) continue;
                    band.fill = other.fill;
                    band.text = other.text;
                    band.synonyms = other.synonyms;
                }
            }
        }
        changed.band_sets = {std::move(set)};
    }
    for (const auto& [typed, header] : sheet.column_meanings) {
        for (TableSpec& table : changed.tables) put_meaning(table, typed, header);
    }
    return changed;
}

std::vector<std::pair<CellRef, std::string>> unknown_overrides(const WorkbookTemplate& kind,
                                                               const ScorebookSheet& sheet) {
    std::vector<std::pair<CellRef, std::string>> unknown;
    for (const auto& [name, place] : sheet.setting_cells) {
        if (!kind.find_setting(name))
            unknown.emplace_back(place, "\"" + name + "\" is no setting of a " + kind.title);
    }
    WorkbookTemplate copy = kind;
    for (const auto& [typed, place] : sheet.meaning_cells) {
        const std::string& header = sheet.column_meanings.at(typed);
        const bool is_known = std::any_of(copy.tables.begin(), copy.tables.end(), [&](TableSpec& table) {
            return column_called(table, header) != nullptr;
        });
        if (!is_known) unknown.emplace_back(place, "\"" + header + "\" is no column of a " + kind.title);
    }
    return unknown;
}

}  // namespace scorebook
