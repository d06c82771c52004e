// computed_columns.cpp - the columns a refresh recomputes: scores, RAG words and whatever else a template
// derives.
#include "checks/computed_columns.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "checks/acceptances.hpp"
#include "checks/entry_findings.hpp"
#include "checks/entry_formula.hpp"
#include "checks/missing_inputs.hpp"
#include "checks/placeholders.hpp"
#include "checks/rag_fills.hpp"
#include "checks/recalculation.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// A formula cell whose stored result isn't the computed value.
struct DoubtfulFormula {
    std::size_t entry = 0;
    CellValue computed;
};

/// One computed column of one table, from its first entry to its last.
class ColumnRun {
  public:
    ColumnRun(const CheckContext& context, TableValues& values, const TableSource& source,
              const FoundColumn& column, const ComputedColumn& computed, Report& report)
        : context_(context),
          values_(values),
          source_(source),
          column_(column),
          computed_(computed),
          report_(report),
          cells_(values.typed(column)),
          wrong_(report, computed.severity),
          missing_(report, Severity::warning),
          typed_over_(report, Severity::warning),
          stale_(report, Severity::warning),
          judged_(report, Severity::info) {
        for (const TypedCell& cell : cells_) {
            formulas_ += cell.is_formula ? 1 : 0;
            filled_ += cell.state != ValueState::blank ? 1 : 0;
        }
        if (column.spec->kind == ValueKind::rag && context.bands) {
            fills_ =
                std::make_unique<const RagFills>(*context.current.workbook, values, column, *context.bands);
        }
    }

    void run() {
        if (shows_colour_only()) return;
        EntryFormula formula(computed_.formula, source_, values_, clock());
        std::optional<EntryFormula> when;
        if (computed_.when) when.emplace(*computed_.when, source_, values_, clock());
        for (std::size_t entry = 0; entry < values_.size(); ++entry) {
            if (when && !when->is_true_at(entry)) continue;
            const CellValue computed = formula.at(entry);
            const bool is_usable =
                std::holds_alternative<double>(computed) ||
                (std::holds_alternative<std::string>(computed) && !to_text(computed).empty());
            if (is_usable) judge(entry, computed);
        }
        resolve_doubts();
    }

  private:
    EvaluationClock clock() const {
        const auto serial = serial_from_date(context_.as_at, context_.current.workbook->date_system());
        return {serial.value_or(0), 1};
    }

    /// Colours and not one word: the officer's choice is reported by the colour rules, words are not put in.
    bool shows_colour_only() const {
        return fills_ && filled_ == 0 && (fills_->are_direct() || fills_->is_conditional());
    }

    bool is_formula_column() const { return formulas_ >= 3 && 2 * formulas_ > filled_; }

    bool agrees(const TypedCell& cell, const CellValue& computed) const {
        if (const double* number = std::get_if<double>(&computed)) {
            return cell.has_number() && same_in_excel(cell.number, *number);
        }
        return cell.state == ValueState::present &&
               folded(values_.word(cell.word)) == folded(to_text(computed));
    }

    void judge(std::size_t entry, const CellValue& computed) {
        const TypedCell& cell = cells_[entry];
        const bool agrees_now = agrees(cell, computed);
        if (cell.is_formula) {
            const SheetCell* there = values_.cell(entry, column_);
            if (!agrees_now && there && there->has_value) doubtful_.push_back({entry, computed});
        } else if (is_formula_column()) {
            report_typed_over(entry, computed, agrees_now);
        } else if (!agrees_now) {
            correct(entry, computed);
        }
    }

    CellValue stored(std::size_t entry) const {
        return context_.current.workbook->value(values_.table().sheet_index, values_.place(entry, column_));
    }

    ExtraWords words_for(std::size_t entry, const CellValue& computed) const {
        return {{"found", in_words(stored(entry))}, {"computed", in_words(computed)}};
    }

    std::string filled_in(const std::string& text, std::size_t entry, const CellValue& computed) const {
        return with_values(text, values_, *context_.current.kind, entry, words_for(entry, computed));
    }

