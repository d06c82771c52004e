// share_on_track.hpp - how many measures are doing well, as a covering report tells it (model.md, R-15).
#pragma once

#include <optional>
#include <string>

#include "checks/check_context.hpp"

namespace scorebook {

/// "68% (17 of 25) of the measures with a status are on target and/or improving, compared with 81% (21 of 26)
/// the period before. Not counted: 2 with 'No target'." Improving ones count where both workbooks say how
/// their measures moved. Nothing when a period has no measure with a status.
std::optional<std::string> share_on_track(const CheckContext& context);

}  // namespace scorebook
