// collect.cpp - the typed values the rules have read are used again; only figures are read afresh, for their
// units.
#include "checks/collect.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "bytes/number_text.hpp"
#include "checks/closed_sheets.hpp"
#include "checks/dashboard_columns.hpp"
#include "checks/measure_words.hpp"
#include "checks/publication_marks.hpp"
#include "checks/row_figures.hpp"
#include "checks/word_beginnings.hpp"
#include "checks/wording.hpp"
#include "tables/cell_text.hpp"
#include "tables/target_text.hpp"
#include "vocabulary/target_test.hpp"

namespace scorebook {

namespace {

std::string_view to_text(ValueState state) {
    switch (state) {
        case ValueState::present:
        case ValueState::blank:
            return {};
        case ValueState::not_applicable:
            return "not applicable";
        case ValueState::not_available:
            return "not available";
        case ValueState::ambiguous:
            return "not applicable or not available";
        case ValueState::mark:
            return "only a mark";
        case ValueState::unreadable:
            return "not understood";
    }
    return {};
}

bool is_figure(ValueKind kind) {
    return kind == ValueKind::figure || kind == ValueKind::percentage || kind == ValueKind::money ||
           kind == ValueKind::duration || kind == ValueKind::target;
}

bool is_long_text(ValueKind kind) {
    return kind == ValueKind::text || kind == ValueKind::list;
}

/// "2016-03-31", which sorts and reads back everywhere.
std::string iso_text(CalendarDate date) {
    std::string text = std::to_string(date.year * 10'000 + date.month * 100 + date.day);
    text.insert(0, 8 - std::min<std::size_t>(text.size(), 8), '0');
    return text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6);
}

/// Cells that a refresh gives another value.
class ChangedValues {
  public:
    explicit ChangedValues(const Report& report) {
        for (const Change& change : report.changes) {
            if (change.kind != ChangeKind::fill) values_[{change.sheet, change.cell}] = &change.after;
        }
    }
    const CellValue* find(const std::string& sheet, CellRef cell) const {
        if (values_.empty()) return nullptr;
        const auto found = values_.find(std::pair(std::string_view(sheet), cell));
        return found == values_.end() ? nullptr : found->second;
    }

  private:
    std::map<std::pair<std::string_view, CellRef>, const CellValue*> values_;
};

/// The headings of all tables, each once.
class Headings {
  public:
    explicit Headings(std::vector<std::string>& names) : names_(names) {}

    std::uint32_t number(const std::string& name) {
        const auto [place, is_new] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
        if (is_new) names_.push_back(name);
        return place->second;
    }

  private:
    std::vector<std::string>& names_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

class TableCollector {
  public:
    TableCollector(const CheckContext& context, const TableValues& values, const ChangedValues& changed,
                   CollectedReturn& to, Headings& headings)
        : context_(context),
          kind_(*context.current.kind),
          workbook_(*context.current.workbook),
          values_(values),
          table_(values.table()),
          roles_(values.roles()),
          shown_(dashboard_columns(table_)),
          said_of_figures_(polarity_of_figures()),
          changed_(changed),
          to_(to) {
        for (const FoundColumn& column : table_.columns) {
            const bool is_known = column.spec != nullptr;
            if (!is_known && column.header.empty())
                headings_.push_back(headings.number("Column " + column_letters(column.column_index)));
            else
                headings_.push_back(headings.number(is_known ? column.spec->header : column.header));
        }
        for (const FoundColumn& column : table_.columns)
            speaks_of_publication_.push_back(is_publication_header(column.header));
        std::uint32_t sheet_rag_columns = 0;
        for (const FoundColumn& column : table_.columns) {
            if (column.spec && column.spec->kind == ValueKind::rag && roles_.judged() &&
                column.spec->of == roles_.judged()->spec->id && sheet_rag_columns++ == 0)
                rag_ = &column;
        }
    }

    /// `sheet_is_closed`: a mark closes the whole sheet to the public.
    void add_entries(bool for_publication, bool sheet_is_closed) {
        const bool sheet_is_hidden = values_.sheet().state != SheetState::visible;
        for (std::size_t entry = 0; entry != values_.size(); ++entry) {
            const bool is_exempt = sheet_is_closed || is_closed(entry);
            if (for_publication && is_exempt) {
                ++to_.withheld;
                continue;
            }
            const auto number = static_cast<std::uint32_t>(to_.entries.size());
            to_.entries.push_back(described(entry));
            if (is_exempt)
                to_.entries.back().publication = "exempt";
            else if (sheet_is_hidden || table_.entries[entry].hidden)
                to_.entries.back().publication = "hidden";
            for (std::size_t i = 0; i != table_.columns.size(); ++i) add_value(entry, number, i);
            if (!roles_.judged()) judge_figures(entry, to_.entries.back());
        }
    }

