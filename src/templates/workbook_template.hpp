// workbook_template.hpp - one workbook kind as its template file says it: scales, bands, settings, tables,
// columns, formulas.
//
// Plain data, read once by template_file.hpp. Formulas name columns by their canonical header, as an officer
// would:
// [@Impact]*[@Likelihood]. Settings and bands are names in those formulas: Threshold, Band_From, Band_Word.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formula/row_formula.hpp"
#include "scorebook/calendar_date.hpp"
#include "scorebook/change.hpp"
#include "scorebook/finding.hpp"
#include "scorebook/template_set.hpp"

namespace scorebook {

struct LabelRows;

/// How the cells of a column are read.
enum class ValueKind {
    text,        ///< free text
    id,          ///< an entry's identifier: text with a pattern, never a number
    words,       ///< one or more words of a controlled list
    level,       ///< impact or likelihood: 1..n, or a word of a scale, or "4 - Major"
    score,       ///< a matrix score: 12, "12", "12 (3x4)", "5x4=20"
    rag,         ///< a band's word, or only its colour
    direction,   ///< direction of travel: a word, an arrow, prose
    person,      ///< an accountable owner
    list,        ///< several items in one cell: bullets, line breaks, numbering
    date,        ///< a day, or a month, or "Ongoing"
    number,      ///< any other number
    figure,      ///< a measure's value, whatever it counts: 12, 41.17%, £1.61m, 00:41, "97%*"
    percentage,  ///< a share out of 100, however it is stored: 0.784 shown as 78.4%, 78.4, "78.4%"
    money,       ///< an amount of money, in pounds where the cell says so, else in the column's own unit
    duration,    ///< a length of time: seconds for mm:ss and times of day, else in the column's own unit
    target,      ///< "<0.4", "Not greater than 3%", "within 20 working days", "No Target"
    period,      ///< a stretch of time: "Q1 2016/17", "01/04/15 - 30/06/15"
};

/// A word of a controlled list, with the other ways people write it; `number` where the word stands for one.
struct Word {
    std::string word;
    std::vector<std::string> synonyms;
    std::optional<double> number;
};

/// "impact" for risks, "impact" for opportunities, "likelihood", "risk type", "direction", ...
struct WordList {
    std::string id;
    std::vector<Word> words;
    bool several = false;  ///< a cell may hold several, split by / , ; & or line ends
};

/// One band of a score: from..to inclusive.
struct Band {
    std::string word;  ///< "Amber"
    double from = 0;
    double to = 0;
    Rgb fill = 0;
    Rgb text = 0;
    std::string meaning;
    std::vector<std::string> synonyms;  ///< "A", "Yellow"
};

/// Bands in force from a day on (the first set has none). Sorted by `from` within and by date between.
struct BandSet {
    std::optional<CalendarDate> valid_from;
    std::vector<Band> bands;
};

/// The scoring matrix: `size` levels each way; score = impact x likelihood.
struct Matrix {
    int size = 5;
    /// All products, ascending, each once: 1 2 3 4 5 6 8 9 10 12 15 16 20 25 for 5 x 5.
    std::vector<int> reachable() const;
};

/// A number the officer may change on the Scorebook sheet; visible to formulas under `name`.
struct Setting {
    std::string name;  ///< "Threshold"
    double value = 0;
    std::string meaning;
    std::optional<CalendarDate> valid_from;
};

struct ColumnSpec {
    std::string id;                     ///< "residual_score"
    std::string header;                 ///< canonical header, the column's name in formulas: "Residual Score"
    std::vector<std::string> synonyms;  ///< other headers; none where TableSpec::labels has them
    ValueKind kind = ValueKind::text;
    std::string words;      ///< id of a WordList, for words, level and direction
    std::string pattern;    ///< id pattern: literals and '#' for a run of digits: "CR#"
    bool required = false;  ///< the table isn't recognised without it
    std::vector<std::string>
        stand_ins;                ///< ids of columns any of which will do in its place when it is required
    bool blank_is_fault = false;  ///< an entry must have it (V03 and the like)
    std::string of;               ///< for rag: id of the score column it shows
    bool header_may_be_blank = false;  ///< the labels of the rows: often the only column nobody heads
};

/// A column refresh recomputes. `formula` gives the value; nothing is done where `when` isn't TRUE or the
/// result is an error.
struct ComputedColumn {
    std::string column;  ///< ColumnSpec::id
    RowFormula formula;
    std::optional<RowFormula> when;
    std::string rule;  ///< "V11"
    Severity severity = Severity::error;
    std::string message;  ///< with {Header} for the row's values, {found} and {computed}
    std::string advice;
    std::string because;  ///< "Impact {Impact} x Likelihood {Likelihood}"
};

/// A check written as a formula that should be TRUE in every row where `when` is.
struct FormulaCheck {
    std::string rule;
    Severity severity = Severity::warning;
    std::string column;  ///< the cell to point at
    RowFormula holds;
    std::optional<RowFormula> when;
    std::string message;  ///< with {Header}
    std::string advice;
    std::vector<std::string> evidence;  ///< headers whose values are the evidence
};

/// How some columns of a row hang together, judged by rounding: the check of that name says how
/// (relation_kinds.hpp).
struct Relation {
    std::string is;                                         ///< "ratio", "sum", "year-to-date", ...
    std::string rule;                                       ///< "A01"
    std::string column;                                     ///< id of the column that is judged
    std::map<std::string, std::vector<std::string>> parts;  ///< role ("of", "out-of") -> column ids
    std::map<std::string, double> numbers;                  ///< "base", "rounded-to"
    std::map<std::string, std::string> words;               ///< "better", "optional"

