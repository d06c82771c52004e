// figure_claims.cpp - sentences about one entry against its row.
//
// A figure is the row's when the sentence ties it to the entry's name by a verb of being, a bracket or a move
// ("rose to"), without another subject between. One that any cell of the row has, as far as the sentence
// prints it, is right; which period it was meant for is the writer's business.
#include "checks/figure_claims.hpp"

#include <algorithm>
#include <array>

#include "checks/sentence_figures.hpp"
#include "checks/wording.hpp"
#include "tables/cell_text.hpp"
#include "tables/plain_text.hpp"
#include "vocabulary/verdict.hpp"

namespace scorebook {

namespace {

/// From an entry's name to its figure or verb at most.
constexpr std::size_t farthest_figure = 70;

enum class Agreement { yes, cut_off, no };

bool is_time(FigureUnit unit) {
    return unit == FigureUnit::seconds || unit == FigureUnit::days || unit == FigureUnit::working_days ||
           unit == FigureUnit::months;
}

/// Whether a figure of a sentence may be one of a cell: percentages and times are often bare in cells.
bool may_be_same(const Figure& said, const Figure& cell) {
    if (said.unit == cell.unit) return true;
    const bool is_bare_in_cell = cell.unit == FigureUnit::none;
    return is_bare_in_cell && (said.unit == FigureUnit::percent || is_time(said.unit));
}

/// A cell that prints less than the sentence agrees when the sentence rounds to it.
Agreement compare(const Figure& said, const Figure& cell) {
    const Verdict verdict = scorebook::judge(said.number, cell.number.value);
    if (verdict < Verdict::truncated) return Agreement::yes;
    const bool prints_less = cell.number.step > said.number.step &&
                             scorebook::judge(cell.number, said.number.value) == Verdict::agrees;
    const Fraction size = cell.number.value.magnitude();
    const bool is_fall =
        cell.number.value.is_negative() && scorebook::judge(said.number, size) < Verdict::truncated;
    if (prints_less || is_fall) return Agreement::yes;
    return verdict == Verdict::truncated ? Agreement::cut_off : Agreement::no;
}

/// Words after which another subject may begin.
bool begins_another_clause(std::string_view between) {
    constexpr std::array<std::string_view, 14> openers = {"while",   "whilst", "although", "but",  "because",
                                                          "and",     "as",     "with",     "than", "which",
                                                          "however", "of",     "if",       "for"};
    return between.find(',') != std::string_view::npos ||
           std::any_of(openers.begin(), openers.end(),
                       [&](std::string_view word) { return find_word(between, word).has_value(); });
}

bool is_plan(std::string_view plain) {
    return has_any_word(
        plain, {"will",       "would",       "should",    "could", "may",       "might",   "plan",
                "plans",      "planned",     "aim",       "aims",  "aiming",    "expect*", "forecast*",
                "predict*",   "estimate*",   "need",      "needs", "hope*",     "intend*", "if",
                "to improve", "to increase", "to reduce", "not",   "potential*"});
}

}  // namespace

bool speaks_of_elsewhere(std::string_view plain) {
    return is_plan(plain) ||
           has_any_word(plain, {"last",       "previous", "previously", "since",      "prior",   "earlier",
                                "ago",        "national", "nationally", "england",    "region",  "regional",
                                "north west", "average",  "year to",    "by the end", "to date", "at the end",
                                "compared",   "before",   "month",      "week",       "monthly", "weekly",
                                "once",       "baseline"}) ||
           find_period(plain).has_value();
}

namespace {

bool holds_figures(ValueKind kind) {
    return kind == ValueKind::figure || kind == ValueKind::percentage || kind == ValueKind::money ||
           kind == ValueKind::duration || kind == ValueKind::target;
}

}  // namespace

struct FigureClaims::Row {
    std::size_t table = 0;
    std::size_t entry = 0;
    bool is_own = false;  ///< the text is a comment in this row
    std::string name;     ///< as the text has it, folded; empty for a comment
    std::vector<std::pair<const FoundColumn*, Figure>> figures;
    std::vector<Figure> in_title;  ///< "within 20 working days" is no claim
};

FigureClaims::FigureClaims(const CheckContext& context, Report& report)
    : context_(context), names_(context.current) {
    for (const auto& values : context.current.values) {
        facts_.emplace_back(context, *values, report);
        const auto& columns = values->table().columns;
        has_figures_ =
            has_figures_ || std::any_of(columns.begin(), columns.end(), [](const FoundColumn& column) {
                return column.spec && holds_figures(column.spec->kind);
            });
    }
}

FigureClaims::Row FigureClaims::row_of(std::size_t table, std::size_t entry) const {
    Row row{table, entry, false, {}, {}, {}};
    const TableValues& values = *context_.current.values[table];
    for (const FoundColumn& column : values.table().columns) {
        if (!column.spec) continue;
        auto figure = values.read(entry, column).figure;
        if (figure) row.figures.emplace_back(&column, std::move(*figure));
    }
    std::string buffer;
    if (const FoundColumn* title = values.roles().description) {
        for (PlacedFigure& placed : find_figures(values.text(entry, *title, buffer)))
            row.in_title.push_back(std::move(placed.figure));
    }
    return row;
}

std::optional<FigureClaims::Row> FigureClaims::own_row(const SheetText& text) const {
    for (std::size_t table = 0; table < context_.current.values.size(); ++table) {
        const TableValues& values = *context_.current.values[table];
        const FoundTable& found = values.table();
        const bool is_here = found.sheet_index == text.sheet_index &&
                             text.cell.row_index > found.last_header_row &&
                             text.cell.row_index <= found.range.last.row_index;
        if (!is_here) continue;
        for (const FoundColumn& column : found.columns) {
            const bool is_comment = column.spec && column.column_index == text.cell.column_index &&
                                    column.spec->id.starts_with("comment");
            if (!is_comment) continue;
            const auto entry = std::lower_bound(
                found.entries.begin(), found.entries.end(), text.cell.row_index,
                [](const TableEntry& each, std::uint32_t row) { return each.row_index < row; });
            if (entry == found.entries.end() || entry->row_index != text.cell.row_index) continue;
            Row row = row_of(table, static_cast<std::size_t>(entry - found.entries.begin()));
            row.is_own = true;
            return row;
        }
    }
    return std::nullopt;
}

std::optional<FigureClaims::Row> FigureClaims::named_row(std::string_view sentence,
                                                         bool& is_ambiguous) const {
    const std::string plain = fold_words(sentence);
    const std::vector<NamedEntry> named = names_.find(plain);
    if (named.empty()) return std::nullopt;
    const NamedEntry& first = named.front();
    is_ambiguous = std::any_of(named.begin(), named.end(), [&](const NamedEntry& other) {
        return other.table != first.table || other.entry != first.entry;
    });
    Row row = row_of(first.table, first.entry);
    row.name = plain.substr(first.begin, first.end - first.begin);
    return row;
}

namespace {

/// Where the name ends in the sentence as figures are read from it.
std::optional<std::size_t> end_of_name(const std::string& name, const std::string& plain) {
    const std::size_t space = name.rfind(' ');
    const std::string last = space == std::string::npos ? name : name.substr(space + 1);
    const auto at = find_word(plain, last);
    return at ? std::optional(*at + last.size()) : std::nullopt;
}

/// "is", "stood at", "rose to", a bracket: words that make the figure after them the entry's.
bool is_level(const SentenceFigures& sentence, std::size_t i) {
    const std::string lead = sentence.text_before(i, 24);
    const std::string word = sentence.word_before(i);
    const std::string after = sentence.text_after(i, 16);
    for (const char* change :
         {"higher", "lower",    "more",     "fewer", "less",   "better",    "worse",
          "point",  "increase", "decrease", "rise",  "fall",   "reduction", "improvement",
          "below",  "above",    "short",    "of ",   "behind", "ahead",     "percentage point"}) {
        if (after.starts_with(change)) return false;
    }
    const bool is_stated = word == "is" || word == "was" || word == "are" || word == "were" ||
                           word == "reached" || word == "totalled" || lead.ends_with("stands at ") ||
                           lead.ends_with("stood at") || lead.ends_with("stands at") ||
                           lead.ends_with("remains at") || lead.ends_with("remained at") ||
                           lead.ends_with("was at") || lead.ends_with("is at");
    const bool has_moved = word == "to" && sentence.stated_direction() != 0;
    return is_stated || has_moved;
}

bool is_target(const SentenceFigures& sentence, std::size_t i) {
    const std::string lead = sentence.text_before(i, 24);
    return lead.ends_with("target of") || lead.ends_with("target is") || lead.ends_with("target was") ||
           lead.ends_with("target") || lead.ends_with("target:");
}

std::string joined_figures(const std::vector<std::pair<const FoundColumn*, Figure>>& figures,
                           const Figure& said) {
    std::vector<std::string> words;
    for (const auto& [column, figure] : figures) {
        if (may_be_same(said, figure))
            words.push_back(shortened(column->header, 40) + " " + in_words(figure));
    }
    return joined(words, 5);
}

}  // namespace

/// "11 contractors within the North West" (D-06): the row has 35 contractors, and 11 is its contracts.
std::optional<SentenceFault> FigureClaims::copied_from_neighbour(const Row& row,
                                                                 const SentenceFigures& sentence) const {
    constexpr std::size_t shortest_heading = 5;
    const auto heads = [](const FoundColumn& column, std::string_view after) {
        const std::string header = fold_words(column.header);
        return header.size() >= shortest_heading && find_word(after, header) == std::size_t{0};
    };
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (!sentence.is_count(i)) continue;
        const std::string after = sentence.text_after(i, 60);
        const std::pair<const FoundColumn*, Figure>* named = nullptr;
        const std::pair<const FoundColumn*, Figure>* copied = nullptr;
        for (const auto& cell : row.figures) {
            const bool is_equal = cell.second.number.value == sentence.figure(i).number.value;
            if (heads(*cell.first, after)) named = &cell;
            if (is_equal) copied = &cell;
        }
        if (!named || !copied || named->second.number.value == sentence.figure(i).number.value) continue;
        const TableValues& values = *context_.current.values[row.table];
        return SentenceFault{"A11", Severity::error,
                             shortened(values.record(row.entry), 40) + " on '" + values.sheet().name +
                                 "' has " + in_words(named->second) + " under " +
                                 shortened(named->first->header, 50) + "; " + in_words(copied->second) +
                                 " stands under " + shortened(copied->first->header, 50) + "."};
    }
    return std::nullopt;
}

