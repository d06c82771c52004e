// functions_financial_bonds.cpp - bonds with regular coupons: PRICE, YIELD, DURATION; and interest that has
// accrued.
#include <algorithm>
#include <cmath>

#include "formula/coupon_schedule.hpp"
#include "formula/function_families.hpp"
#include "formula/special_functions.hpp"

namespace scorebook::formula {
namespace {

/// A bond at settlement, for 100 of face value; `begun` is the share of the coupon period that has passed.
struct Bond {
    double coupon = 0;  ///< yearly rate
    double redemption = 100;
    int frequency = 1;
    double count = 0;  ///< coupons left
    double days = 1;   ///< of the coupon period
    double begun_days = 0;

    double each_coupon() const { return 100 * coupon / frequency; }
    double begun() const { return begun_days / days; }
};

/// Settlement and maturity are arguments 0 and 1; frequency and basis follow at `frequency_index`.
Bond bond(Call& call, double coupon, double redemption, std::size_t frequency_index) {
    Bond result;
    result.coupon = coupon;
    result.redemption = redemption;
    const double settlement = date_argument(call, 0);
    const double maturity = date_argument(call, 1);
    result.frequency = frequency_argument(call, frequency_index);
    const DayBasis basis = basis_argument(call, frequency_index + 1);
    if (!call.failed() && settlement >= maturity) call.fail(CellError::num);
    if (call.failed()) return result;
    const CouponPeriod period = coupon_period(settlement, maturity, result.frequency, call.dates());
    result.count = period.count;
    result.days = coupon_days(period, result.frequency, basis);
    result.begun_days = coupon_days_before(settlement, period, basis, call.dates());
    return result;
}

double price_of(const Bond& bond, double yield) {
    const double left = 1 - bond.begun();
    const double accrued = bond.each_coupon() * bond.begun();
    const double period_yield = yield / bond.frequency;
    if (bond.count == 1) return (bond.each_coupon() + bond.redemption) / (1 + period_yield * left) - accrued;
    double total = bond.redemption / std::pow(1 + period_yield, bond.count - 1 + left);
    for (double k = 0; k < bond.count; ++k)
        total += bond.each_coupon() / std::pow(1 + period_yield, k + left);
    return total - accrued;
}

Value price(Call& call) {
    const double rate = strict_number(call, 2);
    const double yield = strict_number(call, 3);
    const double redemption = strict_number(call, 4);
    const Bond b = bond(call, rate, redemption, 5);
    if (call.failed()) return 0.0;
    if (rate < 0 || yield < 0 || redemption <= 0) return CellError::num;
    return checked_number(price_of(b, yield));
}

Value yield(Call& call) {
    const double rate = strict_number(call, 2);
    const double price = strict_number(call, 3);
    const double redemption = strict_number(call, 4);
    const Bond b = bond(call, rate, redemption, 5);
    if (call.failed()) return 0.0;
    if (rate < 0 || price <= 0 || redemption <= 0) return CellError::num;
    if (b.count == 1) {
        const double paid = price + b.each_coupon() * b.begun();
        return checked_number((redemption + b.each_coupon() - paid) / paid * b.frequency / (1 - b.begun()));
    }
    const auto cheaper = [&](double at) { return price - price_of(b, at); };
    double high = 1;
    while (cheaper(high) < 0 && high < 1e6) high *= 2;
    double low = 0;
    for (int i = 1; cheaper(low) > 0 && i < 60; ++i) low = b.frequency * (std::pow(0.5, i) - 1);
    return checked_number(find_zero(cheaper, low, high));
}

double duration_of(const Bond& bond, double yield) {
    const double left = 1 - bond.begun();
    const double factor = 1 + yield / bond.frequency;
    double weighted = 0;
    double total = 0;
    for (double k = 0; k < bond.count; ++k) {
        const double flow = bond.each_coupon() + (k + 1 == bond.count ? 100 : 0);
        const double discounted = flow / std::pow(factor, k + left);
        total += discounted;
        weighted += (k + left) * discounted;
    }
    return weighted / total / bond.frequency;
}

enum class Duration { macaulay, modified };

template <Duration kind>
Value duration(Call& call) {
    const double rate = strict_number(call, 2);
    const double yield = strict_number(call, 3);
    const Bond b = bond(call, rate, 100, 4);
    if (call.failed()) return 0.0;
    if (rate < 0 || yield < 0) return CellError::num;
    const double years = duration_of(b, yield);
    return checked_number(kind == Duration::modified ? years / (1 + yield / b.frequency) : years);
}

Value accrintm(Call& call) {
    const double issue = date_argument(call, 0);
    const double settlement = date_argument(call, 1);
    const double rate = strict_number(call, 2);
    const double face = strict_number_or(call, 3, 1000);
    const DayBasis basis = basis_argument(call, 4);
    if (call.failed()) return 0.0;
    if (rate <= 0 || face <= 0 || issue >= settlement) return CellError::num;
    return checked_number(face * rate * years_between(issue, settlement, basis, call.dates()));
}

/// The part of a coupon between two dates of the period from `previous` to `next`.
double accrued_share(double from, double to, double previous, double next, int frequency, DayBasis basis,
                     DateSystem dates) {
    const CouponPeriod period{previous, next, 1};
    return days_between(from, to, basis, dates) / coupon_days(period, frequency, basis);
}

Value accrint(Call& call) {
    const double issue = date_argument(call, 0);
    const double first = date_argument(call, 1);
    const double settlement = date_argument(call, 2);
    const double rate = strict_number(call, 3);
    const double face = strict_number_or(call, 4, 1000);
    const int frequency = frequency_argument(call, 5);
    const DayBasis basis = basis_argument(call, 6);
    const bool from_issue = call.boolean_or(7, true);
    if (call.failed()) return 0.0;
    if (rate <= 0 || face <= 0 || issue >= settlement) return CellError::num;
    const DateSystem dates = call.dates();
    const int months = 12 / frequency;
    const bool month_end = is_month_end(first, dates);
    const auto step = [&](int steps) { return add_months(first, steps * months, month_end, dates); };
    int k = -1;  // the period that holds settlement starts at step(k)
    if (settlement > first && from_issue) {
        while (step(k + 1) > 0 && step(k + 1) < settlement) ++k;
    }
    // The last part counts in days of the first coupon's period, whichever it lies in.
    double shares =
        accrued_share(std::max(issue, step(k)), settlement, step(-1), step(0), frequency, basis, dates);
    for (--k; step(k + 1) > issue && step(k) > 0; --k) {
        const double previous = step(k);
        const double next = step(k + 1);
        if (issue <= previous) {
            shares += from_issue ? 1 : 0;
            continue;
        }
        shares += accrued_share(issue, next, previous, next, frequency, basis, dates);
    }
    return checked_number(face * rate / frequency * shares);
}

constexpr FunctionRow financial_bonds_rows[] = {
    {"ACCRINT", 6, 8, "vvvvvvvv", accrint},
    {"ACCRINTM", 3, 5, "vvvvv", accrintm},
    {"DURATION", 5, 6, "vvvvvv", duration<Duration::macaulay>},
    {"MDURATION", 5, 6, "vvvvvv", duration<Duration::modified>},
    {"PRICE", 6, 7, "vvvvvvv", price},
    {"YIELD", 6, 7, "vvvvvvv", yield},
};

}  // namespace

std::span<const FunctionRow> functions_financial_bonds() {
    return financial_bonds_rows;
}

}  // namespace scorebook::formula
