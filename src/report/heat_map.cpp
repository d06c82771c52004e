// heat_map.cpp - impact upwards, likelihood to the right, as the papers draw it.
#include "report/heat_map.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "checks/wording.hpp"
#include "report/appendix_cell.hpp"
#include "report/band_look.hpp"

namespace scorebook {

namespace {

using MatrixCell = std::pair<int, int>;  ///< impact, likelihood

class HeatMapMaker {
  public:
    HeatMapMaker(const CheckContext& context, const ShownTable& shown, AppendixProfile profile)
        : context_(context),
          shown_(shown),
          profile_(profile),
          size_(context.current.kind->matrix.size),
          columns_(shown.values->roles()) {}

    bool is_possible() const { return columns_.judged() != nullptr && context_.bands != nullptr; }

    LayoutPage make(const std::string& title) {
        for (const ShownRow& row : shown_.rows) {
            if (row.place.entry) place_entry(*row.place.entry);
        }
        const std::string table_id = shown_.values->table().spec->id;
        LayoutPage page;
        page.kind = LayoutPage::Kind::heat_map;
        page.id = table_id + "_heat_map";
        page.title = title;
        page.lines = lines();
        page.tables.push_back(matrix(table_id + "_heat_map", title));
        return page;
    }

  private:
    const CheckContext& context_;
    const ShownTable& shown_;
    AppendixProfile profile_;
    int size_;
    ColumnRoles columns_;
    std::map<MatrixCell, std::vector<std::string>> placed_;
    std::map<double, std::vector<std::string>> ambiguous_;  ///< by score
    std::vector<std::string> unscored_;

    int level(std::size_t entry, const FoundColumn* column) const {
        const double number = shown_.values->number(entry, column);
        return number >= 1 && number <= size_ && number == std::floor(number) ? static_cast<int>(number) : 0;
    }

    std::vector<MatrixCell> cells_of(double score) const {
        std::vector<MatrixCell> cells;
        for (int impact = 1; impact <= size_; ++impact) {
            for (int likelihood = 1; likelihood <= size_; ++likelihood) {
                if (impact * likelihood == score) cells.emplace_back(impact, likelihood);
            }
        }
        return cells;
    }

    void place_entry(std::size_t entry) {
        const std::string id = shown_.values->record(entry);
        const bool is_residual = columns_.residual != nullptr;
        const FoundColumn* judged = columns_.judged();
        MatrixCell cell{level(entry, is_residual ? columns_.residual_impact : columns_.impact),
                        level(entry, is_residual ? columns_.residual_likelihood : columns_.likelihood)};
        const ReadValue typed = shown_.values->read(entry, *judged);
        if (typed.impact && typed.likelihood) cell = {*typed.impact, *typed.likelihood};
        const double score = shown_.values->number(entry, judged);
        if (cell.first == 0 || cell.second == 0) {
            const auto cells = cells_of(score);
            if (cells.empty()) {
                unscored_.push_back(id);
                return;
            }
            if (cells.size() > 1) {
                ambiguous_[score].push_back(id);
                return;
            }
            cell = cells.front();
        }
        placed_[cell].push_back(id);
    }

    std::string axis_word(std::string_view axis, int number) const {
        const ColumnSpec* column = shown_.values->table().spec->find_column(axis);
        const WordList* words = column ? context_.current.kind->find_words(column->words) : nullptr;
        if (words) {
            for (const Word& word : words->words) {
                if (word.number == number) return std::to_string(number) + " " + word.word;
            }
        }
        return std::to_string(number);
    }

    LayoutTable matrix(const std::string& name, const std::string& caption) const {
        LayoutTable table;
        table.name = name;
        table.caption = caption;
        table.is_matrix = true;
        table.columns.push_back({"Impact (rows) and likelihood (columns)", Alignment::left, "impact"});
        for (int likelihood = 1; likelihood <= size_; ++likelihood)
            table.columns.push_back(
                {axis_word("likelihood", likelihood), Alignment::centre, std::to_string(likelihood)});
        for (int impact = size_; impact >= 1; --impact) {
            LayoutRow row;
            row.cells.push_back(shorthand_cell(axis_word("impact", impact)));
            for (int likelihood = 1; likelihood <= size_; ++likelihood)
                row.cells.push_back(matrix_cell(impact, likelihood));
            table.rows.push_back(std::move(row));
        }
        return table;
    }

    LayoutCell matrix_cell(int impact, int likelihood) const {
        const int score = impact * likelihood;
        const Band* band = find_band(*context_.bands, score);
        const bool has_bands = band && !shown_.values->table().spec->higher_is_better;
        LayoutCell cell = shorthand_cell(std::to_string(score) + (has_bands ? " " + band->word : ""));
        const auto ids = placed_.find({impact, likelihood});
        if (ids != placed_.end()) cell.text.push_back({joined(ids->second, ids->second.size()), false});
        if (has_bands && profile_ != AppendixProfile::published) cell.band = look_of_band(*band);
        return cell;
    }

    std::vector<std::string> lines() const {
        const TableSpec& spec = *shown_.values->table().spec;
        std::size_t count = 0;
        for (const auto& [cell, ids] : placed_) count += ids.size();
        std::vector<std::string> lines;
        std::string first =
            "Each cell holds a score, its band where it has one, and the references of the entries there. ";
        lines.push_back(first + counted(count, spec.entry + " is", "entries are") + " placed by " +
                        (columns_.residual ? "the score after actions." : "the score."));
        for (const auto& [score, ids] : ambiguous_) {
            std::vector<std::string> ways;
            for (const auto& [impact, likelihood] : cells_of(score))
                ways.push_back(std::to_string(impact) + " x " + std::to_string(likelihood));
            std::string either = ways.front();
            for (std::size_t i = 1; i < ways.size(); ++i)
                either += (i + 1 == ways.size() ? " or " : ", ") + ways[i];
            lines.push_back("Not placed, because only the score is recorded and " +
                            to_text(CellValue(score)) + " may be " + either + ": " + joined(ids, ids.size()) +
                            ".");
        }
        if (!unscored_.empty())
            lines.push_back("Not placed, because there is no score on the matrix: " +
                            joined(unscored_, unscored_.size()) + ".");
        return lines;
    }
};

}  // namespace

std::optional<LayoutPage> make_heat_map(const CheckContext& context, const ShownTable& shown,
                                        AppendixProfile profile, const std::string& title) {
    HeatMapMaker maker(context, shown, profile);
    if (!maker.is_possible()) return std::nullopt;
    return maker.make(title);
}

}  // namespace scorebook
