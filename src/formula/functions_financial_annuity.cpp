// functions_financial_annuity.cpp - loans and savings with equal payments: PMT, PV, FV, RATE and the parts of
// a payment.
#include <cmath>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

/// (1 + rate)^periods - 1 by plain power, as Excel: whole factors stay exact.
double growth(double rate, double periods) {
    return std::pow(1 + rate, periods) - 1;
}

double payment(double rate, double periods, double present, double future, bool at_start) {
    if (rate == 0) return -(present + future) / periods;
    const double grown = growth(rate, periods);
    return -(future + present * (grown + 1)) * rate / (grown * (at_start ? 1 + rate : 1));
}

double future_value(double rate, double periods, double pay, double present, bool at_start) {
    if (rate == 0) return -(present + pay * periods);
    const double grown = growth(rate, periods);
    return -(present * (grown + 1) + pay * (at_start ? 1 + rate : 1) * grown / rate);
}

/// What a payment takes off the debt: it grows by the rate from period to period.
double principal_part(double rate, double period, double periods, double present, double future,
                      bool at_start) {
    if (rate == 0 || (at_start && period == 1)) return payment(rate, periods, present, future, at_start);
    const double first = -(present + future) * rate / growth(rate, periods);
    const double principal = first * std::pow(1 + rate, period - 1);
    return at_start ? principal / (1 + rate) : principal;
}

bool at_start_argument(Call& call, std::size_t index) {
    return call.number_or(index, 0) != 0;
}

/// `code` of the arguments PMT, PV, FV and NPER share: three numbers, one that may be left out, and whether
/// payments fall at the start of a period.
template <auto code>
Value of_terms(Call& call) {
    const double first = call.number(0);
    const double second = call.number(1);
    const double third = call.number(2);
    const double fourth = call.number_or(3, 0);
    const bool at_start = at_start_argument(call, 4);
    if (call.failed()) return 0.0;
    return code(first, second, third, fourth, at_start);
}

Value pmt(double rate, double periods, double present, double future, bool at_start) {
    if (periods == 0 || rate <= -1) return CellError::num;
    return checked_number(payment(rate, periods, present, future, at_start));
}

Value fv(double rate, double periods, double pay, double present, bool at_start) {
    if (rate == -1 && periods < 0) return CellError::div0;
    return checked_number(future_value(rate, periods, pay, present, at_start));
}

Value pv(double rate, double periods, double pay, double future, bool at_start) {
    if (rate == 0) return checked_number(-(future + pay * periods));
    if (rate == -1 && periods > 0) return CellError::div0;
    const double grown = growth(rate, periods);
    return checked_number(-(future + pay * (at_start ? 1 + rate : 1) * grown / rate) / (grown + 1));
}

Value nper(double rate, double pay, double present, double future, bool at_start) {
    if (rate == 0) return pay == 0 ? Value(CellError::num) : checked_number(-(present + future) / pay);
    if (rate <= -1) return CellError::num;
    const double due = pay * (at_start ? 1 + rate : 1);
    return checked_number(std::log((due - future * rate) / (due + present * rate)) / std::log1p(rate));
}

Value rate(Call& call) {
    const double periods = call.number(0);
    const double pay = call.number(1);
    const double present = call.number(2);
    const double future = call.number_or(3, 0);
    const bool at_start = at_start_argument(call, 4);
    const double guess = call.number_or(5, 0.1);
    if (call.failed()) return 0.0;
    if (periods <= 0 || guess <= -1) return CellError::num;
    const auto balance = [&](double at) {
        return future - future_value(at, periods, pay, present, at_start);
    };
    double x = guess;
    for (int i = 0; i < 100; ++i) {
        const double value = balance(x);
        const double step = 1e-6 * std::max(std::abs(x), 1e-3);
        const double slope = (balance(x + step) - balance(x - step)) / (2 * step);
        const double next = x - value / slope;
        if (!std::isfinite(next) || next <= -1) return CellError::num;
        if (std::abs(next - x) <= 1e-15 + 1e-14 * std::abs(next)) return checked_number(next);
        x = next;
    }
    const double scale = std::abs(present) + std::abs(future) + std::abs(pay * periods);
    return std::abs(balance(x)) < 1e-7 * scale ? checked_number(x) : CellValue(CellError::num);
}