    const std::vector<std::string>& part(const std::string& role) const;
    double number(const std::string& name, double otherwise) const;
};

struct TableSpec {
    std::string id;     ///< "risks"
    std::string title;  ///< "Risks"
    std::string entry;  ///< what one row is called: "risk", "opportunity"
    std::vector<ColumnSpec> columns;
    std::vector<ComputedColumn> computed;
    std::vector<FormulaCheck> checks;
    std::vector<Relation> relations;
    bool higher_is_better = false;  ///< opportunities: a higher score is better (R-10, R-13)
    /// A list of sentences about entries of other tables (T4). Its header is a part of theirs, so it never
    /// makes a workbook recognised by itself, and a header row that fits another table is that table's.
    bool is_narrative = false;
    /// Another way to lay out a table of the kind: read where it is, never made in a blank workbook.
    bool is_other_layout = false;
    /// Words of which the sheet must have one near the table, because its headers could head anything.
    std::vector<std::string> mentions;
    const LabelRows* labels = nullptr;  ///< of a built-in kind, made by the build from headers and synonyms

    const ColumnSpec* find_column(std::string_view id) const;
    const ColumnSpec* find_header(std::string_view header) const;
};

struct WorkbookTemplate {
    std::string name;   ///< "risk-register"
    std::string title;  ///< "Corporate risk and opportunity register"
    std::string description;
    std::vector<Setting> settings;
    std::vector<WordList> word_lists;
    std::vector<BandSet> band_sets;
    Matrix matrix;
    std::vector<TableSpec> tables;
    std::vector<std::string>
        built_in_checks;  ///< names of built-in checks to run, in order ("unique_key", "retention", ...)

    const WordList* find_words(std::string_view id) const;
    const TableSpec* find_table(std::string_view id) const;
    /// The setting called `name`, without case, latest first; null when there is none.
    const Setting* find_setting(std::string_view name) const;
    /// Of the settings called `name`, the one in force on `day`: the latest that has begun, else the undated
    /// one.
    const Setting* setting_on(std::string_view name, CalendarDate day) const;
    /// The bands in force on `day`.
    const BandSet* bands_on(CalendarDate day) const;
};

/// The band a score falls in, or null.
const Band* find_band(const BandSet& set, double score);

/// The word of `list` that `text` spells, as itself or by a synonym, without case; null when it is neither.
const Word* find_word(const WordList& list, std::string_view text);

}  // namespace scorebook
