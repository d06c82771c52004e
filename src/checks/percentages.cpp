// percentages.cpp - check "percentages": one scale and one unit a column (V05, V07), nothing outside 0 to 100
// without a note that says why (V08).
#include <algorithm>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/row_figures.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

struct Share {
    std::size_t entry = 0;
    Figure figure;
    bool is_marked = false;  ///< the cell itself says per cent
};

std::vector<Share> shares_of(const TableValues& values, const FoundColumn& column) {
    std::vector<Share> shares;
    for (std::size_t entry = 0; entry < values.size(); ++entry) {
        const ReadValue value = values.read(entry, column);
        if (!value.figure) continue;
        const SheetCell* cell = values.cell(entry, column);
        const bool is_text_percent = value.text.find('%') != std::string::npos;
        const bool is_format_percent = cell && value.number && !is_text_percent &&
                                       value.figure->number.value != Fraction(0) &&
                                       std::abs(value.figure->number.value.to_double() - cell->number) > 1e-9;
        shares.push_back({entry, *value.figure, is_text_percent || is_format_percent});
    }
    return shares;
}

/// Whether something beside the table speaks of figures over 100: a note's mark, or a sentence about
/// carry-over.
bool explains_excess(const std::vector<SheetText>& notes) {
    return std::any_of(notes.begin(), notes.end(), [](const SheetText& note) {
        const std::string text = folded(note.text);
        return text.find("over 100") != std::string::npos || text.find("above 100") != std::string::npos ||
               text.find("carry") != std::string::npos || text.find("more than 100") != std::string::npos;
    });
}

void check_scale(const TableValues& values, const FoundColumn& column, const std::vector<Share>& shares,
                 Report& report) {
    std::vector<const Share*> small, large;
    for (const Share& share : shares) {
        const Fraction size = share.figure.number.value.magnitude();
        // 1 may be one per cent or all of it, and 0 is 0 either way.
        if (!share.is_marked && size > Fraction(0) && size < Fraction(1) && share.figure.places >= 2)
            small.push_back(&share);
        if (size > Fraction(2)) large.push_back(&share);
    }
    if (small.empty() || large.empty() || small.size() > large.size()) return;
    const bool most_are_tiny = std::all_of(large.begin(), large.end(), [](const Share* share) {
        return share->figure.number.value.magnitude() < Fraction(10);
    });
    if (most_are_tiny) return;
    EntryFindings findings(report, Severity::error);
    for (const Share* share : small) {
        findings.add(values.place(share->entry, column), [&] {
            Finding finding = finding_at(values, share->entry, column, "V07", Severity::error);
            const std::string printed = to_text(share->figure.number.value, share->figure.places);
            finding.message = column.header + " is " + printed + ", where other rows have figures such as " +
                              to_text(large.front()->figure.number.value, large.front()->figure.places) +
                              ": it looks like " +
                              to_text(share->figure.number.value * 100,
                                      share->figure.places > 2 ? share->figure.places - 2 : 0) +
                              "% on a scale from 0 to 1.";
            finding.advice = "Type it on the scale of the other rows.";
            return finding;
        });
    }
}

void check_units(const TableValues& values, const FoundColumn& column, const std::vector<Share>& shares,
                 Report& report) {
    for (const Share& share : shares) {
        const FigureUnit unit = share.figure.unit;
        if (unit == FigureUnit::percent || unit == FigureUnit::none || unit == FigureUnit::points) continue;
        Finding finding = finding_at(values, share.entry, column, "V05", Severity::error);
        finding.message = column.header + " is " + in_words(share.figure) + " in a column of percentages.";
        finding.advice = "Put figures of another unit in a column or row of their own.";
        report.findings.push_back(std::move(finding));
    }
}

void check_limits(const TableValues& values, const FoundColumn& column, const std::vector<Share>& shares,
                  const std::vector<SheetText>& notes, Report& report) {
    const bool is_explained = explains_excess(notes);
    EntryFindings findings(report, Severity::warning);
    for (const Share& share : shares) {
        const Fraction& value = share.figure.number.value;
        const bool is_outside = value.is_negative() || value > Fraction(100);
        if (!is_outside || is_explained || !share.figure.note.empty()) continue;
        findings.add(values.place(share.entry, column), [&] {
            Finding finding = finding_at(values, share.entry, column, "V08", Severity::warning);
            finding.message = column.header + " is " + in_words(share.figure) +
                              ", outside 0 to 100%, and no note says why.";
            finding.advice =
                "Check the figure, or add a note such as 'carried over from the previous period'.";
            return finding;
        });
    }
}

/// Whether the template works the column out as a change, which may be any size.
bool is_change(const TableSpec& table, const ColumnSpec& column) {
    return std::any_of(table.relations.begin(), table.relations.end(), [&](const Relation& relation) {
        return relation.column == column.id && !relation.part("minus").empty();
    });
}

bool counts_things(std::string_view title) {
    const std::string text = folded(title);
    return text.starts_with("volume") || text.starts_with("number of") || text.starts_with("no. of") ||
           text.starts_with("count of") || text.starts_with("total number");
}

/// D-63: "Volume of overpayments 31" under "(%)".
void check_heading(const TableValues& values, const FoundColumn& column, Report& report) {
    const FoundColumn* title = values.roles().description;
    if (!title || column.header.find('%') == std::string::npos) return;
    EntryFindings findings(report, Severity::error);
    for (const Share& share : shares_of(values, column)) {
        std::string buffer;
        const std::string_view text = values.text(share.entry, *title, buffer);
        if (share.is_marked || !counts_things(text)) continue;
        const std::string name = shortened(text, 40);
        findings.add(values.place(share.entry, column), [&] {
            Finding finding = finding_at(values, share.entry, column, "V05", Severity::error);
            finding.message = name + " is a count (" + in_words(share.figure) +
                              ") in a column headed per cent ('" + shortened(column.header, 50) + "').";
            finding.advice = "Take (%) out of the heading and write % in the cells, or move the count.";
            return finding;
        });
    }
}

}  // namespace

void check_percentages(const CheckContext& context, Report& report) {
    for (const auto& values : context.current.values) {
        const std::vector<SheetText> notes = notes_below(context, values->table());
        for (const FoundColumn& column : values->table().columns) {
            if (!column.spec) continue;
            if (column.spec->kind == ValueKind::figure) check_heading(*values, column, report);
            if (column.spec->kind != ValueKind::percentage) continue;
            const std::vector<Share> shares = shares_of(*values, column);
            check_scale(*values, column, shares, report);
            check_units(*values, column, shares, report);
            if (!is_change(*values->table().spec, *column.spec))
                check_limits(*values, column, shares, notes, report);
        }
    }
}

}  // namespace scorebook
