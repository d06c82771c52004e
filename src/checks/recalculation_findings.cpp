// recalculation_findings.cpp - circles and other workbooks' values, in an officer's words.
#include "checks/recalculation_findings.hpp"

#include <algorithm>

#include "checks/formula_rules.hpp"
#include "checks/wording.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

namespace {

std::string place_text(const Workbook& workbook, const CellPlace& place) {
    return workbook.sheets()[place.sheet].name + "!" + to_a1(place.cell);
}

/// "budget 2016.xlsx" of "file:///S:/Finance/budget%202016.xlsx".
std::string file_of(std::string_view target) {
    const std::size_t slash = target.find_last_of("/\\");
    std::string name(slash == std::string_view::npos ? target : target.substr(slash + 1));
    for (std::size_t at; (at = name.find("%20")) != std::string::npos;) name.replace(at, 3, " ");
    return name;
}

}  // namespace

std::string places_text(const Workbook& workbook, const std::vector<CellPlace>& places) {
    constexpr std::size_t shown = 5;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(shown, places.size()); ++i)
        names.push_back(place_text(workbook, places[i]));
    std::string text = joined(names, names.size());
    if (places.size() > names.size())
        text += " and " + std::to_string(places.size() - names.size()) + " more";
    return text;
}

std::vector<Finding> circle_findings(const Workbook& workbook, const Recalculation& recalculation) {
    constexpr std::size_t shown = 8;
    std::vector<Finding> findings;
    for (const auto& circle : recalculation.circles) {
        std::string way;
        for (std::size_t i = 0; i < std::min(shown, circle.size()); ++i)
            way += place_text(workbook, circle[i]) + " reads ";
        if (circle.size() > shown) way += std::to_string(circle.size() - shown) + " more cells, back to ";
        way += place_text(workbook, circle.front());
        Finding finding;
        finding.rule = circle_rule;
        finding.severity = Severity::warning;
        finding.sheet = workbook.sheets()[circle.front().sheet].name;
        finding.cell = circle.front().cell;
        finding.message =
            "The formulas go round in a circle (" + way + "), so no result of theirs can be right.";
        finding.advice = "Take one of the references out, or allow iterative calculation in Excel's options.";
        finding.evidence = {{"circle", way}};
        finding.fix = Fix::ask;
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::string other_workbook_names(const Workbook& workbook) {
    std::vector<std::string> books;
    for (const std::string& target : workbook.external_links()) {
        std::string name = file_of(target);
        if (!name.empty() && std::find(books.begin(), books.end(), name) == books.end())
            books.push_back(std::move(name));
    }
    return books.empty() ? std::string() : " (" + joined(books, books.size()) + ")";
}

std::vector<NotChecked> values_taken_on_trust(const Workbook& workbook, const Recalculation& recalculation) {
    if (recalculation.from_other_books.empty()) return {};
    std::string why = "reads another workbook" + other_workbook_names(workbook) +
                      ", which was not opened; its cached values were used";
    return {{places_text(workbook, recalculation.from_other_books), std::move(why)}};
}

}  // namespace scorebook
