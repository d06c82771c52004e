// functions_statistics_regression.cpp - LINEST and LOGEST (the coefficients), TREND and GROWTH (the values).
#include <cmath>

#include "formula/function_families.hpp"
#include "formula/least_squares.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

enum class Shape { line, exponential };

/// How the x values lie: in the shape of y, as columns beside it, or as rows under it.
enum class Layout { like_y, columns, rows };

/// Numbers only: a blank or a text is #VALUE!.
std::vector<double> numbers_only(Call& call, const Array& array) {
    std::vector<double> numbers;
    for (const CellValue& cell : array.cells) {
        const auto* number = std::get_if<double>(&cell);
        if (const auto* error = std::get_if<CellError>(&cell)) call.fail(*error);
        if (number == nullptr) call.fail(CellError::value);
        numbers.push_back(number != nullptr ? *number : 0);
    }
    return numbers;
}

/// Point by point, whatever the layout.
std::vector<double> point_major(Layout layout, const Array& shape, const std::vector<double>& numbers) {
    if (layout != Layout::rows) return numbers;
    std::vector<double> result;
    for (std::size_t c = 0; c < shape.columns; ++c) {
        for (std::size_t r = 0; r < shape.rows; ++r) result.push_back(numbers[r * shape.columns + c]);
    }
    return result;
}

struct Known {
    FitPoints points;
    Layout layout = Layout::like_y;
};

Known known_points(Call& call, Shape shape) {
    Known known;
    const Array& y = call.array(0);
    known.points.y = numbers_only(call, y);
    for (double& value : known.points.y) {
        if (shape == Shape::line) break;
        if (value <= 0) call.fail(CellError::num);
        value = std::log(value);
    }
    if (!call.has(1)) {
        for (std::size_t i = 1; i <= y.cells.size(); ++i) known.points.x.push_back(static_cast<double>(i));
        return known;
    }
    const Array& x = call.array(1);
    const std::vector<double> numbers = numbers_only(call, x);
    if (x.rows == y.rows && x.columns == y.columns) {
        known.points.x = numbers;
    } else if (y.columns == 1 && x.rows == y.rows) {
        known.layout = Layout::columns;
        known.points.variables = x.columns;
        known.points.x = numbers;
    } else if (y.rows == 1 && x.columns == y.columns) {
        known.layout = Layout::rows;
        known.points.variables = x.rows;
        known.points.x = point_major(known.layout, x, numbers);
    } else {
        call.fail(CellError::ref);
    }
    if (known.points.variables > 64) call.fail(CellError::num);
    return known;
}

template <Shape shape>
Value coefficients(Call& call) {
    const Known known = known_points(call, shape);
    const bool with_intercept = call.boolean_or(2, true);
    const bool with_statistics = call.boolean_or(3, false);
    if (call.failed()) return 0.0;
    const LinearFit fit = fit_line(known.points, with_intercept);
    const std::size_t k = fit.slopes.size();
    Array result(with_statistics ? 5 : 1, k + 1);
    const auto plain = [&](double value) {
        return checked_number(shape == Shape::exponential ? std::exp(value) : value);
    };
    for (std::size_t v = 0; v < k; ++v) result.at(0, k - 1 - v) = plain(fit.slopes[v]);
    result.at(0, k) = plain(fit.intercept);
    if (!with_statistics) return result;

    for (CellValue& cell : result.cells) {
        if (&cell >= &result.at(2, 0)) cell = CellError::not_available;
    }
    for (std::size_t v = 0; v < k; ++v) result.at(1, k - 1 - v) = checked_number(fit.slope_errors[v]);
    result.at(1, k) =
        with_intercept ? checked_number(fit.intercept_error) : CellValue(CellError::not_available);
    result.at(2, 0) = checked_number(fit.explained / (fit.explained + fit.residual));
    result.at(2, 1) =
        fit.freedom > 0 ? checked_number(std::sqrt(fit.residual / fit.freedom)) : CellValue(CellError::num);
    result.at(3, 0) = fit.freedom > 0
                          ? checked_number(fit.explained / fit.variables / (fit.residual / fit.freedom))
                          : CellValue(CellError::num);
    result.at(3, 1) = fit.freedom;
    result.at(4, 0) = checked_number(fit.explained);
    result.at(4, 1) = checked_number(fit.residual);
    return result;
}

template <Shape shape>
Value predicted(Call& call) {
    const Known known = known_points(call, shape);
    const bool with_intercept = call.boolean_or(3, true);
    const std::size_t k = known.points.variables;
    std::vector<double> x = known.points.x;
    Array result = call.array(0);
    if (call.has(2)) {
        const Array& asked = call.array(2);
        x = point_major(known.layout, asked, numbers_only(call, asked));
        if (known.layout == Layout::like_y) {
            result = Array(asked.rows, asked.columns);
        } else {
            const bool down = known.layout == Layout::columns;
            if ((down ? asked.columns : asked.rows) != k) return CellError::ref;
            result = down ? Array(asked.rows, 1) : Array(1, asked.columns);
        }
    }
    if (call.failed()) return 0.0;
    const LinearFit fit = fit_line(known.points, with_intercept);
    for (std::size_t i = 0; i < result.cells.size(); ++i) {
        const double value = fit.value_at(&x[i * k]);
        result.cells[i] = checked_number(shape == Shape::exponential ? std::exp(value) : value);
    }
    return result;
}

constexpr FunctionRow statistics_regression_rows[] = {
    {"GROWTH", 1, 4, "aaav", predicted<Shape::exponential>},
    {"LINEST", 1, 4, "aavv", coefficients<Shape::line>},
    {"LOGEST", 1, 4, "aavv", coefficients<Shape::exponential>},
    {"TREND", 1, 4, "aaav", predicted<Shape::line>},
};

}  // namespace

std::span<const FunctionRow> functions_statistics_regression() {
    return statistics_regression_rows;
}

}  // namespace scorebook::formula
