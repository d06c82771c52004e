// read_value.cpp - from an entry's cells to what they mean, kind by kind.
#include "tables/read_value.hpp"

#include <algorithm>
#include <cmath>

#include "bytes/number_text.hpp"
#include "tables/cell_figure.hpp"
#include "tables/cell_text.hpp"
#include "tables/date_text.hpp"
#include "tables/list_items.hpp"
#include "tables/missing_value.hpp"
#include "tables/plain_text.hpp"
#include "tables/score_text.hpp"
#include "tables/target_text.hpp"
#include "tables/word_text.hpp"

namespace scorebook {
namespace {

/// Serials from 1 January 1954 to 2 July 2119: a plain number beyond them is no date.
constexpr double first_plausible_serial = 19'725;
constexpr double last_plausible_serial = 80'171;

/// Nothing fold_lines() would change, seen from the bytes alone; most texts.
bool is_tidy(std::string_view text) {
    if (text.empty()) return true;
    if (text.front() <= ' ' || text.back() <= ' ') return false;
    char before = 'x';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0xC2 && (byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF)) return false;
        const bool is_break = c == '\n' || c == ' ';
        if ((c < ' ' && c > 0 && c != '\n') || (is_break && (before == ' ' || before == '\n'))) return false;
        before = c;
    }
    return true;
}

std::string tidy_lines(std::string text) {
    return is_tidy(text) ? std::move(text) : fold_lines(text);
}

void add_remark(ReadValue& value, ReadingRemark remark) {
    if (std::find(value.remarks.begin(), value.remarks.end(), remark) == value.remarks.end()) {
        value.remarks.push_back(remark);
    }
}

void take_words(ReadValue& value, WordsText words) {
    value.words = std::move(words.words);
    if (words.has_near) add_remark(value, ReadingRemark::near_word);
    if (words.has_unknown) add_remark(value, ReadingRemark::unknown_word);
}

const Word* word_of_number(const WordList* list, double number) {
    if (!list) return nullptr;
    const auto found = std::find_if(list->words.begin(), list->words.end(),
                                    [&](const Word& word) { return word.number == number; });
    return found == list->words.end() ? nullptr : &*found;
}

const Word* word_called(const WordList& list, std::string_view name) {
    const auto found = std::find_if(list.words.begin(), list.words.end(),
                                    [&](const Word& word) { return word.word == name; });
    return found == list.words.end() ? nullptr : &*found;
}

class ValueReader {
  public:
    ValueReader(const Workbook& workbook, const WorkbookTemplate& kind, const FoundTable& table,
                const TableEntry& entry, const FoundColumn& column)
        : workbook_(workbook),
          sheet_(workbook.sheets()[table.sheet_index]),
          sheet_index_(table.sheet_index),
          kind_(kind),
          entry_(entry),
          column_(column),
          list_(column.spec ? kind.find_words(column.spec->words) : nullptr) {}

    ReadValue read() {
        gather();
        if (value_.text.empty() && !value_.number) return std::move(value_);
        const ValueKind kind = column_.spec ? column_.spec->kind : ValueKind::text;
        // Some words of a list look like missing values: "None" is a direction, "-" may be a level's sign.
        const bool has_list =
            kind == ValueKind::words || kind == ValueKind::direction || kind == ValueKind::rag;
        if (!has_list && !value_.number && is_missing()) return std::move(value_);
        value_.state = ValueState::present;
        switch (kind) {
            case ValueKind::text:
            case ValueKind::person:
            case ValueKind::period:
                break;
            case ValueKind::list:
                value_.items = split_list_items(value_.text);
                break;
            case ValueKind::id:
                read_id();
                break;
            case ValueKind::words:
            case ValueKind::direction:
            case ValueKind::rag:
                read_word(kind);
                break;
            case ValueKind::level:
                read_level();
                break;
            case ValueKind::score:
                read_score();
                break;
            case ValueKind::date:
                read_date();
                break;
            case ValueKind::number:
                read_number();
                break;
            case ValueKind::figure:
            case ValueKind::percentage:
            case ValueKind::money:
            case ValueKind::duration:
                read_figure_cell(kind);
                break;
            case ValueKind::target:
                read_target_cell();
                break;
        }
        return std::move(value_);
    }

