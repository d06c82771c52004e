// formula_names.cpp - settings, bands and reachable scores as constants of formulas.
#include "templates/formula_names.hpp"

#include <array>

#include "scorebook/cell_value.hpp"
#include "templates/plain_case.hpp"

namespace scorebook {

namespace {

constexpr std::array<std::string_view, 3> band_names = {"Band_From", "Band_To", "Band_Word"};
constexpr std::string_view reachable_name = "Reachable";

std::string number_text(double number) {
    return to_text(CellValue(number));
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) result += c == '"' ? "\"\"" : std::string(1, c);
    return result + '"';
}

template <typename Items, typename ToText>
std::string array_constant(const Items& items, ToText item_text) {
    std::string text = "{";
    for (const auto& item : items) {
        if (text.size() > 1) text += ',';
        text += item_text(item);
    }
    return text + '}';
}

}  // namespace

std::vector<std::pair<std::string, std::string>> formula_names(const WorkbookTemplate& kind,
                                                               const BandSet* bands, CalendarDate day) {
    std::vector<std::pair<std::string, std::string>> names;
    for (const Setting& setting : kind.settings) {
        const Setting* in_force = kind.setting_on(setting.name, day);
        if (in_force == &setting) names.emplace_back(setting.name, number_text(setting.value));
    }
    if (bands && !bands->bands.empty()) {
        names.emplace_back(band_names[0], array_constant(bands->bands, [](const Band& band) {
                               return number_text(band.from);
                           }));
        names.emplace_back(band_names[1], array_constant(bands->bands, [](const Band& band) {
                               return number_text(band.to);
                           }));
        names.emplace_back(band_names[2],
                           array_constant(bands->bands, [](const Band& band) { return quoted(band.word); }));
    }
    names.emplace_back(reachable_name, array_constant(kind.matrix.reachable(),
                                                      [](int score) { return std::to_string(score); }));
    return names;
}

bool is_formula_name(const WorkbookTemplate& kind, std::string_view name) {
    if (kind.find_setting(name) || same_without_case(name, reachable_name)) return true;
    for (const std::string_view band_name : band_names) {
        if (!kind.band_sets.empty() && same_without_case(name, band_name)) return true;
    }
    return false;
}

}  // namespace scorebook
