// paper_register.cpp - the sheets Register, Highlights and Summary of the register in the paper's own layout.
#include "paper_register.hpp"

#include "sample_book.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <numeric>

namespace samples {
namespace {

constexpr std::array fields = {"description", "type",     "consequences", "controls", "score",
                               "actions",     "residual", "owner",        "direction"};
constexpr std::array risk_headers = {"Risk Identification Number (RIN)",
                                     "Risk Description",
                                     "Risk Type",
                                     "Possible Consequences",
                                     "Current Controls",
                                     "Risk Score",
                                     "Mitigating Actions",
                                     "Residual Score",
                                     "Risk Owner",
                                     "Direction of Travel"};
constexpr std::array opportunity_headers = {"Opportunity Identification Number",
                                            "Opportunity Description",
                                            "Opportunity Type",
                                            "Possible Benefits",
                                            "Progress to date",
                                            "Opportunity Score",
                                            "Maximising Actions",
                                            "Residual Opportunity Score",
                                            "Opportunity Owner",
                                            "Direction of Travel"};
constexpr std::array<double, 10> widths = {14, 26, 18, 46, 50, 12, 60, 12, 18, 30};
constexpr unsigned header_row = 4;

struct Rows {  // of the risks and of the opportunities, 1-based as Excel shows them
    unsigned first_risk = 0, last_risk = 0, first_opportunity = 0, last_opportunity = 0;
};

void put_headers(Grid& grid, unsigned row, const std::array<const char*, 10>& headers) {
    for (unsigned short column = 0; column < headers.size(); ++column)
        grid.put({row, column}, headers[column], Style::header);
}

// Only the risks' scores are coloured: what the paper's matrix colours mean for an opportunity it doesn't
// say.
void put_entry_row(Grid& grid, unsigned row, const Entry& entry, const Fields& cells, bool is_first) {
    grid.put({row, 0}, is_first ? Value(entry.id) : Value(), Style::text);
    for (unsigned short column = 1; column <= fields.size(); ++column) {
        const std::string field = fields[column - 1U];
        const auto cell = cells.find(field);
        if (cell == cells.end() || cell->second.empty()) {
            grid.put({row, column}, {}, Style::text);
        } else if (field == "score" || field == "residual") {
            const double score = std::stod(cell->second);
            grid.put({row, column}, score, entry.is_opportunity() ? Style::score : band_style(score));
        } else {
            grid.put({row, column}, cell->second, Style::text);
        }
    }
}

void put_key(Grid& grid, unsigned row) {
    constexpr std::array impacts = {"CATASTROPHIC (for risk)\nOUTSTANDING (for opportunity)", "MAJOR",
                                    "MODERATE", "MINOR", "INSIGNIFICANT"};
    constexpr std::array likelihoods = {"RARE", "UNLIKELY", "POSSIBLE", "LIKELY", "CERTAIN"};
    grid.put({row, 0}, "Key to Scores", Style::label);
    for (unsigned short i = 0; i < 5; ++i) {
        grid.put({row + 2U + i, 1}, impacts[i], Style::text);
        for (unsigned short j = 0; j < 5; ++j) {
            const double score = (5 - i) * (j + 1);
            grid.put({row + 2U + i, static_cast<unsigned short>(2 + j)}, score, band_style(score));
        }
        grid.put({row + 7, static_cast<unsigned short>(2 + i)}, likelihoods[i], Style::centred);
    }
    grid.put({row + 5, 0}, "IMPACT", Style::label);
    grid.put({row + 8, 3}, "LIKELIHOOD", Style::label);
}

Rows put_register(Grid& grid, const std::vector<Entry>& entries, const Quarter& quarter) {
    for (unsigned short column = 0; column < widths.size(); ++column) grid.widths[column] = widths[column];
    grid.put("A2", "Period:", Style::label);
    grid.put("B2", quarter.period, Style::plain);
    grid.put("D2", "Cabinet Committee on Performance Improvement, meeting of", Style::plain);
    grid.put("E2", quarter.meeting_date, Style::date);
    grid.put("A3", "Owner:", Style::label);
    grid.put("B3", "Director of Governance, Finance and Public Services", Style::plain);

    Rows rows;
    unsigned row = header_row;
    put_headers(grid, row++, risk_headers);
    rows.first_risk = row + 1;
    bool in_opportunities = false;
    for (const Entry& entry : entries) {
        if (entry.is_opportunity() && !std::exchange(in_opportunities, true)) {
            rows.last_risk = row;
            put_headers(grid, row++, opportunity_headers);
            rows.first_opportunity = row + 1;
        }
        for (const Fields& cells : entry.rows)
            put_entry_row(grid, row++, entry, cells, &cells == &entry.rows.front());
    }
    rows.last_opportunity = row;
    put_key(grid, row + 2);
    return rows;
}

void put_highlights(Grid& grid, const std::filesystem::path& lists) {
    grid.widths = {{0, 16}, {1, 120}};
    grid.put("A1", "Risk and Opportunity Register: key highlights", Style::label);
    std::ifstream in(lists);
    unsigned row = 2;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("# ")) continue;
        if (line[0] == '>') {
            grid.put({++row, 0}, line.substr(2), Style::sentence);
            ++row;
        } else if (line[0] == '=') {
            if (line == "=Opportunities") ++row;
            grid.put({row++, 0}, line.substr(1), Style::section);
            if (line == "=Opportunities") continue;
            grid.put({row, 0}, "Risk Identification Number (RIN)", Style::header);
            grid.put({row++, 1}, "Risk Description", Style::header);
        } else {
            const auto tab = line.find('\t');
            grid.put({row, 0}, line.substr(0, tab), Style::text);
            grid.put({row++, 1}, line.substr(tab + 1), Style::text);
        }
    }
}

