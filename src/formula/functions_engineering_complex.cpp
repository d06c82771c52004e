// functions_engineering_complex.cpp - COMPLEX and the IM functions: complex numbers come and go as text.
#include <algorithm>
#include <cmath>

#include "formula/complex_text.hpp"
#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

using Complex = std::complex<double>;

ComplexNumber read_complex(Call& call, const CellValue& cell) {
    if (is_blank(cell)) return {};
    if (std::holds_alternative<bool>(cell)) call.fail(CellError::value);
    if (const auto* number = std::get_if<double>(&cell)) return {*number, '\0'};
    if (const auto* error = std::get_if<CellError>(&cell)) call.fail(*error);
    const auto* text = std::get_if<std::string>(&cell);
    if (text == nullptr) return {};
    const auto parsed = parse_complex(*text);
    if (!parsed) call.fail(CellError::num);
    return parsed.value_or(ComplexNumber{});
}

ComplexNumber complex_argument(Call& call, std::size_t index) {
    if (call.value(index).is_missing()) call.fail(CellError::not_available);
    return read_complex(call, call.single(index));
}

Value complex_result(Complex value, char unit) {
    if (!std::isfinite(value.real()) || !std::isfinite(value.imag())) return CellError::num;
    return complex_text(value, unit);
}

template <Complex (*code)(Complex)>
Value of_complex(Call& call) {
    const ComplexNumber z = complex_argument(call, 0);
    if (call.failed()) return 0.0;
    return complex_result(code(z.value), z.unit);
}

Value complex(Call& call) {
    const double real = strict_number(call, 0);
    const double imaginary = strict_number(call, 1);
    const std::string unit = call.text_or(2, "i");
    if (call.failed()) return 0.0;
    if (unit != "i" && unit != "j" && !unit.empty()) return CellError::value;
    return complex_result({real, imaginary}, unit.empty() ? 'i' : unit[0]);
}

Value imreal(Call& call) {
    return complex_argument(call, 0).value.real();
}
Value imaginary(Call& call) {
    return complex_argument(call, 0).value.imag();
}
Value imabs(Call& call) {
    return checked_number(std::abs(complex_argument(call, 0).value));
}
Value imargument(Call& call) {
    const Complex z = complex_argument(call, 0).value;
    return z == Complex() ? Value(CellError::div0) : Value(std::arg(z));
}

/// a / b by its definition: each compiler's own division rounds in another way. A power of two keeps large
/// and tiny numbers within a double's reach and changes no digit.
Complex quotient(Complex a, Complex b) {
    const int size = std::ilogb(std::max(std::abs(b.real()), std::abs(b.imag())));
    const double c = std::scalbn(b.real(), -size);
    const double d = std::scalbn(b.imag(), -size);
    const double square = c * c + d * d;
    return {std::scalbn((a.real() * c + a.imag() * d) / square, -size),
            std::scalbn((a.imag() * c - a.real() * d) / square, -size)};
}

Complex conjugate(Complex z) {
    return std::conj(z);
}
Complex not_complex() {
    return {not_a_number, 0};
}
/// sin(a + bi) and so on from real functions: an exact 0 stays one.
Complex sine(Complex z) {
    return {std::sin(z.real()) * std::cosh(z.imag()), std::cos(z.real()) * std::sinh(z.imag())};
}
Complex cosine(Complex z) {
    return {std::cos(z.real()) * std::cosh(z.imag()), -std::sin(z.real()) * std::sinh(z.imag())};
}
Complex hyperbolic_sine(Complex z) {
    return {std::sinh(z.real()) * std::cos(z.imag()), std::cosh(z.real()) * std::sin(z.imag())};
}
Complex hyperbolic_cosine(Complex z) {
    return {std::cosh(z.real()) * std::cos(z.imag()), std::sinh(z.real()) * std::sin(z.imag())};
}
Complex reciprocal(Complex z) {
    return z == Complex() ? not_complex() : quotient(1, z);
}
Complex secant(Complex z) {
    return reciprocal(cosine(z));
}
Complex cosecant(Complex z) {
    return reciprocal(sine(z));
}
Complex hyperbolic_secant(Complex z) {
    return reciprocal(hyperbolic_cosine(z));
}
Complex hyperbolic_cosecant(Complex z) {
    return reciprocal(hyperbolic_sine(z));
}
/// By twice the angle, as sine over cosine would take nearly equal numbers from each other; also one rounding
/// on all machines.
Complex tangent(Complex z) {
    constexpr double overflows = 350;
    if (std::fabs(z.imag()) > overflows) return {0, std::copysign(1.0, z.imag())};
    const double below = std::cos(2 * z.real()) + std::cosh(2 * z.imag());
    return {std::sin(2 * z.real()) / below, std::sinh(2 * z.imag()) / below};
}
Complex cotangent(Complex z) {
    return z == Complex() ? not_complex() : quotient(1, tangent(z));
}
Complex exponential(Complex z) {
    return std::polar(std::exp(z.real()), z.imag());
}
Complex square_root(Complex z) {
    return z == Complex() ? Complex() : std::polar(std::sqrt(std::abs(z)), std::arg(z) / 2);
}
Complex logarithm(Complex z) {
    return z == Complex() ? not_complex() : std::log(z);
}
Complex binary_logarithm(Complex z) {
    return logarithm(z) / std::log(2.0);
}
Complex decimal_logarithm(Complex z) {
    return logarithm(z) / std::log(10.0);
}

