// unmet_needs.cpp - what each built-in check needs of a table before it can say anything.
#include "checks/unmet_needs.hpp"

#include <algorithm>
#include <array>

#include "checks/wording.hpp"

namespace scorebook {

namespace {

struct Need {
    std::string_view check;
    std::string_view rules;
    std::string_view want;  ///< "column of dates"
    bool (*is_met)(const CheckContext& context, const TableValues& values);
};

template <ValueKind... Kinds>
bool has_kind(const CheckContext&, const TableValues& values) {
    return std::any_of(
        values.table().columns.begin(), values.table().columns.end(),
        [](const FoundColumn& column) { return column.spec && ((column.spec->kind == Kinds) || ...); });
}

bool has_previous(const CheckContext& context, const TableValues&) {
    return context.previous != nullptr;
}
bool has_score(const CheckContext&, const TableValues& values) {
    return values.roles().judged() != nullptr;
}
bool has_parts(const CheckContext&, const TableValues& values) {
    return values.roles().impact && values.roles().likelihood;
}
bool has_actions(const CheckContext&, const TableValues& values) {
    return values.roles().actions != nullptr;
}
bool has_due(const CheckContext&, const TableValues& values) {
    return values.roles().due != nullptr;
}
bool has_status(const CheckContext&, const TableValues& values) {
    return values.roles().status || values.roles().direction;
}
bool has_narrative(const CheckContext& context, const TableValues&) {
    const auto& tables = context.current.found.tables;
    return std::any_of(tables.begin(), tables.end(),
                       [](const FoundTable& table) { return table.spec->is_narrative; });
}

constexpr std::array<Need, 22> needs = {{
    {"unique_key", "S10", "column of references", has_kind<ValueKind::id>},
    {"key_is_text", "S11", "column of references", has_kind<ValueKind::id>},
    {"numbering_gaps", "S12", "column of references", has_kind<ValueKind::id>},
    {"look_alike_ids", "V16", "column of references", has_kind<ValueKind::id>},
    {"dates", "V13", "column of dates", has_kind<ValueKind::date>},
    {"controlled_words", "V12", "column of words from a list",
     has_kind<ValueKind::words, ValueKind::direction>},
    {"score_parts", "V11", "columns of impact and likelihood", has_parts},
    {"reachable", "V10", "column of scores", has_score},
    {"owner", "G01", "column of owners", has_kind<ValueKind::person>},
    {"residual_actions", "G03", "column of actions", has_actions},
    {"action_dates", "G04", "column of due dates", has_due},
    {"retention", "G05", "column of scores", has_score},
    {"rag_word", "G08", "column of RAG words", has_kind<ValueKind::rag>},
    {"percentages", "V07, V08", "column of percentages", has_kind<ValueKind::percentage>},
    {"precision", "V09", "column of figures", has_kind<ValueKind::figure, ValueKind::percentage>},
    {"exceptions", "G12", "column of statuses or directions", has_status},
    {"remains_claims", "X02", "list of what changed", has_narrative},
    {"direction_of_travel", "X03", "column of directions", has_kind<ValueKind::direction>},
    {"entries_lost", "X01", "earlier workbook (--previous)", has_previous},
    {"remains_claims", "X02", "earlier workbook (--previous)", has_previous},
    {"measure_changes", "X05 to X07", "earlier workbook (--previous)", has_previous},
    {"stale_text", "part of X08", "earlier workbook (--previous)", has_previous},
}};

}  // namespace

void report_unmet_needs(const CheckContext& context, Report& report) {
    const auto& run = context.current.kind->built_in_checks;
    const auto& sheets = context.current.workbook->sheets();
    std::vector<std::pair<std::string, std::vector<std::string>>> lines;  // why, sheets
    for (std::size_t sheet = 0; sheet < sheets.size(); ++sheet) {
        std::vector<const TableValues*> tables;
        for (const auto& values : context.current.values) {
            if (values->table().sheet_index == sheet && !values->table().spec->is_narrative)
                tables.push_back(values.get());
        }
        if (tables.empty()) continue;
        std::vector<std::pair<std::string_view, std::vector<std::string>>> lacking;  // want, rules
        for (const Need& need : needs) {
            const bool is_run = std::find(run.begin(), run.end(), need.check) != run.end();
            const bool is_met = std::any_of(tables.begin(), tables.end(), [&](const TableValues* values) {
                return need.is_met(context, *values);
            });
            if (!is_run || is_met) continue;
            const auto known = std::find_if(lacking.begin(), lacking.end(),
                                            [&](const auto& entry) { return entry.first == need.want; });
            if (known == lacking.end()) {
                lacking.push_back({need.want, {std::string(need.rules)}});
            } else {
                known->second.emplace_back(need.rules);
            }
        }
        if (lacking.empty()) continue;
        std::string why;
        for (const auto& [want, rules] : lacking)
            why += (why.empty() ? "no " : "; no ") + std::string(want) + " for " + joined(rules, 10);
        const auto known =
            std::find_if(lines.begin(), lines.end(), [&](const auto& line) { return line.first == why; });
        if (known == lines.end()) {
            lines.push_back({why, {sheets[sheet].name}});
        } else {
            known->second.push_back(sheets[sheet].name);
        }
    }
    for (auto& [why, names] : lines)
        report.not_checked.push_back({"some rules on " + joined(names), std::move(why), true});
}

}  // namespace scorebook