  private:
    const Workbook& workbook_;
    const Sheet& sheet_;
    std::size_t sheet_index_;
    const WorkbookTemplate& kind_;
    const TableEntry& entry_;
    const FoundColumn& column_;
    const WordList* list_;
    ReadValue value_;
    const SheetCell* cell_ = nullptr;  ///< the first that isn't blank
    std::string raw_;                  ///< its text as typed

    const SheetCell* cell_in(std::uint32_t row) const {
        const SheetCell* cell = sheet_.cells.find({row, column_.column_index});
        if ((cell && cell->kind != CellKind::blank) || sheet_.merges.empty()) return cell;
        const CellRange* merge = sheet_.merge_at({row, column_.column_index});
        return merge && row == entry_.row_index ? sheet_.cells.find(merge->first) : cell;
    }

    void gather() {
        for (std::uint32_t row = entry_.row_index; row <= entry_.last_row_index; ++row) {
            const SheetCell* cell = cell_in(row);
            if (!cell || cell->kind == CellKind::blank) continue;
            if (is_text_cell(*cell)) {
                std::string text = cell_text(workbook_, sheet_index_, *cell);
                std::string tidy = tidy_lines(text);
                if (tidy.empty()) continue;
                if (!cell_) raw_ = std::move(text);
                value_.text = value_.text.empty() ? std::move(tidy) : join_cut_text(value_.text, tidy);
            } else if (!cell->has_value) {
                continue;
            } else if (cell_) {
                // Excel makes a number of "64." below "18-"; only text goes on like that.
                if (!is_text_cell(*cell_)) continue;
                value_.text = join_cut_text(value_.text, cell_text(workbook_, sheet_index_, *cell));
            } else {
                value_.text = cell_text(workbook_, sheet_index_, *cell);
                if (is_number_cell(*cell)) value_.number = cell->number;
                if (cell->kind == CellKind::error) value_.state = ValueState::unreadable;
            }
            if (!cell_) {
                cell_ = cell;
                value_.is_formula = cell->has_formula;
            }
        }
    }

    bool is_missing() {
        if (value_.state == ValueState::unreadable) return true;
        value_.state = missing_state(value_.text);
        return value_.state != ValueState::present;
    }

    void read_id() {
        if (value_.number) {
            add_remark(value_, ReadingRemark::numeric_id);
            value_.words.push_back(value_.text);
            value_.number.reset();
            return;
        }
        value_.text = fold_spaces(value_.text);
        const std::string& pattern = column_.spec->pattern;
        std::string tidy = tidy_id(value_.text, pattern);
        const bool fits = fits_id_pattern(value_.text, pattern);
        if (!fits) {
            if (FusedId fused = split_fused_id(value_.text, pattern); !fused.id.empty())
                tidy = std::move(fused.id);
        }
        remark_odd_characters(fits ? tidy : value_.text);
        value_.words.push_back(std::move(tidy));
    }

