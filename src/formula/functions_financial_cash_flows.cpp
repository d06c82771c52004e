// functions_financial_cash_flows.cpp - uneven payments: NPV, IRR and those with dates; also prices in
// fractions.
#include <algorithm>
#include <cmath>
#include <optional>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

/// The value at the time of the first flow. Excel's last digits show this order of multiplying and dividing.
double value_at_first(double rate, const std::vector<double>& flows) {
    double total = 0;
    double factor = 1;
    for (const double flow : flows) {
        if (flow != 0) total += flow / factor;
        factor *= 1 + rate;
    }
    return total;
}

Value npv(Call& call) {
    const double rate = call.number(0);
    const std::vector<double> flows = call.numbers(1);
    if (call.failed()) return 0.0;
    if (rate == -1) return CellError::div0;
    if (flows.empty()) return CellError::value;
    return checked_number(value_at_first(rate, flows) / (1 + rate));
}

bool has_both_signs(const std::vector<double>& flows) {
    return std::any_of(flows.begin(), flows.end(), [](double flow) { return flow > 0; }) &&
           std::any_of(flows.begin(), flows.end(), [](double flow) { return flow < 0; });
}

/// Newton's steps from `guess`; value and slope of a sum of flow / (1 + rate)^time.
Value internal_rate(const std::vector<double>& flows, const std::vector<double>& times, double guess) {
    double rate = guess;
    for (int i = 0; i < 200; ++i) {
        double value = 0;
        double slope = 0;
        for (std::size_t k = 0; k < flows.size(); ++k) {
            const double discounted = flows[k] / std::pow(1 + rate, times[k]);
            value += discounted;
            slope -= times[k] * discounted / (1 + rate);
        }
        double next = rate - value / slope;
        // A step beyond -100 % is cut to half the way there.
        if (next <= -1) next = (rate - 1) / 2;
        if (!std::isfinite(next)) return CellError::num;
        if (std::abs(next - rate) <= 1e-14 * (1 + std::abs(next))) return checked_number(next);
        rate = next;
    }
    return CellError::num;
}

Value irr(Call& call) {
    const std::vector<double> flows = call.numbers_of(0);
    const double guess = call.number_or(1, 0.1);
    if (call.failed()) return 0.0;
    if (!has_both_signs(flows)) return CellError::num;
    if (guess <= -1) return CellError::value;
    std::vector<double> times(flows.size());
    for (std::size_t i = 0; i < times.size(); ++i) times[i] = static_cast<double>(i);
    return internal_rate(flows, times, guess);
}

Value mirr(Call& call) {
    const std::vector<double> flows = call.numbers_of(0);
    const double finance_rate = call.number(1);
    const double reinvest_rate = call.number(2);
    if (call.failed()) return 0.0;
    std::vector<double> gains;
    std::vector<double> losses;
    for (const double flow : flows) {
        gains.push_back(std::max(flow, 0.0));
        losses.push_back(std::min(flow, 0.0));
    }
    const auto periods = static_cast<double>(flows.size());
    if (reinvest_rate == -1 || periods < 2) return CellError::div0;
    const double invested = value_at_first(finance_rate, losses);
    if (invested == 0 || !std::isfinite(invested)) return CellError::div0;
    const double gained = value_at_first(reinvest_rate, gains) * std::pow(1 + reinvest_rate, periods - 1);
    return checked_number(std::pow(gained / -invested, 1 / (periods - 1)) - 1);
}

struct DatedFlows {
    std::vector<double> flows;
    std::vector<double> years;  ///< from the first date
};

/// What XIRR (#VALUE!, blank flows count as 0) and XNPV (#NUM!) say to a cell that is no number.
enum class NoNumber { is_value_error, is_num_error };

DatedFlows dated_flows(Call& call, std::size_t first, NoNumber no_number) {
    DatedFlows result;
    std::vector<double> dates;
    for (std::size_t list = 0; list < 2; ++list) {
        for (const CellValue& cell : call.array(first + list).cells) {
            const auto* number = std::get_if<double>(&cell);
            if (const auto* error = std::get_if<CellError>(&cell)) call.fail(*error);
            if (number == nullptr && no_number == NoNumber::is_num_error) call.fail(CellError::num);
            if (number == nullptr && !(list == 0 && is_blank(cell))) call.fail(CellError::value);
            (list == 0 ? result.flows : dates).push_back(number != nullptr ? *number : 0);
        }
    }
    if (call.failed()) return result;
    if (result.flows.size() != dates.size()) call.fail(CellError::num);
    for (const double date : dates) {
        const double days = std::floor(date) - std::floor(dates[0]);
        if (days < 0 || date < 0 || date > 2958465) call.fail(CellError::num);
        result.years.push_back(days / 365);
    }
    return result;
}

