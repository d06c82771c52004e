// functions_financial_coupons.cpp - COUPNUM and its kin: when coupons are paid, and how many days lie
// between.
#include "formula/coupon_schedule.hpp"
#include "formula/function_families.hpp"

namespace scorebook::formula {
namespace {

struct Coupons {
    double settlement = 0;
    int frequency = 1;
    DayBasis basis = DayBasis::us_30_360;
    CouponPeriod period;
};

Coupons coupons(Call& call) {
    Coupons result;
    result.settlement = date_argument(call, 0);
    const double maturity = date_argument(call, 1);
    result.frequency = frequency_argument(call, 2);
    result.basis = basis_argument(call, 3);
    if (!call.failed() && result.settlement >= maturity) call.fail(CellError::num);
    if (!call.failed()) {
        result.period = coupon_period(result.settlement, maturity, result.frequency, call.dates());
    }
    return result;
}

Value coupnum(Call& call) {
    return coupons(call).period.count;
}
Value couppcd(Call& call) {
    return coupons(call).period.previous;
}
Value coupncd(Call& call) {
    return coupons(call).period.next;
}
Value coupdays(Call& call) {
    const Coupons c = coupons(call);
    return coupon_days(c.period, c.frequency, c.basis);
}
Value coupdaybs(Call& call) {
    const Coupons c = coupons(call);
    return coupon_days_before(c.settlement, c.period, c.basis, call.dates());
}
Value coupdaysnc(Call& call) {
    const Coupons c = coupons(call);
    return coupon_days_after(c.settlement, c.period, c.basis, call.dates());
}

constexpr FunctionRow financial_coupons_rows[] = {
    {"COUPDAYBS", 3, 4, "vvvv", coupdaybs},   {"COUPDAYS", 3, 4, "vvvv", coupdays},
    {"COUPDAYSNC", 3, 4, "vvvv", coupdaysnc}, {"COUPNCD", 3, 4, "vvvv", coupncd},
    {"COUPNUM", 3, 4, "vvvv", coupnum},       {"COUPPCD", 3, 4, "vvvv", couppcd},
};

}  // namespace

std::span<const FunctionRow> functions_financial_coupons() {
    return financial_coupons_rows;
}

}  // namespace scorebook::formula
