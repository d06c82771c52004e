// entry_changes.cpp - an entry now and then: scores, actions, words, owner, direction, target, status.
#include "checks/entry_changes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "bytes/number_text.hpp"
#include "checks/commentary.hpp"
#include "checks/entry_status.hpp"
#include "checks/row_figures.hpp"
#include "checks/wording.hpp"
#include "tables/date_text.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

constexpr std::size_t longest_title = 300;

/// A number cell as the sheet shows it: 9.0% for 0.0903.
std::string as_shown(const ReadValue& value) {
    const bool is_number = value.figure && parse_number(value.text);
    return is_number ? in_words(*value.figure) : shortened(value.text, 80);
}

/// The actions of an entry by their text, folded; true for those marked as done.
using ActionItems = std::map<std::string, bool>;

constexpr std::string_view done_words[] = {"completed",   "complete", "done",
                                           "implemented", "achieved", "closed"};
constexpr std::string_view around_mark = " .,;:-()[]";

std::string_view without_edges(std::string_view text) {
    const std::size_t first = text.find_first_not_of(around_mark);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(around_mark) - first + 1);
}

/// "Exit interviews (completed May 2016)" -> "exit interviews", done. A mark is set off from the action by a
/// bracket, a colon or a dash; "the training completed in May" is the action's own text.
std::pair<std::string, bool> action_and_mark(std::string_view item) {
    std::string text = folded(item);
    for (std::size_t at; (at = text.find("\u2013")) != std::string::npos;) text.replace(at, 3, "-");
    for (const std::string_view word : done_words) {
        for (const std::string_view lead : {" (", " [", " - ", ": "}) {
            const std::size_t at = text.rfind(std::string(lead) + std::string(word));
            if (at != std::string::npos) return {std::string(without_edges(text.substr(0, at))), true};
        }
        for (const std::string_view end : {":", " -", ")", "]"}) {
            for (const std::string_view open : {"", "(", "["}) {
                const std::string mark = std::string(open) + std::string(word) + std::string(end);
                if (text.starts_with(mark))
                    return {std::string(without_edges(std::string_view(text).substr(mark.size()))), true};
            }
        }
    }
    return {std::string(without_edges(text)), false};
}

ActionItems items_of(const TableValues& values, std::size_t entry) {
    ActionItems items;
    const FoundColumn* actions = values.roles().actions;
    if (!actions) return items;
    for (const std::string& item : values.read(entry, *actions).items) items.insert(action_and_mark(item));
    return items;
}

std::size_t missing_from(const ActionItems& items, const ActionItems& others) {
    return static_cast<std::size_t>(std::count_if(
        items.begin(), items.end(), [&](const auto& item) { return !others.contains(item.first); }));
}

std::size_t completed_since(const ActionItems& items, const ActionItems& before) {
    return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [&](const auto& item) {
        const auto old = before.find(item.first);
        return item.second && old != before.end() && !old->second;
    }));
}

std::string text_of(const TableValues& values, std::size_t entry, const FoundColumn* column) {
    return column ? values.read(entry, *column).text : std::string();
}

std::string place_of(const TableValues& values, std::size_t entry, const FoundColumn* column) {
    return column ? values.sheet().name + "!" + to_a1(values.place(entry, *column)) : std::string();
}

bool text_changed(const EntryChange& change, const FoundColumn* before, const FoundColumn* now) {
    return before && now &&
           folded(text_of(*change.before, change.entry_before, before)) !=
               folded(text_of(*change.now, change.entry, now));
}

bool text_changed(const EntryChange& change, std::string_view id) {
    return text_changed(change, change.before->table().find_column(id), change.now->table().find_column(id));
}

/// "current" where the officer calls the residual score that.
std::string residual_name(const FoundColumn* residual) {
    return residual && find_word(folded(residual->header), "current") ? "current" : "residual";
}