ClaimVerdict FigureClaims::judge_figures(const Row& row, std::string_view text) const {
    const SentenceFigures sentence(text);
    if (sentence.size() == 0 || sentence.size() > 6) return {};
    const TableValues& values = *context_.current.values[row.table];
    const MeasureFacts& facts = facts_[row.table];
    const std::string record = shortened(values.record(row.entry), 40);
    const std::string where = " on '" + values.sheet().name + "'";
    const auto best = [&](std::size_t i) {
        Agreement found = Agreement::no;
        for (const auto& [column, figure] : row.figures) {
            if (!may_be_same(sentence.figure(i), figure)) continue;
            const Agreement now = compare(sentence.figure(i), figure);
            // "4.9 days" rounds to a target of 5 days, and isn't one.
            const bool is_same = column->spec->kind != ValueKind::target ||
                                 sentence.figure(i).number.value == figure.number.value;
            if (now < found && is_same) found = now;
        }
        return found;
    };
    const auto is_answerable = [&](std::size_t i) {
        return std::any_of(row.figures.begin(), row.figures.end(),
                           [&](const auto& cell) { return may_be_same(sentence.figure(i), cell.second); });
    };
    const auto is_in_title = [&](std::size_t i) {
        return std::any_of(row.in_title.begin(), row.in_title.end(), [&](const Figure& figure) {
            return figure.number.value == sentence.figure(i).number.value;
        });
    };
    const std::string plain = folded(text);
    const auto pair = sentence.values_compared();
    if (pair && is_answerable(pair->now) && !is_in_title(pair->now) && !is_in_title(pair->before)) {
        const Agreement now = best(pair->now), before = best(pair->before);
        const bool both_fit = now != Agreement::no && before != Agreement::no;
        const bool none_fits = now == Agreement::no && before == Agreement::no;
        if (none_fits) return {std::nullopt, "neither of its two figures is in the row of " + record};
        if (!both_fit) {
            const std::size_t odd = now == Agreement::no ? pair->now : pair->before;
            if (speaks_of_elsewhere(plain) && odd == pair->before)
                return {std::nullopt, sentence.words(odd) + " may be of a period the table doesn't have"};
            return {
                SentenceFault{"A11", Severity::error,
                              record + where + " has " + joined_figures(row.figures, sentence.figure(odd)) +
                                  ", and no " + sentence.words(odd) + "."},
                {}};
        }
        return {};
    }
    if (row.is_own) return {};
    if (auto fault = copied_from_neighbour(row, sentence)) return {std::move(fault), {}};
    const auto name_end = end_of_name(row.name, sentence.plain());
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (is_in_title(i) || !is_answerable(i)) continue;
        if (is_target(sentence, i)) {
            const auto target = facts.figure(row.entry, facts.target_column());
            if (!target || !may_be_same(sentence.figure(i), *target) ||
                compare(sentence.figure(i), *target) != Agreement::no)
                continue;
            if (best(i) != Agreement::no || speaks_of_elsewhere(plain)) continue;
            return {SentenceFault{"A11", Severity::error,
                                  "the target of " + record + where + " is " + in_words(*target) + "."},
                    {}};
        }
        const std::string all_before = sentence.plain().substr(0, sentence.begin(i));
        if (!name_end || *name_end > sentence.begin(i) || sentence.begin(i) - *name_end > farthest_figure)
            continue;
        const std::string between = folded(all_before.substr(*name_end));
        const bool is_bracket = between.empty() || between == "(";
        const bool is_linked = is_bracket
                                   ? sentence.is_in_brackets(i) && sentence.figure(i).unit != FigureUnit::none
                                   : is_level(sentence, i) && !begins_another_clause(between);
        if (!is_linked) continue;
        const Agreement found = best(i);
        if (found == Agreement::yes) continue;
        if (found == Agreement::cut_off) {
            return {SentenceFault{"A11", Severity::warning,
                                  record + where + " has " + joined_figures(row.figures, sentence.figure(i)) +
                                      ": " + sentence.words(i) + " was cut off rather than rounded."},
                    {}};
        }
        if (speaks_of_elsewhere(plain))
            return {std::nullopt, sentence.words(i) + " may be of another period or place than the table's"};
        return {
            SentenceFault{"A11", Severity::error,
                          record + where + " has " + joined_figures(row.figures, sentence.figure(i)) + "."},
            {}};
    }
    return {};
}

