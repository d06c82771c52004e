// matrix_register.hpp - the same entries as another officer keeps them: impact and likelihood, a RAG word, a
// dashboard.
#pragma once

#include "planted_faults.hpp"
#include "register_text.hpp"

#include <filesystem>
#include <vector>

namespace samples {

void write_matrix_register(const std::filesystem::path& file, const std::vector<Entry>& paper,
                           const std::filesystem::path& scores, const std::vector<PlantedFault>& faults);

}  // namespace samples