    Finding finding(std::size_t entry, const CellValue& computed, Severity severity, Fix fix) const {
        Finding result = finding_at(values_, entry, column_, computed_.rule, severity);
        result.message = filled_in(computed_.message, entry, computed);
        result.advice = filled_in(computed_.advice, entry, computed);
        result.evidence = {{"found", in_words(stored(entry))}, {"computed", in_words(computed)}};
        result.fix = fix;
        return result;
    }

    std::string header() const { return column_.spec->header; }

    void report_typed_over(std::size_t entry, const CellValue& computed, bool agrees_now) {
        const bool is_blank_cell = cells_[entry].state == ValueState::blank;
        const auto make = [&] {
            Finding result =
                finding(entry, computed, agrees_now ? Severity::warning : computed_.severity, Fix::ask);
            const std::string others = std::to_string(formulas_) + " other rows have a formula";
            result.message = header() + " of " + result.record +
                             (is_blank_cell ? " is blank where "
                                            : " is the typed value " + in_words(stored(entry)) + " where ") +
                             others + "; the computed value is " + in_words(computed) + ".";
            result.advice = "Copy the formula of the row above into this cell.";
            return result;
        };
        if (agrees_now || is_blank_cell) {
            typed_over_.add(values_.place(entry, column_), [&] {
                Finding result = make();
                result.severity = Severity::warning;
                return result;
            });
        } else {
            wrong_.add(values_.place(entry, column_), make);
        }
    }

    /// "Amber - awaiting audit", a reason in a column for it, or a word no band has: the officer's own
    /// judgement.
    bool is_own_judgement(std::size_t entry) const {
        if (column_.spec->kind != ValueKind::rag || cells_[entry].state == ValueState::blank) return false;
        return is_unknown_word(entry) || !judgement_reason(entry).empty();
    }

    bool is_unknown_word(std::size_t entry) const { return cells_[entry].has(ReadingRemark::unknown_word); }

    std::string judgement_reason(std::size_t entry) const {
        const FoundColumn* reason = values_.roles().rag_reason;
        if (reason && !values_.is_empty(entry, *reason)) return shortened(values_.read(entry, *reason).text);
        const std::string text = values_.read(entry, column_).text;
        const std::size_t word = values_.word(cells_[entry].word).size();
        return folded(text).size() > word + 4 ? shortened(text) : std::string();
    }

    void report_judgement(std::size_t entry, const CellValue& computed) {
        const bool is_unknown = is_unknown_word(entry);
        EntryFindings& findings = is_unknown ? wrong_ : judged_;
        findings.add(values_.place(entry, column_), [&] {
            Finding result = finding(entry, computed, is_unknown ? computed_.severity : Severity::info,
                                     is_unknown ? Fix::ask : Fix::none);
            if (is_unknown) {
                result.advice =
                    "Type the word of a band; scorebook leaves words it doesn't know as they are.";
            } else {
                result.message += " The reason given: " + judgement_reason(entry) + ".";
                result.advice.clear();
            }
            return result;
        });
    }

    void correct(std::size_t entry, const CellValue& computed) {
        const bool was_blank = cells_[entry].state == ValueState::blank;
        const CellRef place = values_.place(entry, column_);
        if (is_own_judgement(entry)) {
            report_judgement(entry, computed);
            return;
        }
        EntryFindings& findings = was_blank ? missing_ : wrong_;
        findings.add(place, [&] {
            Finding result =
                finding(entry, computed, was_blank ? Severity::warning : computed_.severity, Fix::safe);
            if (was_blank) {
                result.message = header() + " of " + result.record + " is blank; it works out as " +
                                 in_words(computed) + ".";
                result.advice = "Refresh fills it in.";
            }
            return result;
        });
        const std::string record = values_.record(entry);
        if (find_acceptance(context_.current.overrides, computed_.rule, record, context_.as_at)) return;
        Change change;
        change.sheet = values_.sheet().name;
        change.cell = place;
        change.before = stored(entry);
        change.after = computed;
        change.rule = computed_.rule;
        change.record = record;
        change.because = filled_in(computed_.because, entry, computed);
        colour(entry, computed, change);
        report_.changes.push_back(std::move(change));
        values_.correct(entry, column_, computed);
    }

