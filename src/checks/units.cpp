// units.cpp - check "units" (V06): the figures of one row that are held against each other are in one unit,
// and all of them say which when most do.
//
// Which columns those are the template's relations say: a status is that of a value against its target, a
// trend that of two values. A unit in a heading speaks for its column, so only cells are looked at.
#include <algorithm>
#include <set>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/row_figures.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

enum class UnitClass { none, percent, money, time };

UnitClass class_of(FigureUnit unit) {
    switch (unit) {
        case FigureUnit::percent:
        case FigureUnit::points:
            return UnitClass::percent;
        case FigureUnit::pounds:
            return UnitClass::money;
        case FigureUnit::seconds:
        case FigureUnit::days:
        case FigureUnit::working_days:
        case FigureUnit::months:
            return UnitClass::time;
        case FigureUnit::none:
            break;
    }
    return UnitClass::none;
}

/// "%", "£m", "days": what a column of units says.
UnitClass class_in_words(std::string_view text) {
    const std::string plain = folded(text);
    if (plain.find('%') != std::string::npos || find_word(plain, "per cent") ||
        find_word(plain, "percentage"))
        return UnitClass::percent;
    if (plain.find("\xC2\xA3") != std::string::npos || find_word(plain, "pounds")) return UnitClass::money;
    if (find_word(plain, "days") || find_word(plain, "weeks") || find_word(plain, "minutes") ||
        find_word(plain, "seconds") || find_word(plain, "hours"))
        return UnitClass::time;
    return UnitClass::none;
}

/// The columns whose figures the template holds against each other, left to right.
std::vector<const FoundColumn*> related_columns(const FoundTable& table) {
    std::set<std::string> ids;
    for (const Relation& relation : table.spec->relations) {
        const bool compares = relation.is == "status" || relation.is == "trend" || relation.is == "met" ||
                              relation.is == "comparison" || relation.is == "maintain";
        if (relation.is == "year-to-date" || relation.is == "maintain") ids.insert(relation.column);
        if (!compares && relation.is != "year-to-date") continue;
        for (const char* role : {"of", "since", "against"})
            ids.insert(relation.part(role).begin(), relation.part(role).end());
    }
    std::vector<const FoundColumn*> columns;
    for (const FoundColumn& column : table.columns) {
        const bool may_hold_any =
            column.spec && (column.spec->kind == ValueKind::figure || column.spec->kind == ValueKind::target);
        if (may_hold_any && ids.contains(column.spec->id)) columns.push_back(&column);
    }
    return columns;
}

struct UnitFigure {
    const FoundColumn* column = nullptr;
    Figure figure;
    UnitClass unit = UnitClass::none;
    std::string name() const { return shortened(column->header, 40) + " is " + in_words(figure); }
};

std::optional<Finding> fault_in_row(const TableValues& values, std::size_t entry,
                                    const std::vector<UnitFigure>& row, const FoundColumn* unit_column) {
    const auto begin = std::find_if(row.begin(), row.end(),
                                    [](const UnitFigure& figure) { return figure.unit != UnitClass::none; });
    if (begin == row.end()) return std::nullopt;
    std::vector<const UnitFigure*> bare;
    std::vector<const UnitFigure*> same;
    for (const UnitFigure& figure : row) {
        if (figure.unit == UnitClass::none) bare.push_back(&figure);
        if (figure.unit == begin->unit) same.push_back(&figure);
        if (figure.unit == UnitClass::none || figure.unit == begin->unit) continue;
        // A target is told before its value, whichever stands left.
        const bool is_target = figure.column->spec->kind == ValueKind::target;
        const UnitFigure& odd = is_target ? *begin : figure;
        const UnitFigure& other = is_target ? figure : *begin;
        Finding finding = finding_at(values, entry, *odd.column, "V06", Severity::warning);
        finding.message = odd.name() + ", but " + other.name() + ": the two are in different units.";
        finding.advice = "Write both in one unit.";
        return finding;
    }
    const UnitClass stated =
        unit_column ? class_in_words(values.read(entry, *unit_column).text) : UnitClass::none;
    if (stated != UnitClass::none && stated != begin->unit) {
        Finding finding = finding_at(values, entry, *begin->column, "V06", Severity::warning);
        finding.message = begin->name() + ", but " + shortened(unit_column->header, 40) + " says '" +
                          shortened(values.read(entry, *unit_column).text, 30) + "'.";
        finding.advice = "Correct the unit or the figure.";
        return finding;
    }
    // One bare figure beside two with a unit is a slip; a row of bare ones under one target is a habit.
    if (stated != UnitClass::none || bare.size() != 1 || same.size() < 2 || begin->unit == UnitClass::time)
        return std::nullopt;
    const UnitFigure& odd = *bare.front();
    const bool says_in_heading = class_in_words(odd.column->header) != UnitClass::none;
    if (says_in_heading || odd.figure.number.value.is_zero()) return std::nullopt;
    Finding finding = finding_at(values, entry, *odd.column, "V06", Severity::warning);
    finding.message =
        odd.name() + " without a unit, where " + same[0]->name() + " and " + same[1]->name() + ".";
    finding.advice = "Type it with its unit.";
    return finding;
}

}  // namespace

void check_units(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        const std::vector<const FoundColumn*> columns = related_columns(values->table());
        if (columns.size() < 2) continue;
        const FoundColumn* unit_column = values->table().find_column("unit");
        EntryFindings findings(report, Severity::warning);
        for (std::size_t entry = 0; entry < values->size(); ++entry) {
            std::vector<UnitFigure> row;
            for (const FoundColumn* column : columns) {
                const ReadValue value = values->read(entry, *column);
                if (value.figure) row.push_back({column, *value.figure, class_of(value.figure->unit)});
            }
            auto fault = fault_in_row(*values, entry, row, unit_column);
            if (fault) findings.add(*fault->cell, [&] { return std::move(*fault); });
        }
    }
}

}  // namespace scorebook
