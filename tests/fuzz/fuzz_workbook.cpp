// fuzz_workbook.cpp - any bytes as a workbook: they open, are checked and refreshed, or give one Error.
#include <cstdint>
#include <string>

#include "scorebook/scorebook.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace scorebook;
    static const TemplateSet templates = TemplateSet::built_in();
    try {
        const auto workbook =
            open_workbook(std::string(reinterpret_cast<const char*>(data), size), "fuzz.xlsx");
        const Report report = check(*workbook, templates, {});
        const std::string written = refreshed_bytes(*workbook, report);
        open_workbook(written, "fuzz.xlsx");
    } catch (const Error&) {
        // A clear refusal is the right answer to most inputs.
    }
    return 0;
}