/// How many days a text of due dates names: "31 March 2016, revised to 30 June 2016" has two.
std::size_t days_named(std::string_view text) {
    std::size_t days = 0;
    std::string part;
    const auto count_part = [&] {
        const bool has_digit = part.find_first_of("0123456789") != std::string::npos;
        if (has_digit && read_date_text(part).date) ++days;
        part.clear();
    };
    const std::string plain = folded(text);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const std::string_view rest = std::string_view(plain).substr(i);
        const bool ends_part = std::string_view(",;()").find(plain[i]) != std::string_view::npos ||
                               rest.starts_with(" to ") || rest.starts_with(" was ") ||
                               rest.starts_with(" now ") || rest.starts_with(" from ") ||
                               rest.starts_with("\u2192");
        if (ends_part) count_part();
        part += plain[i];
    }
    count_part();
    return days;
}

bool is_done(const TableValues& values, std::size_t entry) {
    const FoundColumn* completed = values.roles().completed;
    return is_closed(values, entry) || (completed && !values.is_empty(entry, *completed));
}

/// Whether the table's entries are actions themselves: they have a due date and no score.
bool holds_actions(const ColumnRoles& roles) {
    return roles.due && !roles.judged();
}

std::string number_text(double number) {
    return number == number ? to_text(CellValue(number)) : std::string();
}

class DifferenceList {
  public:
    explicit DifferenceList(const EntryChange& change) : change_(change) {}

    void score(const std::string& name, double before, double now, const FoundColumn* column_before,
               const FoundColumn* column_now) {
        if (column_before && column_now && before != before && now == now)
            add("newly supplied", "", number_text(now), column_before, column_now);
        if (column_before && column_now && now != now && before == before)
            add("newly missing", number_text(before), "", column_before, column_now);
        if (before != before || now != now || before == now) return;
        add("rescored " + name + (now > before ? " up" : " down"), number_text(before), number_text(now),
            column_before, column_now);
    }

    /// Texts of the column with one id in both workbooks.
    void text(const std::string& name, const FoundColumn* before, const FoundColumn* now) {
        const std::string old_text = text_of(*change_.before, change_.entry_before, before);
        const std::string new_text = text_of(*change_.now, change_.entry, now);
        if (!text_changed(change_, before, now)) return;
        add(name, shortened(old_text, 80), shortened(new_text, 80), before, now);
    }

    void by_id(const std::string& name, std::string_view id) {
        text(name, change_.before->table().find_column(id), change_.now->table().find_column(id));
    }

    /// The result itself: given, missing, moved with or without words about it.
    void result() {
        const FoundColumn* now = change_.now->table().find_column("actual");
        const FoundColumn* before = change_.before->table().find_column("actual");
        if (!now || !before) return;
        const ReadValue value = change_.now->read(change_.entry, *now);
        const ReadValue old = change_.before->read(change_.entry_before, *before);
        if (folded(value.text) == folded(old.text)) return;
        result_moved_ = true;
        const bool appeared = value.figure && !old.figure;
        const bool vanished = old.figure && !value.figure;
        add(appeared   ? "newly supplied"
            : vanished ? "newly missing"
                       : "value changed",
            as_shown(old), as_shown(value), before, now);
        if (appeared || vanished) return;
        const std::vector<std::string> same =
            unchanged_commentary(*change_.now, change_.entry, *change_.before, change_.entry_before);
        if (!same.empty())
            add("value changed but commentary identical", as_shown(old), as_shown(value), before, now);
    }

    /// The other figures of the row, by the column's meaning: a quarter's, a count, a budget.
    void figures() {
        for (const FoundColumn& now : change_.now->table().columns) {
            const bool is_figure =
                now.spec && (now.spec->kind == ValueKind::figure || now.spec->kind == ValueKind::percentage ||
                             now.spec->kind == ValueKind::money || now.spec->kind == ValueKind::duration);
            // These have classes of their own, or are last period's by their meaning.
            const bool is_told = !is_figure || now.spec->id == "actual" || now.spec->id == "previous" ||
                                 now.spec->id == "last_year" || now.spec->id == "tolerance";
            const FoundColumn* before = is_told ? nullptr : change_.before->table().find_column(now.spec->id);
            if (!before) continue;
            const ReadValue value = change_.now->read(change_.entry, now);
            const ReadValue old = change_.before->read(change_.entry_before, *before);
            const bool is_same_figure = value.figure && old.figure &&
                                        value.figure->unit == old.figure->unit &&
                                        value.figure->number.value == old.figure->number.value;
            if (is_same_figure || folded(value.text) == folded(old.text)) continue;
            const bool appeared = value.figure && !old.figure, vanished = old.figure && !value.figure;
            add(appeared   ? "newly supplied"
                : vanished ? "newly missing"
                           : "value changed",
                as_shown(old), as_shown(value), before, &now);
        }
    }

