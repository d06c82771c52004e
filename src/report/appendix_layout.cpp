// appendix_layout.cpp - which pages, in which order: cover, contents, highlights, the tables, heat maps, key,
// notes.
#include "report/appendix_layout.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "checks/closed_sheets.hpp"
#include "checks/wording.hpp"
#include "report/document_title.hpp"
#include "report/front_matter.hpp"
#include "report/heat_map.hpp"
#include "report/key_page.hpp"
#include "report/sheet_naming.hpp"
#include "report/table_page.hpp"
#include "scorebook/error.hpp"
#include "tables/entry_id.hpp"

namespace scorebook {

namespace {

std::string plural_of(const std::string& word) {
    if (word.ends_with("y") && !word.ends_with("ey")) return word.substr(0, word.size() - 1) + "ies";
    return word + "s";
}

/// What a reader is told is missing: each reason for itself, because a hidden row is no exempt one.
std::vector<std::string> not_shown(std::size_t exempt, std::size_t drafts, std::size_t hidden,
                                   const std::string& entry) {
    const std::string entries = plural_of(entry);
    std::vector<std::string> sentences;
    if (exempt != 0)
        sentences.push_back(counted(exempt, entry + " is", entries + " are") +
                            " exempt from publication and not shown.");
    if (drafts != 0)
        sentences.push_back(counted(drafts, entry + " is a draft", entries + " are drafts") +
                            " and not shown.");
    if (hidden != 0)
        sentences.push_back(counted(hidden, entry + " is", entries + " are") +
                            " hidden in the workbook and not shown.");
    return sentences;
}

class AppendixMaker {
  public:
    AppendixMaker(const CheckContext& context, AppendixProfile profile)
        : context_(context), profile_(profile), closed_sheets_(closed_sheets(context)) {}

    AppendixLayout make(const Comparison* highlights, const std::vector<std::string>& closed_before) {
        Layout& layout = made_.layout;
        layout.title = document_title(context_);
        if (context_.current.period) layout.period = context_.current.period->label;
        const auto& facts = context_.current.overrides.publication;
        if (const auto name = facts.find("organisation"); name != facts.end())
            layout.organisation = name->second;
        layout.day = context_.as_at;
        layout.has_filters = profile_ == AppendixProfile::working;
        layout.is_plain = profile_ == AppendixProfile::published;

        choose_tables();
        for (const std::string& id : closed_before) closed_.insert(fold_id(id));
        if (highlights) add_highlights(*highlights);
        for (ShownTable& shown : shown_) add_table(shown);
        for (const ShownTable& shown : shown_) add_heat_map(shown);
        if (auto key = make_key_page(context_, profile_)) {
            key->sheet_name = "Key";
            add_page(std::move(*key));
        }
        if (profile_ == AppendixProfile::published && !notes_.empty()) add_page(make_notes_page(notes_));
        number_like_titles();
        add_front();
        report_what_is_missing();
        return std::move(made_);
    }

  private:
    const CheckContext& context_;
    AppendixProfile profile_;
    std::vector<std::optional<SheetText>> closed_sheets_;
    AppendixLayout made_;
    std::vector<ShownTable> shown_;
    std::vector<TableNote> notes_;
    std::set<std::string> closed_;  ///< folded ids
    std::vector<std::string> summary_;
    SheetNaming naming_;

    bool is_working() const { return profile_ == AppendixProfile::working; }
    const std::string& sheet_name(std::size_t index) const {
        return context_.current.workbook->sheets()[index].name;
    }
    void leave_out(std::string sentence) { made_.left_out.push_back(std::move(sentence)); }

