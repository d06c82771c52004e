// read_value.hpp - a cell read by meaning: what the officer meant by "12 (3x4)", "4 - Major", "n/a" or "
// cr2".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scorebook/cell_value.hpp"
#include "tables/entry_id.hpp"
#include "tables/figure.hpp"
#include "tables/found_table.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

/// Why a cell holds no value, as far as it says (model.md, Observation: value state).
enum class ValueState {
    present,
    blank,           ///< nothing, or only spaces
    not_applicable,  ///< "not applicable"
    not_available,   ///< "not available", "awaited", "TBC"
    ambiguous,       ///< "N/A", "n/a", "NA": could be either
    mark,            ///< a lone ".", "-", "--"
    unreadable,      ///< text where the column wants a number and none can be read
};

/// What was odd about how a value was typed; rules V01-V03, V12, V13, V16 speak of these.
enum class ReadingRemark {
    number_as_text,     ///< V01
    look_alike_letter,  ///< V16: O for 0, l for 1, en dash, non-breaking space
    extra_space,        ///< V16
    near_word,          ///< V12: `word` is the list's word it is near to
    unknown_word,       ///< V12
    date_two_ways,      ///< V13: day/month or month/day
    weekday_disagrees,  ///< V13
    wrong_product,      ///< "5x4=25": the sum in the cell is wrong
    numeric_id,         ///< S11: an id stored as a number
    note_mark,          ///< V04: "97%*"
    spaced_thousands,   ///< V17: "45 100"
};

struct ReadValue {
    ValueState state = ValueState::blank;
    std::string text;  ///< continuation rows joined, white space folded at line level, as typed else
    std::optional<double> number;    ///< score, level, number; a date's serial
    std::vector<std::string> words;  ///< canonical words (words, direction, rag, level); tidy id for id
    std::optional<int> impact;       ///< when the cell itself says "3x4"
    std::optional<int> likelihood;
    std::vector<std::string> items;  ///< kind list: its items, bullets and numbering removed
    std::optional<Figure> figure;    ///< figure, percentage, money, duration and target: as printed
    std::vector<ReadingRemark> remarks;
    bool is_formula = false;
};

/// The value of `column` for `entry`, read as the column's kind. `column` belongs to `table`.
ReadValue read_value(const Workbook& workbook, const WorkbookTemplate& kind, const FoundTable& table,
                     const TableEntry& entry, const FoundColumn& column);

}  // namespace scorebook