    std::string theme_heading() const {
        if (shown_.theme) return shown_.theme->spec->header;
        return table_.sections.size() > 1 ? "Section" : std::string();
    }

  private:
    /// What the template says of the figures shown, where a relation judges them.
    Polarity polarity_of_figures() const {
        for (const Relation& relation : table_.spec->relations) {
            const auto& of = relation.part("of");
            const bool is_of_shown =
                std::any_of(shown_.points.begin(), shown_.points.end(), [&](const FoundColumn* column) {
                    return std::find(of.begin(), of.end(), column->spec->id) != of.end();
                });
            const Polarity said = is_of_shown ? scorebook::polarity_of(table_, relation) : Polarity::unknown;
            if (said != Polarity::unknown) return said;
        }
        return Polarity::unknown;
    }

    bool is_closed(std::size_t entry) const {
        for (std::size_t i = 0; i != table_.columns.size(); ++i) {
            const FoundColumn& column = table_.columns[i];
            const SheetCell* cell = values_.cell(entry, column);
            if (!cell || (!is_text_cell(*cell) && !speaks_of_publication_[i])) continue;
            if (cell->kind == CellKind::shared_string &&
                workbook_.text_view(table_.sheet_index, *cell).size() > longest_closing_mark)
                continue;
            const std::string text = cell_text(workbook_, table_.sheet_index, *cell);
            if (marks_.are_in(text) && is_closed_entry_mark(text)) return true;
            if (speaks_of_publication_[i] && is_closed_flag(column.header, text)) return true;
        }
        return false;
    }

    const std::string& sheet_name() const { return values_.sheet().name; }

    std::string text_of(std::size_t entry, const FoundColumn* column) const {
        if (!column) return {};
        std::string buffer;
        return std::string(values_.text(entry, *column, buffer));
    }

    std::string_view word_of(std::size_t entry, const FoundColumn* column) const {
        return column ? values_.word(entry, *column) : std::string_view();
    }

    /// The number the template gives the first word of the cell.
    std::optional<double> word_number(std::size_t entry, const FoundColumn* column) const {
        const std::string_view words = word_of(entry, column);
        if (words.empty()) return std::nullopt;
        const WordList* list = kind_.find_words(column->spec->words);
        const Word* word = list ? find_word(*list, words.substr(0, words.find(';'))) : nullptr;
        return word ? word->number : std::nullopt;
    }

    static std::optional<double> known(double number) {
        return number == number ? std::optional(number) : std::nullopt;
    }

    CollectedEntry described(std::size_t entry) const {
        CollectedEntry described;
        described.table = table_.spec->title;
        if (!table_.sections.empty()) described.section = table_.sections[table_.entries[entry].section];
        described.sheet = sheet_name();
        described.record = shortened(values_.record(entry), 120);
        described.title = text_of(entry, shown_.title);
        described.theme = shown_.theme && !is_long_text(shown_.theme->spec->kind)
                              ? std::string(word_of(entry, shown_.theme))
                              : text_of(entry, shown_.theme);
        if (described.theme.empty() && !shown_.theme) described.theme = described.section;
        described.owner = word_of(entry, shown_.owner);
        described.is_opportunity = table_.spec->higher_is_better;
        described.is_period = shown_.title && shown_.title->spec->kind == ValueKind::period;
        if (shown_.target) described.target = target_words(entry);
        described.cell = {table_.entries[entry].row_index,
                          table_.columns.empty() ? 0 : table_.columns.front().column_index};
        if (const FoundColumn* judged = roles_.judged())
            add_score(entry, *judged, described);
        else
            add_status(entry, described);
        described.movement = movement_of(entry, described);
        return described;
    }

    void add_point(std::size_t entry, const FoundColumn* column, CollectedEntry& to) const {
        const auto number = column ? known(values_.number(entry, column)) : std::nullopt;
        if (!number) return;
        const auto index = static_cast<std::size_t>(column - table_.columns.data());
        to.points.push_back({headings_[index], *number});
    }

