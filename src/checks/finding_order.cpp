// finding_order.cpp - findings and changes in the order people read them.
#include "checks/finding_order.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace scorebook {

namespace {

/// 0 for no sheet, else its tab number from 1 on.
class TabNumbers {
  public:
    explicit TabNumbers(const Workbook& workbook) {
        for (std::size_t i = 0; i < workbook.sheets().size(); ++i)
            numbers_.emplace(workbook.sheets()[i].name, i + 1);
    }
    std::size_t of(const std::string& sheet) const {
        const auto found = numbers_.find(sheet);
        return found == numbers_.end() ? 0 : found->second;
    }

  private:
    std::unordered_map<std::string_view, std::size_t> numbers_;
};

/// Puts `items` in the order of `key(item)`, equal ones as they were; moves each item once.
template <typename Item, typename Key>
void sort_by(std::vector<Item>& items, Key key) {
    std::vector<std::pair<decltype(key(items.front())), std::size_t>> order;
    order.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) order.emplace_back(key(items[i]), i);
    std::sort(order.begin(), order.end());
    std::vector<Item> sorted;
    sorted.reserve(items.size());
    for (const auto& place : order) sorted.push_back(std::move(items[place.second]));
    items = std::move(sorted);
}

/// Two rules may want something of one cell: a value from one and a colour from another go together; of two
/// values the first stands.
void join(Change& first, Change& second) {
    if (first.kind == ChangeKind::fill && second.kind == ChangeKind::value) {
        second.fill_before = first.fill_before;
        second.fill_after = first.fill_after;
        first = std::move(second);
    } else if (first.kind == ChangeKind::value && second.kind == ChangeKind::fill && !first.fill_after) {
        first.fill_before = second.fill_before;
        first.fill_after = second.fill_after;
    }
}

}  // namespace

void order_changes(const Workbook& workbook, std::vector<Change>& changes) {
    if (changes.empty()) return;
    const TabNumbers tabs(workbook);
    // A sheet that is only to be made will be the last.
    sort_by(changes, [&](const Change& change) {
        const std::size_t tab = tabs.of(change.sheet);
        return std::tuple(tab == 0 ? workbook.sheets().size() + 1 : tab, change.cell);
    });
    std::size_t kept = 0;
    for (std::size_t i = 1; i < changes.size(); ++i) {
        if (changes[i].cell == changes[kept].cell && changes[i].sheet == changes[kept].sheet) {
            join(changes[kept], changes[i]);
        } else if (++kept != i) {
            changes[kept] = std::move(changes[i]);
        }
    }
    changes.resize(kept + 1);
}

void order_findings(const Workbook& workbook, std::vector<Finding>& findings) {
    const TabNumbers tabs(workbook);
    // A finding without a cell is about the whole sheet and stands before those with one.
    std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
        return std::tuple(tabs.of(a.sheet), -static_cast<int>(a.severity), a.cell, std::string_view(a.rule),
                          std::string_view(a.message)) <
               std::tuple(tabs.of(b.sheet), -static_cast<int>(b.severity), b.cell, std::string_view(b.rule),
                          std::string_view(b.message));
    });
}

}  // namespace scorebook