    /// `wanted`: the id without look-alikes.
    void remark_odd_characters(const std::string& wanted) {
        if (raw_ == wanted && visible_ascii_length(raw_) == raw_.size()) return;
        std::string typed;
        bool has_space = raw_.size() != trim_spaces(raw_).size();
        bool has_look_alike = false;
        for (std::string_view rest = trim_spaces(raw_); !rest.empty();) {
            const char32_t c = take_code_point(rest);
            has_look_alike |= (is_space(c) || is_dash(c)) && c >= 0x80;
            if (is_space(c)) {
                has_space |= rest.empty() || is_space(take_first(rest));
            } else if (!is_dash(c) && c < 0x80) {
                typed += static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
            }
        }
        for (std::string_view outside = raw_; !outside.empty();) {
            const char32_t c = take_code_point(outside);
            has_look_alike |= is_space(c) && c >= 0x80;
        }
        std::string plain;
        for (const char c : wanted) {
            if (c != ' ' && c != '-') plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
        const bool same_length = typed.size() == plain.size();
        if (has_look_alike || (same_length && typed != plain))
            add_remark(value_, ReadingRemark::look_alike_letter);
        if (has_space) add_remark(value_, ReadingRemark::extra_space);
    }

    static char32_t take_first(std::string_view text) { return take_code_point(text); }

    void read_word(ValueKind kind) {
        if (value_.number) {
            if (const Word* word = word_of_number(list_, *value_.number)) value_.words.push_back(word->word);
            return;
        }
        WordsText words;
        if (kind == ValueKind::rag) {
            words = read_band_word(kind_.band_sets, value_.text);
        } else if (list_) {
            words = kind == ValueKind::direction || !list_->several ? read_direction(*list_, value_.text)
                                                                    : read_words(*list_, value_.text);
        }
        if (words.words.empty() && is_missing()) return;
        value_.state = ValueState::present;
        take_words(value_, std::move(words));
    }

    void read_level() {
        if (value_.number) {
            if (const Word* word = word_of_number(list_, *value_.number)) value_.words.push_back(word->word);
            return;
        }
        const ScoreText typed = read_score_text(value_.text);
        if (typed.score && !typed.impact) value_.number = typed.score;
        if (typed.is_plain_number) {
            add_remark(value_, ReadingRemark::number_as_text);
            if (const Word* word = word_of_number(list_, *typed.score)) value_.words.push_back(word->word);
            return;
        }
        if (list_) take_words(value_, read_level_word(*list_, value_.text));
        if (!value_.number && !value_.words.empty()) {
            if (const Word* word = word_called(*list_, value_.words.front())) value_.number = word->number;
        }
        if (!value_.number) value_.state = ValueState::unreadable;
    }

    void read_score() {
        if (value_.number) return;
        const ScoreText typed = read_score_text(value_.text);
        value_.number = typed.score;
        value_.impact = typed.impact;
        value_.likelihood = typed.likelihood;
        if (typed.is_plain_number) add_remark(value_, ReadingRemark::number_as_text);
        if (typed.product_disagrees) add_remark(value_, ReadingRemark::wrong_product);
        if (!value_.number) value_.state = ValueState::unreadable;
    }

    void read_date() {
        if (value_.number) {
            const bool is_date =
                workbook_.style(*cell_).is_date || cell_->kind == CellKind::iso_date ||
                (*value_.number >= first_plausible_serial && *value_.number <= last_plausible_serial);
            const auto date =
                is_date ? date_from_serial(*value_.number, workbook_.date_system()) : std::nullopt;
            if (date) {
                value_.text = to_text(*date);
            } else {
                value_.number.reset();
                value_.state = ValueState::unreadable;
            }
            return;
        }
        const DateText typed = read_date_text(value_.text);
        if (typed.date) {
            value_.number = serial_from_date(*typed.date, workbook_.date_system());
            if (typed.reads_two_ways) add_remark(value_, ReadingRemark::date_two_ways);
            if (typed.weekday_disagrees) add_remark(value_, ReadingRemark::weekday_disagrees);
        } else if (is_open_ended(value_.text)) {
            value_.words.emplace_back("Ongoing");
        } else {
            value_.state = ValueState::unreadable;
        }
    }

    void take_figure(Figure figure) {
        value_.number = figure.number.value.to_double();
        if (!figure.note.empty()) add_remark(value_, ReadingRemark::note_mark);
        if (figure.has_spaced_thousands) add_remark(value_, ReadingRemark::spaced_thousands);
        value_.figure = std::move(figure);
    }

    void read_figure_cell(ValueKind kind) {
        auto figure = value_.number ? figure_in_cell(workbook_, *cell_) : read_figure(value_.text);
        if (!figure) {
            value_.state = ValueState::unreadable;
            return;
        }
        if (!value_.number && parse_number(value_.text)) add_remark(value_, ReadingRemark::number_as_text);
        if (figure->unit == FigureUnit::none) {
            // Money without a pound sign is in the column's unit, perhaps millions.
            figure->unit = kind == ValueKind::percentage ? FigureUnit::percent : FigureUnit::none;
        }
        take_figure(std::move(*figure));
    }

    void read_target_cell() {
        if (value_.number) {
            if (auto figure = figure_in_cell(workbook_, *cell_)) take_figure(std::move(*figure));
            return;
        }
        Target target = read_target(value_.text);
        if (target.kind == Target::Kind::none) value_.state = target.state;
        if (target.kind == Target::Kind::unreadable) value_.state = ValueState::unreadable;
        if (!target.values.empty()) take_figure(std::move(target.values.front()));
    }

    void read_number() {
        if (value_.number) return;
        value_.number = read_amount(value_.text);
        if (value_.number) {
            add_remark(value_, ReadingRemark::number_as_text);
        } else {
            value_.state = ValueState::unreadable;
        }
    }
};

}  // namespace

ReadValue read_value(const Workbook& workbook, const WorkbookTemplate& kind, const FoundTable& table,
                     const TableEntry& entry, const FoundColumn& column) {
    return ValueReader(workbook, kind, table, entry, column).read();
}

}  // namespace scorebook
