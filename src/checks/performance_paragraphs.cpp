// performance_paragraphs.cpp - measures, plans and budgets beside the period before, in a covering report's
// words.
#include "checks/performance_paragraphs.hpp"

#include <algorithm>
#include <optional>

#include "checks/budget_position.hpp"
#include "checks/committee_text.hpp"
#include "checks/entry_status.hpp"
#include "checks/measure_facts.hpp"
#include "checks/period_lengths.hpp"
#include "checks/period_rows.hpp"
#include "checks/row_figures.hpp"
#include "checks/share_on_track.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

constexpr std::size_t most_named = 6;

/// The columns a covering report quotes: the measure's result and its target.
struct QuotedColumns {
    const FoundColumn* result = nullptr;
    const FoundColumn* target = nullptr;
};

/// The result is the relations' one column of now, or the last period's that has been filled in.
QuotedColumns quoted_columns(const MeasureFacts& facts) {
    QuotedColumns columns{facts.now_column(), facts.target_column()};
    const FoundTable& table = facts.values().table();
    for (const Relation& relation : table.spec->relations) {
        if (columns.result || relation.is != "met") continue;
        for (const std::string& id : relation.part("of")) {
            const FoundColumn* column = table.find_column(id);
            if (column && has_figures(facts.values(), *column)) columns.result = column;
        }
    }
    return columns;
}

/// A measure's own target, and which side of it is good.
struct Aim {
    std::optional<TargetLimits> limits;
    Polarity good = Polarity::unknown;
    std::string words;  ///< as the sheet shows it: "<0.4"
};

Aim aim_of(const CheckContext& context, const MeasureFacts& facts, const QuotedColumns& columns,
           std::size_t entry, Report& scratch) {
    Aim aim{std::nullopt, facts.polarity(entry), ""};
    const TableValues& values = facts.values();
    const auto& relations = values.table().spec->relations;
    const auto judging = std::find_if(relations.begin(), relations.end(), [](const Relation& relation) {
        return relation.is == "met" || relation.is == "status";
    });
    if (!columns.result || !columns.target || judging == relations.end()) return aim;
    const RelationRun run{context, values, *judging, *columns.result, scratch};
    const FigureRow row{values.table().entries[entry].row_index, values.record(entry), entry};
    aim.limits = target_of(run, row, columns.target);
    aim.good = polarity_of(run, row);
    if (!aim.limits) return aim;
    aim.words = target_words(run, row, *columns.target);
    // "<0.4" says itself which side is good.
    const Comparator comparator = aim.limits->comparator;
    if (comparator == Comparator::less || comparator == Comparator::at_most)
        aim.good = Polarity::lower_is_better;
    if (comparator == Comparator::greater || comparator == Comparator::at_least)
        aim.good = Polarity::higher_is_better;
    return aim;
}

/// Nothing without a target, a result or a polarity.
std::optional<bool> is_met(const Aim& aim, const std::optional<Figure>& figure) {
    if (!aim.limits || !figure) return std::nullopt;
    const auto outcome = test_target(figure->number, *aim.limits, aim.good);
    return outcome ? std::optional(outcome->is_met) : std::nullopt;
}

std::string cell_text_of(const TableValues& values, std::size_t entry, const FoundColumn& column) {
    return values.sheet().name + "!" + to_a1(values.place(entry, column));
}

NarrativeParagraph paragraph(std::string text) {
    NarrativeParagraph result;
    result.heading = std::move(text);
    return result;
}

/// The targets of one sheet.
struct SheetTargets {
    std::string sheet;
    std::optional<bool> contractual;  ///< where a column says so
    std::size_t met = 0;
    std::vector<std::string> missed;
};

