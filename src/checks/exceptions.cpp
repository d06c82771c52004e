// exceptions.cpp - check "exceptions" (G12): a summary that lists the measures in need of attention names
// each one that is red, and each that got worse without meeting its target.
//
// The list begins under a heading such as "Areas requiring improvement" and ends at the next heading or
// table. A list in which none of the measures can be found is about something else and is left alone.
#include <algorithm>
#include <optional>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/entry_names.hpp"
#include "checks/measure_facts.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/wording.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

constexpr std::size_t shortest_list_item = 4;
constexpr std::size_t longest_heading = 90;
/// Rows from one item of a list to the next at most; a wider gap ends it.
constexpr std::uint32_t widest_list_gap = 2;

bool is_heading_of_exceptions(std::string_view text) {
    if (text.size() > longest_heading || text.find(". ") != std::string_view::npos) return false;
    const std::string plain = folded(text);
    for (const std::string_view words :
         {"requiring improvement", "requiring attention", "needing improvement", "needing attention",
          "for improvement", "exceptions", "below target", "off target", "off track", "under-performing",
          "underperforming", "of concern"}) {
        const std::size_t at = plain.find(words);
        const bool ends_there =
            at != std::string::npos && plain.find_first_not_of(" :.", at + words.size()) == std::string::npos;
        if (ends_there && plain.find("no ") != 0) return true;
    }
    return false;
}

/// "Areas showing improved performance", "Also to note": a short line without a full stop.
bool is_heading(std::string_view text) {
    return text.size() < 60 && text.back() != '.' &&
           text.find_first_of("0123456789") == std::string_view::npos;
}

struct ExceptionList {
    const SheetText* heading = nullptr;
    std::vector<std::string> items;  ///< folded
};

std::vector<ExceptionList> lists_of(const std::vector<SheetText>& texts) {
    std::vector<ExceptionList> lists;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!is_heading_of_exceptions(texts[i].text)) continue;
        ExceptionList list{&texts[i], {}};
        std::uint32_t row = texts[i].cell.row_index;
        for (std::size_t k = i + 1; k < texts.size(); ++k) {
            const SheetText& item = texts[k];
            const bool is_near =
                item.sheet_index == texts[i].sheet_index && item.cell.row_index - row <= widest_list_gap;
            const bool is_next = is_near && item.cell.column_index == texts[i].cell.column_index &&
                                 k > i + 1 && is_heading(item.text) && item.cell.row_index - row > 1;
            if (!is_near || is_next || is_heading_of_exceptions(item.text)) break;
            list.items.push_back(fold_words(item.text));
            row = item.cell.row_index;
        }
        if (!list.items.empty()) lists.push_back(std::move(list));
    }
    return lists;
}

/// By id or title, or by most of the words that tell the title from others.
bool names(const ExceptionList& list, const EntryNames& index, std::size_t table, std::size_t entry,
           const std::vector<std::string>& words) {
    return std::any_of(list.items.begin(), list.items.end(), [&](const std::string& item) {
        const std::vector<NamedEntry> found = index.find(item);
        if (std::any_of(found.begin(), found.end(),
                        [&](const NamedEntry& name) { return name.table == table && name.entry == entry; }))
            return true;
        const auto is_said = [&](const std::string& word) {
            // "badges" of the title may be a "badge" of the list.
            const std::string stem = word.size() > 5 ? word.substr(0, word.size() - 1) + "*" : word;
            return find_word(item, stem).has_value();
        };
        const auto said = std::count_if(words.begin(), words.end(), is_said);
        return said >= 2 && static_cast<std::size_t>(said) * 5 >= words.size() * 3;
    });
}

struct Exception {
    std::size_t entry = 0;
    const FoundColumn* place = nullptr;
    std::string why;
};

std::vector<Exception> exceptions_of(const MeasureFacts& facts) {
    std::vector<Exception> exceptions;
    for (std::size_t entry = 0; entry < facts.values().size(); ++entry) {
        const auto status = facts.status(entry);
        const auto progress = facts.progress(entry);
        if (status && *status == 0) {
            const ReadValue typed = facts.values().read(entry, *facts.status_column());
            exceptions.push_back({entry, facts.status_column(), "is " + shortened(typed.text, 30)});
        } else if (progress && *progress < 0 && (!status || *status < 2) && facts.now_column()) {
            exceptions.push_back({entry, facts.now_column(), "got worse and doesn't meet a target"});
        }
    }
    return exceptions;
}

}  // namespace

void check_exceptions(const CheckContext& context, Report& report) {
    const std::vector<SheetText> texts = texts_outside_tables(context, shortest_list_item);
    const std::vector<ExceptionList> lists = lists_of(texts);
    if (lists.empty()) return;
    const EntryNames index(context.current);
    const auto& sheets = context.current.workbook->sheets();
    for (std::size_t table = 0; table < context.current.values.size(); ++table) {
        const TableValues& values = *context.current.values[table];
        const MeasureFacts facts(context, values, report);
        const FoundColumn* title = values.roles().description;
        const auto exceptions = exceptions_of(facts);
        if (!title || exceptions.empty()) continue;
        std::vector<const Exception*> missing;
        for (const Exception& exception : exceptions) {
            std::string buffer;
            const std::vector<std::string> words =
                telling_words(values.text(exception.entry, *title, buffer));
            const bool is_named = std::any_of(lists.begin(), lists.end(), [&](const ExceptionList& list) {
                return names(list, index, table, exception.entry, words);
            });
            if (!is_named) missing.push_back(&exception);
        }
        const SheetText& heading = *lists.front().heading;
        const std::string where = "'" + shortened(heading.text, 50) + "' (" +
                                  sheets[heading.sheet_index].name + "!" + to_a1(heading.cell) + ")";
        if (missing.size() == exceptions.size()) {
            report.not_checked.push_back(
                {where, "none of the measures that need attention is named there in its own words"});
            continue;
        }
        EntryFindings findings(report, Severity::warning);
        for (const Exception* exception : missing) {
            findings.add(values.place(exception->entry, *exception->place), [&] {
                Finding finding =
                    finding_at(values, exception->entry, *exception->place, "G12", Severity::warning);
                std::string buffer;
                finding.message = shortened(values.text(exception->entry, *title, buffer), 60) + " " +
                                  exception->why + ", but the list " + where + " doesn't name it.";
                finding.advice = "Add it to the list, or say why it needs no attention.";
                return finding;
            });
        }
    }
}

}  // namespace scorebook
