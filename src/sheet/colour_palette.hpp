// colour_palette.hpp - theme, indexed and tinted colours as red, green and blue. ECMA-376 Part 1, 18.8.19
// (tint), 18.8.27 (indexed colours), 20.1.6.2 (theme colours).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "scorebook/change.hpp"

namespace scorebook {

/// A colour as the XML says it.
struct ColourSpec {
    std::optional<Rgb> rgb;
    std::optional<std::uint32_t> theme;
    std::optional<std::uint32_t> indexed;
    double tint = 0;  ///< -1 black ... 0 as it is ... 1 white
};

/// "FFC00000" or "C00000"; the first byte (alpha) is ignored, as Excel does.
std::optional<Rgb> parse_rgb(std::string_view text);

/// `colour` made darker (tint below 0) or lighter.
Rgb tinted(Rgb colour, double tint);

class ColourPalette {
  public:
    ColourPalette();

    void set_indexed(std::vector<Rgb> colours);
    /// `xml` is a theme part; one without a colour scheme changes nothing.
    void read_theme(std::string_view xml);

    /// Empty for automatic colours and for indexes that don't exist.
    std::optional<Rgb> resolve(const ColourSpec& colour) const;

  private:
    std::vector<Rgb> indexed_;
    std::vector<Rgb>
        theme_;  ///< in the order cells count them: light 1, dark 1, light 2, dark 2, accents, links
};

}  // namespace scorebook