ClaimVerdict FigureClaims::judge_movement(const Row& row, std::string_view text) const {
    const MeasureFacts& facts = facts_[row.table];
    const auto moved = facts.movement(row.entry);
    const std::string plain = folded(text);
    if (!moved || speaks_of_elsewhere(plain)) return {};
    std::size_t begin = 0;
    if (!row.is_own) {
        const auto end = end_of_name(row.name, plain);
        if (!end) return {};
        begin = *end;
    } else if (!has_any_word(plain.substr(0, 40), {"performance", "the figure", "this figure", "this measure",
                                                   "the measure", "the rate", "this indicator"})) {
        return {};
    }
    // The clause that begins with the name, as far as another subject can't have come in.
    std::string clause = plain.substr(begin, farthest_figure);
    for (const char* opener : {",", " but ", " and ", " while ", " whilst ", " although ", " because ",
                               " as ", " due ", " with ", " which ", " where "})
        clause.resize(std::min(clause.size(), clause.find(opener)));
    const bool up = has_any_word(clause, {"increased", "rose", "risen"});
    const bool down = has_any_word(clause, {"decreased", "fell", "fallen", "reduced", "dropped"});
    const bool better = has_any_word(clause, {"improved", "improving"});
    const bool worse = has_any_word(clause, {"worsened", "worsening", "deteriorated", "deteriorating"});
    const bool same = has_any_word(clause, {"unchanged", "remains the same", "remained the same"});
    if (up + down + better + worse + same != 1) return {};
    const Figure now = *facts.figure(row.entry, facts.now_column());
    const Figure before = *facts.figure(row.entry, facts.before_column());
    const std::string facts_said = shortened(facts.values().record(row.entry), 40) + " went from " +
                                   in_words(before) + " (" + shortened(facts.before_column()->header, 30) +
                                   ") to " + in_words(now) + " (" +
                                   shortened(facts.now_column()->header, 30) + ")";
    const auto progress = facts.progress(row.entry);
    const bool knows_good = facts.polarity(row.entry) != Polarity::unknown;
    if ((up && *moved < 0) || (down && *moved > 0))
        return {SentenceFault{"A09", Severity::error, facts_said + (*moved > 0 ? ", a rise." : ", a fall.")},
                {}};
    const bool is_contradicted =
        (knows_good && progress && ((better && *progress <= 0) || (worse && *progress >= 0))) ||
        (same && *moved != 0);
    if (is_contradicted) {
        const std::string verdict = *moved == 0     ? ": no change."
                                    : !knows_good   ? "."
                                    : *progress > 0 ? ": an improvement."
                                                    : ": a worsening.";
        return {SentenceFault{"X09", Severity::warning, facts_said + verdict}, {}};
    }
    if (*moved == 0 || before.number.value.is_zero()) return {};
    const Fraction change =
        ((now.number.value - before.number.value) / before.number.value * 100).magnitude();
    const bool is_slight = has_any_word(clause, {"slight", "slightly"});
    const bool is_large = has_any_word(clause, {"significantly", "substantially", "sharply"});
    if ((is_slight && change > Fraction(most_slight_change)) ||
        (is_large && change < Fraction(least_significant_change)))
        return {SentenceFault{"X09", Severity::warning,
                              facts_said + ", a change of " + to_text(change, 1) + "%."},
                {}};
    return {};
}

