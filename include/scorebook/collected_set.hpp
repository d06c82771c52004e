// collected_set.hpp - the returns of one kind joined: a workbook with a dashboard and every value, and the
// same values as CSV and JSON Lines.
#pragma once

#include <memory>
#include <string>

#include "scorebook/return_record.hpp"

namespace scorebook {

/// Returns are added in the order they are to be listed in; the same returns in the same order give the same
/// bytes. Keeps of each what the workbook shows: some 50 bytes a value, texts once.
class CollectedSet {
  public:
    CollectedSet();
    CollectedSet(CollectedSet&&) noexcept;
    CollectedSet& operator=(CollectedSet&&) noexcept;
    ~CollectedSet();

    /// A return of the set's kind that was done.
    void add(const ReturnRecord& record);

    /// Sheets Dashboard, Heat map (of registers), Exceptions, Findings, Returns and Values. A sheet holds
    /// 1,048,576 rows at most; values beyond that are only in the CSV and JSON Lines, and the sheet says so.
    std::string workbook() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The first line of the CSV.
std::string collected_csv_heading();
/// A line a value: file, kind, period, table, record, heading, value, number, unit, state, sheet, cell. No
/// field can be taken for a formula.
std::string collected_csv_rows(const ReturnRecord& record);
/// The same as one JSON object a line; empty fields are left out.
std::string collected_json_rows(const ReturnRecord& record);

}  // namespace scorebook
