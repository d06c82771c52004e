// rules_in_words.cpp - one sentence a built-in check and a pattern a relation; formulas lose their brackets.
#include "templates/rules_in_words.hpp"

#include <algorithm>
#include <array>

#include "scorebook/cell_value.hpp"

namespace scorebook {

namespace {

struct CheckSentence {
    std::string_view name;
    std::string_view sentence;
};

constexpr std::array<CheckSentence, 41> sentences = {{
    {"structure",
     "Columns, sections, totals and rows that go on are found; what is missing or out of line is said."},
    {"unique_key", "No two entries have the same identifier."},
    {"key_is_text", "Identifiers are text, so that 1.10 isn't 1.1."},
    {"numbering_gaps", "Numbers of entries have no gaps and no repeats."},
    {"hidden_content", "Hidden rows, columns and sheets, and active filters, are listed."},
    {"numbers_as_text", "Numbers are stored as numbers."},
    {"missing_values", "What must be filled in is, and 'n/a', 'TBC' or a dash say what they mean."},
    {"dates", "Dates can be read one way only, and a weekday fits its date."},
    {"controlled_words", "Words come from the lists below; near misses are offered."},
    {"look_alike_ids", "Identifiers have no zero for O, no one for l, no odd dashes or spaces."},
    {"score_parts", "Impact and likelihood are there beside each score."},
    {"reachable", "A score can come from the matrix."},
    {"owner", "Each entry has one owner, who is a post and not a group."},
    {"residual_actions", "A score that actions changed has actions, each listed once."},
    {"action_dates",
     "Actions have a date and a status; what is overdue isn't green, what is complete has a date."},
    {"retention", "Entries at or above the threshold are on the register; others have moved to a service's."},
    {"colour_only_rag", "Where colours show a band, its word is there too."},
    {"rag_word", "The RAG word is that of the score's band, or a reason is given."},
    {"entries_lost", "Entries of the period before are still there, or a reason says why not."},
    {"remains_claims", "A text that says an entry remains agrees with its score."},
    {"direction_of_travel", "The direction of travel agrees with how the score moved."},
    {"stale_text", "Comments changed when the figures did, and don't look forward to days that are past."},
    {"measure_values", "Figures can be read, and notes and missing values are told apart from them."},
    {"percentages", "Percentages lie between 0 and 100 and use one scale."},
    {"precision", "Figures of a column have the same number of decimals."},
    {"period_labels", "Periods can be read, follow each other and are equally long."},
    {"measure_changes", "Targets, units and figures already reported didn't change without a word."},
    {"durations", "Lengths of time are in the unit the column says."},
    {"publication", "No sheet that is exempt or restricted is among open ones."},
    {"total_claims",
     "A sentence with a table's total count and an amount of money has the table's total of money."},
    {"named_adjustments",
     "The total without what rows below it say it includes is as told in the table and the text."},
    {"claims", "Sentences such as 'all targets were met' agree with every row."},
    {"relations", "Figures that hang together agree, as exactly as they were printed."},
    {"narrative_figures", "Scores told in the highlights are those of the register."},
    {"units", "Each column has one unit, and values agree with it."},
    {"broken_words", "No word is broken by a line end inside a cell."},
    {"exceptions", "Every red or worsening measure is among the exceptions the text lists."},
    {"paper_dates", "Dates of meetings and background papers are in order."},
    {"references", "Appendices, tables and notes a text refers to are there."},
    {"repeated_figures", "A figure told in two places is the same in both."},
    {"stranded_items", "No list item stands apart from its list."},
}};

std::string header_of(const TableSpec& table, const std::string& id) {
    const ColumnSpec* column = table.find_column(id);
    return column ? column->header : id;
}

std::string part(const TableSpec& table, const Relation& relation, const std::string& role,
                 std::string_view sign) {
    std::string text;
    for (const std::string& id : relation.part(role)) {
        if (!text.empty()) text += sign;
        text += header_of(table, id);
    }
    return text;
}

/// "[@[Residual Score]]*2" as "Residual Score x 2".
std::string plain_formula(std::string_view formula) {
    std::string text;
    for (std::size_t i = 0; i < formula.size(); ++i) {
        const char c = formula[i];
        if (c == '[' || c == ']' || c == '@') continue;
        if (c == '*')
            text += " x ";
        else if (c == '/')
            text += " / ";
        else
            text += c;
    }
    return text;
}

}  // namespace

std::string in_words(const TableSpec& table, const ComputedColumn& computed) {
    const std::string& formula = computed.formula.text();
    std::string how = plain_formula(formula);
    if (formula.starts_with("LOOKUP(") && formula.find("Band_Word") != std::string::npos &&
        !computed.formula.columns().empty())
        how = "the band of " + computed.formula.columns().front();
    return header_of(table, computed.column) + " = " + how;
}

std::string in_words(const FormulaCheck& check) {
    std::string text;
    for (std::size_t i = 0; i < check.message.size(); ++i) {
        if (check.message[i] != '{') {
            text += check.message[i];
            continue;
        }
        const std::size_t end = std::min(check.message.find('}', i), check.message.size() - 1);
        const std::string name = check.message.substr(i + 1, end - i - 1);
        // "Risk Score {Risk Score}" names the column already; elsewhere the value's place is its column's
        // name.
        if (!text.ends_with(name + " ")) text += name + " ";
        while (!text.empty() && text.back() == ' ') text.pop_back();
        i = end;
    }
    return "Told when: " + text;
}

std::string in_words(const TableSpec& table, const Relation& relation) {
    const std::string column = header_of(table, relation.column);
    const std::string of = part(table, relation, "of", " + ");
    const std::string minus = part(table, relation, "minus", " - ");
    const std::string sum = minus.empty() ? of : of + " - " + minus;
    const std::string each = part(table, relation, "of", ", ");
    const std::string against = part(table, relation, "against", ", ");
    const bool has_periods = relation.part("of").size() > 1;
    if (relation.is == "ratio")
        return column + " is " + to_text(CellValue(relation.number("base", 100))) + " x " +
               (minus.empty() ? sum : "(" + sum + ")") + " / " + part(table, relation, "out-of", " + ");
    if (relation.is == "sum") {
        const double equals = relation.number("equals", 0);
        return (equals == 0 ? column : to_text(CellValue(equals))) + " is " + sum;
    }
    if (relation.is == "present-sum") return column + " is the sum of " + each + ", as far as they are there";
    if (relation.is == "total") return "A total row is the sum of its entries in " + each;
    if (relation.is == "overall")
        return "The overall " + column + " is weighted by " + part(table, relation, "by", ", ") +
               ", not a plain average";
    if (relation.is == "year-to-date") return column + " agrees with " + each;
    if (relation.is == "status")
        return column + " is what " + (has_periods ? "the last of " + each : of) + " against " + against +
               " gives";
    if (relation.is == "trend" && has_periods) return column + " says how the last two of " + each + " moved";
    if (relation.is == "trend")
        return column + " says how " + of + " moved from " + part(table, relation, "since", ", ");
    if (relation.is == "comparison") return column + " is what " + of + " beside " + against + " gives";
    if (relation.is == "met")
        return "A sentence that all targets were met is true of " + each + " and " + against;
    if (relation.is == "maintain") return column + " is judged by whether " + of + " stayed where it was";
    if (relation.is == "whole") return "The parts " + each + " make the whole " + column;
    if (relation.is == "rank") return column + " is the place by " + of;
    if (relation.is == "unit-value") return column + " divided by its count is like the other rows'";
    if (relation.is == "small-numbers") return "Counts of " + each + " aren't below the limit Suppress_Below";
    return column + " agrees with " + each;
}

std::string built_in_check_in_words(std::string_view name) {
    const auto found = std::find_if(sentences.begin(), sentences.end(),
                                    [&](const CheckSentence& each) { return each.name == name; });
    return found == sentences.end() ? std::string() : std::string(found->sentence);
}

}  // namespace scorebook