    void add_score(std::size_t entry, const FoundColumn& judged, CollectedEntry& to) const {
        to.has_score = true;
        to.polarity = to.is_opportunity ? Polarity::higher_is_better : Polarity::lower_is_better;
        to.cell = values_.place(entry, judged);
        if (roles_.score != &judged) add_point(entry, roles_.score, to);
        add_point(entry, &judged, to);
        const bool is_residual = roles_.residual == &judged;
        to.impact = known(values_.number(entry, is_residual ? roles_.residual_impact : roles_.impact));
        to.likelihood =
            known(values_.number(entry, is_residual ? roles_.residual_likelihood : roles_.likelihood));
        if (rag_) to.rag = word_of(entry, rag_);
        // An opportunity's bands are its own affair: a high score is good, and red would say the opposite.
        const double score = values_.number(entry, &judged);
        if (to.rag.empty() && context_.bands && !to.is_opportunity && score == score) {
            if (const Band* band = find_band(*context_.bands, score)) to.rag = band->word;
        }
    }

    void add_status(std::size_t entry, CollectedEntry& to) const {
        to.polarity = polarity_of(entry);
        to.first_is_plan = shown_.first_is_plan;
        for (const FoundColumn* column : shown_.points) {
            add_point(entry, column, to);
            if (!to.points.empty()) to.cell = values_.place(entry, *column);
        }
        if (!shown_.status) return;
        to.rag = word_of(entry, shown_.status);
        const bool is_colour = to.rag == "Red" || to.rag == "Amber" || to.rag == "Green";
        if (const auto number = word_number(entry, shown_.status); number && !is_colour)
            to.rag = *number == 2 ? "Green" : *number == 1 ? "Amber" : *number == 0 ? "Red" : to.rag;
        if (!to.rag.empty()) to.cell = values_.place(entry, *shown_.status);
    }

    /// As typed, or as its cell shows it: "100%" for a stored 1.
    std::string target_words(std::size_t entry) const {
        const TypedCell& typed = values_.typed(*shown_.target)[entry];
        if (!typed.has_number()) return text_of(entry, shown_.target);
        const ReadValue value = values_.read(entry, *shown_.target);
        return value.figure && parse_number(value.text) ? in_words(*value.figure) : value.text;
    }

    /// A measure without a status of its own: whether its last figure meets the target.
    void judge_figures(std::size_t entry, CollectedEntry& to) const {
        if (!to.rag.empty() || !shown_.target || shown_.points.empty()) return;
        const ReadValue typed = values_.read(entry, *shown_.target);
        if (!typed.figure) return;
        const Target target = read_target(typed.text);
        const bool is_one = target.kind == Target::Kind::value && target.values.size() == 1;
        const bool is_range = target.kind == Target::Kind::range && target.values.size() == 2;
        if (!is_one && !is_range) return;
        TargetLimits limits;
        limits.low = is_one ? typed.figure->number.value : target.values[0].number.value;
        if (is_one) limits.comparator = target.values[0].number.comparator;
        if (is_range) limits.high = target.values[1].number.value;
        for (auto column = shown_.points.rbegin(); column != shown_.points.rend(); ++column) {
            const ReadValue figure = values_.read(entry, **column);
            if (!figure.figure) continue;
            const auto outcome = test_target(figure.figure->number, limits, to.polarity);
            if (outcome) to.rag = outcome->is_met ? "Green" : "Red";
            return;
        }
    }

    Polarity polarity_of(std::size_t entry) const {
        if (shown_.polarity) {
            const auto number = word_number(entry, shown_.polarity);
            return number && *number > 0   ? Polarity::higher_is_better
                   : number && *number < 0 ? Polarity::lower_is_better
                                           : Polarity::unknown;
        }
        if (shown_.target) {
            const ReadValue typed = values_.read(entry, *shown_.target);
            const Target target = read_target(typed.text);
            if (!typed.figure || target.values.empty()) return Polarity::unknown;  // it has none
            switch (target.values.front().number.comparator) {
                case Comparator::less:
                case Comparator::at_most:
                    return Polarity::lower_is_better;
                case Comparator::greater:
                case Comparator::at_least:
                    return Polarity::higher_is_better;
                case Comparator::equal:
                case Comparator::about:
                    break;
            }
        }
        return said_of_figures_;
    }

