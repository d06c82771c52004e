// function_table.cpp - the families put together, and the functions of Excel that only Excel can compute.
#include "formula/function_table.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "formula/function_families.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

using Family = std::span<const FunctionRow> (*)();

constexpr Family families[] = {
    functions_array_order,
    functions_array_shape,
    functions_conditional,
    functions_database,
    functions_date,
    functions_date_spans,
    functions_distributions_continuous,
    functions_distributions_discrete,
    functions_distributions_normal,
    functions_engineering_bessel,
    functions_engineering_bits,
    functions_engineering_complex,
    functions_engineering_convert,
    functions_engineering_numerals,
    functions_financial_annuity,
    functions_financial_bonds,
    functions_financial_cash_flows,
    functions_financial_coupons,
    functions_financial_depreciation,
    functions_financial_discounts,
    functions_financial_odd_periods,
    functions_information,
    functions_information_place,
    functions_lambda,
    functions_lambda_arrays,
    functions_logic,
    functions_lookup,
    functions_math,
    functions_math_combinatorics,
    functions_math_matrix,
    functions_math_numerals,
    functions_math_rounding,
    functions_math_series,
    functions_math_sums,
    functions_math_trigonometry,
    functions_reference,
    functions_reference_text,
    functions_statistics,
    functions_statistics_order,
    functions_statistics_pairs,
    functions_statistics_regression,
    functions_statistics_spread,
    functions_statistics_tests,
    functions_subtotal,
    functions_text,
    functions_text_characters,
    functions_text_numbers,
    functions_text_split,
    functions_time,
    functions_workdays,
};

struct Unsupported {
    std::string_view name;
    std::string_view why;
};

constexpr std::string_view needs_server = "needs a server";
constexpr std::string_view needs_web = "needs the web";
constexpr std::string_view needs_program = "needs another program";
constexpr std::string_view fitted_by_excel = "is fitted in a way only Excel knows";
constexpr std::string_view builds_report = "builds a report as only Excel does";
constexpr std::string_view needs_regex = "needs Excel's regular expressions";
constexpr std::string_view reads_furigana = "reads how a Japanese word is pronounced";
constexpr std::string_view reads_xml = "reads XML by XPath";
constexpr std::string_view spells_thai = "spells numbers in Thai";
constexpr std::string_view needs_pivot = "reads a pivot table";

constexpr Unsupported unsupported[] = {
    {"BAHTTEXT", spells_thai},
    {"CALL", needs_program},
    {"COPILOT", needs_web},
    {"CUBEKPIMEMBER", needs_server},
    {"CUBEMEMBER", needs_server},
    {"CUBEMEMBERPROPERTY", needs_server},
    {"CUBERANKEDMEMBER", needs_server},
    {"CUBESET", needs_server},
    {"CUBESETCOUNT", needs_server},
    {"CUBEVALUE", needs_server},
    {"DETECTLANGUAGE", needs_web},
    {"EUROCONVERT", needs_program},
    {"FIELDVALUE", needs_web},
    {"FILTERXML", reads_xml},
    {"FORECAST.ETS", fitted_by_excel},
    {"FORECAST.ETS.CONFINT", fitted_by_excel},
    {"FORECAST.ETS.SEASONALITY", fitted_by_excel},
    {"FORECAST.ETS.STAT", fitted_by_excel},
    {"GETPIVOTDATA", needs_pivot},
    {"GROUPBY", builds_report},
    {"IMAGE", needs_web},
    {"IMPORTCSV", needs_web},
    {"IMPORTTEXT", needs_web},
    {"PHONETIC", reads_furigana},
    {"PIVOTBY", builds_report},
    {"PY", needs_program},
    {"REGEXEXTRACT", needs_regex},
    {"REGEXREPLACE", needs_regex},
    {"REGEXTEST", needs_regex},
    {"REGISTER.ID", needs_program},
    {"RTD", needs_program},
    {"SQL.REQUEST", needs_program},
    {"STOCKHISTORY", needs_web},
    {"TRANSLATE", needs_web},
    {"WEBSERVICE", needs_web},
};

/// All rows by name; of two with one name the first family's.
const std::vector<const FunctionRow*>& function_index() {
    static const std::vector<const FunctionRow*> index = [] {
        std::vector<const FunctionRow*> sorted;
        for (Family family : families) {
            for (const FunctionRow& row : family()) sorted.push_back(&row);
        }
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const FunctionRow* a, const FunctionRow* b) { return a->name < b->name; });
        const auto end =
            std::unique(sorted.begin(), sorted.end(),
                        [](const FunctionRow* a, const FunctionRow* b) { return a->name == b->name; });
        sorted.erase(end, sorted.end());
        return sorted;
    }();
    return index;
}

}  // namespace

char FunctionRow::argument_kind(std::size_t index) const {
    const std::size_t bar = arguments.find('|');
    const std::size_t fixed = bar == std::string_view::npos ? arguments.size() : bar;
    if (index < fixed) return arguments[index];
    if (bar == std::string_view::npos || bar + 1 == arguments.size()) return 'v';
    const std::size_t repeated = arguments.size() - bar - 1;
    return arguments[bar + 1 + (index - fixed) % repeated];
}

std::string plain_function_name(std::string_view name) {
    std::string upper = to_upper(name);
    std::string_view rest = upper;
    for (bool again = true; again;) {
        again = false;
        for (std::string_view prefix : {"_XLFN.", "_XLWS.", "_XLUDF."}) {
            if (rest.starts_with(prefix)) {
                rest.remove_prefix(prefix.size());
                again = true;
            }
        }
    }
    return std::string(rest);
}

const FunctionRow* find_function(std::string_view name) {
    const auto& index = function_index();
    const std::string plain = plain_function_name(name);
    const auto found =
        std::lower_bound(index.begin(), index.end(), plain,
                         [](const FunctionRow* row, const std::string& key) { return row->name < key; });
    return found == index.end() || (*found)->name != plain ? nullptr : *found;
}

std::string_view why_unsupported(std::string_view name) {
    const std::string plain = plain_function_name(name);
    const auto* found =
        std::lower_bound(std::begin(unsupported), std::end(unsupported), plain,
                         [](const Unsupported& row, const std::string& key) { return row.name < key; });
    return found != std::end(unsupported) && found->name == plain ? found->why : std::string_view();
}

std::span<const FunctionRow* const> all_functions() {
    return function_index();
}

}  // namespace scorebook::formula