    /// Of each table the rows that may be shown; whole sheets that are closed or hidden go.
    void choose_tables() {
        std::set<std::size_t> told;
        for (const auto& values : context_.current.values) {
            const FoundTable& table = values->table();
            const std::size_t sheet = table.sheet_index;
            if (table.spec->is_narrative) {
                if (told.insert(sheet).second)
                    leave_out("The list of highlights on " + sheet_name(sheet) +
                              " is left out: it belongs to the covering report.");
                continue;
            }
            if (!is_working() && is_closed_sheet(sheet)) {
                for (std::size_t entry = 0; entry < values->size(); ++entry)
                    closed_.insert(fold_id(values->record(entry)));
                if (told.insert(sheet).second) ++made_.removed_sheets;
                made_.removed_entries += values->size();
                continue;
            }
            if (!is_working() && values->sheet().state != SheetState::visible) {
                made_.hidden_entries += values->size();
                if (told.insert(sheet).second)
                    leave_out("The sheet " + sheet_name(sheet) +
                              " is hidden and left out; unhide it to include it.");
                continue;
            }
            shown_.push_back(shown_table(context_, *values, profile_));
            report_rows(shown_.back());
        }
        if (made_.removed_sheets != 0)
            leave_out(counted(made_.removed_sheets, "sheet is", "sheets are") +
                      " marked as exempt or not for publication, and left out.");
        const bool has_rows = std::any_of(shown_.begin(), shown_.end(),
                                          [](const ShownTable& shown) { return !shown.rows.empty(); });
        if (!has_rows)
            fail(ErrorCode::cannot_write,
                 made_.removed_entries != 0
                     ? "every entry is exempt from publication, so there is nothing to show"
                 : made_.draft_entries + made_.hidden_entries != 0
                     ? "every entry is a draft or hidden, so there is nothing to show"
                     : "the workbook has no entries to show");
    }

    bool is_closed_sheet(std::size_t sheet) const { return closed_sheets_[sheet].has_value(); }

    void report_rows(const ShownTable& shown) {
        const TableSpec& spec = *shown.values->table().spec;
        const std::string& sheet = shown.values->sheet().name;
        const std::string totals_go = ". Totals of the table are left out with them.";
        for (const std::string& id : shown.exempt_ids) closed_.insert(fold_id(id));
        for (const std::string& id : shown.draft_ids) closed_.insert(fold_id(id));
        made_.removed_entries += shown.exempt_ids.size();
        made_.draft_entries += shown.draft_ids.size();
        made_.hidden_entries += shown.hidden_ids.size();
        if (!shown.exempt_ids.empty())
            leave_out(counted(shown.exempt_ids.size(), spec.entry + " is", plural_of(spec.entry) + " are") +
                      " exempt, and left out of " + sheet + ": " + joined(shown.exempt_ids) + totals_go);
        if (!shown.draft_ids.empty())
            leave_out(counted(shown.draft_ids.size(), spec.entry + " is a draft",
                              plural_of(spec.entry) + " are drafts") +
                      ", and left out of " + sheet + ": " + joined(shown.draft_ids) + totals_go);
        if (!shown.hidden_ids.empty())
            leave_out(
                counted(shown.hidden_ids.size(), spec.entry + " stands", plural_of(spec.entry) + " stand") +
                " in hidden rows of " + sheet + " and " + (shown.hidden_ids.size() == 1 ? "is" : "are") +
                " left out: " + joined(shown.hidden_ids) + ". Unhide them to include them.");
        if (!shown.hidden_columns.empty())
            leave_out("Hidden columns of " + sheet + " are left out: " + joined(shown.hidden_columns) + ".");
    }

    void add_page(LayoutPage page) {
        page.sheet_name = naming_.sheet_name(page.sheet_name);
        for (LayoutTable& table : page.tables) table.name = naming_.table_name(table.name);
        made_.layout.pages.push_back(std::move(page));
    }

    /// The table's own name when the sheet has several, or the officer's sheet name when the name comes
    /// twice.
    std::string name_of(const ShownTable& shown) const {
        const FoundTable& table = shown.values->table();
        const auto alike = std::count_if(shown_.begin(), shown_.end(), [&](const ShownTable& other) {
            return other.values->table().spec == table.spec;
        });
        return alike > 1 ? sheet_name(table.sheet_index) : table.spec->title;
    }

    void add_table(const ShownTable& shown) {
        const TableSpec& spec = *shown.values->table().spec;
        const TableTitles titles = table_titles(context_, shown.values->table(), made_.layout.title);
        const std::string name = name_of(shown);
        TablePage made = make_table_page(context_, shown, profile_, name, titles.title, notes_.size() + 1);
        LayoutPage& page = made.page;
        page.sheet_name = name;
        page.id = "page_" + std::to_string(made_.layout.pages.size() + 1);
        std::vector<std::string> lines = titles.subtitles;
        for (std::string& sentence :
             not_shown(shown.exempt_ids.size(), shown.draft_ids.size(), shown.hidden_ids.size(), spec.entry))
            lines.push_back(std::move(sentence));
        page.lines.insert(page.lines.begin(), lines.begin(), lines.end());
        const auto entries = static_cast<std::size_t>(
            std::count_if(shown.rows.begin(), shown.rows.end(),
                          [](const ShownRow& row) { return row.kind == LayoutRow::Kind::entry; }));
        summary_.push_back(name + ": " + counted(entries, spec.entry, plural_of(spec.entry)));
        notes_.insert(notes_.end(), made.notes.begin(), made.notes.end());
        made_.suppressed += made.suppressed;
        if (made.suppressed != 0)
            leave_out(counted(made.suppressed, "count", "counts") + " of " + name +
                      " below the limit, or that would give one away, are shown as [c].");
        if (made.lacks_limit)
            leave_out("No small counts of " + name +
                      " are suppressed: the workbook doesn't say what is small (Suppress_Below on the "
                      "Scorebook sheet).");
        add_page(std::move(page));
    }

