// appendix_layout.hpp - an officer's workbook as the pages of an appendix, before it has a format.
#pragma once

#include "checks/check_context.hpp"
#include "report/layout.hpp"
#include "scorebook/appendix.hpp"
#include "scorebook/comparison.hpp"

namespace scorebook {

struct AppendixLayout {
    Layout layout;
    std::vector<std::string> left_out;
    std::size_t removed_entries = 0;
    std::size_t draft_entries = 0;
    std::size_t hidden_entries = 0;
    std::size_t removed_sheets = 0;
    std::size_t suppressed = 0;
};

/// `highlights` may be null; `closed_before` are ids the previous period's workbook marks as closed to the
/// public. Throws Error cannot_write when nothing may be shown.
AppendixLayout make_appendix_layout(const CheckContext& context, AppendixProfile profile,
                                    const Comparison* highlights,
                                    const std::vector<std::string>& closed_before);

/// Ids of the entries of a workbook that are closed to the public, and of all entries of its closed sheets.
std::vector<std::string> closed_ids(const CheckContext& context);

}  // namespace scorebook
