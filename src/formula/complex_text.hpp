// complex_text.hpp - complex numbers as Excel spells them: "3+4i", "-j", "1.5E-3".
#pragma once

#include <complex>
#include <optional>
#include <string>
#include <string_view>

namespace scorebook::formula {

struct ComplexNumber {
    std::complex<double> value;
    char unit = '\0';  ///< i or j; none when the text had no imaginary part
};

/// Empty when `text` is no complex number. Spaces aren't allowed.
std::optional<ComplexNumber> parse_complex(std::string_view text);

/// Fifteen digits each; `unit` '\0' counts as i.
std::string complex_text(std::complex<double> value, char unit);

}  // namespace scorebook::formula
