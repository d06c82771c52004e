// stale_results.hpp - which recalculated results an officer may be told are out of date (C02).
//
// A result is stale when a cell it reads was changed and nobody recalculated. Only that may be told: not
// that two programs calculate differently. A differing result is left alone, and with it every result that
// reads it, when
//
// - it depends on the clock, on chance, or on the machine (CHAR, CODE, CELL, INFO: the code page is another
//   on a Mac);
// - it reads no cell, so that no edit can have made it stale;
// - it is a cell of an array formula that fills several, or a search in an array typed into the formula: what
//   a list in the place of one value gives differs between Excel's versions;
// - it reads an error typed as a value: errors younger than the format (#SPILL!, #FIELD!) are kept as
// #VALUE!;
// - it is an error, a text with figures or foreign letters, or of another type than it was: those depend on
//   the program's language and version;
// - formulas of its sheet go round in a circle: then results depend on how often they went round.
#pragma once

#include <vector>

#include "formula/recalculate.hpp"

namespace scorebook {

class Workbook;

/// In the recalculation's order; the pointers live as long as it does.
std::vector<const RecalculatedCell*> stale_results(const Workbook& workbook,
                                                   const Recalculation& recalculation);

}  // namespace scorebook
