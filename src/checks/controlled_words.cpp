// controlled_words.cpp - check "controlled_words" (V12): types, statuses and directions come from a list;
// slips are offered the word they are near to.
#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// "Upwards, Downwards, Level ...": enough of the list to choose from.
std::string choices(const WordList* list) {
    std::vector<std::string> words;
    if (list) {
        for (const Word& word : list->words) words.push_back(word.word);
    }
    return joined(words, 8);
}

void check_words_in(const CheckContext& context, const TableValues& values, const FoundColumn& column,
                    Report& report) {
    const WordList* list = context.current.kind->find_words(column.spec->words);
    const std::vector<TypedCell>& cells = values.typed(column);
    EntryFindings findings(report, Severity::warning);
    for (std::size_t entry = 0; entry < cells.size(); ++entry) {
        const bool is_near = cells[entry].has(ReadingRemark::near_word);
        const bool is_unknown = cells[entry].has(ReadingRemark::unknown_word);
        if (!is_near && !is_unknown) continue;
        findings.add(values.place(entry, column), [&] {
            Finding finding = finding_at(values, entry, column, "V12", Severity::warning);
            const ReadValue read = values.read(entry, column);
            const std::string text = shortened(read.text);
            finding.message = column.spec->header + " '" + text + "' ";
            if (is_unknown) {
                finding.message += column.spec->kind == ValueKind::direction
                                       ? "doesn't begin with a word that says which way the entry moves."
                                       : "holds a word that isn't on the list.";
                finding.advice = "Use the list's words: " + choices(list) + ".";
            } else {
                finding.message += "was read as " + joined(read.words) + ".";
                finding.advice = "Write " + joined(read.words) + ".";
            }
            finding.evidence = {{"found", text}};
            if (!read.words.empty()) finding.evidence.emplace_back("read as", joined(read.words));
            return finding;
        });
    }
}

}  // namespace

void check_controlled_words(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        for (const FoundColumn& column : values->table().columns) {
            const bool is_listed = column.spec && (column.spec->kind == ValueKind::words ||
                                                   column.spec->kind == ValueKind::direction);
            if (is_listed) check_words_in(context, *values, column, report);
        }
    }
}

}  // namespace scorebook