void put_summary(Grid& grid, const Grid& reg, const Rows& rows) {
    const auto cell = [](char column, unsigned row) { return column + std::to_string(row); };
    const auto range = [&](char column, unsigned first, unsigned last) {
        return std::string("Register!$") + column + "$" + std::to_string(first) + ":$" + column + "$" +
               std::to_string(last);
    };
    const auto numbers = [=, &reg](char column) {
        return reg.numbers(cell(column, rows.first_risk), cell(column, rows.last_risk));
    };
    grid.widths = {{0, 44}, {1, 14}, {2, 14}};
    grid.put("A1", "Summary of the register", Style::label);
    grid.put("A3", "Risks by colour of score", Style::header);
    grid.put("B3", "Risk Score", Style::header);
    grid.put("C3", "Residual Score", Style::header);
    struct Band {
        const char* label;
        int from, to;
        Style style;
    };
    constexpr std::array bands = {Band{"Red (12 to 25)", 12, 25, Style::red},
                                  Band{"Amber (5 to 10)", 5, 10, Style::amber},
                                  Band{"Green (1 to 4)", 1, 4, Style::green}};
    unsigned row = 3;
    for (const Band& band : bands) {
        grid.put({row, 0}, band.label, Style::text);
        for (const unsigned short column : std::array<unsigned short, 2>{1, 2}) {
            const char scores = column == 1 ? 'F' : 'H';
            const std::string where = range(scores, rows.first_risk, rows.last_risk);
            grid.put_formula(
                {row, column},
                "=COUNTIFS(" + where + ",\">=" + std::to_string(band.from) + "\"," + where +
                    ",\"<=" + std::to_string(band.to) + "\")",
                [=] {
                    return static_cast<double>(std::ranges::count_if(numbers(scores), [=](double score) {
                        return score >= band.from && score <= band.to;
                    }));
                },
                band.style);
        }
        ++row;
    }
    const std::string residuals = range('H', rows.first_risk, rows.last_risk);
    const auto add = [&](const char* label, std::string formula, std::function<Value()> result, Style style) {
        grid.put({++row, 0}, label, Style::text);
        grid.put_formula({row, 1}, std::move(formula), std::move(result), style);
    };
    const auto highest = [=] { return std::ranges::max(numbers('H')); };
    add("Highest residual score", "=MAX(" + residuals + ")", highest, Style::score);
    add(
        "Risk with the highest residual score",
        "=INDEX(" + range('A', rows.first_risk, rows.last_risk) + ",MATCH(MAX(" + residuals + ")," +
            residuals + ",0))",
        [=, &reg] {
            unsigned at = rows.first_risk - 1;
            while (reg.number({at, 7}) != highest()) ++at;
            return reg.text({at, 0});
        },
        Style::centred);
    add(
        "Average residual score", "=ROUND(AVERAGE(" + residuals + "),1)",
        [=] {
            const auto scores = numbers('H');
            const double mean =
                std::accumulate(scores.begin(), scores.end(), 0.0) / static_cast<double>(scores.size());
            return std::round(mean * 10) / 10;
        },
        Style::decimal);
    add(
        "Number of opportunities",
        "=COUNT(" + range('F', rows.first_opportunity, rows.last_opportunity) + ")",
        [=, &reg] {
            return static_cast<double>(
                reg.numbers(cell('F', rows.first_opportunity), cell('F', rows.last_opportunity)).size());
        },
        Style::score);
    add(
        "Risks moving downwards",
        "=COUNTIF(" + range('J', rows.first_risk, rows.last_risk) + ",\"*Downwards*\")",
        [=, &reg] {
            return static_cast<double>(std::ranges::count_if(
                reg.texts(cell('J', rows.first_risk), cell('J', rows.last_risk)),
                [](const std::string& text) { return text.find("Downwards") != text.npos; }));
        },
        Style::score);
}

}  // namespace

void write_paper_register(const std::filesystem::path& file, const std::vector<Entry>& entries,
                          const Quarter& quarter) {
    const std::string title = "Corporate Risk & Opportunity Register " + quarter.month;
    SampleBook book(file, title.c_str());
    Grid reg;
    const Rows rows = put_register(reg, entries, quarter);
    lxw_worksheet* sheet = book.add_sheet("Register");
    worksheet_merge_range(sheet, 0, 0, 0, 9, title.c_str(), book.format(Style::title));
    book.write(sheet, reg);
    set_page(sheet, header_row, 2);

    if (!quarter.highlights.empty()) {
        Grid highlights;
        put_highlights(highlights, quarter.highlights);
        lxw_worksheet* lists = book.add_sheet("Highlights");
        book.write(lists, highlights);
        for (const auto& [place, cell] : highlights.cells)
            if (cell.style == Style::sentence)
                worksheet_merge_range(lists, place.first, 0, place.first, 1,
                                      std::get<std::string>(cell.value).c_str(), book.format(cell.style));
        worksheet_fit_to_pages(lists, 1, 0);
    }
    Grid summary;
    put_summary(summary, reg, rows);
    book.write(book.add_sheet("Summary"), summary);
    book.close();
}

}  // namespace samples
