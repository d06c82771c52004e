// owner.cpp - check "owner" (G01): each entry has one accountable owner, a post or a person, not a team and
// not two posts.
#include <algorithm>
#include <array>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/wording.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

/// Whole texts that name a group. "MT" is a management team (Lancashire's register names it for 6 of 19
/// entries).
constexpr std::array group_names = {"mt",      "smt",     "cmt",     "slt",     "clt",     "elt",
                                    "slb",     "cmb",     "dmt",     "lmt",     "dlt",     "all",
                                    "various", "members", "cabinet", "council", "everyone"};
/// Last words that make a name a group's.
constexpr std::array group_endings = {
    "team",      "teams",    "board",    "committee",        "group", "groups",        "panel",      "forum",
    "directors", "managers", "officers", "heads of service", "leads", "services team", "partnership"};
/// First words of a post: two parts that both begin with one are two owners.
constexpr std::array post_words = {
    "head",    "director",  "chief",     "deputy",  "assistant", "executive", "manager", "officer",
    "county",  "corporate", "strategic", "interim", "acting",    "section",   "s151",    "monitoring",
    "service", "senior",    "principal", "group",   "programme", "project",   "leader",  "lead"};

bool ends_with_word(std::string_view text, std::string_view ending) {
    return text == ending || (text.ends_with(ending) && text[text.size() - ending.size() - 1] == ' ');
}

bool is_group(std::string_view owner) {
    std::string name = folded(owner);
    while (!name.empty() && name.back() == '.') name.pop_back();
    if (name.starts_with("all ")) return true;
    return std::find(group_names.begin(), group_names.end(), name) != group_names.end() ||
           std::any_of(group_endings.begin(), group_endings.end(),
                       [&](std::string_view ending) { return ends_with_word(name, ending); });
}

std::vector<std::string_view> parts(std::string_view owner) {
    std::vector<std::string_view> result;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= owner.size(); ++i) {
        const std::string_view rest = owner.substr(i);
        std::size_t length = 0;
        if (i == owner.size() || std::string_view("/;,&\n").find(owner[i]) != std::string_view::npos)
            length = 1;
        if (rest.starts_with(" and ")) length = 5;
        if (length == 0) continue;
        const std::string_view part = trimmed(owner.substr(begin, i - begin));
        if (!part.empty()) result.push_back(part);
        i += length - 1;
        begin = i + 1;
    }
    return result;
}

bool is_post(std::string_view part) {
    const std::string name = folded(part);
    const std::size_t words = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
    return words >= 2 && std::any_of(post_words.begin(), post_words.end(), [&](std::string_view word) {
               return name.starts_with(word) && (name.size() == word.size() || name[word.size()] == ' ');
           });
}

/// "Jane Smith": two or three capitalised words of letters alone.
bool is_personal_name(std::string_view part) {
    std::size_t words = 0;
    bool at_start = true;
    for (const char c : part) {
        const bool is_upper = c >= 'A' && c <= 'Z';
        const bool is_lower = (c >= 'a' && c <= 'z') || c == '\'' || c == '-' || c == '.';
        if (c == ' ') {
            at_start = true;
        } else if (at_start) {
            if (!is_upper) return false;
            ++words;
            at_start = false;
        } else if (!is_lower && !is_upper) {
            return false;
        }
    }
    return words == 2 || words == 3;
}

std::vector<std::string> owners(std::string_view text) {
    std::vector<std::string> posts;
    std::vector<std::string> people;
    const bool is_slashed = text.find_first_of("/;\n&") != std::string_view::npos;
    for (const std::string_view part : parts(text)) {
        if (is_post(part)) posts.emplace_back(part);
        if (is_slashed && !is_post(part) && is_personal_name(part)) people.emplace_back(part);
    }
    if (posts.size() >= 2) return posts;
    return people.size() >= 2 && people.size() == parts(text).size() ? people : std::vector<std::string>{};
}

struct OwnerFault {
    std::string message;
    std::string advice;
};

std::optional<OwnerFault> fault_of(const TypedCell& cell, const std::string& owner, const ColumnSpec& spec) {
    if (cell.state == ValueState::blank || cell.state == ValueState::mark) {
        return OwnerFault{spec.header + " is blank, so nobody answers for the entry.",
                          "Name the post that answers for it."};
    }
    if (cell.state == ValueState::not_available || cell.state == ValueState::not_applicable) {
        return OwnerFault{
            spec.header + " says '" + shortened(owner) + "', so nobody answers for the entry yet.",
            "Name the post that answers for it."};
    }
    if (is_group(owner)) {
        return OwnerFault{spec.header + " is '" + shortened(owner) +
                              "', a group: nobody in particular answers for the entry.",
                          "Name one post."};
    }
    const std::vector<std::string> several = owners(owner);
    if (several.empty()) return std::nullopt;
    return OwnerFault{spec.header + " names " + std::to_string(several.size()) + " owners, " +
                          joined(several) + ": each can take it for the other's.",
                      "Name one of them as accountable; the others can be named in the actions."};
}

}  // namespace

void check_owner(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        const FoundColumn* column = values->roles().owner;
        if (!column) continue;
        const std::vector<TypedCell>& cells = values->typed(*column);
        std::vector<std::int8_t> verdicts;  // by word: 0 not judged yet, 1 in order, 2 a fault
        EntryFindings findings(report, Severity::warning);
        for (std::size_t entry = 0; entry < cells.size(); ++entry) {
            const TypedCell& cell = cells[entry];
            if (verdicts.size() <= cell.word) verdicts.resize(cell.word + std::size_t{1});
            std::int8_t& verdict = verdicts[cell.word];
            if (verdict == 0) verdict = fault_of(cell, values->word(cell.word), *column->spec) ? 2 : 1;
            if (verdict == 1) continue;
            findings.add(values->place(entry, *column), [&] {
                Finding finding = finding_at(*values, entry, *column, "G01", Severity::warning);
                const std::string& owner = values->word(cell.word);
                auto fault = fault_of(cell, owner, *column->spec);
                finding.message = std::move(fault->message);
                finding.advice = std::move(fault->advice);
                finding.evidence = {{"found", in_words(CellValue(owner))}};
                return finding;
            });
        }
    }
}

}  // namespace scorebook
