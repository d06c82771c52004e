// inferred_relations.cpp - sums, differences and shares that most rows of a table obey.
#include "checks/inferred_relations.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "checks/column_formula.hpp"
#include "checks/row_figures.hpp"
#include "checks/wording.hpp"
#include "tables/cell_text.hpp"
#include "vocabulary/verdict.hpp"

namespace scorebook {

namespace {

constexpr std::size_t fewest_holding = 5;
/// Rows looked at before a guess is given up.
constexpr std::size_t first_look = 10;
/// Rows passed over in search of telling ones before a guess is given up.
constexpr std::size_t most_passed_over = 50;
constexpr std::size_t longest_sum = 12;
/// How far left of a column the two parts of a share or a difference are looked for.
constexpr std::size_t farthest_part = 8;

enum class Shape { sum, difference, share };

/// column = parts[0] + ... , parts[0] - parts[1], or 100 x parts[0] / parts[1].
struct Guess {
    Shape shape = Shape::sum;
    std::size_t column = 0;
    std::vector<std::size_t> parts;
};

struct Outcome {
    bool is_telling = false;  ///< the row has all figures, and they say something
    Verdict verdict = Verdict::agrees;
    Fraction computed = 0;
};

class Inference {
  public:
    Inference(const Workbook& workbook, const NumberTable& table, Report& report)
        : workbook_(workbook), sheet_(workbook.sheets()[table.sheet_index]), table_(table), report_(report) {
        rows_ = table.rows;
        rows_.insert(rows_.end(), table.totals.begin(), table.totals.end());
        for (const std::uint32_t row : rows_) {
            std::vector<std::optional<Figure>>& figures = figures_.emplace_back();
            for (const NumberColumn& column : table.columns) {
                figures.push_back(
                    shown_figure(workbook, table.sheet_index, sheet_.cells.find({row, column.column_index})));
            }
        }
    }

    /// What was found to hold, a sentence each.
    std::vector<std::string> run() {
        std::vector<bool> is_sum(table_.columns.size());
        for (std::size_t column = 2; column < is_sum.size(); ++column) is_sum[column] = try_sums(column);
        // A total may stand left of its parts; then none of them is told as the difference of the others.
        for (std::size_t column = 0; column + 2 < is_sum.size(); ++column) try_sums_right_of(column);
        for (std::size_t column = 2; column < is_sum.size(); ++column) {
            if (!is_sum[column] && !try_pairs(column, Shape::share)) try_pairs(column, Shape::difference);
        }
        return std::move(relations_);
    }

  private:
    const Workbook& workbook_;
    const Sheet& sheet_;
    const NumberTable& table_;
    Report& report_;
    std::vector<std::uint32_t> rows_;  ///< the table's entries, then its totals, which support nothing
    std::vector<std::vector<std::optional<Figure>>> figures_;
    std::vector<std::string> relations_;
    std::set<std::pair<std::size_t, std::size_t>> told_;  ///< row, column

    /// Runs of columns that end just left of `column`.
    bool try_sums(std::size_t column) {
        for (std::size_t count = 2; count <= std::min(column, longest_sum); ++count) {
            Guess guess{Shape::sum, column, {}};
            for (std::size_t i = column - count; i < column; ++i) guess.parts.push_back(i);
            if (judge_guess(guess)) return true;
        }
        return false;
    }

    void try_sums_right_of(std::size_t column) {
        const std::size_t most = std::min(table_.columns.size() - column - 1, longest_sum);
        for (std::size_t count = 2; count <= most; ++count) {
            Guess guess{Shape::sum, column, {}};
            for (std::size_t i = column + 1; i <= column + count; ++i) guess.parts.push_back(i);
            if (judge_guess(guess)) return;
        }
    }

    bool try_pairs(std::size_t column, Shape shape) {
        const std::size_t first = column > farthest_part ? column - farthest_part : 0;
        for (std::size_t a = first; a < column; ++a) {
            for (std::size_t b = first; b < column; ++b) {
                if (a != b && judge_guess({shape, column, {a, b}})) return true;
            }
        }
        return false;
    }