    std::string movement_of(std::size_t entry, const CollectedEntry& described) const {
        const std::string_view words = word_of(entry, shown_.movement);
        const std::string_view word = words.substr(0, words.find(';'));
        for (const std::string_view plain : {"Improving", "Worsening", "No change"}) {
            if (word == plain) return std::string(plain);
        }
        const auto number = word_number(entry, shown_.movement);
        if (!number) return {};
        if (*number == 0) return "No change";
        // A direction, and a scorecard's 2 and -2, only say which way the figure went.
        const bool is_of_figure =
            shown_.movement->spec->kind == ValueKind::direction || *number > 1 || *number < -1;
        if (is_of_figure && described.polarity == Polarity::unknown) return {};
        const bool is_good =
            is_of_figure && described.polarity == Polarity::lower_is_better ? *number < 0 : *number > 0;
        return is_good ? "Improving" : "Worsening";
    }

    void add_value(std::size_t entry, std::uint32_t number, std::size_t index) {
        const FoundColumn& column = table_.columns[index];
        CollectedValue value;
        value.entry = number;
        value.heading = headings_[index];
        value.cell = values_.place(entry, column);
        if (!column.spec) {
            const SheetCell* cell = values_.cell(entry, column);
            if (cell) value.text = cell_text(workbook_, table_.sheet_index, *cell);
        } else if (is_long_text(column.spec->kind)) {
            value.text = text_of(entry, &column);
        } else {
            read_typed(entry, column, value);
        }
        if (const CellValue* after = changed_.find(sheet_name(), value.cell)) {
            value.text = scorebook::to_text(*after);
            const double* figure = std::get_if<double>(after);
            if (figure && !value.number && (!column.spec || column.spec->kind != ValueKind::date))
                value.number = *figure;
        }
        if (!value.text.empty() || value.number) to_.values.push_back(std::move(value));
    }

    void read_typed(std::size_t entry, const FoundColumn& column, CollectedValue& value) const {
        const TypedCell& typed = values_.typed(column)[entry];
        if (typed.state == ValueState::blank && typed.word == 0 && !typed.has_number()) return;
        value.state = to_text(typed.state);
        const ValueKind kind = column.spec->kind;
        if (kind == ValueKind::date && typed.has_number()) {
            const auto day = date_from_serial(typed.number, workbook_.date_system());
            value.text = day ? iso_text(*day) : text_of(entry, &column);
            return;
        }
        if (typed.has_number()) value.number = typed.number;
        if (is_figure(kind)) {
            const ReadValue read = values_.read(entry, column);
            value.text = read.text;
            if (read.figure) value.unit = to_text_of(read.figure->unit);
            return;
        }
        const SheetCell* cell = values_.cell(entry, column);
        const bool is_plain = cell && cell->kind == CellKind::number;
        value.text = is_plain ? scorebook::to_text(CellValue(cell->number)) : text_of(entry, &column);
    }

    static std::string to_text_of(FigureUnit unit) {
        return unit == FigureUnit::none ? std::string() : std::string(scorebook::to_text(unit));
    }

    const CheckContext& context_;
    const WorkbookTemplate& kind_;
    const Workbook& workbook_;
    const TableValues& values_;
    const FoundTable& table_;
    const ColumnRoles& roles_;
    const DashboardColumns shown_;
    const Polarity said_of_figures_;
    const FoundColumn* rag_ = nullptr;
    const ChangedValues& changed_;
    std::vector<bool> speaks_of_publication_;  ///< a column each
    WordBeginnings marks_ = closing_words();
    CollectedReturn& to_;
    std::vector<std::uint32_t> headings_;  ///< beside the table's columns
};

}  // namespace

CollectedReturn collect(const CheckContext& context, const Report& report, bool for_publication) {
    CollectedReturn collected;
    const Subject& subject = context.current;
    collected.kind = subject.kind->name;
    collected.title = subject.kind->title;
    collected.matrix_size = subject.kind->matrix.size;
    if (subject.period) {
        collected.period = subject.period->label;
        collected.until = subject.period->last;
    }
    if (context.bands) {
        for (const Band& band : context.bands->bands)
            collected.bands.push_back({band.word, band.from, band.to, band.fill, band.text});
    }
    const std::vector<std::optional<SheetText>> closed = closed_sheets(context);
    const ChangedValues changed(report);
    Headings headings(collected.headings);
    for (const auto& values : subject.values) {
        if (values->table().spec->is_narrative) continue;
        const bool sheet_is_closed = closed[values->table().sheet_index].has_value();
        if (for_publication && sheet_is_closed) {
            collected.withheld += values->size();
            continue;
        }
        TableCollector collector(context, *values, changed, collected, headings);
        if (collected.theme.empty()) collected.theme = collector.theme_heading();
        collector.add_entries(for_publication, sheet_is_closed);
    }
    return collected;
}

}  // namespace scorebook
