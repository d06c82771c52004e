// period_shape.hpp - what sort of stretch of time a label names, with or without its year: "Q1", "Apr-Jun",
// "Year to Date", "12 month period to 31 March 2015".
//
// period_text.hpp gives the days when the label has them; this says whether two labels can be compared, and
// what the label leaves open.
#pragma once

#include <optional>
#include <string_view>

#include "tables/period_text.hpp"

namespace scorebook {

enum class PeriodKind {
    day,
    month,
    quarter,
    half,
    year,
    year_to_date,    ///< from 1 April to some day
    year_to_day,     ///< any twelve months to a day
    several_months,  ///< a run of months that is none of those
    other,
};

enum class QuarterSense { stated, financial_by_custom, contradicted };

struct PeriodShape {
    PeriodKind kind = PeriodKind::other;
    int months = 0;              ///< whole months it spans; 0 when open (year to date) or shorter
    int first_month = 0;         ///< 1-12; 0: the label doesn't say
    std::optional<Period> days;  ///< when the label has its year
    /// Whether "Q2 2016" says which year it counts by; "Quarter 2 (June to August)" fits neither year.
    QuarterSense sense = QuarterSense::stated;
};

/// Nothing when the text names no stretch of time.
std::optional<PeriodShape> read_period_shape(std::string_view text);

/// Equal length and, where both say so, the same months of the year (X04).
bool are_comparable(const PeriodShape& a, const PeriodShape& b);

}  // namespace scorebook
