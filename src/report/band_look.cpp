// band_look.cpp - relative luminance and contrast as WCAG 2.1 defines them.
#include "report/band_look.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

double luminance(Rgb colour) {
    const auto part = [&](int shift) {
        const double c = ((colour >> shift) & 0xFF) / 255.0;
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

struct UsualColour {
    std::string_view word;
    Rgb fill;
    Rgb text;
};

/// Those of risk-register.xml, whose contrast is tested; blue as improvement plans use it for what is
/// complete.
constexpr std::array<UsualColour, 5> usual_colours = {{{"red", 0xC00000, 0xFFFFFF},
                                                       {"amber", 0xFFC000, 0x000000},
                                                       {"yellow", 0xFFC000, 0x000000},
                                                       {"green", 0x00B050, 0x000000},
                                                       {"blue", 0x1F4E79, 0xFFFFFF}}};

}  // namespace

double contrast_ratio(Rgb a, Rgb b) {
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

BandLook look_of_band(const Band& band) {
    BandLook look{band.word, band.fill, band.text};
    if (contrast_ratio(look.fill, look.text) < least_contrast)
        look.text =
            contrast_ratio(look.fill, 0x000000) >= contrast_ratio(look.fill, 0xFFFFFF) ? 0x000000 : 0xFFFFFF;
    return look;
}

std::optional<BandLook> look_of_word(const BandSet* bands, std::string_view word) {
    const std::string plain = fold_words(word);
    if (bands) {
        for (const Band& band : bands->bands) {
            if (fold_words(band.word) == plain) return look_of_band(band);
        }
    }
    for (const UsualColour& colour : usual_colours) {
        if (plain == colour.word) return BandLook{std::string(word), colour.fill, colour.text};
    }
    return std::nullopt;
}

}  // namespace scorebook
