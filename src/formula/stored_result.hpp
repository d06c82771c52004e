// stored_result.hpp - a computed value beside the one a sheet stores.
#pragma once

#include "scorebook/cell_value.hpp"

namespace scorebook::formula {

/// Whether two results are the same in the 15 digits Excel shows: numbers within 1e-9 of the larger, errors
/// by the word a sheet has for them, all else exactly.
bool is_same_result(const CellValue& before, const CellValue& after);

/// The value as a sheet holds it: #VALUE! stands for the errors newer than the file format, whose kind lies
/// in rich values (MS-XLSX 2.3.6).
CellValue as_stored(CellValue value);

}  // namespace scorebook::formula
