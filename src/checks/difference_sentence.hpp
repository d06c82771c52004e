// difference_sentence.hpp - one difference between two periods in the committee's words.
#pragma once

#include <string>

#include "scorebook/comparison.hpp"

namespace scorebook {

/// "Residual score reassessed and increased from 9 to 12."; a whole sentence for every class of model.md
/// section 4. Reads `change`, `before` and `after` alone.
std::string difference_sentence(const Difference& difference);

}  // namespace scorebook
