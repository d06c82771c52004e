// dashboard_columns.cpp - ids in the order they are preferred.
#include "checks/dashboard_columns.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace scorebook {

namespace {

constexpr std::array<std::string_view, 3> titles = {"title", "description", "period"};
constexpr std::array<std::string_view, 6> themes = {"type",    "group",     "domain",
                                                    "service", "objective", "priority"};
constexpr std::array<std::string_view, 2> statuses = {"status", "rating"};
constexpr std::array<std::string_view, 2> movements = {"direction", "trend"};
constexpr std::array<std::string_view, 1> polarities = {"polarity"};

/// Figures of the same thing, by time: those of one place stand for the same moment, so the first one found
/// is used.
struct Moment {
    std::string_view id;
    int place;
};
constexpr std::array<Moment, 21> moments = {{{"last_year", 0},
                                             {"earlier", 1},
                                             {"before", 1},
                                             {"previous", 2},
                                             {"budget", 2},
                                             {"q1", 3},
                                             {"q2", 4},
                                             {"q3", 5},
                                             {"q4", 6},
                                             {"ours", 7},
                                             {"actual", 7},
                                             {"rate", 7},
                                             {"now", 7},
                                             {"outturn", 7},
                                             {"month", 7},
                                             {"outcome", 7},
                                             {"outstanding", 7},
                                             {"answered_share", 7},
                                             {"completed_share", 7},
                                             {"count", 7},
                                             {"latest", 8}}};

template <std::size_t count>
const FoundColumn* first_of(const FoundTable& table, const std::array<std::string_view, count>& ids) {
    for (const std::string_view id : ids) {
        if (const FoundColumn* column = table.find_column(id)) return column;
    }
    return nullptr;
}

const FoundColumn* words_column(const FoundColumn* column) {
    const bool has_words =
        column && (column->spec->kind == ValueKind::words || column->spec->kind == ValueKind::direction);
    return has_words ? column : nullptr;
}

const FoundColumn* of_kind(const FoundTable& table, ValueKind kind) {
    const auto found =
        std::find_if(table.columns.begin(), table.columns.end(),
                     [&](const FoundColumn& column) { return column.spec && column.spec->kind == kind; });
    return found == table.columns.end() ? nullptr : &*found;
}

bool is_plotted(ValueKind kind) {
    return kind == ValueKind::figure || kind == ValueKind::percentage || kind == ValueKind::money ||
           kind == ValueKind::duration || kind == ValueKind::number;
}

std::vector<const FoundColumn*> points_of(const FoundTable& table) {
    std::vector<const FoundColumn*> points;
    int last_place = -1;
    for (const Moment& moment : moments) {
        const FoundColumn* column = table.find_column(moment.id);
        if (!column || !is_plotted(column->spec->kind) || moment.place == last_place) continue;
        points.push_back(column);
        last_place = moment.place;
    }
    if (!points.empty()) return points;
    // A table of one row a period shows its total.
    const FoundColumn* total = table.find_column("total");
    if (total && is_plotted(total->spec->kind)) points.push_back(total);
    return points;
}

}  // namespace

DashboardColumns dashboard_columns(const FoundTable& table) {
    DashboardColumns columns;
    columns.title = first_of(table, titles);
    columns.theme = first_of(table, themes);
    columns.status = words_column(first_of(table, statuses));
    columns.movement = words_column(first_of(table, movements));
    columns.polarity = words_column(first_of(table, polarities));
    columns.target = of_kind(table, ValueKind::target);
    columns.owner = of_kind(table, ValueKind::person);
    columns.points = points_of(table);
    columns.first_is_plan = !columns.points.empty() && columns.points.front()->spec->id == "budget";
    return columns;
}

}  // namespace scorebook
