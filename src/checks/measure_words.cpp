// measure_words.cpp - words of a scorecard's row and what they stand for.
#include "checks/measure_words.hpp"

#include <algorithm>

#include "bytes/number_text.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

bool says_lower(const FoundTable& table, const Relation& relation) {
    const auto words = relation.words.find("lower-if");
    if (words == relation.words.end()) return false;
    std::string headings;
    const auto& of = relation.part("of");
    for (const std::string& id : of) {
        if (const FoundColumn* column = table.find_column(id)) headings += folded(column->header) + " ";
    }
    for (const Relation& other : table.spec->relations) {
        if (other.is != "ratio" || std::find(of.begin(), of.end(), other.column) == of.end()) continue;
        for (const std::string& id : other.part("of")) {
            if (const FoundColumn* part = table.find_column(id)) headings += folded(part->header) + " ";
        }
    }
    std::string_view rest = words->second;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        const std::string word = folded(rest.substr(0, end));
        if (!word.empty() && headings.find(word) != std::string::npos) return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

}  // namespace

std::optional<double> word_number(const RelationRun& run, const FigureRow& row, const FoundColumn* column) {
    if (!column) return std::nullopt;
    const WordList* list = run.context.current.kind->find_words(column->spec->words);
    const ReadValue value = run.figures.read(row, *column);
    if (!list || value.words.empty()) return std::nullopt;
    const Word* word = find_word(*list, value.words.front());
    return word ? word->number : std::nullopt;
}

Polarity polarity_of(const RelationRun& run, const FigureRow& row) {
    if (const FoundColumn* column = run.first("polarity")) {
        const auto number = word_number(run, row, column);
        return !number       ? Polarity::unknown
               : *number > 0 ? Polarity::higher_is_better
               : *number < 0 ? Polarity::lower_is_better
                             : Polarity::unknown;
    }
    return polarity_of(run.values.table(), run.relation);
}

Polarity polarity_of(const FoundTable& table, const Relation& relation) {
    const auto word = relation.words.find("better");
    if (word == relation.words.end()) return Polarity::unknown;
    if (says_lower(table, relation)) return Polarity::lower_is_better;
    return word->second == "lower" ? Polarity::lower_is_better : Polarity::higher_is_better;
}

std::optional<TargetLimits> limits_of(const Target& target) {
    TargetLimits limits;
    if (target.kind == Target::Kind::range && target.values.size() == 2) {
        limits.low = target.values[0].number.value;
        limits.high = target.values[1].number.value;
        return limits;
    }
    if (target.kind != Target::Kind::value || target.values.size() != 1) return std::nullopt;
    limits.comparator = target.values[0].number.comparator;
    limits.low = target.values[0].number.value;
    return limits;
}

std::string target_words(const RelationRun& run, const FigureRow& row, const FoundColumn& column) {
    const ReadValue value = run.figures.read(row, column);
    const bool is_number_cell = value.figure && parse_number(value.text);
    return is_number_cell ? in_words(*value.figure) : shortened(value.text, 40);
}

std::optional<TargetLimits> target_of(const RelationRun& run, const FigureRow& row,
                                      const FoundColumn* column) {
    if (!column) return std::nullopt;
    const ReadValue value = run.figures.read(row, *column);
    if (!value.figure) return std::nullopt;
    Target target = read_target(value.text);
    // A number cell's text is its stored value; its figure knows the scale.
    if (target.values.size() == 1) target.values[0] = *value.figure;
    return limits_of(target);
}

std::optional<bool> is_contractual(const TableValues& values, std::size_t entry) {
    const FoundColumn* column = values.table().find_column("contractual");
    if (!column) return std::nullopt;
    std::string buffer;
    const std::string said = folded(values.text(entry, *column, buffer));
    if (said.starts_with("no") || said == "n") return false;
    if (said.starts_with("yes") || said == "y" || said.starts_with("contract")) return true;
    return std::nullopt;
}

}  // namespace scorebook
