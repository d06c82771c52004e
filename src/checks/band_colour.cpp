// band_colour.cpp - which band a cell's colour means.
#include "checks/band_colour.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace scorebook {

namespace {

/// Paler than Excel's 80 % tints (F2DCDB has 0.09) is a page tone such as EEECE1, not a band.
constexpr double least_saturation = 0.08;
/// Excel's standard red, amber, yellow and green lie within this of the hue they stand for.
constexpr double most_hue_distance = 45;
/// Two bands this alike in hue are told apart by distance: shades of one colour, or a colour half-way between
/// them.
constexpr double same_hue = 6;

struct Channels {
    double red, green, blue;
};

Channels channels(Rgb colour) {
    return {static_cast<double>(colour >> 16 & 0xFF), static_cast<double>(colour >> 8 & 0xFF),
            static_cast<double>(colour & 0xFF)};
}

/// Hue in degrees; empty for greys.
std::optional<double> hue(Rgb colour) {
    const auto [red, green, blue] = channels(colour);
    const double most = std::max({red, green, blue});
    const double spread = most - std::min({red, green, blue});
    if (most == 0 || spread / most < least_saturation) return std::nullopt;
    double degrees = 0;
    if (most == red) {
        degrees = 60 * (green - blue) / spread;
    } else if (most == green) {
        degrees = 120 + 60 * (blue - red) / spread;
    } else {
        degrees = 240 + 60 * (red - green) / spread;
    }
    return degrees < 0 ? degrees + 360 : degrees;
}

double hue_distance(double a, double b) {
    const double apart = std::fabs(a - b);
    return std::min(apart, 360 - apart);
}

double distance(Rgb a, Rgb b) {
    const Channels x = channels(a);
    const Channels y = channels(b);
    return std::hypot(x.red - y.red, x.green - y.green, x.blue - y.blue);
}

}  // namespace

const Band* nearest_band(const BandSet& bands, Rgb colour) {
    const std::optional<double> wanted = hue(colour);
    if (!wanted) return nullptr;
    double least = most_hue_distance;
    for (const Band& band : bands.bands) {
        if (const auto own = hue(band.fill)) least = std::min(least, hue_distance(*wanted, *own));
    }
    const Band* nearest = nullptr;
    double least_distance = std::numeric_limits<double>::infinity();
    for (const Band& band : bands.bands) {
        const auto own = hue(band.fill);
        if (!own || hue_distance(*wanted, *own) >= std::min(least + same_hue, most_hue_distance)) continue;
        if (distance(colour, band.fill) < least_distance) {
            least_distance = distance(colour, band.fill);
            nearest = &band;
        }
    }
    return nearest;
}

}  // namespace scorebook
