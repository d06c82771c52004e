// small_numbers.cpp - a template's relations as sums of counts: totals of a row, totals of a column, and the
// shares made of them.
#include "report/small_numbers.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "report/suppression.hpp"

namespace scorebook {

namespace {

constexpr std::string_view counts_relation = "small-numbers";

class CountsOfTable {
  public:
    CountsOfTable(const CheckContext& context, const ShownTable& shown)
        : table_(shown.values->table()), shown_(shown), figures_(context, *shown.values) {}

    using Place = std::pair<std::uint32_t, const FoundColumn*>;

    std::set<Place> suppressed(std::int64_t limit) {
        for (const Relation& relation : table_.spec->relations) {
            if (relation.is == counts_relation) add_cells(columns(relation.part("of")));
            if (relation.is == "present-sum" || relation.is == "sum") add_row_sums(relation);
            if (relation.is == "total") add_column_sums(relation);
        }
        const std::vector<bool> hidden = suppressed_counts(counts_, sums_, limit);
        std::set<Place> cells;
        for (const auto& [place, index] : indices_) {
            if (hidden[index]) cells.insert(place);
        }
        for (const Relation& relation : table_.spec->relations) {
            if (relation.is == "ratio") add_shares(relation, limit, cells);
        }
        return cells;
    }

  private:
    const FoundTable& table_;
    const ShownTable& shown_;
    RowFigures figures_;
    std::vector<std::optional<std::int64_t>> counts_;
    std::map<Place, std::size_t> indices_;
    std::vector<SumOfCounts> sums_;

    std::vector<const FoundColumn*> columns(const std::vector<std::string>& ids) const {
        std::vector<const FoundColumn*> found;
        for (const std::string& id : ids) {
            if (const FoundColumn* column = table_.find_column(id)) found.push_back(column);
        }
        return found;
    }

    std::optional<std::int64_t> count(const FigureRow& row, const FoundColumn* column) const {
        const auto figure = figures_.at(row, column);
        if (!figure || figure->unit != FigureUnit::none || !figure->number.value.is_whole())
            return std::nullopt;
        return static_cast<std::int64_t>(figure->number.value.to_double());
    }

    std::size_t index_of(const FigureRow& row, const FoundColumn* column) {
        const auto [found, is_new] = indices_.try_emplace({row.row_index, column}, counts_.size());
        if (is_new) counts_.push_back(count(row, column));
        return found->second;
    }

    void add_cells(const std::vector<const FoundColumn*>& counted) {
        for (const ShownRow& row : shown_.rows) {
            if (row.kind == LayoutRow::Kind::section) continue;
            for (const FoundColumn* column : counted) index_of(row.place, column);
        }
    }

    /// Sums with a minus aren't counts of people.
    void add_row_sums(const Relation& relation) {
        const FoundColumn* total = table_.find_column(relation.column);
        const auto parts = columns(relation.part("of"));
        if (!total || parts.empty() || !relation.part("minus").empty()) return;
        for (const ShownRow& row : shown_.rows) {
            if (row.kind == LayoutRow::Kind::section || !count(row.place, total)) continue;
            SumOfCounts sum;
            sum.total = index_of(row.place, total);
            for (const FoundColumn* part : parts) sum.parts.push_back(index_of(row.place, part));
            sums_.push_back(std::move(sum));
        }
    }

    /// The first reading that adds up is what the total row stands for; else the likeliest.
    void add_column_sums(const Relation& relation) {
        for (const TotalRow& total : figures_.totals()) {
            for (const FoundColumn* column : columns(relation.part("of"))) {
                const auto stated = count(total.row, column);
                if (!stated || total.readings.empty()) continue;
                const std::vector<std::size_t>* chosen = &total.readings.front();
                for (const auto& reading : total.readings) {
                    std::int64_t together = 0;
                    for (const std::size_t entry : reading)
                        together += count(row_of(entry), column).value_or(0);
                    if (together != *stated) continue;
                    chosen = &reading;
                    break;
                }
                SumOfCounts sum;
                sum.total = index_of(total.row, column);
                for (const std::size_t entry : *chosen) sum.parts.push_back(index_of(row_of(entry), column));
                sums_.push_back(std::move(sum));
            }
        }
    }

    FigureRow row_of(std::size_t entry) const { return {table_.entries[entry].row_index, {}, entry}; }

    /// A share goes when its numerator, its denominator or what is between them can't be shown.
    void add_shares(const Relation& relation, std::int64_t limit, std::set<Place>& cells) const {
        const FoundColumn* share = table_.find_column(relation.column);
        const auto of = columns(relation.part("of"));
        const auto out_of = columns(relation.part("out-of"));
        if (!share || of.size() != 1 || out_of.size() != 1) return;
        for (const ShownRow& row : shown_.rows) {
            const auto part = count(row.place, of.front());
            const auto whole = count(row.place, out_of.front());
            const bool is_small = part && whole && *whole > *part && *whole - *part < limit;
            if (is_small || cells.contains({row.place.row_index, of.front()}) ||
                cells.contains({row.place.row_index, out_of.front()}))
                cells.insert({row.place.row_index, share});
        }
    }
};

bool has_counts(const ShownTable& shown) {
    const auto& relations = shown.values->table().spec->relations;
    return std::any_of(relations.begin(), relations.end(),
                       [](const Relation& relation) { return relation.is == counts_relation; });
}

const Setting* limit_setting(const CheckContext& context) {
    return context.current.kind->setting_on("Suppress_Below", context.as_at);
}

}  // namespace

std::set<std::pair<std::uint32_t, const FoundColumn*>> small_cells(const CheckContext& context,
                                                                   const ShownTable& shown) {
    const Setting* limit = limit_setting(context);
    if (!limit || limit->value < 2 || !has_counts(shown)) return {};
    return CountsOfTable(context, shown).suppressed(static_cast<std::int64_t>(limit->value));
}

bool lacks_limit(const CheckContext& context, const ShownTable& shown) {
    const Setting* limit = limit_setting(context);
    return has_counts(shown) && (!limit || limit->value < 2);
}

}  // namespace scorebook