void count_targets(const CheckContext& context, const TableValues& values,
                   std::vector<SheetTargets>& sheets) {
    Report scratch;
    const MeasureFacts facts(context, values, scratch);
    const QuotedColumns columns = quoted_columns(facts);
    // Statuses have a sentence of their own, and a series of periods has one target, not many.
    if (!columns.result || facts.status_column() || has_period_rows(values)) return;
    const auto group_of = [&](std::size_t entry) -> SheetTargets& {
        const std::optional<bool> contractual = is_contractual(values, entry);
        const auto same = std::find_if(sheets.begin(), sheets.end(), [&](const SheetTargets& targets) {
            return targets.sheet == values.sheet().name && targets.contractual == contractual;
        });
        if (same != sheets.end()) return *same;
        return sheets.emplace_back(SheetTargets{values.sheet().name, contractual, 0, {}});
    };
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        const Aim aim = aim_of(context, facts, columns, entry, scratch);
        const auto figure = facts.figure(entry, columns.result);
        const auto met = is_met(aim, figure);
        if (!met) continue;
        SheetTargets& targets = group_of(entry);
        if (*met) {
            ++targets.met;
        } else {
            targets.missed.push_back(shortened(values.record(entry), 60) + " (" + in_words(*figure) +
                                     ", target " + aim.words + ", " +
                                     cell_text_of(values, entry, *columns.result) + ")");
        }
    }
}

/// "All 7 of the targets on ICT were met or exceeded."
void tell_targets(const CheckContext& context, std::vector<NarrativeParagraph>& paragraphs) {
    std::vector<SheetTargets> sheets;
    for (const auto& values : context.current.values) count_targets(context, *values, sheets);
    for (const SheetTargets& targets : sheets) {
        const std::size_t count = targets.met + targets.missed.size();
        if (count == 0) continue;
        const std::string sort = !targets.contractual   ? ""
                                 : *targets.contractual ? "contractual "
                                                        : "non-contractual ";
        const std::string where = "on " + targets.sheet;
        std::string text;
        if (count == 1 && targets.met == 0)
            text = "The " + sort + "target " + where + " was not met: " + targets.missed.front() + ".";
        else if (!targets.missed.empty())
            text = std::to_string(targets.met) + " of the " + std::to_string(count) + " " + sort +
                   "targets " + where + (targets.met == 1 ? " was" : " were") +
                   " met or exceeded. Not met: " + joined(targets.missed, most_named) + ".";
        else
            text = count == 1 ? "The " + sort + "target " + where + " was met or exceeded."
                              : "All " + std::to_string(count) + " " + sort + "targets " + where +
                                    " were met or exceeded.";
        paragraphs.push_back(paragraph(std::move(text)));
    }
}

/// How many actions of a plan are where they should be.
struct Progress {
    std::size_t on_track = 0, all = 0, completed = 0;
    std::vector<std::string> slipped;
};

Progress progress_of(const Subject& subject) {
    Progress progress;
    for (const auto& values : subject.values) {
        const ColumnRoles& roles = values->roles();
        const WordList* list = roles.status ? subject.kind->find_words(roles.status->spec->words) : nullptr;
        if (!list || !roles.due || roles.judged()) continue;
        for (std::size_t entry = 0; entry < values->size(); ++entry) {
            const Word* word = find_word(*list, values->word(entry, *roles.status));
            if (!word) continue;
            ++progress.all;
            if (is_closed(*values, entry)) ++progress.completed;
            if (!word->number) continue;
            if (*word->number >= 2) {
                ++progress.on_track;
            } else {
                progress.slipped.push_back(values->record(entry) + " (" + word->word + ", " +
                                           cell_text_of(*values, entry, *roles.status) + ")");
            }
        }
    }
    return progress;
}

void tell_plan(const CheckContext& context, std::vector<NarrativeParagraph>& paragraphs) {
    const Progress now = progress_of(context.current);
    const Progress before = progress_of(*context.previous);
    if (now.all == 0 || before.all == 0) return;
    std::string text = std::to_string(now.on_track) + " of the " + counted(now.all, "action", "actions") +
                       (now.on_track == 1 ? " is" : " are") + " on track or complete, compared with " +
                       std::to_string(before.on_track) + " of " + std::to_string(before.all) +
                       " the period before.";
    if (now.completed > before.completed)
        text += " " + counted(now.completed - before.completed, "action has", "actions have") +
                " been completed since.";
    if (!now.slipped.empty()) text += " There is slippage on " + joined(now.slipped, most_named) + ".";
    paragraphs.push_back(paragraph(std::move(text)));
}

