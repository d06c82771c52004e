// planted_faults.hpp - the faults of the faulty twin, read from a data file and put into the sheets' cells.
#pragma once

#include "grid.hpp"
#include "register_text.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace samples {

struct PlantedFault {
    std::string sheet, cell, kind, value;
};

std::vector<PlantedFault> read_faults(const std::filesystem::path& file);

// A value of the form "@CR7" stands for the paper's own text of that entry: actions in column I, direction in
// column P.
void plant(Grid& grid, const std::string& sheet, const std::vector<PlantedFault>& faults,
           const std::vector<Entry>& paper);

}  // namespace samples