/// "Overall payment performance is improving" (D-23): of a table's measures at least a third got worse.
ClaimVerdict FigureClaims::judge_overall(std::string_view sentence) const {
    const std::string plain = folded(sentence);
    const bool speaks_of_all = find_word(plain, "overall") && find_word(plain, "performance");
    const bool is_good = find_word(plain, "improving") || find_word(plain, "improved");
    if (!speaks_of_all || !is_good || is_plan(plain) || find_word(plain, "but") || find_word(plain, "except"))
        return {};
    const std::vector<std::string> words = telling_words(sentence);
    std::vector<const MeasureFacts*> meant, all;
    for (std::size_t i = 0; i < facts_.size(); ++i) {
        const MeasureFacts& facts = facts_[i];
        if (!facts.now_column() || !facts.before_column()) continue;
        all.push_back(&facts);
        const FoundTable& table = facts.values().table();
        std::string heading;
        const std::uint32_t first = table.first_header_row;
        for (std::uint32_t row = first > 2 ? first - 2 : 0; row <= table.last_header_row; ++row) {
            for (const SheetCell& cell : facts.values().sheet().cells.row(row)) {
                if (is_text_cell(cell))
                    heading += folded(cell_text(*context_.current.workbook, table.sheet_index, cell)) + " ";
            }
        }
        const bool is_named = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return word != "overall" && word != "performance" && word != "improving" &&
                   find_word(heading, word);
        });
        if (is_named) meant.push_back(&facts);
    }
    if (meant.empty() && all.size() == 1) meant = all;
    if (all.empty()) return {};
    if (meant.size() != 1) return {std::nullopt, "it doesn't say which of the tables it speaks of"};
    const MeasureFacts& facts = *meant.front();
    std::size_t judged = 0;
    std::vector<std::string> worse;
    for (std::size_t entry = 0; entry < facts.values().size(); ++entry) {
        const auto progress = facts.progress(entry);
        if (!progress) continue;
        ++judged;
        const auto before = facts.figure(entry, facts.before_column());
        const auto now = facts.figure(entry, facts.now_column());
        if (*progress < 0 && before && now)
            worse.push_back(shortened(facts.values().record(entry), 40) + " (" + in_words(*before) + " to " +
                            in_words(*now) + ")");
    }
    if (judged < 2 || worse.size() * 3 < judged) return {};
    return {SentenceFault{"X09", Severity::warning,
                          std::to_string(worse.size()) + " of " + std::to_string(judged) + " measures on '" +
                              facts.values().sheet().name + "' got worse: " + joined(worse, 4) + "."},
            {}};
}

ClaimVerdict FigureClaims::judge(const SheetText& text, std::string_view sentence) const {
    if (!has_figures_) return {};
    bool is_ambiguous = false;
    std::optional<Row> row = named_row(sentence, is_ambiguous);
    if (!row) row = own_row(text);
    if (!row) return judge_overall(sentence);
    if (is_ambiguous) return {};
    ClaimVerdict verdict = judge_figures(*row, sentence);
    if (verdict.is_open()) verdict = judge_movement(*row, sentence);
    return verdict;
}

}  // namespace scorebook
