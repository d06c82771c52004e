// functions_financial_odd_periods.cpp - bonds whose first or last coupon period is shorter or longer than the
// others: ODDFPRICE, ODDFYIELD, ODDLPRICE, ODDLYIELD.
#include <algorithm>
#include <cmath>

#include "formula/coupon_schedule.hpp"
#include "formula/function_families.hpp"
#include "formula/special_functions.hpp"

namespace scorebook::formula {
namespace {

/// A bond with an odd first period, reduced to what its price depends on besides the yield.
struct OddFirst {
    double coupon = 0;  ///< each regular one, for a face of 100
    double redemption = 100;
    int frequency = 1;
    bool is_long = false;
    double first_share = 0;    ///< the odd coupon as a share of a regular one
    double accrued_share = 0;  ///< the part of it that has accrued
    double lead = 0;           ///< periods from settlement to the first coupon
    double count = 0;          ///< regular coupons after the first
};

double price_of(const OddFirst& bond, double yield) {
    const double factor = 1 + yield / bond.frequency;
    double total = bond.redemption / std::pow(factor, bond.lead + bond.count);
    total += bond.coupon * bond.first_share / std::pow(factor, bond.lead);
    for (double k = 1; k <= bond.count; ++k) total += bond.coupon / std::pow(factor, bond.lead + k);
    return total - bond.coupon * bond.accrued_share;
}

OddFirst odd_first(Call& call, double rate, double redemption) {
    OddFirst bond;
    const double settlement = date_argument(call, 0);
    const double maturity = date_argument(call, 1);
    const double issue = date_argument(call, 2);
    const double first = date_argument(call, 3);
    bond.redemption = redemption;
    bond.frequency = frequency_argument(call, 7);
    const DayBasis basis = basis_argument(call, 8);
    if (!call.failed() && !(maturity > first && first > settlement && settlement > issue)) {
        call.fail(CellError::num);
    }
    if (call.failed()) return bond;
    const DateSystem dates = call.dates();
    bond.coupon = 100 * rate / bond.frequency;
    const CouponPeriod now = coupon_period(settlement, first, bond.frequency, dates);
    const double days = coupon_days(now, bond.frequency, basis);
    const double first_days = days_between(issue, first, basis, dates);
    bond.count = coupon_period(first, maturity, bond.frequency, dates).count;
    if (first_days < days) {
        bond.first_share = first_days / days;
        bond.accrued_share = days_between(issue, settlement, basis, dates) / days;
        bond.lead = days_between(settlement, first, basis, dates) / days;
        return bond;
    }
    // A long first period is a row of regular ones, the oldest cut off at issue.
    const int months = 12 / bond.frequency;
    const bool month_end = is_month_end(first, dates);
    double late = first;
    for (int steps = 1; late > issue; ++steps) {
        const double early = add_months(first, -steps * months, month_end, dates);
        const double length =
            basis == DayBasis::actual_actual ? days_between(early, late, basis, dates) : days;
        const double whole = early >= issue ? length : days_between(issue, late, basis, dates);
        bond.first_share += whole / length;
        const double from = std::max(issue, early);
        const double to = std::min(settlement, late);
        if (to > from) bond.accrued_share += days_between(from, to, basis, dates) / length;
        if (early == 0) break;
        late = early;
    }
    const bool counts_days = basis == DayBasis::actual_360 || basis == DayBasis::actual_365;
    const double to_next = counts_days ? days_between(settlement, now.next, basis, dates)
                                       : days - coupon_days_before(settlement, now, basis, dates);
    bond.lead = now.count - 1 + to_next / days;
    return bond;
}

Value oddfprice(Call& call) {
    const double rate = strict_number(call, 4);
    const double yield = strict_number(call, 5);
    const double redemption = strict_number(call, 6);
    const OddFirst bond = odd_first(call, rate, redemption);
    if (call.failed()) return 0.0;
    if (rate < 0 || yield < 0 || redemption <= 0) return CellError::num;
    return checked_number(price_of(bond, yield));
}

Value oddfyield(Call& call) {
    const double rate = strict_number(call, 4);
    const double price = strict_number(call, 5);
    const double redemption = strict_number(call, 6);
    const OddFirst bond = odd_first(call, rate, redemption);
    if (call.failed()) return 0.0;
    if (rate < 0 || price <= 0 || redemption <= 0) return CellError::num;
    const auto cheaper = [&](double at) { return price - price_of(bond, at); };
    double high = 1;
    while (cheaper(high) < 0 && high < 1e6) high *= 2;
    double low = 0;
    for (int i = 1; cheaper(low) > 0 && i < 60; ++i) low = bond.frequency * (std::pow(0.5, i) - 1);
    return checked_number(find_zero(cheaper, low, high));
}

/// Sums over the periods from the last coupon to maturity, as shares of a regular one.
struct OddLast {
    double coupon = 0;
    int frequency = 1;
    double whole = 0;
    double begun = 0;
    double left = 0;
};

OddLast odd_last(Call& call, double rate) {
    OddLast bond;
    const double settlement = date_argument(call, 0);
    const double maturity = date_argument(call, 1);
    const double last = date_argument(call, 2);
    bond.frequency = frequency_argument(call, 6);
    const DayBasis basis = basis_argument(call, 7);
    if (!call.failed() && !(maturity > settlement && settlement > last)) call.fail(CellError::num);
    if (call.failed()) return bond;
    const DateSystem dates = call.dates();
    bond.coupon = 100 * rate / bond.frequency;
    const int months = 12 / bond.frequency;
    const bool month_end = is_month_end(last, dates);
    double early = last;
    for (int steps = 1; early < maturity; ++steps) {
        const double late = add_months(last, steps * months, month_end, dates);
        const double length = days_between(early, late, basis, dates);
        if (length <= 0) break;
        const double end = std::min(maturity, late);
        bond.whole += days_between(early, end, basis, dates) / length;
        if (settlement > early) {
            bond.begun += days_between(early, std::min(settlement, end), basis, dates) / length;
        }
        const double from = std::max(settlement, early);
        if (end > from) bond.left += days_between(from, end, basis, dates) / length;
        early = late;
    }
    return bond;
}

Value oddlprice(Call& call) {
    const double rate = strict_number(call, 3);
    const double yield = strict_number(call, 4);
    const double redemption = strict_number(call, 5);
    const OddLast bond = odd_last(call, rate);
    if (rate < 0 || yield < 0 || redemption <= 0) return CellError::num;
    return checked_number((bond.whole * bond.coupon + redemption) / (1 + bond.left * yield / bond.frequency) -
                          bond.begun * bond.coupon);
}

Value oddlyield(Call& call) {
    const double rate = strict_number(call, 3);
    const double price = strict_number(call, 4);
    const double redemption = strict_number(call, 5);
    const OddLast bond = odd_last(call, rate);
    if (rate < 0 || price <= 0 || redemption <= 0) return CellError::num;
    const double paid = price + bond.begun * bond.coupon;
    return checked_number((bond.whole * bond.coupon + redemption - paid) / paid * bond.frequency / bond.left);
}

constexpr FunctionRow financial_odd_periods_rows[] = {
    {"ODDFPRICE", 8, 9, "vvvvvvvvv", oddfprice},
    {"ODDFYIELD", 8, 9, "vvvvvvvvv", oddfyield},
    {"ODDLPRICE", 7, 8, "vvvvvvvv", oddlprice},
    {"ODDLYIELD", 7, 8, "vvvvvvvv", oddlyield},
};

}  // namespace

std::span<const FunctionRow> functions_financial_odd_periods() {
    return financial_odd_periods_rows;
}

}  // namespace scorebook::formula
