// polarity.hpp - which way a figure has to go to be better.
#pragma once

namespace scorebook {

enum class Polarity { higher_is_better, lower_is_better, unknown };

}  // namespace scorebook
