// return_record.hpp - all that a batch keeps of one input: enough to say again what was found and to build
// the collected set without opening the input.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scorebook/collected_return.hpp"
#include "scorebook/finding.hpp"

namespace scorebook {

struct ReturnRecord {
    std::string file;      ///< its name in the batch: "adults/register.xlsx"
    std::string workbook;  ///< of its validated workbook in the output folder; empty when none was written
    std::string error;     ///< why it could not be done, one sentence; empty: it was done
    std::vector<Finding> findings;
    std::size_t changes = 0;      ///< cells put right
    std::size_t not_checked = 0;  ///< things that were not looked at
    CollectedReturn collected;
    std::string report;  ///< the JSON object said of it, when it was asked for

    /// What it was made from and by: it holds good for an input as long as this is the same.
    std::string key;
    /// The day it was judged by, where nothing but the calendar said so.
    std::optional<CalendarDate> judged_on;

    std::size_t count(Severity severity) const;
};

/// "conforms", "conforms, corrected", "has warnings", "has errors", "not recognised", "not done": how far an
/// input is what its kind asks for.
std::string_view conformance(const ReturnRecord& record);

/// The record as text, the same for the same record, and back; nothing when the text isn't one.
std::string to_text(const ReturnRecord& record);
std::optional<ReturnRecord> parse_return_record(std::string_view text);

}  // namespace scorebook
