// band_colour.hpp - which band a cell's colour means: the officer's red, amber and green come in many tints.
#pragma once

#include <optional>

#include "templates/workbook_template.hpp"

namespace scorebook {

/// The band whose fill has the nearest hue, or null for greys, blues and other colours no band has. Tints and
/// shades of a hue belong together; bands of the same hue are told apart by distance.
const Band* nearest_band(const BandSet& bands, Rgb colour);

}  // namespace scorebook
