// heat_map_sheet.hpp - the matrix of a register with the ids of its entries, impact upwards, likelihood to
// the right; one for risks and one for opportunities.
#pragma once

#include <xlsxwriter.h>

#include <optional>
#include <utility>

#include "report/set_entries.hpp"
#include "report/set_formats.hpp"

namespace scorebook {

struct MatrixPlace {
    int impact = 0;
    int likelihood = 0;
};

/// Where an entry stands: its own impact and likelihood, else what its score can only be made of.
/// Nothing when several places would give the score.
std::optional<MatrixPlace> place_in_matrix(const CollectedEntry& entry, std::optional<double> score,
                                           int size);

void write_heat_maps(lxw_worksheet* sheet, const SetEntries& entries, const SetFormats& formats);

}  // namespace scorebook
