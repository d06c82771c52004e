// functions_database.cpp - DSUM and its kin: records of a range with headings that meet criteria laid out in
// cells.
//
// Criteria in one row must all hold, one row of several is enough; a text means "begins with", as in Excel's
// advanced filter.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "formula/criteria.hpp"
#include "formula/formula_parser.hpp"
#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

/// The column under the heading `name`.
std::optional<std::size_t> find_column(const Array& records, const CellValue& name) {
    const auto wanted = to_plain_text(name);
    const auto* text = std::get_if<std::string>(&wanted);
    for (std::size_t c = 0; text != nullptr && c < records.columns; ++c) {
        const auto heading = to_plain_text(records.at(0, c));
        const auto* other = std::get_if<std::string>(&heading);
        if (other != nullptr && equal_fold(*other, *text)) return c;
    }
    return std::nullopt;
}

/// A value that lets a record through: TRUE or a number other than 0. Text doesn't.
bool is_true(const CellValue& value) {
    if (const auto* boolean = std::get_if<bool>(&value)) return *boolean;
    const auto* number = std::get_if<double>(&value);
    return number != nullptr && *number != 0;
}

/// A formula under a heading the records don't have: written for the first record, it is worked out for each
/// as if it stood that many rows further down.
struct ComputedCriterion {
    std::shared_ptr<const FormulaTree> tree;  ///< null when the criterion is a plain value
    SheetIndex sheet = 0;
    CellRef cell;

    bool is_met(const Call& call, std::size_t record) const {
        const CellRef moved{cell.row_index + static_cast<std::uint32_t>(record), cell.column_index};
        Evaluation evaluation(call.workspace(), *tree, sheet, moved, Mode::single);
        return is_true(evaluation.to_single(evaluation.run()));
    }
};

ComputedCriterion computed_criterion(const Call& call, std::size_t row, std::size_t column) {
    ComputedCriterion result;
    const Reference* reference = call.value(2).reference();
    if (reference == nullptr) return result;
    const Area& area = reference->areas[0];
    result.sheet = area.sheet;
    result.cell = {area.range.first.row_index + static_cast<std::uint32_t>(row),
                   area.range.first.column_index + static_cast<std::uint32_t>(column)};
    const std::string formula = call.source().formula(area.sheet, result.cell);
    if (!formula.empty()) result.tree = parse_formula(formula, result.cell).tree;
    return result;
}

/// A condition on a column, or under a heading the records don't have: computed, or known beforehand.
struct Condition {
    std::optional<std::size_t> column;
    Criterion criterion;
    ComputedCriterion computed;
    bool met = false;

    bool holds(const Call& call, const Array& records, std::size_t row) const {
        if (column) return criterion.matches(records.at(row, *column));
        return computed.tree != nullptr ? computed.is_met(call, row - 1) : met;
    }
};

/// A text without an operator asks for cells that begin with it.
CellValue as_filter(const CellValue& wanted, DateSystem dates) {
    const auto* text = std::get_if<std::string>(&wanted);
    if (text == nullptr || text->empty()) return wanted;
    if ((*text)[0] == '=' || (*text)[0] == '<' || (*text)[0] == '>') return wanted;
    if (std::holds_alternative<double>(to_number(wanted, dates))) return wanted;
    return *text + "*";
}

std::vector<std::vector<Condition>> read_conditions(Call& call, const Array& records, const Array& criteria) {
    std::vector<std::vector<Condition>> result;
    for (std::size_t r = 1; r < criteria.rows; ++r) {
        std::vector<Condition> together;
        for (std::size_t c = 0; c < criteria.columns; ++c) {
            const CellValue& wanted = criteria.at(r, c);
            if (is_blank(wanted)) continue;
            const CellValue& heading = criteria.at(0, c);
            const auto column = is_blank(heading) ? std::nullopt : find_column(records, heading);
            Condition condition{column, Criterion(as_filter(wanted, call.dates()), call.dates()), {}, false};
            if (!column) condition.computed = computed_criterion(call, r, c);
            condition.met = is_true(wanted);
            together.push_back(std::move(condition));
        }
        result.push_back(std::move(together));
    }
    return result;
}

/// The field argument: a heading or a number from 1; empty when DCOUNT leaves it out.
std::optional<std::size_t> field_column(Call& call, const Array& records) {
    CellValue field = call.single(1);
    if (const auto* error = std::get_if<CellError>(&field)) call.fail(*error);
    if (const auto* boolean = std::get_if<bool>(&field)) field = *boolean ? 1.0 : 0.0;
    if (const auto* number = std::get_if<double>(&field)) {
        if (*number >= 1 && *number < static_cast<double>(records.columns) + 1) {
            return static_cast<std::size_t>(*number) - 1;
        }
    } else if (const auto column = find_column(records, field); column && !is_blank(field)) {
        return column;
    }
    call.fail(CellError::value);
    return std::nullopt;
}

enum class Field { needed, may_be_left_out };

