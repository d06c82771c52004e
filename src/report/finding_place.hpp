// finding_place.hpp - where on its sheet a finding is, as it is written in a list.
#pragma once

#include <string>

#include "scorebook/finding.hpp"

namespace scorebook {

/// "H6", "A19:P19", or empty when it is about the whole sheet.
inline std::string place_text(const Finding& finding) {
    if (finding.range) return to_a1(*finding.range);
    return finding.cell ? to_a1(*finding.cell) : std::string();
}

}  // namespace scorebook
