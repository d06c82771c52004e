// stale_results.cpp - doubtful results, and what reads them, taken from the differing ones.
#include "checks/stale_results.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>

#include "checks/wording.hpp"
#include "formula/formula_parser.hpp"
#include "formula/formula_printer.hpp"
#include "formula/formula_tree.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

namespace {

using Place = std::pair<SheetIndex, CellRef>;

/// A reference of more cells isn't searched for typed errors.
constexpr std::uint64_t most_searched = 200;

/// Text without a figure or a letter of another code page.
bool is_plain_word(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ' || c == '-' || c == '/';
    });
}

/// Longer chains of doubt than this leave nothing that could be told with certainty.
constexpr std::size_t most_rounds = 100;

enum class Difference { none, shows, doubtful };

/// Solvers stop at the seventh digit, and where the last ones are noise depends on the program.
Difference difference_of(const CellValue& stored, const CellValue& computed) {
    const double* a = std::get_if<double>(&stored);
    const double* b = std::get_if<double>(&computed);
    if (a && b) {
        const double apart = std::fabs(*a - *b);
        const bool is_noise = apart <= 1e-6 || apart <= 1e-6 * std::max(std::fabs(*a), std::fabs(*b));
        return is_noise ? Difference::none : Difference::shows;
    }
    const std::string* before = std::get_if<std::string>(&stored);
    const std::string* after = std::get_if<std::string>(&computed);
    if (!before || !after || !is_plain_word(*before) || !is_plain_word(*after)) return Difference::doubtful;
    return folded(*before) == folded(*after) ? Difference::none : Difference::shows;
}

bool depends_on_machine(std::string_view function) {
    constexpr std::array<std::string_view, 5> names = {"char", "code", "cell", "info", "error.type"};
    return std::find(names.begin(), names.end(), folded(function)) != names.end();
}

class StaleResults {
  public:
    StaleResults(const Workbook& workbook, const Recalculation& recalculation)
        : workbook_(workbook), recalculation_(recalculation) {
        for (const auto& circle : recalculation.circles) {
            for (const CellPlace& place : circle) circular_sheets_.insert(place.sheet);
        }
        for (const RecalculatedCell& cell : recalculation.changed) {
            if (cell.owner != cell.cell) owners_of_several_.emplace(cell.sheet, cell.owner);
        }
    }

    std::vector<const RecalculatedCell*> find() {
        for (const RecalculatedCell& cell : recalculation_.changed) sort_out(cell);
        // Doubt goes on to what reads a doubtful result, and to what reads that.
        std::size_t rounds = 0;
        for (bool is_spreading = !doubtful_.empty(); is_spreading; ++rounds) {
            if (rounds == most_rounds) return {};
            const auto reads_doubt = [&](const Candidate& candidate) {
                return std::any_of(candidate.reads.begin(), candidate.reads.end(),
                                   [&](const auto& read) { return has_doubtful(read.first, read.second); });
            };
            const auto kept = std::stable_partition(candidates_.begin(), candidates_.end(),
                                                    [&](const Candidate& c) { return !reads_doubt(c); });
            is_spreading = kept != candidates_.end();
            for (auto it = kept; it != candidates_.end(); ++it)
                doubtful_.emplace(it->cell->sheet, it->cell->cell);
            candidates_.erase(kept, candidates_.end());
        }
        std::vector<const RecalculatedCell*> stale;
        for (const Candidate& candidate : candidates_) stale.push_back(candidate.cell);
        return stale;
    }

  private:
    struct Candidate {
        const RecalculatedCell* cell = nullptr;
        std::vector<std::pair<SheetIndex, CellRange>> reads;
    };

    const Workbook& workbook_;
    const Recalculation& recalculation_;
    std::set<SheetIndex> circular_sheets_;
    std::set<Place> owners_of_several_;
    std::set<Place> doubtful_;
    std::vector<Candidate> candidates_;

    bool has_doubtful(SheetIndex sheet, const CellRange& range) const {
        for (auto it = doubtful_.lower_bound({sheet, range.first});
             it != doubtful_.end() && it->first == sheet && it->second.row_index <= range.last.row_index;
             ++it) {
            if (range.contains(it->second)) return true;
        }
        return false;
    }