double dated_value(const DatedFlows& dated, double rate) {
    double total = 0;
    for (std::size_t i = 0; i < dated.flows.size(); ++i) {
        total += dated.flows[i] / std::pow(1 + rate, dated.years[i]);
    }
    return total;
}

Value xnpv(Call& call) {
    const double rate = strict_number(call, 0);
    const DatedFlows dated = dated_flows(call, 1, NoNumber::is_num_error);
    if (call.failed()) return 0.0;
    if (rate <= 0) return CellError::num;
    return checked_number(dated_value(dated, rate));
}

struct Bracket {
    double low = 0;
    double high = 0;
};

/// Excel's intervals: the guess doubled again and again, or from minus the guess half the way down to -100 %.
std::optional<Bracket> bracket_root(const DatedFlows& dated, double guess) {
    const auto holds_root = [&](const Bracket& at) {
        return (dated_value(dated, at.low) > 0) != (dated_value(dated, at.high) > 0);
    };
    constexpr int most_steps = 30;
    Bracket up{guess, 2 * guess};
    Bracket down{-guess, guess};
    for (int step = 0; step < most_steps; ++step) {
        if (holds_root(up)) return up;
        if (holds_root(down)) return down;
        up = {up.high, 2 * up.high};
        down = {(down.low - 1) / 2, down.low};
    }
    return std::nullopt;
}

/// Halves as Excel does, so that the result, good to 1E-8 only, is the same to its last digit.
double halve(const DatedFlows& dated, Bracket bracket) {
    double size = 0;
    for (const double flow : dated.flows) size += std::abs(flow);
    const double width = 1e-8 * std::max(1.0, bracket.high);
    const double small_value = 1.5e-8 * size;
    const bool rising = dated_value(dated, bracket.high) > 0;
    double middle = bracket.low;
    for (int i = 0; i < 100; ++i) {
        const double half = (bracket.high - bracket.low) / 2;
        middle = bracket.low + half;
        const double value = dated_value(dated, middle);
        if (half < width && std::abs(value) < small_value) break;
        ((value > 0) == rising ? bracket.high : bracket.low) = middle;
    }
    return middle;
}

Value xirr(Call& call) {
    const DatedFlows dated = dated_flows(call, 0, NoNumber::is_value_error);
    const double guess = strict_number_or(call, 2, 0.1);
    if (call.failed()) return 0.0;
    if (!has_both_signs(dated.flows) || guess <= -1) return CellError::num;
    if (guess <= 0 || guess >= 1) return internal_rate(dated.flows, dated.years, guess);
    const auto bracket = bracket_root(dated, guess);
    return bracket ? checked_number(halve(dated, *bracket)) : CellValue(CellError::num);
}

Value fvschedule(Call& call) {
    double value = strict_number(call, 0);
    for (const CellValue& cell : call.array(1).cells) {
        if (is_blank(cell)) continue;
        const auto* rate = std::get_if<double>(&cell);
        if (const auto* error = std::get_if<CellError>(&cell)) return *error;
        if (rate == nullptr) return CellError::value;
        value *= 1 + *rate;
    }
    return checked_number(value);
}

enum class Dollars { to_decimal, to_fraction };

template <Dollars direction>
Value dollars(Call& call) {
    const double price = strict_number(call, 0);
    const double fraction = std::trunc(strict_number(call, 1));
    if (call.failed()) return 0.0;
    if (fraction < 0) return CellError::num;
    if (fraction == 0) return CellError::div0;
    const double whole = std::trunc(price);
    const double part = price - whole;
    const double power_of_ten = std::pow(10.0, std::ceil(std::log10(fraction)));
    return checked_number(direction == Dollars::to_decimal ? whole + part * power_of_ten / fraction
                                                           : whole + part * fraction / power_of_ten);
}

constexpr FunctionRow financial_cash_flows_rows[] = {
    {"DOLLARDE", 2, 2, "vv", dollars<Dollars::to_decimal>},
    {"DOLLARFR", 2, 2, "vv", dollars<Dollars::to_fraction>},
    {"FVSCHEDULE", 2, 2, "vr", fvschedule},
    {"IRR", 1, 2, "av", irr},
    {"MIRR", 3, 3, "avv", mirr},
    {"NPV", 2, any_number, "v|r", npv},
    {"XIRR", 2, 3, "rrv", xirr},
    {"XNPV", 3, 3, "vrr", xnpv},
};

}  // namespace

std::span<const FunctionRow> functions_financial_cash_flows() {
    return financial_cash_flows_rows;
}

}  // namespace scorebook::formula