    void add_heat_map(const ShownTable& shown) {
        const std::string name = name_of(shown);
        auto page = make_heat_map(context_, shown, profile_,
                                  "Heat map of " + folded(name) + ": " + made_.layout.title);
        if (!page) return;
        page->sheet_name = "Heat map " + folded(name);
        add_page(std::move(*page));
    }

    void add_highlights(const Comparison& comparison) {
        LayoutPage page = make_highlights(comparison, is_working() ? std::set<std::string>() : closed_,
                                          profile_, "Highlights: " + made_.layout.title);
        page.sheet_name = "Highlights";
        if (comparison.omitted != 0)
            leave_out("The highlights don't mention " + counted(comparison.omitted, "entry", "entries") +
                      " missing without a reason; scorebook compare names them.");
        if (!page.tables.empty() || !page.lines.empty()) add_page(std::move(page));
    }

    /// Two pages are never called alike: contents and a screen reader's list of regions tell them by their
    /// titles.
    void number_like_titles() {
        std::map<std::string, std::size_t> pages_called;
        for (const LayoutPage& page : made_.layout.pages) ++pages_called[page.title];
        std::map<std::string, std::size_t> met;
        for (LayoutPage& page : made_.layout.pages) {
            const std::size_t all = pages_called[page.title];
            if (all < 2) continue;
            const std::size_t number = ++met[page.title];
            const std::string title =
                page.title + " (" + std::to_string(number) + " of " + std::to_string(all) + ")";
            for (LayoutTable& table : page.tables) {
                if (table.caption == page.title) table.caption = title;
            }
            page.title = title;
        }
    }

    void add_front() {
        if (is_working()) return;
        Layout& layout = made_.layout;
        std::vector<std::string> summary = summary_;
        for (std::string& sentence :
             not_shown(made_.removed_entries, made_.draft_entries, made_.hidden_entries, "entry"))
            summary.push_back(std::move(sentence));
        LayoutPage cover = make_cover(context_, layout, summary);
        LayoutPage contents = make_contents(layout);
        auto& pages = layout.pages;
        if (profile_ == AppendixProfile::published) {
            contents.lines.push_back("This sheet has one table, with a link to each of the other sheets.");
            pages.insert(pages.begin(), std::move(contents));
        } else {
            cover.tables = std::move(contents.tables);
        }
        pages.insert(pages.begin(), std::move(cover));
    }

    void report_what_is_missing() {
        const auto& sheets = context_.current.found.sheets_without_table;
        std::vector<std::string> names;
        for (const auto& [name, why] : sheets) {
            const auto& own = context_.current.overrides.sheet_index;
            if (!own || sheet_name(*own) != name) names.push_back(name);
        }
        if (!names.empty())
            leave_out("Sheets without a table of this kind are left out: " + joined(names) + ".");
        if (profile_ == AppendixProfile::published && made_.layout.organisation.empty())
            leave_out(
                "No organisation is named as the author: add a row Organisation to the Scorebook sheet.");
    }
};

}  // namespace

AppendixLayout make_appendix_layout(const CheckContext& context, AppendixProfile profile,
                                    const Comparison* highlights,
                                    const std::vector<std::string>& closed_before) {
    return AppendixMaker(context, profile).make(highlights, closed_before);
}

std::vector<std::string> closed_ids(const CheckContext& context) {
    std::vector<std::string> ids;
    const auto closed = closed_sheets(context);
    for (const auto& values : context.current.values) {
        if (closed[values->table().sheet_index]) {
            for (std::size_t entry = 0; entry < values->size(); ++entry) ids.push_back(values->record(entry));
            continue;
        }
        const ShownTable shown = shown_table(context, *values, AppendixProfile::published);
        ids.insert(ids.end(), shown.exempt_ids.begin(), shown.exempt_ids.end());
        ids.insert(ids.end(), shown.draft_ids.begin(), shown.draft_ids.end());
    }
    return ids;
}

}  // namespace scorebook
