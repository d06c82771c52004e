// complex_text.cpp - reading and writing "a+bi".
#include "formula/complex_text.hpp"

#include "bytes/number_text.hpp"
#include "formula/coercion.hpp"

namespace scorebook::formula {
namespace {

/// A number with an optional sign at the start of `text`; what it used is cut off.
std::optional<double> take_signed_number(std::string_view& text) {
    const bool negative = text.starts_with('-');
    std::string_view rest = text.substr(negative || text.starts_with('+') ? 1 : 0);
    const auto number = take_number(rest);
    if (!number) return std::nullopt;
    text = rest;
    return negative ? -*number : *number;
}

bool is_unit(std::string_view text) {
    return text == "i" || text == "j";
}

}  // namespace

std::optional<ComplexNumber> parse_complex(std::string_view text) {
    double real = 0;
    const std::string_view whole = text;
    std::optional<double> number = take_signed_number(text);
    if (number && text.empty()) return ComplexNumber{*number, '\0'};
    if (number && is_unit(text)) return ComplexNumber{{0, *number}, text[0]};
    if (number) {
        real = *number;
        if (text[0] != '+' && text[0] != '-') return std::nullopt;
    } else {
        text = whole;
    }
    // What is left is the imaginary part, its number left out when it is 1.
    double imaginary = 1;
    std::string_view rest = text;
    if (const auto given = take_signed_number(rest)) {
        imaginary = *given;
    } else if (rest.starts_with('+') || rest.starts_with('-')) {
        imaginary = rest[0] == '-' ? -1 : 1;
        rest.remove_prefix(1);
    }
    if (!is_unit(rest)) return std::nullopt;
    return ComplexNumber{{real, imaginary}, rest[0]};
}

std::string complex_text(std::complex<double> value, char unit) {
    const double real = value.real();
    const double imaginary = value.imag();
    if (imaginary == 0) return number_as_text(real);
    std::string text = real == 0 ? "" : number_as_text(real);
    if (!text.empty() && imaginary > 0) text += '+';
    const std::string digits = number_as_text(imaginary);
    if (digits == "-1") {
        text += '-';
    } else if (digits != "1") {
        text += digits;
    }
    return text + (unit == '\0' ? 'i' : unit);
}

}  // namespace scorebook::formula
