// coupon_schedule.cpp - coupon dates are whole steps from the anchor, so that the 31st isn't lost in
// February.
#include "formula/coupon_schedule.hpp"

#include <cmath>

namespace scorebook::formula {

CouponPeriod coupon_period(double settlement, double anchor, int frequency, DateSystem dates) {
    const int months = 12 / frequency;
    const bool month_end = is_month_end(anchor, dates);
    // A first guess by whole years, then single steps.
    int steps = static_cast<int>((anchor - settlement) / 366) * frequency - 1;
    CouponPeriod period;
    const auto date = [&](int back) { return add_months(anchor, -back * months, month_end, dates); };
    if (steps < 0 && settlement <= anchor) steps = 0;
    while (steps > 0 && date(steps) <= settlement) --steps;
    while (date(steps + 1) > settlement && date(steps + 1) > 0) ++steps;
    period.next = date(steps);
    period.previous = date(steps + 1);
    period.count = steps + 1;
    return period;
}

double coupon_days(const CouponPeriod& period, int frequency, DayBasis basis) {
    if (basis == DayBasis::actual_actual) return period.next - period.previous;
    return (basis == DayBasis::actual_365 ? 365.0 : 360.0) / frequency;
}

double coupon_days_before(double settlement, const CouponPeriod& period, DayBasis basis, DateSystem dates) {
    return days_between(period.previous, settlement, basis, dates);
}

double coupon_days_after(double settlement, const CouponPeriod& period, DayBasis basis, DateSystem dates) {
    if (basis != DayBasis::us_30_360) return days_between(settlement, period.next, basis, dates);
    return days_30_360_us(period.previous, period.next, EndDate::by_itself, dates) -
           days_30_360_us(period.previous, settlement, EndDate::after_start, dates);
}

double date_argument(Call& call, std::size_t index) {
    const double serial = std::floor(strict_number(call, index));
    if (!call.failed() && (serial < 0 || serial > last_serial(call.dates()))) call.fail(CellError::num);
    return serial;
}

int frequency_argument(Call& call, std::size_t index) {
    const double frequency = std::trunc(strict_number(call, index));
    if (frequency == 1 || frequency == 2 || frequency == 4) return static_cast<int>(frequency);
    call.fail(CellError::num);
    return 1;
}

DayBasis basis_argument(Call& call, std::size_t index) {
    const double basis = std::trunc(strict_number_or(call, index, 0));
    if (basis >= 0 && basis <= 4) return static_cast<DayBasis>(basis);
    call.fail(CellError::num);
    return DayBasis::us_30_360;
}

}  // namespace scorebook::formula