/// The field's values in the records that meet the criteria; TRUE for each record when there is no field.
std::vector<CellValue> matching_values(Call& call, Field field) {
    std::vector<CellValue> result;
    const Array& records = call.array(0);
    const std::shared_ptr<const Array> shared =
        call.evaluation().to_array(call.value(2));  // stays a reference
    const Array& criteria = *shared;
    const bool no_field = field == Field::may_be_left_out && call.value(1).is_missing();
    const auto column = no_field ? std::nullopt : field_column(call, records);
    if (criteria.rows < 2 || records.rows < 2) call.fail(CellError::value);
    if (call.failed()) return result;
    const auto conditions = read_conditions(call, records, criteria);
    for (std::size_t r = 1; r < records.rows; ++r) {
        const bool met = std::any_of(conditions.begin(), conditions.end(), [&](const auto& together) {
            return std::all_of(together.begin(), together.end(),
                               [&](const Condition& condition) { return condition.holds(call, records, r); });
        });
        if (met) result.push_back(column ? records.at(r, *column) : CellValue(true));
    }
    return result;
}

std::vector<double> matching_numbers(Call& call) {
    std::vector<double> numbers;
    for (const CellValue& value : matching_values(call, Field::needed)) {
        if (const auto* number = std::get_if<double>(&value)) numbers.push_back(*number);
        if (const auto* error = std::get_if<CellError>(&value)) call.fail(*error);
    }
    return numbers;
}

Value dcount(Call& call) {
    double count = 0;
    const bool no_field = call.value(1).is_missing();
    for (const CellValue& value : matching_values(call, Field::may_be_left_out)) {
        count += no_field || std::holds_alternative<double>(value) ? 1 : 0;
    }
    return count;
}

Value dcounta(Call& call) {
    double count = 0;
    for (const CellValue& value : matching_values(call, Field::may_be_left_out))
        count += is_blank(value) ? 0 : 1;
    return count;
}

Value dget(Call& call) {
    std::vector<CellValue> values = matching_values(call, Field::needed);
    if (values.empty()) return CellError::value;
    if (values.size() > 1) return CellError::num;
    if (is_blank(values[0])) return CellError::value;
    return values[0];
}

Value dsum(Call& call) {
    const std::vector<double> numbers = matching_numbers(call);
    return checked_number(std::accumulate(numbers.begin(), numbers.end(), 0.0));
}

Value daverage(Call& call) {
    const std::vector<double> numbers = matching_numbers(call);
    if (numbers.empty()) return CellError::div0;
    return checked_number(std::accumulate(numbers.begin(), numbers.end(), 0.0) /
                          static_cast<double>(numbers.size()));
}

Value dproduct(Call& call) {
    const std::vector<double> numbers = matching_numbers(call);
    if (numbers.empty()) return 0.0;
    return checked_number(std::accumulate(numbers.begin(), numbers.end(), 1.0, std::multiplies<>()));
}

Value dmax(Call& call) {
    const std::vector<double> numbers = matching_numbers(call);
    return numbers.empty() ? 0.0 : *std::max_element(numbers.begin(), numbers.end());
}

Value dmin(Call& call) {
    const std::vector<double> numbers = matching_numbers(call);
    return numbers.empty() ? 0.0 : *std::min_element(numbers.begin(), numbers.end());
}

enum class Of { sample, population };
enum class Spread { variance, deviation };

template <Of of, Spread spread>
Value dvariance(Call& call) {
    const std::vector<double> numbers = matching_numbers(call);
    const auto count = static_cast<double>(numbers.size());
    const double divisor = count - (of == Of::sample ? 1 : 0);
    if (divisor <= 0) return CellError::div0;
    const double mean = std::accumulate(numbers.begin(), numbers.end(), 0.0) / count;
    double squares = 0;
    for (const double number : numbers) squares += (number - mean) * (number - mean);
    const double variance = squares / divisor;
    return checked_number(spread == Spread::deviation ? std::sqrt(variance) : variance);
}

constexpr FunctionRow database_rows[] = {
    {"DAVERAGE", 3, 3, "rvr", daverage},
    {"DCOUNT", 3, 3, "rvr", dcount},
    {"DCOUNTA", 3, 3, "rvr", dcounta},
    {"DGET", 3, 3, "rvr", dget},
    {"DMAX", 3, 3, "rvr", dmax},
    {"DMIN", 3, 3, "rvr", dmin},
    {"DPRODUCT", 3, 3, "rvr", dproduct},
    {"DSTDEV", 3, 3, "rvr", dvariance<Of::sample, Spread::deviation>},
    {"DSTDEVP", 3, 3, "rvr", dvariance<Of::population, Spread::deviation>},
    {"DSUM", 3, 3, "rvr", dsum},
    {"DVAR", 3, 3, "rvr", dvariance<Of::sample, Spread::variance>},
    {"DVARP", 3, 3, "rvr", dvariance<Of::population, Spread::variance>},
};

}  // namespace

std::span<const FunctionRow> functions_database() {
    return database_rows;
}

}  // namespace scorebook::formula
