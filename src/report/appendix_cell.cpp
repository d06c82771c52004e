// appendix_cell.cpp - the officer's words stay; what a reader can't hear or see alone (arrows, colours) gets
// words.
#include "report/appendix_cell.hpp"

#include <algorithm>
#include <cmath>

#include "bytes/number_text.hpp"
#include "formula/number_format.hpp"
#include "report/band_look.hpp"
#include "report/cell_paragraphs.hpp"
#include "tables/cell_text.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

constexpr std::string_view plain_format = "General";

bool has_letters(std::string_view text) {
    return !fold_words(text).empty();
}

LayoutCell text_cell(std::string_view text) {
    LayoutCell cell;
    cell.text = cell_paragraphs(text);
    return cell;
}

bool is_score(ValueKind kind) {
    return kind == ValueKind::score || kind == ValueKind::level || kind == ValueKind::number;
}

/// Whole numbers of four digits and more get commas, unless the officer chose a format or they may be years.
std::string format_of(const std::string& format, double number, ValueKind kind) {
    const bool is_count = kind == ValueKind::figure || kind == ValueKind::money || kind == ValueKind::number;
    const bool is_whole = number == std::floor(number) && std::fabs(number) >= 1000;
    return format == plain_format && is_count && is_whole ? "#,##0" : format;
}

/// Shorthand of the government's guidance for a value that isn't there; empty to leave the cell as it is.
std::string_view shorthand_of(ValueState state) {
    switch (state) {
        case ValueState::not_applicable:
            return "[z]";
        case ValueState::not_available:
        case ValueState::mark:
            return "[x]";
        default:
            return {};
    }
}

bool is_numeric(ValueKind kind) {
    return is_score(kind) || kind == ValueKind::figure || kind == ValueKind::percentage ||
           kind == ValueKind::money || kind == ValueKind::duration;
}

}  // namespace

LayoutCell shorthand_cell(std::string_view shorthand) {
    LayoutCell cell;
    cell.text = {{std::string(shorthand), false}};
    return cell;
}

bool CellMaker::shows_bands(const FoundColumn& column) const {
    if (!context.bands || !column.spec || column.spec->kind != ValueKind::score) return false;
    if (values.table().spec->higher_is_better) return false;
    for (const FoundColumn& other : values.table().columns) {
        if (other.spec && other.spec->kind == ValueKind::rag && other.spec->of == column.spec->id)
            return false;
    }
    return true;
}

LayoutCell CellMaker::number_cell(const FigureRow& row, const FoundColumn& column,
                                  const ReadValue& value) const {
    const ValueKind kind = column.spec ? column.spec->kind : ValueKind::text;
    const SheetCell* stored = values.sheet().cells.find({row.row_index, column.column_index});
    const bool is_number = stored && is_number_cell(*stored) && stored->has_value;
    LayoutCell cell;
    cell.number = is_number ? stored->number : *value.number;
    const CellStyle* style = is_number ? &context.current.workbook->style(*stored) : nullptr;
    cell.number_format = style ? style->number_format : std::string(plain_format);
    const bool is_rebuilt = profile != AppendixProfile::working;
    if (is_rebuilt && style && style->is_date) cell.number_format = day_format;
    if (is_rebuilt) cell.number_format = format_of(cell.number_format, *cell.number, kind);
    const DateSystem dates = context.current.workbook->date_system();
    std::string shown = formula::format_value(*cell.number, cell.number_format, dates).value_or(value.text);
    if (cell.number_format == plain_format) shown = number_to_text(*cell.number);
    // A new workbook counts days from 1900.
    if (style && style->is_date && dates == DateSystem::from_1904) *cell.number += 1462;
    if (profile != AppendixProfile::published && shows_bands(column)) {
        if (const Band* band = find_band(*context.bands, *cell.number)) {
            cell.band = look_of_band(*band);
            cell.number_format = "0\" " + band->word + "\"";
            shown += " " + band->word;
        }
    }
    cell.text = {{std::move(shown), false}};
    return cell;
}

LayoutCell CellMaker::word_cell(const FoundColumn& column, const ReadValue& value) const {
    const bool is_rag = column.spec->kind == ValueKind::rag;
    const std::string canonical = value.words.empty() ? std::string() : value.words.front();
    std::string text = profile == AppendixProfile::working ? value.text : without_symbols(value.text);
    // "R", an arrow, or nothing but a colour.
    const bool is_too_short = fold_words(text).size() < 2 || (is_rag && value.words.size() == 1);
    if (!canonical.empty() && (is_too_short || !has_letters(text))) text = canonical;
    LayoutCell cell = text_cell(text);
    if (profile != AppendixProfile::published && !cell.text.empty()) {
        cell.band = look_of_word(context.bands, canonical.empty() ? text : canonical);
        if (cell.band) cell.band->word = text;
    }
    return cell;
}

LayoutCell CellMaker::cell(const FigureRow& row, const FoundColumn& column, std::string& note) const {
    const ReadValue value = RowFigures(context, values).read(row, column);
    const ValueKind kind = column.spec ? column.spec->kind : ValueKind::text;
    const SheetCell* stored = values.sheet().cells.find({row.row_index, column.column_index});
    const bool is_stored_number = stored && is_number_cell(*stored) && stored->has_value;
    if (kind == ValueKind::words || kind == ValueKind::direction || kind == ValueKind::rag) {
        if (kind == ValueKind::rag || !is_stored_number) return word_cell(column, value);
    }
    const bool is_plain_number_text = is_score(kind) && value.number && parse_number(value.text);
    if (is_stored_number && kind != ValueKind::id) return number_cell(row, column, value);
    if (is_plain_number_text) return number_cell(row, column, value);
    std::string text = value.text;
    if (profile == AppendixProfile::working) return text_cell(text);
    if (const auto shorthand = shorthand_of(value.state); !shorthand.empty() && is_numeric(kind))
        return shorthand_cell(shorthand);
    if (value.figure && !value.figure->note.empty() && text.ends_with(value.figure->note)) {
        note = value.figure->note;
        text.resize(text.size() - note.size());
    }
    const std::string plain = without_symbols(text);
    return text_cell(has_letters(plain) ? plain : text);
}

}  // namespace scorebook
