// closed_sheets.hpp - sheets that say they are exempt, or not for publication.
#pragma once

#include <optional>
#include <vector>

#include "checks/check_context.hpp"
#include "checks/sheet_texts.hpp"

namespace scorebook {

/// Beside the workbook's sheets: the first text of each that says so.
std::vector<std::optional<SheetText>> closed_sheets(const CheckContext& context);

}  // namespace scorebook