/// What the total would be without what it is said to include, now and before.
std::string without_adjustments(const BudgetPosition& now, const std::optional<BudgetPosition>& before) {
    const auto cells = [](const BudgetPosition& position) {
        std::string text = position.total.place;
        for (const BudgetFigure& adjustment : position.adjustments) text += ", " + adjustment.place;
        return text;
    };
    std::string text = " Without " + now.names() + " there would be " + now.words(now.without_adjustments());
    if (before && !before->adjustments.empty())
        return text + ", compared with " + before->words(before->without_adjustments()) + " without " +
               before->names() + " the period before [" + cells(*before) + " before, " + cells(now) +
               " now].";
    return text + " [" + cells(now) + " now" +
           (before ? "; " + before->total.place + " before, with no adjustment named" : "") + "].";
}

/// "There is an underspend of £19.542m": positive is spending above the budget.
void tell_budget(const CheckContext& context, const TableValues& values,
                 std::vector<NarrativeParagraph>& paragraphs) {
    const auto now = budget_position(context, values);
    if (!now) return;
    std::optional<BudgetPosition> before;
    for (const auto& old : context.previous->values) {
        if (before || old->table().spec->id != values.table().spec->id) continue;
        const CheckContext then{*context.previous,    nullptr,      nullptr, "", context.as_at,
                                context.period_begin, context.bands};
        before = budget_position(then, *old);
    }
    const auto variance = [](const BudgetPosition& position) {
        return position.words(position.total.figure.number.value);
    };
    std::string text = "There is " + variance(*now) + " in all";
    if (before)
        text += ", compared with " + variance(*before) + " the period before [" + before->total.place +
                " before, " + now->total.place + " now]";
    text += ".";
    if (!now->adjustments.empty()) text += without_adjustments(*now, before);
    paragraphs.push_back(paragraph(std::move(text)));
}

/// "Where performance is over 100%, this is as a result of carry-over": only where the workbook says so.
void tell_over_hundred(const CheckContext& context, std::vector<NarrativeParagraph>& paragraphs) {
    std::vector<std::size_t> explained;  // sheets whose own note says so
    for (const SheetText& text : sheet_texts(context, 10)) {
        const std::string words = folded(text.text);
        if (words.find("over 100%") != std::string::npos && words.find("carry") != std::string::npos)
            explained.push_back(text.sheet_index);
    }
    std::vector<std::string> over;
    for (const auto& values : context.current.values) {
        const bool is_here =
            std::find(explained.begin(), explained.end(), values->table().sheet_index) != explained.end();
        for (const FoundColumn& column : values->table().columns) {
            if (!is_here || !column.spec || column.spec->kind != ValueKind::percentage) continue;
            for (std::size_t entry = 0; entry < values->size(); ++entry) {
                const auto figure = values->read(entry, column).figure;
                if (!figure || !(Fraction(100) < figure->number.value)) continue;
                over.push_back(shortened(values->record(entry), 40) + " " + in_words(*figure) + " (" +
                               cell_text_of(*values, entry, column) + ")");
            }
        }
    }
    if (over.empty()) return;
    paragraphs.push_back(
        paragraph("Where performance is over 100%, this is as a result of carry-over from the "
                  "previous period: " +
                  joined(over, most_named) + "."));
}

/// 1 better than the period before, -1 worse, 0 the same; nothing when nobody can say.
std::optional<int> progress_between(const Figure& before, const Figure& now, Polarity good) {
    const int moved = movement_between(before, now);
    if (moved == 0) return 0;
    if (good == Polarity::unknown) return std::nullopt;
    return good == Polarity::higher_is_better ? moved : -moved;
}

}  // namespace

MeasureAreas::MeasureAreas(const CheckContext& context)
    : context_(context), unequal_(unequal_periods(context.current, *context.previous)) {}

/// The same column of the workbook before, or the last of its periods that had been filled in by then.
const FoundColumn* MeasureAreas::quoted_before(const TableValues& before, const FoundColumn& column) const {
    const FoundColumn* same = before.table().find_column(column.spec->id);
    if (same && has_figures(before, *same)) return same;
    Report scratch;
    const CheckContext then{*context_.previous,    nullptr,       nullptr, "", context_.as_at,
                            context_.period_begin, context_.bands};
    return quoted_columns(MeasureFacts(then, before, scratch)).result;
}

