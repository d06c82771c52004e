// rag_colours.cpp - checks "colour_only_rag" and "rag_word" (G08): bands shown by colour are said when colour
// is all there is, and corrected where they disagree with the score or with the word in the cell.
#include <algorithm>
#include <optional>

#include "checks/acceptances.hpp"
#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/rag_fills.hpp"
#include "checks/recalculation.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

constexpr std::string_view colour_rule = "G08";

/// Coloured scores are only taken for bands when this share of them agrees with the score's own band; else
/// the colours mean something else.
bool mostly_agree(std::size_t agreeing, std::size_t compared) {
    return compared >= 3 && 5 * agreeing >= 3 * compared;
}

bool has_words(const TableValues& values, const FoundColumn& column) {
    const std::vector<TypedCell>& cells = values.typed(column);
    return std::any_of(cells.begin(), cells.end(), [](const TypedCell& cell) { return cell.word != 0; });
}

/// A rag column with words that shows `score`, or null.
const FoundColumn* worded_rag(const TableValues& values, const FoundColumn& score) {
    for (const FoundColumn& column : values.table().columns) {
        const bool shows_score =
            column.spec && column.spec->kind == ValueKind::rag && column.spec->of == score.spec->id;
        if (shows_score && has_words(values, column)) return &column;
    }
    return nullptr;
}

class ColumnColours {
  public:
    /// `column` carries the colours, `score` the numbers they stand for; they are the same for coloured
    /// scores.
    ColumnColours(const CheckContext& context, const TableValues& values, const FoundColumn& column,
                  const FoundColumn& score, Report& report)
        : context_(context),
          values_(values),
          column_(column),
          score_(score),
          report_(report),
          fills_(*context.current.workbook, values, column, *context.bands) {}

    /// Coloured scores whose colours mean something else are left alone.
    bool are_rag() const { return &column_ != &score_ || !fills_.are_direct() || agree_with_scores(); }

    void report_colour_only() {
        const bool is_score = &column_ == &score_;
        if (!fills_.are_direct() && (is_score || !fills_.is_conditional())) return;
        if (is_score ? worded_rag(values_, score_) != nullptr : has_words(values_, column_)) return;
        const auto& entries = values_.table().entries;
        Finding finding;
        finding.rule = colour_rule;
        finding.severity = is_score ? Severity::warning : Severity::error;
        finding.sheet = values_.sheet().name;
        finding.cell = values_.place(0, column_);
        finding.range = CellRange{*finding.cell, {entries.back().last_row_index, column_.column_index}};
        const std::string name = column_.spec->header;
        finding.message =
            is_score
                ? name + " shows its band by colour only: the words " + band_words() +
                      " stand nowhere, so readers who can't see the colours miss them."
                : name + " holds colours and no words, so readers who can't see the colours learn nothing.";
        finding.advice = is_score ? "Add a RAG column with the word of each band."
                                  : "Write the word of the band in each cell.";
        finding.evidence = {{"coloured cells", std::to_string(fills_.coloured())}};
        report_.findings.push_back(std::move(finding));
    }

    void correct_fills() {
        if (!fills_.are_direct()) return;
        const ChangedCells changed(report_.changes, values_.sheet().name);
        std::vector<Change> changes;
        {
            EntryFindings findings(report_, Severity::error);
            for (std::size_t entry = 0; entry < values_.size(); ++entry) {
                const Band* shown = fills_.band(entry);
                const Band* band = expected(entry);
                if (!shown || !band || shown == band) continue;
                const CellRef place = values_.place(entry, column_);
                const bool is_recoloured = is_in(changed, place);
                if (is_recoloured) continue;
                findings.add(place, [&] { return wrong_colour(entry, *shown, *band); });
                const std::string record = values_.record(entry);
                if (!find_acceptance(context_.current.overrides, colour_rule, record, context_.as_at)) {
                    changes.push_back(recolouring(entry, *band, record));
                }
            }
        }
        for (Change& change : changes) add_colour(std::move(change), changed);
    }

  private:
    const Band* band_of_score(std::size_t entry) const {
        const double score = values_.number(entry, &score_);
        return score == score ? find_band(*context_.bands, score) : nullptr;
    }

