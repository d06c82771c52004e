// narrative.cpp - the covering report's sentences about entries: what they claim.
#include "checks/narrative.hpp"

#include <algorithm>

#include "bytes/number_text.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// Rows above a table's header that may hold the sentence introducing it.
constexpr std::uint32_t most_rows_above = 5;

bool is_in_table(const Subject& subject, std::size_t sheet_index, std::uint32_t row) {
    for (const FoundTable& table : subject.found.tables) {
        const bool is_here = table.sheet_index == sheet_index && row >= table.range.first.row_index &&
                             row <= table.range.last.row_index;
        if (is_here) return true;
    }
    return false;
}

/// The texts above the table, nearest first, as far up as the table before it.
std::string text_above(const Subject& subject, const FoundTable& table) {
    const SheetCells& cells = subject.workbook->sheets()[table.sheet_index].cells;
    std::string text;
    for (std::uint32_t step = 1; step <= most_rows_above && step <= table.first_header_row; ++step) {
        const std::uint32_t row = table.first_header_row - step;
        if (is_in_table(subject, table.sheet_index, row)) break;
        for (const SheetCell& cell : cells.row(row)) {
            const CellValue value = subject.workbook->value(table.sheet_index, cell);
            if (std::holds_alternative<std::string>(value)) text += folded(to_text(value)) + '\n';
        }
    }
    return text;
}

/// The number that begins at or after `at` before any other word than "at", "to", "of" and "is".
std::optional<double> number_after(std::string_view sentence, std::size_t at) {
    while (at < sentence.size()) {
        const std::size_t begin = sentence.find_first_not_of(" ,:", at);
        if (begin == std::string_view::npos) return std::nullopt;
        const std::size_t end = std::min(sentence.find_first_of(" ,:;)", begin), sentence.size());
        std::string_view word = sentence.substr(begin, end - begin);
        while (!word.empty() && word.back() == '.') word.remove_suffix(1);
        if (const auto number = parse_number(word)) return number;
        const bool leads_on =
            word == "at" || word == "to" || word == "of" || word == "is" || word == "unchanged";
        if (!leads_on) return std::nullopt;
        at = end;
    }
    return std::nullopt;
}

struct VerbWord {
    std::string_view stem;
    ScoreClaim::Verb verb;
};

constexpr VerbWord verbs[] = {
    {"increased", ScoreClaim::Verb::increased}, {"increases", ScoreClaim::Verb::increased},
    {"raised", ScoreClaim::Verb::increased},    {"risen", ScoreClaim::Verb::increased},
    {"reduced", ScoreClaim::Verb::reduced},     {"reduces", ScoreClaim::Verb::reduced},
    {"decreased", ScoreClaim::Verb::reduced},   {"lowered", ScoreClaim::Verb::reduced},
    {"fallen", ScoreClaim::Verb::reduced},      {"remains", ScoreClaim::Verb::remains},
    {"remain", ScoreClaim::Verb::remains},      {"remained", ScoreClaim::Verb::remains},
    {"unchanged", ScoreClaim::Verb::remains},   {"is", ScoreClaim::Verb::moved},
    {"now", ScoreClaim::Verb::moved},           {"revised", ScoreClaim::Verb::moved},
    {"reassessed", ScoreClaim::Verb::moved},    {"changed", ScoreClaim::Verb::moved},
};

}  // namespace

std::vector<ScoreClaim> score_claims(std::string_view text) {
    std::vector<ScoreClaim> claims;
    for (const std::string_view original : sentences(text)) {
        const std::string sentence = folded(original);
        const auto score = find_word(sentence, "score");
        const auto scores = find_word(sentence, "scores");
        if (!score && !scores) continue;
        const std::size_t subject =
            std::min(score.value_or(sentence.size()), scores.value_or(sentence.size()));
        ScoreClaim claim;
        claim.is_residual = find_word(sentence, "residual").value_or(sentence.size()) < subject;
        claim.sentence = shortened(original, 120);
        bool found = false;
        for (const VerbWord& verb : verbs) {
            const auto at = find_word(sentence, verb.stem, subject);
            if (!at) continue;
            // The stronger claim counts: "reassessed and increased to 12" increases.
            if (!found || claim.verb == ScoreClaim::Verb::moved) claim.verb = verb.verb;
            found = true;
            if (const auto number = number_after(sentence, *at + verb.stem.size()))
                claim.to = claim.to ? claim.to : number;
        }
        if (found) claims.push_back(std::move(claim));
    }
    return claims;
}

std::optional<double> remaining_score(std::string_view heading) {
    const std::string text = folded(heading);
    for (const std::string_view verb : {"remains", "remain", "remained"}) {
        const auto at = find_word(text, verb);
        if (!at || text.find("score") == std::string::npos) continue;
        if (const auto number = number_after(text, *at + verb.size())) return number;
    }
    return std::nullopt;
}

std::vector<NarrativeLine> narrative_lines(const Subject& subject) {
    std::vector<NarrativeLine> lines;
    for (std::size_t table = 0; table < subject.values.size(); ++table) {
        const TableValues& values = *subject.values[table];
        const FoundColumn* id = values.roles().id;
        if (!values.table().spec->is_narrative || !id) continue;
        const std::string above = text_above(subject, values.table());
        for (std::size_t entry = 0; entry < values.size(); ++entry) {
            NarrativeLine line;
            line.place = {table, entry};
            line.id = fold_id(values.word(entry, *id));
            for (const FoundColumn& column : values.table().columns) {
                if (!column.spec ||
                    (column.spec->kind != ValueKind::text && column.spec->kind != ValueKind::list))
                    continue;
                line.text += values.read(entry, column).text + "\n";
            }
            line.heading = above + folded(values.table().sections[values.table().entries[entry].section]);
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

EntryIndex::EntryIndex(const Subject& subject) {
    for (std::size_t table = 0; table < subject.values.size(); ++table) {
        const TableValues& values = *subject.values[table];
        const FoundColumn* id = values.roles().id;
        if (!id || values.table().spec->is_narrative) continue;
        for (std::size_t entry = 0; entry < values.size(); ++entry) {
            places_.try_emplace(fold_id(values.word(entry, *id)), EntryPlace{table, entry});
        }
    }
}

std::optional<EntryPlace> EntryIndex::find(const std::string& folded_id) const {
    const auto found = places_.find(folded_id);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace scorebook