    /// Words from a list that aren't its status: a rating, a comparison, a trend.
    void words() {
        for (const FoundColumn& now : change_.now->table().columns) {
            const bool is_word = now.spec && now.spec->kind == ValueKind::words;
            const bool is_told = !is_word || &now == change_.now->roles().status ||
                                 now.spec->id == "polarity" || now.spec->id == "type" ||
                                 now.spec->id == "priority";
            const bool is_direction = now.spec && (now.spec->id == "trend" || now.spec->id == "direction");
            if (!is_told) by_id(is_direction ? "direction changed" : "status changed", now.spec->id);
        }
    }

    void status(const FoundColumn* before, const FoundColumn* now) {
        const bool has_result = change_.now->table().find_column("actual") != nullptr;
        text(has_result && !result_moved_ ? "status changed without value change" : "status changed", before,
             now);
    }

    /// A date that moved, and how often it has by what both cells name.
    void due(const FoundColumn* before, const FoundColumn* now) {
        if (!text_changed(change_, before, now)) return;
        const std::string old_text = text_of(*change_.before, change_.entry_before, before);
        const std::string new_text = text_of(*change_.now, change_.entry, now);
        const std::size_t named = std::max(days_named(old_text), days_named(new_text));
        const bool names_history = days_named(new_text) > 1;
        const std::size_t moves = named == 0 ? 0 : names_history ? named - 1 : named;
        add("due date moved", shortened(old_text, 80), shortened(new_text, 80), before, now);
        if (moves < 2) return;
        list_.back().sentence = "Due date moved from " + list_.back().before + " to " + list_.back().after +
                                "; it has now moved " + std::to_string(moves) + " times.";
    }

    /// The entry came back: from below the threshold, or from closed (R-14, D-21).
    void re_entry(std::optional<double> threshold, const ColumnRoles& before, const ColumnRoles& now) {
        const bool rose = threshold && change_.residual_is_known() && change_.residual_before < *threshold &&
                          change_.residual_now >= *threshold && !change_.now->table().spec->higher_is_better;
        const bool reopened = !holds_actions(now) && is_closed(*change_.before, change_.entry_before) &&
                              !is_closed(*change_.now, change_.entry);
        if (rose)
            add("re-entered", number_text(change_.residual_before), number_text(change_.residual_now),
                before.judged(), now.judged());
        else if (reopened)
            add("re-entered", text_of(*change_.before, change_.entry_before, before.status),
                text_of(*change_.now, change_.entry, now.status), before.status, now.status);
    }

    /// The figure called last period's now, beside what last period's workbook called its own (X06).
    void history() {
        const FoundColumn* now = change_.now->table().find_column("previous");
        const FoundColumn* before = change_.before->table().find_column("actual");
        if (!now || !before) return;
        const auto value = change_.now->read(change_.entry, *now).figure;
        const auto old = change_.before->read(change_.entry_before, *before).figure;
        if (!value || !old || value->unit != old->unit) return;
        if (value->number.interval().meets(old->number.interval())) return;
        add("history restated", in_words(*old), in_words(*value), before, now);
    }

    void add(std::string change, std::string before, std::string after, const FoundColumn* column_before,
             const FoundColumn* column_now) {
        list_.push_back({std::move(change), change_.now->table().spec->id, change_.now->record(change_.entry),
                         std::move(before), std::move(after),
                         place_of(*change_.before, change_.entry_before, column_before),
                         place_of(*change_.now, change_.entry, column_now), ""});
    }

    bool is_empty() const { return list_.empty(); }
    std::vector<Difference> take() { return std::move(list_); }

  private:
    const EntryChange& change_;
    std::vector<Difference> list_;
    bool result_moved_ = false;
};

}  // namespace