    bool agree_with_scores() const {
        std::size_t compared = 0;
        std::size_t agreeing = 0;
        for (std::size_t entry = 0; entry < values_.size(); ++entry) {
            const Band* band = band_of_score(entry);
            if (!band || !fills_.band(entry)) continue;
            ++compared;
            agreeing += fills_.band(entry) == band ? 1 : 0;
        }
        return mostly_agree(agreeing, compared);
    }

    std::string band_words() const {
        std::vector<std::string> words;
        for (const Band& band : context_.bands->bands) words.push_back(band.word);
        return joined(words);
    }

    /// The word in the cell, when there is one, is what the colour must show; else the score's band is.
    const Band* expected(std::size_t entry) const {
        const Band* by_score = band_of_score(entry);
        if (&column_ == &score_) return by_score;
        const std::string word = folded(values_.word(entry, column_));
        if (word.empty()) return by_score;
        for (const Band& band : context_.bands->bands) {
            if (folded(band.word) == word) return &band;
        }
        return nullptr;
    }

    /// Whether the cell's word was just changed: its colour went with it.
    bool is_in(const ChangedCells& changed, CellRef place) const {
        return &column_ != &score_ && changed.contains(place);
    }

    /// A score that was just changed gets its colour in the same change, so that a cell has one change only.
    void add_colour(Change colour, const ChangedCells& changed) {
        if (changed.contains(colour.cell)) {
            for (Change& known : report_.changes) {
                if (known.cell != colour.cell || known.sheet != colour.sheet) continue;
                if (known.kind != ChangeKind::value) return;
                known.fill_before = colour.fill_before;
                known.fill_after = colour.fill_after;
                return;
            }
        }
        report_.changes.push_back(std::move(colour));
    }

    Finding wrong_colour(std::size_t entry, const Band& shown, const Band& band) const {
        Finding finding = finding_at(values_, entry, column_, colour_rule, Severity::error);
        const std::string score = to_text(values_.value(entry, score_));
        finding.message = column_.spec->header + " of " + finding.record + " is coloured " + shown.word +
                          " but its score " + score + " is " + band.word + " (" +
                          to_text(CellValue(band.from)) + " to " + to_text(CellValue(band.to)) + ").";
        finding.advice = "Refresh gives the cell the " + band.word + " colour.";
        finding.evidence = {{"found", shown.word}, {"computed", band.word}, {"score", score}};
        finding.fix = Fix::safe;
        return finding;
    }

    Change recolouring(std::size_t entry, const Band& band, const std::string& record) const {
        Change change;
        change.sheet = values_.sheet().name;
        change.cell = values_.place(entry, column_);
        change.kind = ChangeKind::fill;
        change.before = context_.current.workbook->value(values_.table().sheet_index, change.cell);
        change.after = change.before;
        change.fill_before = fills_.fill(entry);
        change.fill_after = fills_.fill_for(band);
        const SheetCell* cell = values_.cell(entry, column_);
        change.was_formula = cell && cell->has_formula;
        change.rule = colour_rule;
        change.record = record;
        change.because = "Score " + to_text(values_.value(entry, score_)) + " is " + band.word;
        return change;
    }

    const CheckContext& context_;
    const TableValues& values_;
    const FoundColumn& column_;
    const FoundColumn& score_;
    Report& report_;
    RagFills fills_;
};

template <typename Use>
void for_each_rag_column(const CheckContext& context, Report& report, Use use) {
    if (!context.bands || context.bands->bands.empty()) return;
    for (const std::unique_ptr<TableValues>& values : context.current.values) {
        if (values->size() == 0) continue;
        for (const FoundColumn& column : values->table().columns) {
            if (!column.spec) continue;
            const FoundColumn* score = nullptr;
            if (column.spec->kind == ValueKind::score) score = &column;
            if (column.spec->kind == ValueKind::rag) score = values->table().find_column(column.spec->of);
            if (!score) continue;
            ColumnColours colours(context, *values, column, *score, report);
            if (colours.are_rag()) use(colours);
        }
    }
}

}  // namespace

void check_colour_only_rag(const CheckContext& context, Report& report) {
    for_each_rag_column(context, report, [](ColumnColours& colours) { colours.report_colour_only(); });
}

void check_rag_word(const CheckContext& context, Report& report) {
    for_each_rag_column(context, report, [](ColumnColours& colours) { colours.correct_fills(); });
}

}  // namespace scorebook
