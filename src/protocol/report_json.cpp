// report_json.cpp - reports as JSON, keys in the order of the contract.
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <variant>

#include "protocol/json_line.hpp"
#include "scorebook/protocol.hpp"

namespace scorebook {

namespace {

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

Json counts_json(const Report& report) {
    return {{"error", report.count(Severity::error)},
            {"warning", report.count(Severity::warning)},
            {"info", report.count(Severity::info)},
            {"changes", report.changes.size()}};
}

Json unsupported_json(const UnsupportedFormula& formula) {
    return {{"sheet", formula.sheet}, {"cell", to_a1(formula.cell)}, {"why", formula.why}};
}

}  // namespace

std::string report_json(const std::string& file, const Report& report, const std::string& written) {
    Json json = {{"protocol", protocol_name}, {"file", file}, {"status", "ok"}};
    json["template"] = text_or_null(report.template_name);
    json["period"] = text_or_null(report.period);
    json["tables"] = list_of(report.tables, table_json);
    json["findings"] = list_of(report.findings, finding_json);
    json["changes"] = list_of(report.changes, change_json);
    json["not_checked"] = list_of(report.not_checked, not_checked_json);
    json["counts"] = counts_json(report);
    if (!written.empty()) json["written"] = written;
    return line_of(json);
}

std::string recalculation_json(const std::string& file, const RecalculatedWorkbook& recalculated,
                               const Report& changes, const std::string& written) {
    Json json = {{"protocol", protocol_name}, {"file", file}, {"status", "ok"}};
    json["stale"] = list_of(recalculated.stale, stale_json);
    json["formulas"] = recalculated.formulas;
    json["unsupported"] = list_of(recalculated.unsupported, unsupported_json);
    json["findings"] = list_of(recalculated.findings, finding_json);
    json["changes"] = list_of(changes.changes, change_json);
    json["not_checked"] = list_of(recalculated.not_checked, not_checked_json);
    json["counts"] = counts_json(changes);
    if (!written.empty()) json["written"] = written;
    return line_of(json);
}

std::string failure_json(const std::string& file, const std::string& sentence) {
    return line_of({{"protocol", protocol_name}, {"file", file}, {"status", "failed"}, {"error", sentence}});
}

}  // namespace scorebook
