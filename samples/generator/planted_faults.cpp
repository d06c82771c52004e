// planted_faults.cpp - reads and plants the faults of the faulty twin.
#include "planted_faults.hpp"

#include "tab_separated.hpp"

#include <algorithm>
#include <stdexcept>

namespace samples {

std::vector<PlantedFault> read_faults(const std::filesystem::path& file) {
    std::vector<PlantedFault> faults;
    for (const auto& row : read_tab_separated(file))
        faults.push_back({row.at(0), row.at(1), row.at(2), row.at(3)});
    return faults;
}

void plant(Grid& grid, const std::string& sheet, const std::vector<PlantedFault>& faults,
           const std::vector<Entry>& paper) {
    for (const PlantedFault& fault : faults) {
        if (fault.sheet != sheet) continue;
        const Place place = place_of(fault.cell);
        const Style style = grid.cells.at(place).style;
        if (fault.kind == "hide") {
            grid.hidden_rows.insert(place.first);
        } else if (fault.kind == "blank") {
            grid.put(place, {}, style);
        } else if (fault.kind == "number") {
            grid.put(place, std::stod(fault.value), style);
        } else if (fault.kind == "text" && fault.value.starts_with('@')) {
            const auto entry = std::ranges::find(paper, fault.value.substr(1), &Entry::id);
            grid.put(place, entry->joined(fault.cell[0] == 'I' ? "actions" : "direction"), style);
        } else if (fault.kind == "text") {
            grid.put(place, fault.value, style);
        } else {
            throw std::runtime_error("unknown kind of fault: " + fault.kind);
        }
    }
}

}  // namespace samples
