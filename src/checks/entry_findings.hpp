// entry_findings.hpp - findings about entries, kept to a number a person can read and a machine can hold.
//
// The same remark on more than 20 entries of a column becomes one finding with its range and count; errors
// stay one by one up to 1,000, then one more speaks for the rest.
#pragma once

#include <string>
#include <vector>

#include "checks/table_values.hpp"
#include "scorebook/report.hpp"

namespace scorebook {

/// Rule, severity, sheet, cell and record filled in; the rest is the caller's.
Finding finding_at(const TableValues& values, std::size_t entry, const FoundColumn& column,
                   std::string_view rule, Severity severity);

class EntryFindings {
  public:
    static constexpr std::size_t most_remarks = 20;
    static constexpr std::size_t most_errors = 1000;

    /// One for each rule and column; `severity` is that of all its findings.
    EntryFindings(Report& report, Severity severity) : report_(report), severity_(severity) {}
    EntryFindings(const EntryFindings&) = delete;
    EntryFindings& operator=(const EntryFindings&) = delete;
    /// Hands the findings to the report.
    ~EntryFindings();

    /// `make` gives the Finding for `place`; it isn't called once there are too many to show.
    template <typename Make>
    void add(CellRef place, Make make) {
        ++count_;
        last_ = place;
        if (kept_.size() < most()) {
            kept_.push_back(make());
        } else if (kept_.size() == most()) {
            first_left_out_ = first_left_out_.value_or(place);
        }
    }

  private:
    std::size_t most() const { return severity_ == Severity::error ? most_errors : most_remarks; }

    Report& report_;
    Severity severity_;
    std::vector<Finding> kept_;
    std::size_t count_ = 0;
    CellRef last_;
    std::optional<CellRef> first_left_out_;
};

}  // namespace scorebook
