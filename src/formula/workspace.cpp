// workspace.cpp - what the evaluations of one run share.
#include "formula/workspace.hpp"

#include <algorithm>

#include "formula/formula_parser.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {

Workspace::Workspace(const CellSource& source, const EvaluationClock& clock)
    : source_(source), clock_(clock), random_state_(clock.seed), ranges_(source) {}

std::optional<SheetIndex> Workspace::find_sheet(const std::string& name) {
    const auto found = sheets_.find(name);
    if (found != sheets_.end()) return found->second;
    return sheets_[name] = source_.find_sheet(name);
}

const Workspace::Name* Workspace::find_name(const std::string& name, SheetIndex sheet) {
    const std::string key = std::to_string(sheet) + '!' + fold_case(name);
    auto found = names_.find(key);
    if (found == names_.end()) {
        Name parsed;
        if (auto source_name = source_.find_name(name, sheet)) {
            // Relative references in a name count from A1 of the cell that uses it.
            parsed.tree = parse_formula(source_name->formula, CellRef{}).tree;
            parsed.sheet = source_name->sheet;
        }
        found = names_.emplace(key, std::move(parsed)).first;
    }
    return found->second.tree ? &found->second : nullptr;
}

CellRef Workspace::used_corner() {
    if (!used_corner_) {
        CellRef corner;
        for (SheetIndex sheet = 0; sheet < source_.sheet_count(); ++sheet) {
            const CellRange used = source_.used_range(sheet);
            corner.row_index = std::max(corner.row_index, used.last.row_index);
            corner.column_index = std::max(corner.column_index, used.last.column_index);
        }
        used_corner_ = corner;
    }
    return *used_corner_;
}

double Workspace::random() {
    // splitmix64: small, good enough, and the same on every machine.
    random_state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = random_state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    mixed ^= mixed >> 31;
    return static_cast<double>(mixed >> 11) * 0x1.0p-53;
}

void Workspace::restart_random(SheetIndex sheet, CellRef cell) {
    const std::uint64_t place =
        (std::uint64_t{sheet} << 40) ^ (std::uint64_t{cell.row_index} << 14) ^ cell.column_index;
    random_state_ = clock_.seed ^ (place * 0xD1B54A32D192ED03ULL);
}

bool Workspace::spend(double values) {
    // A few seconds.
    constexpr double most_effort = 5e8;
    effort_ += values;
    if (effort_ <= most_effort) return false;
    give_up("takes more work than a formula is given");
    return true;
}

void Workspace::give_up(std::string why) {
    if (!reason_) reason_ = std::move(why);
}

std::shared_ptr<const Array> Workspace::kept_array(
    const std::string& key, const std::function<std::shared_ptr<const Array>()>& make) {
    auto& kept = kept_arrays_[key];
    if (!kept) kept = make();
    return kept;
}

std::optional<std::string> Workspace::take_reason() {
    return std::exchange(reason_, std::nullopt);
}

}  // namespace scorebook::formula
