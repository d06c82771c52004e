// functions_math_matrix.cpp - MMULT, MINVERSE, MDETERM, MUNIT: arrays as matrices; anything but a number is
// #VALUE!.
#include <cmath>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

/// The numbers of an argument, row by row; the call fails at a blank or a text.
std::vector<double> matrix(Call& call, const Array& array) {
    std::vector<double> numbers;
    numbers.reserve(array.cells.size());
    for (const CellValue& cell : array.cells) {
        const auto* number = std::get_if<double>(&cell);
        if (const auto* error = std::get_if<CellError>(&cell)) call.fail(*error);
        if (number == nullptr) call.fail(CellError::value);
        numbers.push_back(number != nullptr ? *number : 0);
    }
    return numbers;
}

/// Some seconds of work: no honest workbook comes near.
constexpr std::size_t most_multiplications = 1'000'000'000;

Value mmult(Call& call) {
    const Array& left = call.array(0);
    const Array& right = call.array(1);
    const std::vector<double> a = matrix(call, left);
    const std::vector<double> b = matrix(call, right);
    if (left.columns != right.rows) return CellError::value;
    if (left.rows * right.columns > max_array_cells ||
        left.rows * right.columns * left.columns > most_multiplications) {
        call.workspace().give_up("needs a matrix product of more than a thousand million multiplications");
        return CellError::num;
    }
    Array product(left.rows, right.columns);
    for (std::size_t r = 0; r < left.rows; ++r) {
        for (std::size_t c = 0; c < right.columns; ++c) {
            double total = 0;
            for (std::size_t k = 0; k < left.columns; ++k) {
                total += a[r * left.columns + k] * b[k * right.columns + c];
            }
            product.at(r, c) = checked_number(total);
        }
    }
    return product;
}

/// Gauss-Jordan with the largest pivot of each column; `m` becomes its inverse when `inverse` is wanted.
/// Gives the determinant, 0 when there is no inverse.
double eliminate(std::vector<double>& m, std::size_t size, std::vector<double>* inverse) {
    double determinant = 1;
    for (std::size_t column = 0; column < size; ++column) {
        std::size_t pivot = column;
        for (std::size_t r = column + 1; r < size; ++r) {
            if (std::abs(m[r * size + column]) > std::abs(m[pivot * size + column])) pivot = r;
        }
        const double divisor = m[pivot * size + column];
        if (divisor == 0) return 0;
        if (pivot != column) {
            determinant = -determinant;
            for (std::size_t c = 0; c < size; ++c) {
                std::swap(m[pivot * size + c], m[column * size + c]);
                if (inverse) std::swap((*inverse)[pivot * size + c], (*inverse)[column * size + c]);
            }
        }
        determinant *= divisor;
        for (std::size_t r = inverse ? 0 : column + 1; r < size; ++r) {
            if (r == column) continue;
            const double factor = m[r * size + column] / divisor;
            if (factor == 0) continue;
            for (std::size_t c = column; c < size; ++c) m[r * size + c] -= factor * m[column * size + c];
            if (!inverse) continue;
            for (std::size_t c = 0; c < size; ++c) {
                (*inverse)[r * size + c] -= factor * (*inverse)[column * size + c];
            }
        }
    }
    if (inverse) {
        for (std::size_t r = 0; r < size; ++r) {
            for (std::size_t c = 0; c < size; ++c) (*inverse)[r * size + c] /= m[r * size + r];
        }
    }
    return determinant;
}

/// Elimination grows with the third power; Excel's own matrices end far below this.
constexpr std::size_t largest_square = 512;

Value mdeterm(Call& call) {
    const Array& array = call.array(0);
    std::vector<double> m = matrix(call, array);
    if (array.rows != array.columns || array.rows > largest_square) return CellError::value;
    return checked_number(eliminate(m, array.rows, nullptr));
}

Value minverse(Call& call) {
    const Array& array = call.array(0);
    const std::size_t size = array.rows;
    std::vector<double> m = matrix(call, array);
    if (size != array.columns || size > largest_square) return CellError::value;
    double largest = 0;
    for (const double number : m) largest = std::max(largest, std::abs(number));
    std::vector<double> inverse(size * size);
    for (std::size_t i = 0; i < size; ++i) inverse[i * size + i] = 1;
    const double determinant = eliminate(m, size, &inverse);
    // What rounding leaves of a zero pivot is no pivot.
    if (std::abs(determinant) <= std::pow(largest, static_cast<double>(size)) * 1e-16) return CellError::num;
    Array result(size, size);
    for (std::size_t i = 0; i < inverse.size(); ++i) result.cells[i] = checked_number(inverse[i]);
    return result;
}

Value munit(Call& call) {
    const double size = call.whole_number(0);
    if (call.failed()) return 0.0;
    if (size < 1 || size > 2048) return CellError::value;
    const auto count = static_cast<std::size_t>(size);
    Array unit(count, count);
    for (CellValue& cell : unit.cells) cell = 0.0;
    for (std::size_t i = 0; i < count; ++i) unit.at(i, i) = 1.0;
    return unit;
}

constexpr FunctionRow math_matrix_rows[] = {
    {"MDETERM", 1, 1, "a", mdeterm},
    {"MINVERSE", 1, 1, "a", minverse},
    {"MMULT", 2, 2, "aa", mmult},
    {"MUNIT", 1, 1, "v", munit},
};

}  // namespace

std::span<const FunctionRow> functions_math_matrix() {
    return math_matrix_rows;
}

}  // namespace scorebook::formula
