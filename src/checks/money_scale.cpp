// money_scale.cpp - the signs officers use.
#include "checks/money_scale.hpp"

#include <string>

#include "checks/wording.hpp"

namespace scorebook {

std::optional<Fraction> money_scale(std::string_view header) {
    const std::string plain = folded(header);
    const auto says = [&](std::string_view sign) { return plain.find(sign) != std::string::npos; };
    if (says("£m")) return Fraction(1'000'000);
    if (says("£k") || says("£000")) return Fraction(1'000);
    if (says("£")) return Fraction(1);
    return std::nullopt;
}

}  // namespace scorebook