Value impower(Call& call) {
    const ComplexNumber z = complex_argument(call, 0);
    const double exponent = strict_number(call, 1);
    if (call.failed()) return 0.0;
    if (z.value == Complex()) return exponent > 0 ? complex_result({}, z.unit) : Value(CellError::num);
    const double size = std::pow(std::abs(z.value), exponent);
    return complex_result(std::polar(size, std::arg(z.value) * exponent), z.unit);
}

/// One unit for both; i and j don't mix.
char common_unit(Call& call, char left, char right) {
    if (left != '\0' && right != '\0' && left != right) call.fail(CellError::value);
    return left != '\0' ? left : right;
}

Value imsub(Call& call) {
    const ComplexNumber left = complex_argument(call, 0);
    const ComplexNumber right = complex_argument(call, 1);
    return complex_result(left.value - right.value, common_unit(call, left.unit, right.unit));
}

Value imdiv(Call& call) {
    const ComplexNumber left = complex_argument(call, 0);
    const ComplexNumber right = complex_argument(call, 1);
    const char unit = common_unit(call, left.unit, right.unit);
    if (right.value == Complex()) return CellError::num;
    return complex_result(quotient(left.value, right.value), unit);
}

enum class Fold { sum, product };

template <Fold fold>
Value fold_all(Call& call) {
    Complex result = fold == Fold::sum ? 0 : 1;
    char unit = '\0';
    const auto add = [&](const CellValue& cell) {
        const ComplexNumber z = read_complex(call, cell);
        unit = common_unit(call, unit, z.unit);
        result = fold == Fold::sum ? result + z.value : result * z.value;
        return !call.failed();
    };
    for (std::size_t i = 0; i < call.size() && !call.failed(); ++i) {
        const Reference* reference = call.value(i).reference();
        const bool is_list = call.value(i).array() != nullptr || (reference && !reference->is_one_cell());
        if (is_list) {
            call.each_value(i, add);
        } else {
            add(call.single(i));
        }
    }
    return complex_result(result, unit);
}

constexpr FunctionRow engineering_complex_rows[] = {
    {"COMPLEX", 2, 3, "vvv", complex},
    {"IMABS", 1, 1, "v", imabs},
    {"IMAGINARY", 1, 1, "v", imaginary},
    {"IMARGUMENT", 1, 1, "v", imargument},
    {"IMCONJUGATE", 1, 1, "v", of_complex<conjugate>},
    {"IMCOS", 1, 1, "v", of_complex<cosine>},
    {"IMCOSH", 1, 1, "v", of_complex<hyperbolic_cosine>},
    {"IMCOT", 1, 1, "v", of_complex<cotangent>},
    {"IMCSC", 1, 1, "v", of_complex<cosecant>},
    {"IMCSCH", 1, 1, "v", of_complex<hyperbolic_cosecant>},
    {"IMDIV", 2, 2, "vv", imdiv},
    {"IMEXP", 1, 1, "v", of_complex<exponential>},
    {"IMLN", 1, 1, "v", of_complex<logarithm>},
    {"IMLOG10", 1, 1, "v", of_complex<decimal_logarithm>},
    {"IMLOG2", 1, 1, "v", of_complex<binary_logarithm>},
    {"IMPOWER", 2, 2, "vv", impower},
    {"IMPRODUCT", 1, any_number, "|r", fold_all<Fold::product>},
    {"IMREAL", 1, 1, "v", imreal},
    {"IMSEC", 1, 1, "v", of_complex<secant>},
    {"IMSECH", 1, 1, "v", of_complex<hyperbolic_secant>},
    {"IMSIN", 1, 1, "v", of_complex<sine>},
    {"IMSINH", 1, 1, "v", of_complex<hyperbolic_sine>},
    {"IMSQRT", 1, 1, "v", of_complex<square_root>},
    {"IMSUB", 2, 2, "vv", imsub},
    {"IMSUM", 1, any_number, "|r", fold_all<Fold::sum>},
    {"IMTAN", 1, 1, "v", of_complex<tangent>},
};

}  // namespace

std::span<const FunctionRow> functions_engineering_complex() {
    return engineering_complex_rows;
}

}  // namespace scorebook::formula
