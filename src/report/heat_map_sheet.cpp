// heat_map_sheet.cpp - squares as wide as they are high, ids wrapped in them.
#include "report/heat_map_sheet.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace scorebook {

namespace {

std::optional<int> level(const std::optional<double>& number, int size) {
    if (!number || *number != static_cast<int>(*number)) return std::nullopt;
    const int level = static_cast<int>(*number);
    return level >= 1 && level <= size ? std::optional(level) : std::nullopt;
}

/// Entries beyond these in one square are counted, not named.
constexpr std::size_t most_named = 24;

class HeatMap {
  public:
    HeatMap(const SetEntries& entries, bool of_opportunities)
        : entries_(entries), of_opportunities_(of_opportunities), size_(entries.kind().matrix_size) {
        for (const SetEntry* entry : entries.present()) {
            if (!entry->entry.has_score || entry->entry.is_opportunity != of_opportunities) continue;
            const auto score =
                entry->points.empty() ? std::nullopt : std::optional(entry->points.back().number);
            if (const auto place = place_in_matrix(entry->entry, score, size_))
                squares_[{place->impact, place->likelihood}].push_back(entry);
            else
                unplaced_.push_back(entry);
        }
    }

    bool is_empty() const { return squares_.empty() && unplaced_.empty(); }

    /// Gives the row below it.
    lxw_row_t write(lxw_worksheet* sheet, lxw_row_t row, const SetFormats& formats) const {
        const std::string what = of_opportunities_ ? "Opportunities" : "Risks";
        worksheet_write_string(sheet, row++, 0, (what + " by impact and likelihood").c_str(),
                               formats.title());
        std::string note = "Each square begins with its score; the ids are of the entries there now.";
        const bool has_shared = std::any_of(squares_.begin(), squares_.end(), [&](const auto& square) {
            return std::any_of(square.second.begin(), square.second.end(), [&](const SetEntry* entry) {
                return entries_.name_of(*entry) != entry->entry.record;
            });
        });
        if (has_shared) note += " A number in brackets is that of the return on the sheet Returns.";
        worksheet_write_string(sheet, row++, 0, note.c_str(), formats.note());
        worksheet_write_string(sheet, row, 0, "Impact", formats.axis());
        for (int likelihood = 1; likelihood <= size_; ++likelihood)
            worksheet_write_string(sheet, row, static_cast<lxw_col_t>(likelihood),
                                   ("Likelihood " + std::to_string(likelihood)).c_str(), formats.axis());
        ++row;
        for (int impact = size_; impact >= 1; --impact) {
            worksheet_set_row(sheet, row, 82, nullptr);
            worksheet_write_number(sheet, row, 0, impact, formats.axis());
            for (int likelihood = 1; likelihood <= size_; ++likelihood)
                write_square(sheet, row, {impact, likelihood}, formats);
            ++row;
        }
        return write_unplaced(sheet, row, formats);
    }

  private:
    void write_square(lxw_worksheet* sheet, lxw_row_t row, std::pair<int, int> place,
                      const SetFormats& formats) const {
        const int score = place.first * place.second;
        std::string text = std::to_string(score);
        const auto square = squares_.find(place);
        if (square != squares_.end()) {
            const auto& named = square->second;
            for (std::size_t i = 0; i != std::min(named.size(), most_named); ++i)
                text += (i == 0 ? "\n" : ", ") + entries_.name_of(*named[i]);
            if (named.size() > most_named)
                text += " and " + std::to_string(named.size() - most_named) + " more";
        }
        // A high score is good for an opportunity, so its squares don't take the colours of danger.
        lxw_format* const format = of_opportunities_ ? formats.square() : formats.square_of(band_word(score));
        worksheet_write_string(sheet, row, static_cast<lxw_col_t>(place.second), text.c_str(), format);
    }

    std::string band_word(int score) const {
        for (const CollectedBand& band : entries_.kind().bands) {
            if (score >= band.from && score <= band.to) return band.word;
        }
        return {};
    }

    lxw_row_t write_unplaced(lxw_worksheet* sheet, lxw_row_t row, const SetFormats& formats) const {
        if (!of_opportunities_) {
            std::string key = "Bands:";
            for (const CollectedBand& band : entries_.kind().bands)
                key += " " + band.word + " " + std::to_string(static_cast<int>(band.from)) + " to " +
                       std::to_string(static_cast<int>(band.to)) + ";";
            if (!entries_.kind().bands.empty()) {
                key.back() = '.';
                worksheet_write_string(sheet, row++, 0, key.c_str(), formats.note());
            }
        }
        if (!unplaced_.empty()) {
            std::string text =
                "Not placed, because impact and likelihood aren't given and more than one square "
                "has their score: ";
            for (std::size_t i = 0; i != std::min<std::size_t>(unplaced_.size(), 60); ++i)
                text += (i == 0 ? "" : ", ") + unplaced_name(*unplaced_[i]);
            if (unplaced_.size() > 60) text += " and " + std::to_string(unplaced_.size() - 60) + " more";
            worksheet_merge_range(sheet, row, 0, row, static_cast<lxw_col_t>(size_), (text + ".").c_str(),
                                  formats.text());
            worksheet_set_row(sheet, row, 15.0 * static_cast<double>(1 + text.size() / 95), nullptr);
            ++row;
        }
        return row + 1;
    }

    std::string unplaced_name(const SetEntry& entry) const {
        std::string name = entries_.name_of(entry);
        if (!entry.points.empty())
            name += " (" + std::to_string(static_cast<int>(entry.points.back().number)) + ")";
        return name;
    }

    const SetEntries& entries_;
    bool of_opportunities_;
    int size_;
    std::map<std::pair<int, int>, std::vector<const SetEntry*>> squares_;
    std::vector<const SetEntry*> unplaced_;
};

}  // namespace

std::optional<MatrixPlace> place_in_matrix(const CollectedEntry& entry, std::optional<double> score,
                                           int size) {
    const auto impact = level(entry.impact, size), likelihood = level(entry.likelihood, size);
    if (impact && likelihood) return MatrixPlace{*impact, *likelihood};
    if (!score) return std::nullopt;
    std::optional<MatrixPlace> only;
    for (int i = 1; i <= size; ++i) {
        for (int l = 1; l <= size; ++l) {
            if (i * l != *score || (impact && *impact != i) || (likelihood && *likelihood != l)) continue;
            if (only) return std::nullopt;
            only = MatrixPlace{i, l};
        }
    }
    return only;
}

void write_heat_maps(lxw_worksheet* sheet, const SetEntries& entries, const SetFormats& formats) {
    worksheet_set_column(sheet, 0, 0, 10, nullptr);
    worksheet_set_column(sheet, 1, static_cast<lxw_col_t>(entries.kind().matrix_size), 19, nullptr);
    lxw_row_t row = 0;
    std::size_t maps = 0;
    for (const bool of_opportunities : {false, true}) {
        const HeatMap map(entries, of_opportunities);
        if (map.is_empty()) continue;
        row = map.write(sheet, row, formats);
        ++maps;
    }
    set_up_page(sheet);
    // Excel has no page breaks of one's own on a sheet fitted to a width: two maps stand on one page upright.
    if (maps > 1) worksheet_set_portrait(sheet);
    worksheet_fit_to_pages(sheet, 1, 1);
}

}  // namespace scorebook
