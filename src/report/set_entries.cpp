// set_entries.cpp - counting, and finding the same entry in earlier returns: same table and id, once in each
// quarter.
#include "report/set_entries.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace scorebook {

namespace {

constexpr std::string_view no_theme = "(none)";

/// The themes of an entry: "Economic; Political" are two.
std::vector<std::string> themes_of(const CollectedEntry& entry) {
    std::vector<std::string> themes;
    std::size_t begin = 0;
    while (begin <= entry.theme.size()) {
        std::size_t end = entry.theme.find("; ", begin);
        if (end == std::string::npos) end = entry.theme.size();
        std::string theme = entry.theme.substr(begin, end - begin);
        std::replace(theme.begin(), theme.end(), '\n', ' ');
        if (!theme.empty()) themes.push_back(std::move(theme));
        begin = end + 2;
    }
    if (themes.empty()) themes.emplace_back(no_theme);
    return themes;
}

void count(RagCounts& counts, const std::string& rag) {
    ++(rag == "Red"     ? counts.red
       : rag == "Amber" ? counts.amber
       : rag == "Green" ? counts.green
                        : counts.other);
}

Mover::Sense sense_of(const CollectedEntry& entry, double change) {
    if (change == 0 || entry.polarity == Polarity::unknown) return Mover::Sense::neither;
    return (change < 0) == (entry.polarity == Polarity::lower_is_better) ? Mover::Sense::better
                                                                         : Mover::Sense::worse;
}

/// By which movers are ranked.
double weight(const Mover& mover) {
    if (mover.entry->entry.has_score || mover.before.number == 0) return std::fabs(mover.change);
    return std::fabs(mover.change / mover.before.number);
}

/// The earlier entry's figure that stands for the later one's last: under the same heading, or the last where
/// both have as many. A risk score is no residual score's former self; null then.
const NamedPoint* same_figure(const SetEntry& earlier, const SetEntry& later) {
    const std::string& heading = later.points.back().name;
    const auto found = std::find_if(earlier.points.begin(), earlier.points.end(),
                                    [&](const NamedPoint& point) { return point.name == heading; });
    if (found != earlier.points.end()) return &*found;
    return earlier.points.size() == later.points.size() ? &earlier.points.back() : nullptr;
}

}  // namespace

void SetEntries::add(const ReturnRecord& record) {
    const CollectedReturn& collected = record.collected;
    if (returns_.empty()) {
        kind_.kind = collected.kind;
        kind_.title = collected.title;
        kind_.matrix_size = collected.matrix_size;
    }
    if (kind_.theme.empty()) kind_.theme = collected.theme;
    if (kind_.bands.empty()) kind_.bands = collected.bands;
    if (collected.until && (!kind_.until || *kind_.until < *collected.until)) kind_.until = collected.until;

    SetReturn from;
    from.file = record.file;
    from.workbook = record.workbook;
    from.period = collected.period;
    if (collected.until)
        from.quarter = static_cast<std::size_t>(collected.until->year * 4 + (collected.until->month - 1) / 3);
    latest_ = std::max(latest_, from.quarter);
    from.entries = collected.entries.size();
    from.errors = record.count(Severity::error);
    from.warnings = record.count(Severity::warning);
    from.remarks = record.count(Severity::info);
    from.changes = record.changes;
    from.conformance = conformance(record);
    const std::size_t index = returns_.size();
    returns_.push_back(std::move(from));
    for (const Finding& finding : record.findings) findings_.push_back({index, finding});
    for (const CollectedEntry& entry : collected.entries) {
        const Key key(entry.table, entry.record, returns_[index].quarter);
        const auto first = first_with_.try_emplace(key, index).first;
        if (first->second != index) shared_.insert(key);
        SetEntry added{index, entry, {}};
        for (const CollectedPoint& point : entry.points)
            added.points.push_back({collected.headings[point.heading], point.number});
        entries_.push_back(std::move(added));
    }
}

bool SetEntries::has_statuses() const {
    return std::any_of(entries_.begin(), entries_.end(),
                       [](const SetEntry& entry) { return !entry.entry.rag.empty(); });
}

bool SetEntries::has_movements() const {
    return std::any_of(entries_.begin(), entries_.end(),
                       [](const SetEntry& entry) { return !entry.entry.movement.empty(); });
}

bool SetEntries::has_scores() const {
    return std::any_of(entries_.begin(), entries_.end(),
                       [](const SetEntry& entry) { return entry.entry.has_score; });
}

bool SetEntries::is_present(std::size_t from) const {
    return returns_[from].quarter == 0 || returns_[from].quarter == latest_;
}