enum class Part { interest, principal };

template <Part part>
Value part_of_payment(Call& call) {
    const double rate = call.number(0);
    const double period = call.number(1);
    const double periods = call.number(2);
    const double present = call.number(3);
    const double future = call.number_or(4, 0);
    const bool at_start = at_start_argument(call, 5);
    if (call.failed()) return 0.0;
    if (period < 1 || period >= periods + 1) return CellError::num;
    const double pay = payment(rate, periods, present, future, at_start);
    const double principal = principal_part(rate, period, periods, present, future, at_start);
    return checked_number(part == Part::principal ? principal : pay - principal);
}

template <Part part>
Value parts_added(Call& call) {
    const double rate = strict_number(call, 0);
    const double periods = strict_number(call, 1);
    const double present = strict_number(call, 2);
    const double first = std::ceil(strict_number(call, 3));
    const double last = std::trunc(strict_number(call, 4));
    const double type = strict_number(call, 5);
    if (call.failed()) return 0.0;
    if (rate <= 0 || periods <= 0 || present <= 0 || first < 1 || last < first || last > periods ||
        (type != 0 && type != 1) || last > 1e6) {
        return CellError::num;
    }
    const double pay = payment(rate, periods, present, 0, type == 1);
    double total = 0;
    for (double period = first; period <= last; ++period) {
        const double principal = principal_part(rate, period, periods, present, 0, type == 1);
        total += part == Part::principal ? principal : pay - principal;
    }
    return checked_number(total);
}

Value ispmt(double rate, double period, double periods, double present) {
    if (periods == 0) return CellError::div0;
    return checked_number(present * rate * (period / periods - 1));
}

Value pduration(double rate, double present, double future) {
    if (rate <= 0 || present <= 0 || future <= 0) return CellError::num;
    return checked_number((std::log(future) - std::log(present)) / std::log1p(rate));
}

Value rri(double periods, double present, double future) {
    if (periods <= 0 || present == 0) return CellError::num;
    return checked_number(std::pow(future / present, 1 / periods) - 1);
}

Value effect(Call& call) {
    const double nominal = strict_number(call, 0);
    const double periods = std::trunc(strict_number(call, 1));
    if (nominal <= 0 || periods < 1) return CellError::num;
    return checked_number(growth(nominal / periods, periods));
}

Value nominal(Call& call) {
    const double effective = strict_number(call, 0);
    const double periods = std::trunc(strict_number(call, 1));
    if (effective <= 0 || periods < 1) return CellError::num;
    return checked_number(growth(effective, 1 / periods) * periods);
}

constexpr FunctionRow financial_annuity_rows[] = {
    {"CUMIPMT", 6, 6, "vvvvvv", parts_added<Part::interest>},
    {"CUMPRINC", 6, 6, "vvvvvv", parts_added<Part::principal>},
    {"EFFECT", 2, 2, "vv", effect},
    {"FV", 3, 5, "vvvvv", of_terms<fv>},
    {"IPMT", 4, 6, "vvvvvv", part_of_payment<Part::interest>},
    {"ISPMT", 4, 4, "vvvv", of_numbers<ispmt>},
    {"NOMINAL", 2, 2, "vv", nominal},
    {"NPER", 3, 5, "vvvvv", of_terms<nper>},
    {"PDURATION", 3, 3, "vvv", of_numbers<pduration>},
    {"PMT", 3, 5, "vvvvv", of_terms<pmt>},
    {"PPMT", 4, 6, "vvvvvv", part_of_payment<Part::principal>},
    {"PV", 3, 5, "vvvvv", of_terms<pv>},
    {"RATE", 3, 6, "vvvvvv", rate},
    {"RRI", 3, 3, "vvv", of_numbers<rri>},
};

}  // namespace

std::span<const FunctionRow> functions_financial_annuity() {
    return financial_annuity_rows;
}

}  // namespace scorebook::formula