    Outcome outcome_of(const Guess& guess, std::size_t row) const {
        Outcome outcome;
        const auto& figures = figures_[row];
        const auto& printed = figures[guess.column];
        if (!printed) return outcome;
        std::size_t nonzero = 0;
        Interval range = Interval::point(0);
        for (std::size_t i = 0; i < guess.parts.size(); ++i) {
            const auto& part = figures[guess.parts[i]];
            if (!part) return outcome;
            nonzero += part->number.value.is_zero() ? 0U : 1U;
            const Interval interval = range_of(*part);
            std::optional<Interval> next;
            if (i == 0 || guess.shape == Shape::sum) {
                next = range + interval;
                outcome.computed = outcome.computed + part->number.value;
            } else if (guess.shape == Shape::difference) {
                next = range - interval;
                outcome.computed = outcome.computed - part->number.value;
            } else {
                const auto share = range / interval;
                next = share ? *share * Interval::point(100) : std::nullopt;
                outcome.computed = outcome.computed / part->number.value * 100;
            }
            if (!next) return outcome;
            range = *next;
        }
        outcome.is_telling = nonzero >= 2 && outcome.computed.is_known();
        // Two columns that are mostly alike say nothing of a third that is mostly nought.
        if (guess.shape == Shape::difference)
            outcome.is_telling &= !outcome.computed.is_zero() || !printed->number.value.is_zero();
        // Exactly all or nothing is true of too many pairs of columns.
        if (guess.shape == Shape::share) {
            const bool has_two_digits = printed->number.value.magnitude() >= printed->number.step * 10;
            outcome.is_telling &= outcome.computed != Fraction(100) && has_two_digits;
        }
        outcome.verdict = judge(printed->number, outcome.computed, range);
        return outcome;
    }

    /// True when the relation is believed; its breaks are then in the report.
    bool judge_guess(const Guess& guess) {
        std::size_t telling = 0, holding = 0;
        std::vector<std::size_t> breaks;
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            const Outcome outcome = outcome_of(guess, row);
            if (!outcome.is_telling) {
                if (telling < first_look && row >= most_passed_over) return false;
                continue;
            }
            ++telling;
            if (outcome.verdict <= Verdict::truncated) {
                ++holding;
            } else {
                breaks.push_back(row);
            }
            if (telling == first_look && holding * 10 < first_look * 7) return false;
        }
        if (holding < fewest_holding || holding * 10 < telling * 8) return false;
        if (breaks.size() > 1 && holding * 10 < telling * 9) return false;
        // A formula the column shares says itself what the column is; cells without it are told as such
        // (F01).
        if (ColumnFormula::find(workbook_, table_, table_.columns[guess.column])) breaks.clear();
        for (std::size_t row = table_.rows.size(); row < rows_.size(); ++row) {
            const Outcome outcome = outcome_of(guess, row);
            if (outcome.is_telling && outcome.verdict > Verdict::truncated) breaks.push_back(row);
        }
        relations_.push_back("'" + table_.columns[guess.column].name + "' is " + relation_words(guess) +
                             " in " + std::to_string(holding) + " of " + counted(telling, "row", "rows"));
        for (const std::size_t row : breaks) tell(guess, row, holding, telling);
        return true;
    }

    std::string name(std::size_t column) const { return "'" + table_.columns[column].name + "'"; }

    std::string relation_words(const Guess& guess) const {
        if (guess.shape == Shape::sum) {
            std::vector<std::string> names;
            for (const std::size_t part : guess.parts) names.push_back(name(part));
            return "the sum of " + joined(names, 4);
        }
        const std::string both = name(guess.parts[0]) +
                                 (guess.shape == Shape::difference ? " less " : " out of ") +
                                 name(guess.parts[1]);
        return guess.shape == Shape::share ? both + " in per cent" : both;
    }

    void tell(const Guess& guess, std::size_t row, std::size_t holding, std::size_t telling) {
        std::vector<std::size_t> all = guess.parts;
        all.push_back(guess.column);
        // The same figures are one break, whichever way round it is told.
        if (std::any_of(all.begin(), all.end(), [&](std::size_t c) { return told_.contains({row, c}); }))
            return;
        for (const std::size_t c : all) told_.emplace(row, c);
        const Outcome outcome = outcome_of(guess, row);
        const Figure& printed = *figures_[row][guess.column];
        Finding finding;
        finding.rule = guess.shape == Shape::sum ? "A02" : guess.shape == Shape::share ? "A01" : "A04";
        finding.severity = Severity::warning;
        finding.sheet = sheet_.name;
        finding.cell = CellRef{rows_[row], table_.columns[guess.column].column_index};
        finding.message = name(guess.column) + " is " + in_words(printed) + " here, but in " +
                          std::to_string(holding) + " of " + std::to_string(telling) + " rows it is " +
                          relation_words(guess) + ", which would be " + in_words(outcome.computed, printed) +
                          ".";
        finding.advice =
            "Check the row; no template says that the columns hang together, only the other rows do.";
        finding.evidence = {{"printed", in_words(printed)},
                            {"recomputed", in_words(outcome.computed, printed)},
                            {"rows that hold", std::to_string(holding)},
                            {"rows", std::to_string(telling)}};
        report_.findings.push_back(std::move(finding));
    }
};

}  // namespace

std::vector<std::string> check_inferred_relations(const Workbook& workbook, const NumberTable& table,
                                                  Report& report) {
    return Inference(workbook, table, report).run();
}

}  // namespace scorebook