void MeasureAreas::add(const EntryChange& change) {
    Report scratch;
    const MeasureFacts facts(context_, *change.now, scratch);
    const QuotedColumns columns = quoted_columns(facts);
    const FoundColumn* column = columns.result ? columns.result : change.now->table().find_column("actual");
    const FoundColumn* column_before = column ? quoted_before(*change.before, *column) : nullptr;
    if (!column_before) return;
    const auto now = change.now->read(change.entry, *column).figure;
    const auto before = change.before->read(change.entry_before, *column_before).figure;
    if (!now || !before || now->unit != before->unit) return;
    const Aim aim = aim_of(context_, facts, columns, change.entry, scratch);
    const std::string record = change.now->record(change.entry);
    const std::string title = entry_title(*change.now, change.entry);
    const NarrativeParagraph::Item item{
        record,
        (title == record ? "" : title + (title.ends_with("...") ? " " : ". ")) +
            measure_sentence(*before, *now, *column, aim.words),
        cell_text_of(*change.before, change.entry_before, *column_before) + " before, " +
            cell_text_of(*change.now, change.entry, *column) + " now"};
    auto met = is_met(aim, now);
    const auto status = facts.status(change.entry);
    if (!met && status) met = *status >= 2;
    const auto progress = unequal_ ? std::nullopt : progress_between(*before, *now, aim.good);
    is_judged_ = is_judged_ || met || progress.value_or(0) != 0;
    const bool is_better = progress && *progress > 0;
    const bool is_missed = met && !*met;
    (is_better ? better_ : is_missed ? worse_ : others_).items.push_back(item);
}

std::vector<NarrativeParagraph> MeasureAreas::take() {
    worse_.heading = "Areas requiring improvement are:";
    better_.heading = "Areas that are showing improved performance are:";
    others_.heading = is_judged_ ? "Also to note:" : "Compared with the period before:";
    if (unequal_) others_.heading = "Not held against the period before, as " + *unequal_ + ":";
    std::vector<NarrativeParagraph> paragraphs;
    for (NarrativeParagraph* each : {&worse_, &better_, &others_}) {
        if (!each->items.empty()) paragraphs.push_back(std::move(*each));
    }
    return paragraphs;
}

std::vector<NarrativeParagraph> performance_paragraphs(const CheckContext& context) {
    std::vector<NarrativeParagraph> paragraphs;
    if (auto share = share_on_track(context)) paragraphs.push_back(paragraph(std::move(*share)));
    tell_plan(context, paragraphs);
    tell_targets(context, paragraphs);
    for (const auto& values : context.current.values) tell_budget(context, *values, paragraphs);
    tell_over_hundred(context, paragraphs);
    return paragraphs;
}

NarrativeParagraph changed_ratings(const Subject& subject, const std::vector<Difference>& differences) {
    NarrativeParagraph result;
    result.heading = "Ratings that changed since the period before:";
    const auto is_words_alone = [&](const std::string& table) {
        const TableSpec* spec = subject.kind->find_table(table);
        return spec && std::all_of(spec->columns.begin(), spec->columns.end(), [](const ColumnSpec& column) {
                   return column.kind == ValueKind::text || column.kind == ValueKind::id ||
                          column.kind == ValueKind::words || column.kind == ValueKind::person;
               });
    };
    for (const Difference& difference : differences) {
        if (difference.change != "status changed" || !is_words_alone(difference.table)) continue;
        result.items.push_back({difference.record,
                                difference.before + " before, " + difference.after + " now.",
                                difference.cell_before + " before, " + difference.cell_after + " now"});
    }
    return result;
}

NarrativeParagraph changed_figures(const std::vector<Difference>& differences) {
    NarrativeParagraph result;
    result.heading = "Figures that changed since the period before:";
    for (const Difference& difference : differences) {
        if (difference.change != "value changed") continue;
        const std::string text = difference.before + " before, " + difference.after + " now";
        const std::string cells = difference.cell_before + " before, " + difference.cell_after + " now";
        const bool goes_on = !result.items.empty() && result.items.back().record == difference.record;
        if (!goes_on) {
            result.items.push_back({difference.record, text + ".", cells});
            continue;
        }
        result.items.back().text.pop_back();
        result.items.back().text += "; " + text + ".";
        result.items.back().cells += "; " + cells;
    }
    return result;
}

}  // namespace scorebook
