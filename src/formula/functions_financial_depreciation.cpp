// functions_financial_depreciation.cpp - what an asset loses in a period: SLN, SYD, DB, DDB, VDB, AMORLINC,
// AMORDEGRC.
#include <algorithm>
#include <cmath>

#include "formula/coupon_schedule.hpp"
#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

Value sln(double cost, double salvage, double life) {
    return life == 0 ? Value(CellError::div0) : checked_number((cost - salvage) / life);
}

Value syd(double cost, double salvage, double life, double period) {
    if (life <= 0 || period <= 0 || period > life || salvage < 0) return CellError::num;
    return checked_number((cost - salvage) * (life - period + 1) * 2 / (life * (life + 1)));
}

Value db(Call& call) {
    const double cost = call.number(0);
    const double salvage = call.number(1);
    const double life = call.number(2);
    const double period = call.whole_number(3);
    const double months = call.whole_number_or(4, 12);
    if (call.failed()) return 0.0;
    if (cost < 0 || salvage < 0 || life <= 0 || period < 1 || months < 1 || months > 12)
        return CellError::num;
    if (period > life + (months < 12 ? 1 : 0)) return CellError::num;
    if (cost == 0) return 0.0;
    const double rate = std::floor((1 - std::pow(salvage / cost, 1 / life)) * 1000 + 0.5) / 1000;
    const double first = cost * rate * months / 12;
    if (period == 1) return checked_number(first);
    const double left = (cost - first) * std::pow(1 - rate, period - 2);
    const bool part_year = period > life;
    return checked_number(left * rate * (part_year ? (12 - months) / 12 : 1));
}

/// Loss up to the end of `period` by declining balance, never below salvage.
double declined(double cost, double salvage, double life, double period, double factor) {
    const double rate = std::min(1.0, factor / life);
    const double left = cost * std::pow(1 - rate, period);
    return cost - std::max(left, std::min(salvage, cost));
}

Value ddb(Call& call) {
    const double cost = call.number(0);
    const double salvage = call.number(1);
    const double life = call.number(2);
    const double period = call.number(3);
    const double factor = call.number_or(4, 2);
    if (call.failed()) return 0.0;
    if (cost < 0 || salvage < 0 || life <= 0 || period <= 0 || period > life || factor <= 0)
        return CellError::num;
    if (period < 1)
        return checked_number(std::min(cost * std::min(1.0, factor / life), std::max(cost - salvage, 0.0)));
    const double loss =
        declined(cost, salvage, life, period, factor) - declined(cost, salvage, life, period - 1, factor);
    return checked_number(std::max(loss, 0.0));
}

/// VDB with a switch to straight line where that takes more; periods may be cut at either end.
double declined_or_straight(double cost, double salvage, double life, double from, double to, double factor,
                            bool never_switch) {
    double total = 0;
    double left = cost;
    const double rate = std::min(1.0, factor / life);
    for (double period = 0; period < to && left > salvage; ++period) {
        double loss = std::min(left * rate, left - salvage);
        if (!never_switch && life > period) loss = std::max(loss, (left - salvage) / (life - period));
        loss = std::min(loss, left - salvage);
        const double inside = std::min(to, period + 1) - std::max(from, period);
        if (inside > 0) total += loss * std::min(inside, 1.0);
        left -= loss;
    }
    return total;
}

Value vdb(Call& call) {
    const double cost = call.number(0);
    const double salvage = call.number(1);
    const double life = call.number(2);
    const double from = call.number(3);
    const double to = call.number(4);
    const double factor = call.number_or(5, 2);
    const bool never_switch = call.boolean_or(6, false);
    if (call.failed()) return 0.0;
    if (cost < 0 || salvage < 0 || life <= 0 || from < 0 || to < from || to > life || factor <= 0 ||
        life > 1e6)
        return CellError::num;
    return checked_number(declined_or_straight(cost, salvage, life, from, to, factor, never_switch));
}

/// French accounting: the first period counts by days.
struct FrenchAsset {
    double cost = 0;
    double first_years = 0;
    double salvage = 0;
    double period = 0;
    double rate = 0;
};

FrenchAsset french_asset(Call& call) {
    FrenchAsset asset;
    asset.cost = strict_number(call, 0);
    const double bought = date_argument(call, 1);
    const double first_end = date_argument(call, 2);
    asset.salvage = strict_number(call, 3);
    asset.period = std::trunc(strict_number(call, 4));
    asset.rate = strict_number(call, 5);
    const DayBasis basis = basis_argument(call, 6);
    if (call.failed()) return asset;
    if (bought > first_end || asset.rate <= 0 || asset.cost <= 0 || asset.salvage < 0 ||
        asset.salvage > asset.cost || asset.period < 0 || basis == DayBasis::actual_360) {
        call.fail(CellError::num);
        return asset;
    }
    asset.first_years = years_between(bought, first_end, basis, call.dates());
    return asset;
}

Value amorlinc(Call& call) {
    const FrenchAsset asset = french_asset(call);
    if (call.failed()) return 0.0;
    const double first = asset.first_years * asset.rate * asset.cost;
    const double yearly = asset.cost * asset.rate;
    const double full_periods = std::trunc((asset.cost - asset.salvage - first) / yearly);
    if (asset.period == 0) return checked_number(first);
    if (asset.period <= full_periods) return checked_number(yearly);
    if (asset.period > full_periods + 1) return 0.0;
    return checked_number(asset.cost - asset.salvage - yearly * full_periods - first);
}

Value amordegrc(Call& call) {
    const FrenchAsset asset = french_asset(call);
    if (call.failed()) return 0.0;
    const double life = 1 / asset.rate;
    if (life < 3 || (life > 4 && life < 5)) return CellError::num;
    const double rate = asset.rate * (life < 5 ? 1.5 : life <= 6 ? 2.0 : 2.5);
    double loss = std::round(asset.first_years * rate * asset.cost);
    double left = asset.cost - loss;
    double rest = left - asset.salvage;
    for (double n = 0; n < asset.period && n < 1000; ++n) {
        loss = std::round(rate * left);
        rest -= loss;
        if (rest < 0) return asset.period - n <= 1 ? std::round(left * 0.5) : 0.0;
        left -= loss;
    }
    return loss;
}

constexpr FunctionRow financial_depreciation_rows[] = {
    {"AMORDEGRC", 6, 7, "vvvvvvv", amordegrc},
    {"AMORLINC", 6, 7, "vvvvvvv", amorlinc},
    {"DB", 4, 5, "vvvvv", db},
    {"DDB", 4, 5, "vvvvv", ddb},
    {"SLN", 3, 3, "vvv", of_numbers<sln>},
    {"SYD", 4, 4, "vvvv", of_numbers<syd>},
    {"VDB", 5, 7, "vvvvvvv", vdb},
};

}  // namespace

std::span<const FunctionRow> functions_financial_depreciation() {
    return financial_depreciation_rows;
}

}  // namespace scorebook::formula