EntryChange entry_change(const Subject& now, const Subject& before, const EntryMatch& match) {
    EntryChange change;
    change.now = now.values[match.current.table].get();
    change.entry = match.current.entry;
    change.before = before.values[match.previous.table].get();
    change.entry_before = match.previous.entry;
    const ColumnRoles& roles = change.now->roles();
    const ColumnRoles& old_roles = change.before->roles();
    change.score_now = change.now->number(change.entry, roles.score);
    change.score_before = change.before->number(change.entry_before, old_roles.score);
    change.residual_now = change.now->number(change.entry, roles.residual);
    change.residual_before = change.before->number(change.entry_before, old_roles.residual);
    const auto items = items_of(*change.now, change.entry);
    const auto old_items = items_of(*change.before, change.entry_before);
    change.actions_added = missing_from(items, old_items);
    change.actions_dropped = missing_from(old_items, items);
    change.actions_completed = completed_since(items, old_items);
    change.is_reassessed = text_changed(change, "controls") || text_changed(change, "type") ||
                           text_changed(change, old_roles.owner, roles.owner);
    change.is_reworded = folded(text_of(*change.now, change.entry, roles.description)) !=
                         folded(text_of(*change.before, change.entry_before, old_roles.description));
    // Reading folds look-alike characters, so the spellings are compared as typed.
    change.id_is_respelled = match.kind == MatchKind::look_alike_id ||
                             (roles.id && old_roles.id &&
                              trimmed(text_of(*change.now, change.entry, roles.id)) !=
                                  trimmed(text_of(*change.before, change.entry_before, old_roles.id)));
    return change;
}

std::vector<Difference> differences_of(const EntryChange& change, std::optional<double> threshold) {
    const ColumnRoles& now = change.now->roles();
    const ColumnRoles& before = change.before->roles();
    DifferenceList list(change);
    if (change.id_is_respelled)
        list.add("id respelled", change.before->record(change.entry_before), change.now->record(change.entry),
                 before.id, now.id);
    list.score("initial", change.score_before, change.score_now, before.score, now.score);
    list.re_entry(threshold, before, now);
    list.score(residual_name(now.residual), change.residual_before, change.residual_now, before.residual,
               now.residual);
    if (change.is_reworded) list.text("reworded", before.description, now.description);
    if (change.actions_added > 0)
        list.add("actions added", "", std::to_string(change.actions_added), before.actions, now.actions);
    if (change.actions_dropped > 0)
        list.add("actions dropped", std::to_string(change.actions_dropped), "", before.actions, now.actions);
    if (change.actions_completed > 0)
        list.add("actions completed", "", std::to_string(change.actions_completed), before.actions,
                 now.actions);
    list.by_id("controls changed", "controls");
    list.text("owner changed", before.owner, now.owner);
    list.by_id("category changed", "type");
    list.text("direction changed", before.direction, now.direction);
    list.result();
    list.figures();
    list.words();
    list.history();
    list.by_id("target changed", "target");
    list.by_id("tolerance changed", "tolerance");
    list.by_id("unit changed", "unit");
    list.by_id("definition changed", "definition");
    const bool is_completed = holds_actions(now) && !is_done(*change.before, change.entry_before) &&
                              is_done(*change.now, change.entry);
    if (is_completed) {
        list.add("actions completed", "", "1", before.status, now.status);
    } else {
        list.status(before.status, now.status);
    }
    list.due(before.due, now.due);
    if (list.is_empty())
        list.add("remains, unchanged", number_text(change.residual_before), number_text(change.residual_now),
                 before.judged(), now.judged());
    return list.take();
}

std::string judged_cell(const TableValues& values, std::size_t entry) {
    const FoundColumn* column = values.roles().judged();
    if (!column) column = values.table().find_column("actual");
    if (!column) column = values.roles().id ? values.roles().id : values.roles().description;
    return place_of(values, entry, column);
}

std::string entry_title(const TableValues& values, std::size_t entry) {
    const FoundColumn* description = values.roles().description;
    std::string text = text_of(values, entry, description);
    text.resize(std::min(text.find('\n'), text.size()));
    // The first sentence is what a report calls the entry, where it is short enough for one.
    const std::size_t sentence = text.find(". ");
    if (sentence <= longest_title) text.resize(sentence);
    if (text.size() > longest_title) text = shortened(text, 160);
    while (text.ends_with('.') && !text.ends_with("...")) text.pop_back();
    return text;
}

}  // namespace scorebook
