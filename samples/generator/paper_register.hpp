// paper_register.hpp - the register as the committee paper lays it out: scores only, opportunities under a
// second header.
#pragma once

#include "register_text.hpp"

#include <filesystem>
#include <string>

namespace samples {

struct Quarter {
    std::string month;                 // "May 2016", in the title
    std::string period;                // "Quarter 1 2016/17"
    double meeting_date = 0;           // Excel's serial number
    std::filesystem::path highlights;  // the committee lists; empty: no such sheet
};

void write_paper_register(const std::filesystem::path& file, const std::vector<Entry>& entries,
                          const Quarter& quarter);

}  // namespace samples