std::vector<const SetEntry*> SetEntries::present() const {
    std::vector<const SetEntry*> present;
    for (const SetEntry& entry : entries_) {
        if (is_present(entry.from)) present.push_back(&entry);
    }
    return present;
}

std::size_t SetEntries::last_earlier_quarter() const {
    std::size_t last = 0;
    for (const SetReturn& each : returns_) {
        if (each.quarter < latest_) last = std::max(last, each.quarter);
    }
    return last;
}

std::size_t SetEntries::earlier_returns() const {
    std::size_t earlier = 0;
    for (std::size_t i = 0; i != returns_.size(); ++i) earlier += is_present(i) ? 0 : 1;
    return earlier;
}

std::string SetEntries::present_period() const {
    std::set<std::string> names;
    for (std::size_t i = 0; i != returns_.size(); ++i) {
        if (is_present(i) && !returns_[i].period.empty()) names.insert(returns_[i].period);
    }
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : " and ") + name;
    return text;
}

std::vector<std::pair<std::string, RagCounts>> SetEntries::by_theme() const {
    std::map<std::string, RagCounts> counts;
    for (const SetEntry* entry : present()) {
        for (const std::string& theme : themes_of(entry->entry)) count(counts[theme], entry->entry.rag);
    }
    std::vector<std::pair<std::string, RagCounts>> rows(counts.begin(), counts.end());
    std::stable_partition(rows.begin(), rows.end(), [](const auto& row) { return row.first != no_theme; });
    return rows;
}

std::vector<std::pair<std::string, RagCounts>> SetEntries::by_period() const {
    std::map<std::size_t, std::pair<std::string, RagCounts>> counts;
    for (const SetEntry& entry : entries_) {
        const SetReturn& from = returns_[entry.from];
        if (from.quarter == 0) continue;
        auto& row = counts[from.quarter];
        if (row.first.empty()) row.first = from.period;
        count(row.second, entry.entry.rag);
    }
    std::vector<std::pair<std::string, RagCounts>> rows;
    for (auto& [quarter, row] : counts) rows.push_back(std::move(row));
    return rows;
}

std::vector<Mover> SetEntries::movers() const {
    // Entries of one table and id by quarter; two of one quarter belong to different services.
    std::map<std::pair<std::string, std::string>, std::vector<const SetEntry*>> same;
    for (const SetEntry& entry : entries_) {
        if (!entry.entry.record.empty()) same[{entry.entry.table, entry.entry.record}].push_back(&entry);
    }
    std::vector<Mover> movers;
    for (const SetEntry* entry : present()) {
        if (entry->points.empty() || entry->entry.is_period) continue;
        Mover mover;
        mover.entry = entry;
        mover.now = entry->points.back();
        const SetEntry* earlier = nullptr;
        const std::size_t quarter = returns_[entry->from].quarter;
        for (const SetEntry* other : same[{entry->entry.table, entry->entry.record}]) {
            const std::size_t then = returns_[other->from].quarter;
            if (other == entry || then == 0 || other->points.empty()) continue;
            if (then == quarter) {
                earlier = nullptr;
                break;
            }
            if (then < quarter && (!earlier || returns_[earlier->from].quarter < then)) earlier = other;
        }
        const NamedPoint* then = earlier ? same_figure(*earlier, *entry) : nullptr;
        if (then) {
            mover.before = {returns_[earlier->from].period, then->number};
            mover.now.name = returns_[entry->from].period;
        } else if (entry->points.size() > 1) {
            mover.before = entry->points[entry->points.size() - 2];
            mover.is_against_plan = entry->entry.first_is_plan && entry->points.size() == 2;
        } else {
            continue;
        }
        mover.change = mover.now.number - mover.before.number;
        mover.sense = sense_of(entry->entry, mover.change);
        if (mover.change != 0) movers.push_back(std::move(mover));
    }
    std::stable_sort(movers.begin(), movers.end(),
                     [](const Mover& a, const Mover& b) { return weight(a) > weight(b); });
    return movers;
}

std::vector<const SetEntry*> SetEntries::exceptions() const {
    std::vector<const SetEntry*> exceptions;
    for (const SetEntry* entry : present()) {
        if (entry->entry.rag == "Red" || entry->entry.movement == "Worsening") exceptions.push_back(entry);
    }
    std::stable_partition(exceptions.begin(), exceptions.end(),
                          [](const SetEntry* entry) { return entry->entry.rag == "Red"; });
    return exceptions;
}

std::string SetEntries::name_of(const SetEntry& entry) const {
    const Key key(entry.entry.table, entry.entry.record, returns_[entry.from].quarter);
    if (!shared_.contains(key)) return entry.entry.record;
    return entry.entry.record + " [" + std::to_string(entry.from + 1) + "]";
}

}  // namespace scorebook
