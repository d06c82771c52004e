// coupon_schedule.hpp - the coupon dates round a settlement, counted back from maturity, and the days
// between.
#pragma once

#include "formula/day_count.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {

struct CouponPeriod {
    double previous = 0;  ///< last coupon date on or before settlement
    double next = 0;      ///< first one after it
    double count = 0;     ///< coupons left, maturity's included
};

/// Steps from `anchor` (a coupon date) to the period `settlement` lies in.
CouponPeriod coupon_period(double settlement, double anchor, int frequency, DateSystem dates);

/// Days of the coupon period, from its start to settlement, and from settlement to the next coupon.
double coupon_days(const CouponPeriod& period, int frequency, DayBasis basis);
double coupon_days_before(double settlement, const CouponPeriod& period, DayBasis basis, DateSystem dates);
double coupon_days_after(double settlement, const CouponPeriod& period, DayBasis basis, DateSystem dates);

/// Arguments as the bond functions read them; the call fails with what Excel says to a bad one.
double date_argument(Call& call, std::size_t index);
int frequency_argument(Call& call, std::size_t index);
DayBasis basis_argument(Call& call, std::size_t index);

}  // namespace scorebook::formula
