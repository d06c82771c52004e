// matrix_dashboard.cpp - the formulas of the dashboard, each beside a way to compute its result.
#include "matrix_dashboard.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

namespace samples {

constexpr unsigned first_row = 5;  // 0-based; row 6 on the screen

void put_dashboard(Grid& grid, const Registers& registers) {
    const Grid& risks = registers.risks;
    const Grid& opportunities = registers.opportunities;
    const unsigned last_risk = registers.last_risk, last_opportunity = registers.last_opportunity;
    const std::string last = std::to_string(last_risk);
    const auto range = [&](char column) {
        return std::string("'Risk Register'!$") + column + "$6:$" + column + "$" + last;
    };
    const auto risk_numbers = [=, &risks](char column) {
        return risks.numbers(column + std::string("6"), column + last);
    };
    const auto residual_opportunities = [=, &opportunities] {
        return opportunities.numbers("L6", "L" + std::to_string(last_opportunity));
    };
    grid.widths = {{0, 44}, {1, 14}, {2, 12}, {3, 12}, {4, 12}, {5, 12}, {6, 12}};
    grid.put("A1", "Dashboard", Style::label);
    grid.put("A3", "RAG", Style::header);
    grid.put("B3", "Risks", Style::header);
    constexpr std::array words = {"Red", "Amber", "Green"};
    constexpr std::array looks = {Style::red, Style::amber, Style::green};
    for (unsigned i = 0; i < 3; ++i) {
        const std::string word = words[i];
        grid.put({3 + i, 0}, word, looks[i]);
        grid.put_formula(
            {3 + i, 1}, "=COUNTIFS(" + range('N') + ",A" + std::to_string(4 + i) + ")",
            [=, &risks] {
                return static_cast<double>(std::ranges::count(risks.texts("N6", "N" + last), word));
            },
            Style::score);
    }
    unsigned row = 6;
    const auto add = [&](const char* label, const std::string& formula, std::function<Value()> result,
                         Style style) {
        grid.put({++row, 0}, label, Style::text);
        grid.put_formula({row, 1}, formula, std::move(result), style);
    };
    const auto highest_row = [=, &risks] {
        const double highest = std::ranges::max(risk_numbers('L'));
        unsigned at = first_row;
        while (risks.number({at, 11}) != highest) ++at;
        return at;
    };
    add(
        "Residual impact x likelihood, summed", "=SUMPRODUCT(" + range('J') + "," + range('K') + ")",
        [=, &risks] {
            double sum = 0;
            for (unsigned at = first_row; at < last_risk; ++at)
                sum += risks.number({at, 9}) * risks.number({at, 10});
            return sum;
        },
        Style::score);
    add(
        "Risks at or above the threshold", "=SUMPRODUCT(--(" + range('L') + ">=RetentionThreshold))",
        // A text counts as larger than any number, in Excel as here.
        [=, &risks] {
            double count = static_cast<double>(risks.texts("L6", "L" + last).size());
            for (const double score : risk_numbers('L')) count += score >= 12;
            return count;
        },
        Style::score);
    add(
        "Highest residual score", "=MAX(" + range('L') + ")",
        [=] { return std::ranges::max(risk_numbers('L')); }, Style::score);
    add(
        "Risk with the highest residual score",
        "=INDEX(" + range('A') + ",MATCH(MAX(" + range('L') + ")," + range('L') + ",0))",
        [=, &risks] {
            return risks.text({highest_row(), 0});
        },
        Style::centred);
    add(
        "Its owner", "=INDEX(" + range('O') + ",MATCH(B11," + range('A') + ",0))",
        [=, &risks] {
            return risks.text({highest_row(), 14});
        },
        Style::centred);
    add(
        "Opportunities: sum of residual scores", "=SUM(OpportunityRegister[Residual Opportunity Score])",
        [=] {
            const auto scores = residual_opportunities();
            return std::accumulate(scores.begin(), scores.end(), 0.0);
        },
        Style::score);
    add(
        "Opportunities at or above the threshold",
        "=COUNTIFS(OpportunityRegister[Residual Opportunity Score],\">=\"&RetentionThreshold)",
        [=] {
            return static_cast<double>(
                std::ranges::count_if(residual_opportunities(), [](double score) { return score >= 12; }));
        },
        Style::score);

    row = 16;
    grid.put({row - 1, 0}, "Heat map: risks by residual impact (down) and likelihood (across)", Style::label);
    for (unsigned short j = 1; j <= 5; ++j)
        grid.put({row, static_cast<unsigned short>(j + 1)}, double{1} * j, Style::header);
    for (unsigned impact = 5; impact >= 1; --impact) {
        ++row;
        grid.put({row, 1}, double{1} * impact, Style::header);
        for (unsigned short j = 1; j <= 5; ++j) {
            const char column = static_cast<char>('B' + j);
            grid.put_formula(
                {row, static_cast<unsigned short>(j + 1)},
                "=COUNTIFS(" + range('J') + ",$B" + std::to_string(row + 1) + "," + range('K') + "," +
                    column + "$17)",
                [=, &risks] {
                    double count = 0;
                    for (unsigned at = first_row; at < last_risk; ++at)
                        count += risks.number({at, 9}) == impact && risks.number({at, 10}) == j;
                    return count;
                },
                band_style(double{1} * impact * j));
        }
    }
}

void add_rag_chart(lxw_workbook* workbook, lxw_worksheet* dashboard) {
    lxw_chart* chart = workbook_add_chart(workbook, LXW_CHART_COLUMN);
    chart_add_series(chart, "=Dashboard!$A$4:$A$6", "=Dashboard!$B$4:$B$6");
    chart_title_set_name(chart, "Risks by residual RAG");
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    worksheet_insert_chart(dashboard, 1, 8, chart);
}

}  // namespace samples
