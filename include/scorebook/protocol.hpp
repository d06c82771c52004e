// protocol.hpp - what is said of a workbook as JSON, "scorebook/1": the contract of the command line, add-ins
// and scripts. One object a workbook, on one line with its line end.
#pragma once

#include <string>
#include <string_view>

#include "scorebook/comparison.hpp"
#include "scorebook/recalculation.hpp"
#include "scorebook/report.hpp"

namespace scorebook {

/// `file` is the name the officer gave; `written` is where the result went, empty when it wasn't written.
std::string report_json(const std::string& file, const Report& report, const std::string& written = {});

/// The same of a recalculation; `changes` are those of `recalculated` as changes.
std::string recalculation_json(const std::string& file, const RecalculatedWorkbook& recalculated,
                               const Report& changes, const std::string& written = {});

/// `file` is the newer workbook.
std::string comparison_json(const std::string& previous, const std::string& file,
                            const Comparison& comparison);

/// The object for a file that could not be read or written; `sentence` says why.
std::string failure_json(const std::string& file, const std::string& sentence);

/// What a host without a command line asks of the engine: bytes and options.
struct ProtocolRequest {
    /// A JSON object with the command line's own names:
    ///   command    check, refresh, recalc or compare
    ///   file       what the workbook is called; its name may tell the period
    ///   previous   what last period's workbook is called (check and refresh may, compare must have one)
    ///   template   name of a kind; left out: recognise it
    ///   as-at      "2016-03-31", as --as-at
    ///   dry-run    true: don't make the bytes of the new workbook
    ///   now        the host's local time, "2016-03-31T09:30:00"; the engine has no clock
    std::string options;
    std::string workbook;  ///< the bytes of `file`
    std::string previous;  ///< the bytes of `previous`; empty: none
};

struct ProtocolReply {
    std::string json;
    std::string workbook;  ///< the new bytes of refresh and recalc; empty for the others and for a dry run
};

/// The object the command line would print, and what it would write. Throws Error, also for a request that
/// can't be understood: failure_json() then says it.
ProtocolReply answer(ProtocolRequest request);

}  // namespace scorebook
