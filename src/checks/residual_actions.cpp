// residual_actions.cpp - check "residual_actions" (G03): a residual score that differs from the first one
// needs an action that brings it about, and a list of actions says each of them once.
#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/wording.hpp"
#include "tables/list_items.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

/// Shorter items ("Ongoing", "Training") may well stand twice under different headings.
constexpr std::size_t least_item = 8;

bool is_punctuation(char c) {
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '\'' || c == '"';
}

std::string plain(std::string_view item) {
    std::string text = folded(item);
    std::erase_if(text, is_punctuation);
    return text;
}

/// Alike for items that plain() makes alike; for hardly any others.
std::uint32_t likeness(std::string_view item) {
    std::uint32_t hash = 2166136261U;  // FNV-1a
    for (const char c : item) {
        if (is_letter(c) || is_digit(c)) hash = (hash ^ (static_cast<unsigned char>(c) | 0x20U)) * 16777619U;
    }
    return hash;
}

bool may_repeat(const std::vector<std::string>& items) {
    std::vector<std::uint32_t> seen;
    for (const std::string& item : items) seen.push_back(likeness(item));
    std::sort(seen.begin(), seen.end());
    return std::adjacent_find(seen.begin(), seen.end()) != seen.end();
}

/// Items that stand more than once, as first typed.
std::vector<std::string> repeated_items(const std::vector<std::string>& items) {
    std::vector<std::string> repeated;
    if (!may_repeat(items)) return repeated;
    std::unordered_map<std::string, std::size_t> counts;
    for (const std::string& item : items) {
        const std::string text = plain(item);
        if (text.size() < least_item || ++counts[text] != 2) continue;
        std::string_view shown = trimmed(item);
        while (!shown.empty() && shown.back() == '.') shown.remove_suffix(1);
        repeated.push_back(shortened(shown, 80));
    }
    return repeated;
}

/// Whether the cell can hold several items at all: a look without copying.
bool may_be_list(std::string_view text) {
    return text.find('\n') != std::string_view::npos || text.find("\xE2\x80\xA2") != std::string_view::npos ||
           text.find(';') != std::string_view::npos;
}

void check_without_actions(const TableValues& values, const ColumnRoles& roles, Report& report) {
    const bool rises = values.table().spec->higher_is_better;
    EntryFindings findings(report, Severity::warning);
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        const double before = values.number(entry, roles.score);
        const double after = values.number(entry, roles.residual);
        const bool moved = rises ? after > before : after < before;
        if (!moved || !values.is_empty(entry, *roles.actions)) continue;
        findings.add(values.place(entry, *roles.actions), [&] {
            Finding finding = finding_at(values, entry, *roles.actions, "G03", Severity::warning);
            finding.message = roles.residual->spec->header + " " + to_text(CellValue(after)) + " is " +
                              (rises ? "higher" : "lower") + " than " + roles.score->spec->header + " " +
                              to_text(CellValue(before)) +
                              ", but no action is given that would bring it about.";
            finding.advice = "List the actions, or bring the residual score back.";
            finding.evidence = {{"score", to_text(CellValue(before))},
                                {"residual", to_text(CellValue(after))}};
            return finding;
        });
    }
}

void check_repeats(const TableValues& values, const FoundColumn& actions, Report& report) {
    EntryFindings findings(report, Severity::warning);
    std::unordered_set<const char*> sound;  // shared strings without repeats: many entries may share one
    std::string buffer;
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        buffer.clear();
        const std::string_view text = values.text(entry, actions, buffer);
        const bool is_shared = buffer.empty();
        if (!may_be_list(text) || (is_shared && sound.contains(text.data()))) continue;
        const std::vector<std::string> repeated = repeated_items(split_list_items(text));
        if (repeated.empty()) {
            if (is_shared) sound.insert(text.data());
            continue;
        }
        findings.add(values.place(entry, actions), [&] {
            Finding finding = finding_at(values, entry, actions, "G03", Severity::warning);
            finding.message =
                actions.spec->header + " repeats " +
                (repeated.size() == 1 ? "one item" : std::to_string(repeated.size()) + " items") + ": " +
                joined(repeated) + ".";
            finding.advice = "Keep each action once.";
            finding.evidence = {{"repeated", std::to_string(repeated.size())}};
            return finding;
        });
    }
}

}  // namespace

void check_residual_actions(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        const ColumnRoles& roles = values->roles();
        if (!roles.actions) continue;
        if (roles.score && roles.residual) check_without_actions(*values, roles, report);
        check_repeats(*values, *roles.actions, report);
    }
}

}  // namespace scorebook
