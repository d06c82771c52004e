// set_entries.hpp - the entries of a collected set as a dashboard counts them: those of the latest quarter,
// with their figures of earlier ones where the same entry is found there.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "scorebook/return_record.hpp"

namespace scorebook {

/// A figure with what it is called: "Quarter 2", "March 2016".
struct NamedPoint {
    std::string name;
    double number = 0;
};

struct SetReturn {
    std::string file;
    std::string workbook;
    std::string period;
    std::size_t quarter = 0;  ///< years times four and quarters; 0: no period
    std::size_t entries = 0;
    std::size_t errors = 0, warnings = 0, remarks = 0, changes = 0;
    std::string conformance;
};

struct SetEntry {
    std::size_t from = 0;  ///< index of its return
    CollectedEntry entry;
    std::vector<NamedPoint> points;  ///< earliest first
};

struct SetFinding {
    std::size_t from = 0;
    Finding finding;
};

/// Counts of entries by word of status.
struct RagCounts {
    std::size_t red = 0, amber = 0, green = 0;
    std::size_t other = 0;  ///< another word ("Complete"), or none
    std::size_t total() const { return red + amber + green + other; }
};

/// The change of one entry's figure.
struct Mover {
    const SetEntry* entry = nullptr;
    NamedPoint before, now;
    double change = 0;
    /// Neither: nothing says which way is better.
    enum class Sense { better, worse, neither } sense = Sense::neither;
    bool is_against_plan = false;  ///< `before` is what was planned
};

class SetEntries {
  public:
    void add(const ReturnRecord& record);

    const std::vector<SetReturn>& returns() const { return returns_; }
    const std::vector<SetEntry>& entries() const { return entries_; }
    const std::vector<SetFinding>& findings() const { return findings_; }
    const CollectedReturn& kind() const { return kind_; }  ///< title, theme, bands, matrix; no entries
    bool has_scores() const;
    bool has_statuses() const;   ///< a word of status on any entry
    bool has_movements() const;  ///< improving, worsening or no change, of any entry

    /// Entries of the latest quarter and of returns without a period.
    std::vector<const SetEntry*> present() const;
    /// Whether a return is of the latest quarter, or without a period.
    bool is_present(std::size_t from) const;
    /// The quarter of returns before the latest one; 0: there is none.
    std::size_t last_earlier_quarter() const;
    /// How many returns are of earlier quarters, and only tell how things went.
    std::size_t earlier_returns() const;
    /// The latest period as its returns call it: "May 2016", "May 2016 and Q1 2016/17".
    std::string present_period() const;

    /// An entry with several themes counts in each. In order of name, "(none)" last.
    std::vector<std::pair<std::string, RagCounts>> by_theme() const;
    /// Of all returns, by quarter, earliest first; with the name of the period.
    std::vector<std::pair<std::string, RagCounts>> by_period() const;
    /// Largest change first: of scores in points, of figures in proportion. Only entries that moved.
    std::vector<Mover> movers() const;
    /// Red, or worsening; red ones first, in the order of the returns.
    std::vector<const SetEntry*> exceptions() const;

    /// "CR1", or "CR1 [2]" with the number of its return when several returns have that id.
    std::string name_of(const SetEntry& entry) const;

  private:
    using Key = std::tuple<std::string, std::string, std::size_t>;  ///< table, record, quarter

    CollectedReturn kind_;
    std::vector<SetReturn> returns_;
    std::vector<SetEntry> entries_;
    std::vector<SetFinding> findings_;
    std::map<Key, std::size_t> first_with_;  ///< the first return that has it
    std::set<Key> shared_;                   ///< in several returns
    std::size_t latest_ = 0;                 ///< quarter
};

}  // namespace scorebook