    /// The colour follows the word where the column's colours are typed.
    void colour(std::size_t entry, const CellValue& computed, Change& change) const {
        if (!fills_ || !fills_->are_direct()) return;
        for (const Band& band : context_.bands->bands) {
            if (folded(band.word) != folded(to_text(computed)) || fills_->band(entry) == &band) continue;
            change.fill_before = fills_->fill(entry);
            change.fill_after = fills_->fill_for(band);
        }
    }

    /// Recalculates the formulas whose stored result is not what was computed, with what has been changed so
    /// far.
    void resolve_doubts() {
        if (doubtful_.empty()) return;
        const Workbook& workbook = *context_.current.workbook;
        const std::vector<CellEdit> edits = edits_from(workbook, report_.changes);
        const ChangedCells changed(report_.changes, values_.sheet().name);
        // All of them, because a stale result is one that no edit of ours reaches.
        const RecalculatedResults results(recalculate(workbook, edits, RecalculationScope::all, clock()));
        for (const DoubtfulFormula& doubt : doubtful_) judge_formula(doubt, results, changed);
    }

    void judge_formula(const DoubtfulFormula& doubt, const RecalculatedResults& results,
                       const ChangedCells& changed) {
        const CellRef place = values_.place(doubt.entry, column_);
        const CellValue* fresh = results.find(values_.table().sheet_index, place);
        if (fresh && same_value(*fresh, doubt.computed)) {
            report_stale(doubt, place, changed);
            values_.correct(doubt.entry, column_, doubt.computed);
            return;
        }
        wrong_.add(place, [&] {
            Finding result = finding(doubt.entry, doubt.computed, computed_.severity, Fix::ask);
            const std::string formula =
                context_.current.workbook->formula(values_.table().sheet_index, place);
            result.message +=
                " The cell holds a formula (=" + shortened(formula) + "), so scorebook leaves it as it is.";
            result.advice = "Correct the formula.";
            result.evidence.emplace_back("formula", "=" + formula);
            return result;
        });
    }

    /// Only the stored result was old. When a change of this run caused it, that is no news.
    void report_stale(const DoubtfulFormula& doubt, CellRef place, const ChangedCells& changed) {
        for (const std::string& header : computed_.formula.columns()) {
            const CellRef input = values_.place(doubt.entry, *values_.table().find_header(header));
            if (changed.contains(input)) return;
        }
        stale_.add(place, [&] {
            Finding result = finding(doubt.entry, doubt.computed, Severity::warning, Fix::safe);
            result.message = header() + " of " + result.record + " shows " + in_words(stored(doubt.entry)) +
                             " but its formula gives " + in_words(doubt.computed) +
                             ": the workbook was saved without being recalculated.";
            result.advice = "Refresh stores the right result.";
            return result;
        });
        report_.changes.push_back({values_.sheet().name, place, ChangeKind::cached, stored(doubt.entry),
                                   doubt.computed, std::nullopt, std::nullopt, true, computed_.rule,
                                   values_.record(doubt.entry),
                                   filled_in(computed_.because, doubt.entry, doubt.computed), std::nullopt});
    }

    const CheckContext& context_;
    TableValues& values_;
    const TableSource& source_;
    const FoundColumn& column_;
    const ComputedColumn& computed_;
    Report& report_;
    const std::vector<TypedCell>& cells_;
    std::unique_ptr<const RagFills> fills_;  ///< null for other kinds of column
    std::size_t formulas_ = 0;
    std::size_t filled_ = 0;
    std::vector<DoubtfulFormula> doubtful_;
    EntryFindings wrong_;
    EntryFindings missing_;
    EntryFindings typed_over_;
    EntryFindings stale_;
    EntryFindings judged_;
};

}  // namespace

void run_computed_columns(const CheckContext& context, Subject& subject, Report& report) {
    for (const std::unique_ptr<TableValues>& values : subject.values) {
        const FoundTable& table = values->table();
        const TableSource source(*values, *subject.kind, context.bands, context.as_at,
                                 subject.workbook->date_system());
        MissingInputs missing(source, *table.spec);
        for (const ComputedColumn& computed : table.spec->computed) {
            const FoundColumn* column = table.find_column(computed.column);
            if (!column || !missing.has_inputs(computed.rule, *column->spec, computed.formula)) continue;
            ColumnRun(context, *values, source, *column, computed, report).run();
        }
        missing.report(report);
    }
}

}  // namespace scorebook
