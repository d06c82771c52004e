// period_lengths.cpp - the periods of two workbooks, in whole months.
#include "checks/period_lengths.hpp"

#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// 0 for less than a month: a day says when the figures were taken, not how long they were counted.
std::size_t months_of(const Period& period) {
    constexpr long shortest_month = 28;
    const long days = days_between(period.first, period.last) + 1;
    return days < shortest_month ? 0 : static_cast<std::size_t>((days * 12 + 182) / 365);
}

}  // namespace

std::optional<std::string> unequal_periods(const Subject& now, const Subject& before) {
    if (!now.period || !before.period) return std::nullopt;
    const std::size_t months = months_of(*now.period), months_before = months_of(*before.period);
    if (months == 0 || months_before == 0 || months == months_before) return std::nullopt;
    return "this workbook is about " + counted(months, "month", "months") + " (" + now.period->label +
           ") and the earlier one about " + counted(months_before, "month", "months") + " (" +
           before.period->label + ")";
}

}  // namespace scorebook
