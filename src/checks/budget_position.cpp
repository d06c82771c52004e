// budget_position.cpp - the total row, the labelled rows below it, and sums of both.
#include "checks/budget_position.hpp"

#include <algorithm>
#include <array>

#include "checks/money_scale.hpp"
#include "checks/wording.hpp"
#include "tables/cell_text.hpp"

namespace scorebook {

namespace {

/// Rows below the total that may speak of it.
constexpr std::uint32_t most_rows_below = 6;

/// The row's first text left of the variance.
std::string label_of(const CheckContext& context, const TableValues& values, std::uint32_t row,
                     const FoundColumn& variance) {
    for (const SheetCell& cell : values.sheet().cells.row(row)) {
        if (cell.column_index >= variance.column_index) break;
        if (!is_text_cell(cell) || is_blank_cell(*context.current.workbook, values.table().sheet_index, cell))
            continue;
        return cell_text(*context.current.workbook, values.table().sheet_index, cell);
    }
    return {};
}

/// What the label names behind "of which"; empty when it begins otherwise.
std::string adjustment_name(std::string_view label) {
    constexpr std::array<std::string_view, 5> openings = {"of which", "including", "includes", "included",
                                                          "less"};
    const std::string plain = folded(label);
    for (const std::string_view opening : openings) {
        if (!plain.starts_with(opening) || plain.size() == opening.size()) continue;
        const char next = plain[opening.size()];
        if (next != ' ' && next != ':') continue;
        std::size_t begin = label.find_first_not_of(" \t");
        begin = label.find_first_not_of(" :-", begin + opening.size());
        return begin == std::string_view::npos ? std::string() : std::string(label.substr(begin));
    }
    return {};
}

bool is_position_without(std::string_view label) {
    const std::string plain = folded(label);
    return plain.starts_with("without ") || plain.starts_with("excluding ") ||
           plain.starts_with("underlying");
}

/// With the column's sign; nothing when nobody can say which way it goes.
std::optional<Figure> signed_figure(std::string_view label, Figure figure) {
    const std::string plain = folded(label);
    const bool is_gain = has_any_word(plain, {"gain", "gains", "surplus", "income", "saving", "savings",
                                              "underspend", "receipt", "receipts"});
    const bool is_loss = has_any_word(
        plain, {"loss", "losses", "deficit", "pressure", "pressures", "overspend", "cost", "costs"});
    Fraction& value = figure.number.value;
    if (is_gain && is_loss) return std::nullopt;
    if (is_gain) value = -value.magnitude();
    if (is_loss) value = value.magnitude();
    const bool is_open = !is_gain && !is_loss && plain.starts_with("less") && !value.is_negative();
    return is_open ? std::nullopt : std::optional(figure);
}

}  // namespace

Fraction BudgetPosition::without_adjustments() const {
    Fraction rest = total.figure.number.value;
    for (const BudgetFigure& adjustment : adjustments) rest = rest - adjustment.figure.number.value;
    return rest;
}

Interval BudgetPosition::range_without_adjustments() const {
    Interval rest = range_of(total.figure);
    for (const BudgetFigure& adjustment : adjustments)
        rest = (rest - range_of(adjustment.figure)).value_or(Interval{});
    return rest;
}

Fraction BudgetPosition::pounds() const {
    if (total.figure.unit == FigureUnit::pounds) return 1;
    return money_scale(variance->header).value_or(1);
}

std::string BudgetPosition::words(const Fraction& amount) const {
    if (amount.is_zero()) return "spending on budget";
    Figure size = total.figure;
    size.number.value = amount.magnitude();
    std::string text = in_words(size.number.value, size);
    const std::string header = folded(variance->header);
    for (const std::string_view unit : {"£m", "£k", "£000"}) {
        const bool is_bare = size.unit == FigureUnit::none;
        if (!is_bare || header.find(unit) == std::string::npos) continue;
        text = "£" + text + (unit == "£m" ? "m" : unit == "£k" ? "k" : ",000");
        break;
    }
    return (amount.is_negative() ? "an underspend of " : "an overspend of ") + text;
}

std::string BudgetPosition::names() const {
    std::vector<std::string> names;
    for (const BudgetFigure& adjustment : adjustments) names.push_back(shortened(adjustment.label, 60));
    return joined(names, 4);
}

std::optional<BudgetPosition> budget_position(const CheckContext& context, const TableValues& values) {
    const FoundColumn* variance = values.table().find_column("variance");
    if (!variance || variance->spec->kind != ValueKind::money) return std::nullopt;
    const RowFigures figures(context, values);
    const auto at = [&](std::uint32_t row, std::string label) -> std::optional<BudgetFigure> {
        FigureRow place{row, label, std::nullopt};
        const auto figure = figures.at(place, variance);
        if (!figure) return std::nullopt;
        return BudgetFigure{std::move(label), *figure, std::move(place),
                            values.sheet().name + "!" + to_a1(CellRef{row, variance->column_index})};
    };
    std::optional<BudgetPosition> position;
    std::size_t most = 0;
    for (const TotalRow& total : figures.totals()) {
        auto figure = at(total.row.row_index, total.row.record);
        if (!figure || total.readings.empty() || total.readings.front().size() < most) continue;
        most = total.readings.front().size();
        position = BudgetPosition{variance, std::move(*figure), {}, {}};
    }
    if (!position) return std::nullopt;
    const std::uint32_t first = position->total.row.row_index + 1;
    for (std::uint32_t row = first; row < first + most_rows_below; ++row) {
        const std::string label = label_of(context, values, row, *variance);
        auto figure = label.empty() ? std::nullopt : at(row, label);
        if (!figure) continue;
        const std::string name = adjustment_name(label);
        if (is_position_without(label)) {
            if (!position->stated) position->stated = std::move(figure);
        } else if (!name.empty()) {
            const auto with_sign = signed_figure(label, figure->figure);
            if (!with_sign) continue;
            figure->label = name;
            figure->figure = *with_sign;
            position->adjustments.push_back(std::move(*figure));
        } else {
            break;  // another table's rows
        }
    }
    return position;
}

}  // namespace scorebook
