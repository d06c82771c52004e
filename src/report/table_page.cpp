// table_page.cpp - rows and columns of the layout; a published table has one header row, no section rows, and
// says in words what a blank or a sign in brackets means (accessible-tables.md P22, P42, P43, P65, P66).
#include "report/table_page.hpp"

#include <algorithm>
#include <optional>

#include "checks/wording.hpp"
#include "report/appendix_cell.hpp"
#include "report/small_numbers.hpp"
#include "tables/plain_text.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

bool is_published(AppendixProfile profile) {
    return profile == AppendixProfile::published;
}

Alignment alignment_of(const FoundColumn& column, AppendixProfile profile) {
    if (!column.spec) return Alignment::left;
    switch (column.spec->kind) {
        case ValueKind::score:
        case ValueKind::level:
            return is_published(profile) ? Alignment::right : Alignment::centre;
        case ValueKind::rag:
            return is_published(profile) ? Alignment::left : Alignment::centre;
        case ValueKind::number:
        case ValueKind::figure:
        case ValueKind::percentage:
        case ValueKind::money:
        case ValueKind::duration:
        case ValueKind::target:
            return Alignment::right;
        default:
            return Alignment::left;
    }
}

/// The header as typed; the template's where the officer left it blank.
std::string header_of(const FoundColumn& column) {
    if (!is_blank_text(column.header)) return fold_spaces(column.header);
    return column.spec ? column.spec->header : "Column " + column_letters(column.column_index);
}

class PageMaker {
  public:
    PageMaker(const CheckContext& context, const ShownTable& shown, AppendixProfile profile)
        : context_(context), shown_(shown), profile_(profile), cells_{context, *shown.values, profile} {}

    TablePage make(const std::string& id, const std::string& title, std::size_t first_note) {
        made_.notes = table_notes(context_, table(), first_note);
        if (is_published(profile_)) {
            small_ = small_cells(context_, shown_);
            made_.suppressed = small_.size();
            made_.lacks_limit = lacks_limit(context_, shown_);
        }
        made_.page.id = id;
        made_.page.title = title;
        has_sections_ = std::any_of(shown_.rows.begin(), shown_.rows.end(),
                                    [](const ShownRow& row) { return row.kind == LayoutRow::Kind::section; });
        layout_.name = id;
        layout_.caption = title;
        add_columns();
        for (const ShownRow& row : shown_.rows) add_row(row);
        add_lines();
        made_.page.tables.push_back(std::move(layout_));
        return std::move(made_);
    }

  private:
    const CheckContext& context_;
    const ShownTable& shown_;
    AppendixProfile profile_;
    CellMaker cells_;
    TablePage made_;
    LayoutTable layout_;
    std::set<std::pair<std::uint32_t, const FoundColumn*>> small_;
    std::vector<const FoundColumn*> banded_;  ///< published: scores with a column of words added behind them
    bool has_sections_ = false;
    std::string section_;
    bool has_blanks_ = false;
    std::set<std::string> shorthands_;

    const FoundTable& table() const { return shown_.values->table(); }
    bool section_is_column() const { return has_sections_ && is_published(profile_); }

    void add_column(std::string header, Alignment alignment, std::string id) {
        const auto is_taken = [&](const std::string& name) {
            return std::any_of(
                layout_.columns.begin(), layout_.columns.end(),
                [&](const LayoutColumn& column) { return fold_words(column.header) == fold_words(name); });
        };
        std::string unique = header;
        for (int number = 2; is_taken(unique); ++number)
            unique = header + " (" + std::to_string(number) + ")";
        layout_.columns.push_back({std::move(unique), alignment, std::move(id)});
    }

    void add_columns() {
        for (const FoundColumn* column : shown_.columns) {
            add_column(header_of(*column), alignment_of(*column, profile_),
                       column->spec ? column->spec->id : "");
            if (is_published(profile_) && cells_.shows_bands(*column)) {
                banded_.push_back(column);
                add_column(header_of(*column) + " RAG", Alignment::left, column->spec->id + "_band");
            }
            if (column == shown_.columns.front() && section_is_column())
                add_column("Section", Alignment::left, "section");
        }
    }

