// structure.cpp - check "structure": what was odd about the layout of the tables (S01 to S09, S15), from the
// remarks the table finder made. The tables were read in spite of it; the findings say how.
#include <algorithm>
#include <map>
#include <optional>

#include "checks/built_in_checks.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

struct Wording {
    std::string_view rule;
    Severity severity;
    std::string message;
    std::string advice;
    Fix fix = Fix::none;
};

std::optional<Wording> wording(const StructureRemark& remark, const FoundTable& found) {
    const TableSpec& table = *found.spec;
    // An "Overall" row under the header is a layout; one between entries is a trap.
    const bool is_above_entries =
        found.entries.empty() || remark.place.first < CellRef{found.entries.front().row_index, 0};
    const std::string text = shortened(remark.text);
    const std::string other = shortened(remark.other);
    const std::string entry = table.entry.empty() ? "entry" : table.entry;
    switch (remark.kind) {
        case StructureKind::missing_column:
            return Wording{
                "S01", Severity::error, "The " + table.title + " table has no column headed '" + text + "'.",
                "Add the column, or say on a sheet called Scorebook which of your columns it is.", Fix::ask};
        case StructureKind::near_header:
            return Wording{"S01", Severity::info, "The header '" + text + "' was read as '" + other + "'.",
                           ""};
        case StructureKind::duplicate_header:
            if (!other.empty()) return std::nullopt;
            return Wording{
                "S02", Severity::warning,
                "Two columns are headed '" + text + "' and nothing tells them apart; the first one was read.",
                "Give each column a header of its own.", Fix::ask};
        case StructureKind::second_meaning:
            return Wording{"S02", Severity::info,
                           "'" + text + "' could mean the same as '" + other +
                               "', which is the column that was read; this one was passed over.",
                           ""};
        case StructureKind::misaligned_column:
            return Wording{"S03", Severity::error,
                           "Header and values are out of line at '" + text +
                               "': one of two neighbouring columns has a header without values, the other "
                               "values without a header.",
                           "Move the values under their header.", Fix::ask};
        case StructureKind::second_header:
            return Wording{"S04", Severity::info,
                           "A second header row begins the " + table.title + " table here" +
                               (text.empty() ? "" : ", below '" + text + "'") +
                               "; the two were read as separate tables.",
                           ""};
        case StructureKind::repeated_header:
            return Wording{"S05", Severity::info,
                           "The header row is repeated here, as on a new page; it was passed over.", ""};
        case StructureKind::continuation:
            return Wording{"S06", Severity::warning,
                           "This row has no identifier and was read as the continuation of " +
                               (text.empty() ? "the row above" : text) + ".",
                           "Put the whole " + entry + " in one row.", Fix::ask};
        case StructureKind::explanation_row:
            return Wording{"S08", Severity::info, "A row that explains the columns was read as such.", ""};
        case StructureKind::cut_cell:
            return Wording{"S07", Severity::warning,
                           "A cell is cut in two by a row or page break; joined it reads '" + text + "'.",
                           "Join the two halves in one cell.", Fix::ask};
        case StructureKind::fused_label:
            return Wording{"S09", Severity::warning,
                           "'" + text + "' holds a group and an item; it was read as '" + other + "'.",
                           "Keep the group in a column or row of its own.", Fix::ask};
        case StructureKind::total_row:
            if (remark.other == "middle" && !is_above_entries) {
                return Wording{"S15", Severity::warning,
                               "The total row '" + text +
                                   "' stands amid the entries; it was left out of every sum and rule.",
                               "Move the total below the last entry.", Fix::ask};
            }
            return Wording{"S15", Severity::info, "The total row '" + text + "' was left out of every rule.",
                           ""};
        case StructureKind::stray_rows:
            return Wording{"S06", Severity::warning,
                           "Rows below the table look like entries but were not read: " + text + ".",
                           "Move them into the table, or leave an empty row and a heading above them.",
                           Fix::ask};
        case StructureKind::worded_score:  // among what was not checked
        case StructureKind::unknown_column:
        case StructureKind::joined_header:
        case StructureKind::section_row:
            return std::nullopt;  // unknown columns and sections are told once a table; joined headers are no
                                  // news
    }
    return std::nullopt;
}

Finding at(const Sheet& sheet, const CellRange& place) {
    Finding finding;
    finding.sheet = sheet.name;
    finding.cell = place.first;
    if (place.first != place.last) finding.range = place;
    return finding;
}

void add_list(const Sheet& sheet, const FoundTable& table, StructureKind kind, std::string_view rule,
              const std::string& one, const std::string& many, Report& report) {
    std::vector<std::string> names;
    std::optional<CellRange> first;
    for (const StructureRemark& remark : table.remarks) {
        if (remark.kind != kind) continue;
        if (!first) first = remark.place;
        names.push_back("'" + shortened(remark.text, 40) + "'");
    }
    if (names.empty()) return;
    Finding finding = at(sheet, *first);
    finding.rule = rule;
    finding.severity = Severity::info;
    finding.message = (names.size() == 1 ? one : many) + joined(names) + ".";
    finding.fix = Fix::none;
    report.findings.push_back(std::move(finding));
}

/// The same remark more often than this becomes one line.
constexpr std::size_t most_alike = 20;

}  // namespace

void check_structure(const CheckContext& context, Report& report) {
    for (const FoundTable& table : context.current.found.tables) {
        const Sheet& sheet = context.current.workbook->sheets()[table.sheet_index];
        add_list(sheet, table, StructureKind::unknown_column, "S01",
                 "A column was left alone, as no rule knows it: ",
                 "Columns were left alone, as no rule knows them: ", report);
        add_list(sheet, table, StructureKind::section_row, "S08",
                 "A section heading was read as one: ", "Section headings were read as such: ", report);
        std::map<StructureKind, std::size_t> counts;
        for (const StructureRemark& remark : table.remarks) ++counts[remark.kind];
        std::map<StructureKind, bool> told;
        for (const StructureRemark& remark : table.remarks) {
            auto words = wording(remark, table);
            if (!words) continue;
            const std::size_t count = counts[remark.kind];
            if (count > most_alike && told[remark.kind]) continue;
            told[remark.kind] = true;
            Finding finding = at(sheet, remark.place);
            finding.rule = words->rule;
            finding.severity = words->severity;
            finding.message = count > most_alike ? std::to_string(count) +
                                                       " times in this table; the first: " + words->message
                                                 : std::move(words->message);
            finding.advice = std::move(words->advice);
            finding.fix = words->fix;
            if (remark.kind == StructureKind::continuation) finding.record = remark.text;
            report.findings.push_back(std::move(finding));
        }
    }
}

}  // namespace scorebook
