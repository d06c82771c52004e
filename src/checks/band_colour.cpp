// band_colour.cpp - which band a cell's colour means.
#include "checks/band_colour.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace scorebook {

namespace {

/// Paler than Excel's 80 % tints (F2DCDB has 0.09) is a page tone such as EEECE1, not a band.
constexpr double least_saturation = 0.08;
/// Colours further from a band's, in the steps of perceived_hue(), mean something else.
constexpr double most_hue_distance = 0.6;
/// Two bands this alike in hue are told apart by distance: shades of one colour, or a colour half-way between
/// them.
constexpr double same_hue = 0.1;
/// Steps round the circle of perceived_hue().
constexpr double hue_steps = 5;

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

/// Hue as people name it, one step from red to amber, amber to green, green to blue: all greens between
/// Excel's light green (89 degrees) and dark green (147) are one, while red and amber are only 45 degrees
/// apart.
std::optional<double> perceived_hue(Rgb colour) {
    struct Point {
        double degrees, steps;
    };
    constexpr Point points[] = {{0, 0},     {18, 0.45}, {45, 1},  {66, 1.4}, {86, 2},    {150, 2},
                                {172, 2.5}, {210, 3},   {260, 3}, {300, 4},  {340, 4.7}, {360, 5}};
    const std::optional<double> degrees = hue(colour);
    if (!degrees) return std::nullopt;
    for (std::size_t i = 1; i < std::size(points); ++i) {
        const Point& from = points[i - 1];
        const Point& to = points[i];
        if (*degrees > to.degrees) continue;
        return from.steps + (to.steps - from.steps) * (*degrees - from.degrees) / (to.degrees - from.degrees);
    }
    return std::nullopt;
}

double hue_distance(double a, double b) {
    const double apart = std::fabs(a - b);
    return std::min(apart, hue_steps - apart);
}

double distance(Rgb a, Rgb b) {
    const Channels x = channels(a);
    const Channels y = channels(b);
    return std::hypot(x.red - y.red, x.green - y.green, x.blue - y.blue);
}

}  // namespace

const Band* nearest_band(const BandSet& bands, Rgb colour) {
    const std::optional<double> wanted = perceived_hue(colour);
    if (!wanted) return nullptr;
    double least = most_hue_distance;
    for (const Band& band : bands.bands) {
        if (const auto own = perceived_hue(band.fill)) least = std::min(least, hue_distance(*wanted, *own));
    }
    const Band* nearest = nullptr;
    double least_distance = std::numeric_limits<double>::infinity();
    for (const Band& band : bands.bands) {
        const auto own = perceived_hue(band.fill);
        if (!own || hue_distance(*wanted, *own) >= std::min(least + same_hue, most_hue_distance)) continue;
        if (distance(colour, band.fill) < least_distance) {
            least_distance = distance(colour, band.fill);
            nearest = &band;
        }
    }
    return nearest;
}

}  // namespace scorebook