    LayoutCell band_word(const LayoutCell& score) const {
        const Band* band = score.number ? find_band(*context_.bands, *score.number) : nullptr;
        return band ? shorthand_cell(band->word) : LayoutCell{};
    }

    void add_row(const ShownRow& shown) {
        if (shown.kind == LayoutRow::Kind::section) {
            section_ = shown.place.record;
            if (section_is_column()) return;
            layout_.rows.push_back({LayoutRow::Kind::section, {shorthand_cell(section_)}});
            return;
        }
        LayoutRow row{shown.kind, {}};
        std::string references;
        for (const FoundColumn* column : shown_.columns) {
            std::string note;
            LayoutCell cell = small_.contains({shown.place.row_index, column})
                                  ? shorthand_cell("[c]")
                                  : cells_.cell(shown.place, *column, note);
            if (!note.empty()) add_reference(cell, note, references);
            const bool is_band = std::find(banded_.begin(), banded_.end(), column) != banded_.end();
            LayoutCell word = is_band ? band_word(cell) : LayoutCell{};
            remember(cell);
            row.cells.push_back(std::move(cell));
            if (is_band) row.cells.push_back(std::move(word));
            if (column == shown_.columns.front() && section_is_column())
                row.cells.push_back(shorthand_cell(shown.kind == LayoutRow::Kind::entry ? section_ : ""));
        }
        name_row(shown, row, references);
        layout_.rows.push_back(std::move(row));
    }

    void add_reference(LayoutCell& cell, const std::string& mark, std::string& references) const {
        const std::string reference = note_reference(made_.notes, mark);
        if (reference.empty() && !cell.text.empty())
            cell.text.back().text += mark;
        else if (references.find(reference) == std::string::npos)
            references += " " + reference;
    }

    /// The first text of the row says what it is about: a total without a label is "Total", and notes stand
    /// there.
    void name_row(const ShownRow& shown, LayoutRow& row, const std::string& references) {
        const auto named = std::find_if(row.cells.begin(), row.cells.end(), [](const LayoutCell& cell) {
            return !cell.text.empty() && !cell.number;
        });
        if (shown.kind == LayoutRow::Kind::total && !row.cells.empty() && row.cells.front().text.empty())
            row.cells.front() = shorthand_cell(named == row.cells.end() ? "Total" : flat_text(*named));
        if (references.empty()) return;
        if (named != row.cells.end())
            named->text.back().text += references;
        else if (!row.cells.empty())
            row.cells.front().text.push_back({std::string(trimmed(references)), false});
    }

    void remember(const LayoutCell& cell) {
        has_blanks_ |= cell.text.empty();
        if (cell.text.size() != 1) return;
        const std::string& text = cell.text.front().text;
        if (text == "[c]" || text == "[x]" || text == "[z]") shorthands_.insert(text);
    }

    void add_lines() {
        std::vector<std::string>& lines = made_.page.lines;
        if (is_published(profile_)) {
            lines.push_back("This sheet has one table.");
            if (has_blanks_) lines.push_back("A blank cell means that nothing was recorded.");
        }
        std::vector<std::string> meanings;
        if (shorthands_.contains("[c]"))
            meanings.push_back("[c] means suppressed to protect confidentiality");
        if (shorthands_.contains("[x]")) meanings.push_back("[x] means not available");
        if (shorthands_.contains("[z]")) meanings.push_back("[z] means not applicable");
        if (!meanings.empty()) lines.push_back("Signs in brackets: " + joined(meanings) + ".");
        if (made_.notes.empty()) return;
        if (is_published(profile_)) {
            lines.push_back("The notes are on the sheet Notes.");
        } else {
            for (const TableNote& note : made_.notes)
                lines.push_back("[note " + std::to_string(note.number) + "] " + note.text);
        }
    }
};

}  // namespace

TablePage make_table_page(const CheckContext& context, const ShownTable& shown, AppendixProfile profile,
                          const std::string& id, const std::string& title, std::size_t first_note) {
    return PageMaker(context, shown, profile).make(id, title, first_note);
}

}  // namespace scorebook
