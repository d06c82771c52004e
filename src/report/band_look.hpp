// band_look.hpp - the colours a band's word is shown in, readable by everybody (WCAG 2.1, 1.4.3).
#pragma once

#include <optional>
#include <string_view>

#include "report/layout.hpp"

namespace scorebook {

/// From 1 (no contrast) to 21 (black on white).
double contrast_ratio(Rgb a, Rgb b);

/// What AA asks of text.
inline constexpr double least_contrast = 4.5;

/// The band's own colours; its text colour becomes black or white where the two can't be told apart well
/// enough.
BandLook look_of_band(const Band& band);

/// The look of a word such as "Red" or "On track (Green)" by the band set, else by the usual three colours
/// and blue for what is complete. Empty for a word that is no colour's.
std::optional<BandLook> look_of_word(const BandSet* bands, std::string_view word);

}  // namespace scorebook
