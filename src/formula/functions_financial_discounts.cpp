// functions_financial_discounts.cpp - securities without coupons, interest at maturity, Treasury bills.
#include <cmath>

#include "formula/coupon_schedule.hpp"
#include "formula/function_families.hpp"

namespace scorebook::formula {
namespace {

/// Settlement, maturity, two amounts and the basis: what DISC, INTRATE, RECEIVED, PRICEDISC and YIELDDISC
/// take.
template <double (*code)(double first, double second, double years)>
Value over_years(Call& call) {
    const double settlement = date_argument(call, 0);
    const double maturity = date_argument(call, 1);
    const double first = strict_number(call, 2);
    const double second = strict_number(call, 3);
    const DayBasis basis = basis_argument(call, 4);
    if (call.failed()) return 0.0;
    if (settlement >= maturity || first <= 0 || second <= 0) return CellError::num;
    return checked_number(code(first, second, years_between(settlement, maturity, basis, call.dates())));
}

double disc(double price, double redemption, double years) {
    return (redemption - price) / redemption / years;
}
double intrate(double invested, double redemption, double years) {
    return (redemption - invested) / invested / years;
}
double received(double invested, double discount, double years) {
    const double share = 1 - discount * years;
    return share > 0 ? invested / share : not_a_number;
}
double pricedisc(double discount, double redemption, double years) {
    return redemption - discount * redemption * years;
}

/// PRICEMAT and YIELDMAT: the years all divide by the year of issue.
struct MaturityYears {
    double whole = 0;  ///< issue to maturity
    double begun = 0;  ///< issue to settlement
    double left = 0;   ///< settlement to maturity
};

MaturityYears maturity_years(Call& call) {
    const double settlement = date_argument(call, 0);
    const double maturity = date_argument(call, 1);
    const double issue = date_argument(call, 2);
    const DayBasis basis = basis_argument(call, 5);
    if (!call.failed() && (settlement >= maturity || issue > settlement)) call.fail(CellError::num);
    if (call.failed()) return {1, 0, 1};
    const DateSystem dates = call.dates();
    const double year = days_in_year(issue, settlement, basis, dates);
    return {days_between(issue, maturity, basis, dates) / year,
            days_between(issue, settlement, basis, dates) / year,
            days_between(settlement, maturity, basis, dates) / year};
}

Value pricemat(Call& call) {
    const MaturityYears years = maturity_years(call);
    const double rate = strict_number(call, 3);
    const double yield = strict_number(call, 4);
    if (rate < 0 || yield < 0) return CellError::num;
    return checked_number((100 + years.whole * rate * 100) / (1 + years.left * yield) -
                          years.begun * rate * 100);
}

Value yieldmat(Call& call) {
    const MaturityYears years = maturity_years(call);
    const double rate = strict_number(call, 3);
    const double price = strict_number(call, 4) / 100;
    if (rate < 0 || price <= 0) return CellError::num;
    const double paid = price + years.begun * rate;
    return checked_number((1 + years.whole * rate - paid) / paid / years.left);
}

/// Days of a Treasury bill; a year at most.
double bill_days(Call& call) {
    const double settlement = date_argument(call, 0);
    const double maturity = date_argument(call, 1);
    if (call.failed()) return 1;
    const double year_on = add_months(settlement, 12, false, call.dates());
    if (settlement >= maturity || maturity > year_on) call.fail(CellError::num);
    return maturity - settlement;
}

Value tbillprice(Call& call) {
    const double days = bill_days(call);
    const double discount = strict_number(call, 2);
    if (discount <= 0) return CellError::num;
    const double price = 100 * (1 - discount * days / 360);
    return price < 0 ? Value(CellError::num) : checked_number(price);
}

Value tbillyield(Call& call) {
    const double days = bill_days(call);
    const double price = strict_number(call, 2);
    if (price <= 0) return CellError::num;
    return checked_number((100 - price) / price * 360 / days);
}

Value tbilleq(Call& call) {
    const double days = bill_days(call);
    const double discount = strict_number(call, 2);
    if (call.failed()) return 0.0;
    if (discount <= 0) return CellError::num;
    if (days <= 182) {
        const double result = 365 * discount / (360 - discount * days);
        return result < 0 ? Value(CellError::num) : checked_number(result);
    }
    // Beyond half a year a coupon in the middle is reckoned with, as the US Treasury does.
    const double price = 1 - discount * days / 360;
    const double years = days / (days == 366 ? 366 : 365);
    const double root = std::sqrt(years * years - (2 * years - 1) * (1 - 1 / price));
    return checked_number((2 * root - 2 * years) / (2 * years - 1));
}

constexpr FunctionRow financial_discounts_rows[] = {
    {"DISC", 4, 5, "vvvvv", over_years<disc>},
    {"INTRATE", 4, 5, "vvvvv", over_years<intrate>},
    {"PRICEDISC", 4, 5, "vvvvv", over_years<pricedisc>},
    {"PRICEMAT", 5, 6, "vvvvvv", pricemat},
    {"RECEIVED", 4, 5, "vvvvv", over_years<received>},
    {"TBILLEQ", 3, 3, "vvv", tbilleq},
    {"TBILLPRICE", 3, 3, "vvv", tbillprice},
    {"TBILLYIELD", 3, 3, "vvv", tbillyield},
    {"YIELDDISC", 4, 5, "vvvvv", over_years<intrate>},
    {"YIELDMAT", 5, 6, "vvvvvv", yieldmat},
};

}  // namespace

std::span<const FunctionRow> functions_financial_discounts() {
    return financial_discounts_rows;
}

}  // namespace scorebook::formula
