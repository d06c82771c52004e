// report_json.cpp - keys in the order of the contract.
#include "cli/report_json.hpp"

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <variant>

namespace scorebook::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* protocol = "scorebook/1";

/// Cells and file names needn't be UTF-8; what isn't is replaced by U+FFFD.
std::string line_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json value_json(const CellValue& value) {
    struct Value {
        Json operator()(Blank) const { return nullptr; }
        Json operator()(double number) const {
            // 25, not 25.0: up to here every whole number is a double.
            constexpr double largest = 9007199254740992.0;
            if (std::fabs(number) <= largest && number == std::floor(number))
                return static_cast<std::int64_t>(number);
            return number;
        }
        Json operator()(const std::string& text) const { return text; }
        Json operator()(bool truth) const { return truth; }
        Json operator()(CellError error) const { return Json{{"error", std::string(to_text(error))}}; }
    };
    return std::visit(Value{}, value);
}

Json fill_json(const std::optional<Rgb>& fill) {
    return fill ? Json(to_hex(*fill)) : Json(nullptr);
}

Json table_json(const TableSummary& table) {
    return {
        {"name", table.name}, {"sheet", table.sheet}, {"range", to_a1(table.range)}, {"rows", table.rows}};
}

Json finding_json(const Finding& finding) {
    Json json = {{"rule", finding.rule}, {"severity", std::string(to_text(finding.severity))}};
    if (!finding.sheet.empty()) json["sheet"] = finding.sheet;
    if (finding.cell) json["cell"] = to_a1(*finding.cell);
    if (finding.range && finding.range->first != finding.range->last) {
        if (!finding.cell) json["cell"] = to_a1(finding.range->first);
        json["range"] = to_a1(*finding.range);
    }
    json["record"] = finding.record;
    json["message"] = finding.message;
    if (!finding.advice.empty()) json["advice"] = finding.advice;
    json["evidence"] = Json::object();
    for (const auto& [name, value] : finding.evidence) json["evidence"][name] = value;
    json["fix"] = std::string(to_text(finding.fix));
    return json;
}

Json change_json(const Change& change) {
    Json json = {
        {"sheet", change.sheet}, {"cell", to_a1(change.cell)}, {"kind", std::string(to_text(change.kind))}};
    if (change.kind == ChangeKind::fill) {
        json["before"] = fill_json(change.fill_before);
        json["after"] = fill_json(change.fill_after);
    } else {
        json["before"] = value_json(change.before);
        json["after"] = value_json(change.after);
        if (change.fill_after) json["fill"] = to_hex(*change.fill_after);
    }
    if (change.was_formula) json["was_formula"] = true;
    if (change.spill) json["spill"] = to_a1(*change.spill);
    json["rule"] = change.rule;
    json["record"] = change.record;
    json["because"] = change.because;
    return json;
}

Json stale_json(const StaleFormula& stale) {
    Json json = {{"sheet", stale.sheet},
                 {"cell", to_a1(stale.cell)},
                 {"formula", "=" + stale.formula},
                 {"stored", value_json(stale.stored)},
                 {"computed", value_json(stale.computed)}};
    if (stale.is_volatile) json["volatile"] = true;
    if (stale.spill) json["spill"] = to_a1(*stale.spill);
    return json;
}

Json not_checked_json(const NotChecked& unchecked) {
    return {{"what", unchecked.what}, {"why", unchecked.why}};
}

Json counts_json(const Report& report) {
    return {{"error", report.count(Severity::error)},
            {"warning", report.count(Severity::warning)},
            {"info", report.count(Severity::info)},
            {"changes", report.changes.size()}};
}

Json unsupported_json(const UnsupportedFormula& formula) {
    return {{"sheet", formula.sheet}, {"cell", to_a1(formula.cell)}, {"why", formula.why}};
}

template <typename Items, typename ToJson>
Json list_of(const Items& items, ToJson to_json) {
    Json list = Json::array();
    for (const auto& item : items) list.push_back(to_json(item));
    return list;
}

std::string recalculation_json(const FileReport& file_report) {
    const RecalculatedWorkbook& recalculated = *file_report.recalculated;
    Json json = {{"protocol", protocol}, {"file", file_report.file}, {"status", "ok"}};
    json["stale"] = list_of(recalculated.stale, stale_json);
    json["formulas"] = recalculated.formulas;
    json["unsupported"] = list_of(recalculated.unsupported, unsupported_json);
    json["findings"] = list_of(recalculated.findings, finding_json);
    json["changes"] = list_of(file_report.report.changes, change_json);
    json["not_checked"] = list_of(recalculated.not_checked, not_checked_json);
    json["counts"] = counts_json(file_report.report);
    if (!file_report.written.empty()) json["written"] = file_report.written;
    return line_of(json);
}

}  // namespace

std::string report_json(const FileReport& file_report) {
    if (file_report.recalculated) return recalculation_json(file_report);
    const Report& report = file_report.report;
    Json json = {{"protocol", protocol}, {"file", file_report.file}, {"status", "ok"}};
    json["template"] = text_or_null(report.template_name);
    json["period"] = text_or_null(report.period);
    json["tables"] = list_of(report.tables, table_json);
    json["findings"] = list_of(report.findings, finding_json);
    json["changes"] = list_of(report.changes, change_json);
    json["not_checked"] = list_of(report.not_checked, not_checked_json);
    json["counts"] = counts_json(report);
    if (!file_report.written.empty()) json["written"] = file_report.written;
    return line_of(json);
}

std::string failure_json(const std::string& file, const std::string& sentence) {
    return line_of({{"protocol", protocol}, {"file", file}, {"status", "failed"}, {"error", sentence}});
}

}  // namespace scorebook::cli