    void sort_out(const RecalculatedCell& cell) {
        const SheetCell* stored = workbook_.sheets()[cell.sheet].cells.find(cell.cell);
        if (!stored || !stored->has_value) return;
        const Difference difference = difference_of(cell.before, cell.after);
        if (difference == Difference::none) return;
        const bool is_by_the_day =
            std::binary_search(recalculation_.changing.begin(), recalculation_.changing.end(),
                               CellPlace{cell.sheet, cell.owner});
        const bool is_of_several =
            cell.owner != cell.cell || owners_of_several_.contains({cell.sheet, cell.owner});
        Candidate candidate{&cell, {}};
        const bool is_doubtful = difference == Difference::doubtful || is_by_the_day || is_of_several ||
                                 circular_sheets_.contains(cell.sheet) || !may_be_stale(cell, candidate);
        if (is_doubtful) {
            doubtful_.emplace(cell.sheet, cell.cell);
        } else {
            candidates_.push_back(std::move(candidate));
        }
    }

    /// Takes down what the formula reads; false when its own kind forbids to judge it.
    bool may_be_stale(const RecalculatedCell& cell, Candidate& candidate) const {
        const formula::ParsedFormula parsed =
            formula::parse_formula(workbook_.formula(cell.sheet, cell.cell), cell.cell);
        if (parsed.mistake) return false;
        const FormulaTree& tree = *parsed.tree;
        const bool reads_cells = !tree.areas.empty() || !tree.names.empty() || !tree.structured.empty();
        const bool is_of_machine =
            std::any_of(tree.functions.begin(), tree.functions.end(),
                        [](const formula::FunctionNode& f) { return depends_on_machine(f.name); });
        if (!reads_cells || is_of_machine || !tree.arrays.empty()) return false;
        for (const formula::AreaNode& area : tree.areas) {
            if (!add_read(cell, tree, area, candidate)) return false;
        }
        return true;
    }

    bool add_read(const RecalculatedCell& cell, const FormulaTree& tree, const formula::AreaNode& area,
                  Candidate& candidate) const {
        SheetIndex sheet = cell.sheet;
        if (area.sheets != formula::own_sheet) {
            const formula::SheetSpan& span = tree.sheets[area.sheets];
            const auto& sheets = workbook_.sheets();
            const auto named = std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& other) {
                return folded(other.name) == folded(span.first);
            });
            if (!span.book.empty() || named == sheets.end()) return true;
            sheet = static_cast<SheetIndex>(named - sheets.begin());
        }
        CellRange range{formula::resolve(area.first, cell.cell), formula::resolve(area.last, cell.cell)};
        if (area.shape == formula::AreaShape::cell) range.last = range.first;
        if (area.shape == formula::AreaShape::whole_columns) {
            range.first.row_index = 0;
            range.last.row_index = max_rows - 1;
        }
        if (area.shape == formula::AreaShape::whole_rows) {
            range.first.column_index = 0;
            range.last.column_index = max_columns - 1;
        }
        candidate.reads.emplace_back(sheet, range);
        return std::uint64_t{range.row_count()} * range.column_count() > most_searched ||
               !has_typed_error(sheet, range);
    }

    bool has_typed_error(SheetIndex sheet, const CellRange& range) const {
        for (std::uint32_t row = range.first.row_index; row <= range.last.row_index; ++row) {
            for (const SheetCell& cell : workbook_.sheets()[sheet].cells.row(row)) {
                const bool is_inside = cell.column_index >= range.first.column_index &&
                                       cell.column_index <= range.last.column_index;
                if (is_inside && cell.kind == CellKind::error && !cell.has_formula) return true;
            }
        }
        return false;
    }
};

}  // namespace

std::vector<const RecalculatedCell*> stale_results(const Workbook& workbook,
                                                   const Recalculation& recalculation) {
    return StaleResults(workbook, recalculation).find();
}

}  // namespace scorebook
