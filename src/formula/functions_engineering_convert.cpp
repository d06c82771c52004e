// functions_engineering_convert.cpp - CONVERT: units as data. Factors are Excel's own, old calories and pints
// included.
#include <algorithm>
#include <cmath>

#include "formula/function_families.hpp"
#include "formula/numeric_call.hpp"

namespace scorebook::formula {
namespace {

enum class Quantity : std::uint8_t {
    mass,
    length,
    time,
    pressure,
    force,
    energy,
    power,
    magnetism,
    temperature,
    volume,
    area,
    information,
    speed
};

/// What prefixes such as k and M do to a unit; those of area and volume apply to each side.
enum class Prefix : std::uint8_t { none, once, squared, cubed, binary_too };

struct Unit {
    std::string_view name;
    Quantity quantity;
    Prefix prefix;
    double factor;  ///< how many of the quantity's base unit
};

constexpr double inch = 0.0254;
constexpr double foot = 0.3048;
constexpr double yard = 0.9144;
constexpr double mile = 1609.344;
constexpr double sea_mile = 1852;
constexpr double pica_point = inch / 72;
constexpr double light_year = 9460730472580800.0;
constexpr double gallon = 0.003785411784;
constexpr double uk_gallon = 0.00454609;
constexpr double pound = 453.59237;

constexpr double square(double x) {
    return x * x;
}
constexpr double cube(double x) {
    return x * x * x;
}

constexpr Unit units[] = {
    // Base: gram
    {"g", Quantity::mass, Prefix::once, 1},
    {"sg", Quantity::mass, Prefix::none, 14593.902937206364},
    {"lbm", Quantity::mass, Prefix::none, pound},
    {"u", Quantity::mass, Prefix::once, 1.660538782e-24},
    {"ozm", Quantity::mass, Prefix::none, pound / 16},
    {"grain", Quantity::mass, Prefix::none, pound / 7000},
    {"cwt", Quantity::mass, Prefix::none, pound * 100},
    {"shweight", Quantity::mass, Prefix::none, pound * 100},
    {"uk_cwt", Quantity::mass, Prefix::none, pound * 112},
    {"lcwt", Quantity::mass, Prefix::none, pound * 112},
    {"hweight", Quantity::mass, Prefix::none, pound * 112},
    {"stone", Quantity::mass, Prefix::none, pound * 14},
    {"ton", Quantity::mass, Prefix::none, pound * 2000},
    {"brton", Quantity::mass, Prefix::none, pound * 2240},
    {"LTON", Quantity::mass, Prefix::none, pound * 2240},
    {"uk_ton", Quantity::mass, Prefix::none, pound * 2240},
    // Base: metre
    {"m", Quantity::length, Prefix::once, 1},
    {"mi", Quantity::length, Prefix::none, mile},
    {"Nmi", Quantity::length, Prefix::none, sea_mile},
    {"in", Quantity::length, Prefix::none, inch},
    {"ft", Quantity::length, Prefix::none, foot},
    {"yd", Quantity::length, Prefix::none, yard},
    {"ang", Quantity::length, Prefix::once, 1e-10},
    {"ell", Quantity::length, Prefix::none, 1.143},
    {"ly", Quantity::length, Prefix::once, light_year},
    {"parsec", Quantity::length, Prefix::once, 3.0856775812815532e16},
    {"pc", Quantity::length, Prefix::once, 3.0856775812815532e16},
    {"Picapt", Quantity::length, Prefix::none, pica_point},
    {"Pica", Quantity::length, Prefix::none, pica_point},
    {"pica", Quantity::length, Prefix::none, inch / 6},
    {"survey_mi", Quantity::length, Prefix::none, 1609.3472186944373},
    // Base: second
    {"yr", Quantity::time, Prefix::none, 31557600},
    {"day", Quantity::time, Prefix::none, 86400},
    {"d", Quantity::time, Prefix::none, 86400},
    {"hr", Quantity::time, Prefix::none, 3600},
    {"mn", Quantity::time, Prefix::none, 60},
    {"min", Quantity::time, Prefix::none, 60},
    {"sec", Quantity::time, Prefix::once, 1},
    {"s", Quantity::time, Prefix::once, 1},
    // Base: pascal
    {"Pa", Quantity::pressure, Prefix::once, 1},
    {"p", Quantity::pressure, Prefix::once, 1},
    {"atm", Quantity::pressure, Prefix::once, 101325},
    {"at", Quantity::pressure, Prefix::once, 101325},
    {"mmHg", Quantity::pressure, Prefix::once, 133.322},
    {"psi", Quantity::pressure, Prefix::none, 6894.757293168362},
    {"Torr", Quantity::pressure, Prefix::none, 101325.0 / 760},
    // Base: newton
    {"N", Quantity::force, Prefix::once, 1},
    {"dyn", Quantity::force, Prefix::once, 1e-5},
    {"dy", Quantity::force, Prefix::once, 1e-5},
    {"lbf", Quantity::force, Prefix::none, 4.4482216152605},
    {"pond", Quantity::force, Prefix::once, 0.00980665},
    // Base: joule
    {"J", Quantity::energy, Prefix::once, 1},
    {"e", Quantity::energy, Prefix::once, 1e-7},
    {"c", Quantity::energy, Prefix::once, 4.184},
    {"cal", Quantity::energy, Prefix::once, 4.1868},
    {"eV", Quantity::energy, Prefix::once, 1.602176487e-19},
    {"ev", Quantity::energy, Prefix::once, 1.602176487e-19},
    {"HPh", Quantity::energy, Prefix::none, 2684519.537696173},
    {"hh", Quantity::energy, Prefix::none, 2684519.537696173},
    {"Wh", Quantity::energy, Prefix::once, 3600},
    {"wh", Quantity::energy, Prefix::once, 3600},
    {"flb", Quantity::energy, Prefix::none, 1.3558179483314003},
    {"BTU", Quantity::energy, Prefix::none, 1055.05585262},
    {"btu", Quantity::energy, Prefix::none, 1055.05585262},
    // Base: watt
    {"HP", Quantity::power, Prefix::none, 745.6998715822702},
    {"h", Quantity::power, Prefix::none, 745.6998715822702},
    {"PS", Quantity::power, Prefix::none, 735.49875},
    {"W", Quantity::power, Prefix::once, 1},
    {"w", Quantity::power, Prefix::once, 1},
    // Base: tesla
    {"T", Quantity::magnetism, Prefix::once, 1},
    {"ga", Quantity::magnetism, Prefix::once, 1e-4},
    // Base: kelvin; the scales with another zero are in `zero_of`.
    {"C", Quantity::temperature, Prefix::none, 1},
    {"cel", Quantity::temperature, Prefix::none, 1},
    {"F", Quantity::temperature, Prefix::none, 5.0 / 9},
    {"fah", Quantity::temperature, Prefix::none, 5.0 / 9},
    {"K", Quantity::temperature, Prefix::once, 1},
    {"kel", Quantity::temperature, Prefix::once, 1},
    {"Rank", Quantity::temperature, Prefix::none, 5.0 / 9},
    {"Reau", Quantity::temperature, Prefix::none, 1.25},
    // Base: cubic metre
    {"tsp", Quantity::volume, Prefix::none, gallon / 768},
    {"tspm", Quantity::volume, Prefix::none, 5e-6},
    {"tbs", Quantity::volume, Prefix::none, gallon / 256},
    {"oz", Quantity::volume, Prefix::none, gallon / 128},
    {"cup", Quantity::volume, Prefix::none, gallon / 16},
    {"pt", Quantity::volume, Prefix::none, gallon / 8},
    {"us_pt", Quantity::volume, Prefix::none, gallon / 8},
    {"uk_pt", Quantity::volume, Prefix::once, uk_gallon / 8},
    {"qt", Quantity::volume, Prefix::none, gallon / 4},
    {"uk_qt", Quantity::volume, Prefix::none, uk_gallon / 4},
    {"gal", Quantity::volume, Prefix::none, gallon},
    {"uk_gal", Quantity::volume, Prefix::none, uk_gallon},
    {"l", Quantity::volume, Prefix::once, 0.001},
    {"L", Quantity::volume, Prefix::once, 0.001},
    {"lt", Quantity::volume, Prefix::once, 0.001},
    {"ang3", Quantity::volume, Prefix::cubed, 1e-30},
    {"barrel", Quantity::volume, Prefix::none, gallon * 42},
    {"bushel", Quantity::volume, Prefix::none, 0.03523907016688},
    {"ft3", Quantity::volume, Prefix::none, cube(foot)},
    {"in3", Quantity::volume, Prefix::none, cube(inch)},
    {"ly3", Quantity::volume, Prefix::none, cube(light_year)},
    {"m3", Quantity::volume, Prefix::cubed, 1},
    {"mi3", Quantity::volume, Prefix::none, cube(mile)},
    {"yd3", Quantity::volume, Prefix::none, cube(yard)},
    {"Nmi3", Quantity::volume, Prefix::none, cube(sea_mile)},
    {"Picapt3", Quantity::volume, Prefix::none, cube(pica_point)},
    {"Pica3", Quantity::volume, Prefix::none, cube(pica_point)},
    {"GRT", Quantity::volume, Prefix::none, 2.8316846592},
    {"regton", Quantity::volume, Prefix::none, 2.8316846592},
    {"MTON", Quantity::volume, Prefix::none, 1.13267386368},
    // Base: square metre
    {"uk_acre", Quantity::area, Prefix::none, 4046.8564224},
    {"us_acre", Quantity::area, Prefix::none, 4046.8726098742522},
    {"ang2", Quantity::area, Prefix::squared, 1e-20},
    {"ar", Quantity::area, Prefix::once, 100},
    {"ft2", Quantity::area, Prefix::none, square(foot)},
    {"ha", Quantity::area, Prefix::none, 10000},
    {"in2", Quantity::area, Prefix::none, square(inch)},
    {"ly2", Quantity::area, Prefix::none, square(light_year)},
    {"m2", Quantity::area, Prefix::squared, 1},
    {"Morgen", Quantity::area, Prefix::none, 2500},
    {"mi2", Quantity::area, Prefix::none, square(mile)},
    {"Nmi2", Quantity::area, Prefix::none, square(sea_mile)},
    {"Picapt2", Quantity::area, Prefix::none, square(pica_point)},
    {"Pica2", Quantity::area, Prefix::none, square(pica_point)},
    {"yd2", Quantity::area, Prefix::none, square(yard)},
    // Base: bit
    {"bit", Quantity::information, Prefix::binary_too, 1},
    {"byte", Quantity::information, Prefix::binary_too, 8},
    // Base: metres a second
    {"admkn", Quantity::speed, Prefix::none, 0.5147733333333333},
    {"kn", Quantity::speed, Prefix::none, sea_mile / 3600},
    {"m/h", Quantity::speed, Prefix::once, 1.0 / 3600},
    {"m/hr", Quantity::speed, Prefix::once, 1.0 / 3600},
    {"m/s", Quantity::speed, Prefix::once, 1},
    {"m/sec", Quantity::speed, Prefix::once, 1},
    {"mph", Quantity::speed, Prefix::once, 0.44704},
};

struct Multiple {
    std::string_view name;
    double factor;
    bool binary;
};

constexpr Multiple multiples[] = {
    {"da", 1e1, false},   {"Yi", 0x1p80, true}, {"Zi", 0x1p70, true}, {"Ei", 0x1p60, true},
    {"Pi", 0x1p50, true}, {"Ti", 0x1p40, true}, {"Gi", 0x1p30, true}, {"Mi", 0x1p20, true},
    {"ki", 0x1p10, true}, {"Y", 1e24, false},   {"Z", 1e21, false},   {"E", 1e18, false},
    {"P", 1e15, false},   {"T", 1e12, false},   {"G", 1e9, false},    {"M", 1e6, false},
    {"k", 1e3, false},    {"h", 1e2, false},    {"e", 1e1, false},    {"d", 1e-1, false},
    {"c", 1e-2, false},   {"m", 1e-3, false},   {"u", 1e-6, false},   {"n", 1e-9, false},
    {"p", 1e-12, false},  {"f", 1e-15, false},  {"a", 1e-18, false},  {"z", 1e-21, false},
    {"y", 1e-24, false},
};

/// Where a temperature scale has its zero, in kelvin.
double zero_of(std::string_view name) {
    if (name == "C" || name == "cel" || name == "Reau") return 273.15;
    return name == "F" || name == "fah" ? 273.15 - 32 * 5.0 / 9 : 0;
}

struct FoundUnit {
    const Unit* unit = nullptr;
    double factor = 1;
};

const Unit* find_unit(std::string_view name) {
    const auto* found =
        std::find_if(std::begin(units), std::end(units), [&](const Unit& unit) { return unit.name == name; });
    return found == std::end(units) ? nullptr : found;
}

FoundUnit find_with_prefix(std::string name) {
    name.erase(std::remove(name.begin(), name.end(), '^'), name.end());
    if (const Unit* unit = find_unit(name)) return {unit, unit->factor};
    for (const Multiple& multiple : multiples) {
        if (!name.starts_with(multiple.name)) continue;
        const Unit* unit = find_unit(std::string_view(name).substr(multiple.name.size()));
        if (unit == nullptr || unit->prefix == Prefix::none) continue;
        if (multiple.binary && unit->prefix != Prefix::binary_too) continue;
        double factor = multiple.factor;
        if (unit->prefix == Prefix::squared) factor = square(factor);
        if (unit->prefix == Prefix::cubed) factor = cube(factor);
        return {unit, unit->factor * factor};
    }
    return {};
}

Value convert(Call& call) {
    const double number = strict_number(call, 0);
    const FoundUnit from = find_with_prefix(call.text(1));
    const FoundUnit to = find_with_prefix(call.text(2));
    if (call.failed()) return 0.0;
    if (from.unit == nullptr || to.unit == nullptr || from.unit->quantity != to.unit->quantity) {
        return CellError::not_available;
    }
    if (from.unit == to.unit && from.factor == to.factor) return number;
    if (from.unit->quantity == Quantity::temperature) {
        const double kelvin = number * from.factor + zero_of(from.unit->name);
        return checked_number((kelvin - zero_of(to.unit->name)) / to.factor);
    }
    return checked_number(number * from.factor / to.factor);
}

constexpr FunctionRow engineering_convert_rows[] = {
    {"CONVERT", 3, 3, "vvv", convert},
};

}  // namespace

std::span<const FunctionRow> functions_engineering_convert() {
    return engineering_convert_rows;
}

}  // namespace scorebook::formula
