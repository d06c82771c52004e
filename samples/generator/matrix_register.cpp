// matrix_register.cpp - the sheets Risk Register, Opportunities, Dashboard and Key of the 5x5 layout.
#include "matrix_register.hpp"

#include "matrix_dashboard.hpp"
#include "sample_book.hpp"
#include "tab_separated.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>

namespace samples {
namespace {

constexpr unsigned header_row = 4;
constexpr unsigned first_row = 5;  // 0-based; row 6 on the screen
constexpr double as_at = 42521;    // 31 May 2016

constexpr std::array impact_words = {"Insignificant", "Minor", "Moderate", "Major", "Catastrophic"};
constexpr std::array likelihood_words = {"Rare", "Unlikely", "Possible", "Likely", "Certain"};

constexpr std::array risk_headers = {"Ref",
                                     "Risk Description",
                                     "Category",
                                     "Possible Consequences",
                                     "Current Controls",
                                     "Impact",
                                     "Likelihood",
                                     "Risk Score",
                                     "Mitigating Actions",
                                     "Residual Impact",
                                     "Residual Likelihood",
                                     "Residual Score",
                                     "Target Score",
                                     "RAG",
                                     "Risk Owner",
                                     "Direction of Travel"};
constexpr std::array<double, 16> risk_widths = {8, 30, 18, 46, 48, 14, 12, 8, 60, 10, 11, 10, 9, 9, 20, 14};
constexpr std::array opportunity_headers = {"Ref",
                                            "Opportunity Description",
                                            "Category",
                                            "Possible Benefits",
                                            "Progress to date",
                                            "Impact",
                                            "Likelihood",
                                            "Opportunity Score",
                                            "Maximising Actions",
                                            "Residual Impact",
                                            "Residual Likelihood",
                                            "Residual Opportunity Score",
                                            "Target Score",
                                            "Opportunity Owner",
                                            "Direction of Travel"};
constexpr std::array<double, 15> opportunity_widths = {8,  28, 16, 46, 48, 10, 11, 12,
                                                       60, 10, 11, 12, 9,  20, 14};

struct Scores {  // a line of scores-5x5.tsv
    std::string id, impact, likelihood, residual_impact, residual_likelihood, target, category, owner,
        direction;
};

std::vector<Scores> read_scores(const std::filesystem::path& file) {
    std::vector<Scores> all;
    for (const auto& row : read_tab_separated(file))
        all.push_back({row.at(0), row.at(1), row.at(2), row.at(3), row.at(4), row.at(5), row.at(6), row.at(7),
                       row.at(8)});
    return all;
}

const Entry& entry_of(const std::vector<Entry>& paper, const Scores& scores) {
    for (const Entry& entry : paper)
        if (entry.is_opportunity() == (scores.id[1] == 'O') &&
            entry.number() == std::stoi(scores.id.substr(2)))
            return entry;
    throw std::runtime_error("no such entry in the paper: " + scores.id);
}

bool is_number(const std::string& text) {
    return text.find_first_not_of("0123456789") == std::string::npos;
}

Value typed(const std::string& text) {
    return is_number(text) ? Value(std::stod(text)) : Value(text);
}

// 4 of "4", "Major" and "4 - Major".
double scale_value(const std::string& text, const std::array<const char*, 5>& words) {
    if (std::isdigit(static_cast<unsigned char>(text[0]))) return text[0] - '0';
    const auto word = std::ranges::find(words, text);
    if (word == words.end()) throw std::runtime_error("not a word of the scale: " + text);
    return static_cast<double>(word - words.begin() + 1);
}

std::string without_repeated_lines(const std::string& text) {
    std::string kept;
    std::vector<std::string> seen;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string line = text.substr(begin, end - begin);
        if (std::ranges::find(seen, line) == seen.end()) {
            kept += (kept.empty() ? "" : "\n") + line;
            seen.push_back(std::move(line));
        }
        begin = end + 1;
    }
    return kept;
}

std::string score_formula(const Scores& scores, unsigned row) {
    const std::string impact = "F" + std::to_string(row + 1), likelihood = "G" + std::to_string(row + 1);
    if (is_number(scores.impact)) return "=" + impact + "*" + likelihood;
    if (std::isdigit(static_cast<unsigned char>(scores.impact[0])))
        return "=VALUE(LEFT(" + impact + ",1))*VALUE(LEFT(" + likelihood + ",1))";
    return "=VLOOKUP(" + impact + ",ImpactScale,2,FALSE)*VLOOKUP(" + likelihood + ",LikelihoodScale,2,FALSE)";
}

void put_heading(Grid& grid) {
    grid.put("A2", "Period", Style::label);
    grid.put("B2", "Quarter 1 2016/17", Style::plain);
    grid.put("A3", "As at", Style::label);
    grid.put("B3", as_at, Style::date);
}

const char* rag_word(double score) {
    return score >= 12 ? "Red" : score >= 5 ? "Amber" : "Green";
}

void put_risk(Grid& grid, unsigned row, const Scores& scores, const Entry& entry) {
    const double score =
        scale_value(scores.impact, impact_words) * scale_value(scores.likelihood, likelihood_words);
    const double residual = std::stod(scores.residual_impact) * std::stod(scores.residual_likelihood);
    if (score != std::stod(entry.text("score")) || residual != std::stod(entry.text("residual")))
        throw std::runtime_error("the product isn't the paper's score: " + scores.id);
    grid.put({row, 0}, scores.id, Style::text);
    grid.put({row, 1}, entry.text("description"), Style::text);
    grid.put({row, 2}, scores.category, Style::text);
    grid.put({row, 3}, entry.joined("consequences"), Style::text);
    grid.put({row, 4}, entry.joined("controls"), Style::text);
    grid.put({row, 5}, typed(scores.impact), Style::centred);
    grid.put({row, 6}, typed(scores.likelihood), Style::centred);
    grid.put_formula(
        {row, 7}, score_formula(scores, row), [=] { return score; }, Style::score);
    grid.put({row, 8}, without_repeated_lines(entry.joined("actions")), Style::text);
    grid.put({row, 9}, typed(scores.residual_impact), Style::centred);
    grid.put({row, 10}, typed(scores.residual_likelihood), Style::centred);
    grid.put({row, 11}, residual, Style::score);
    grid.put({row, 12}, typed(scores.target), Style::centred);
    grid.put({row, 13}, rag_word(residual), Style::centred);
    grid.put({row, 14}, scores.owner, Style::text);
    grid.put({row, 15}, scores.direction, Style::centred);
}

void put_opportunity(Grid& grid, unsigned row, const Scores& scores, const Entry& entry) {
    const auto product = [&grid, row](unsigned short a, unsigned short b) {
        return [=, &grid]() -> Value { return grid.number({row, a}) * grid.number({row, b}); };
    };
    grid.put({row, 0}, scores.id, Style::text);
    grid.put({row, 1}, entry.text("description"), Style::text);
    grid.put({row, 2}, scores.category, Style::text);
    grid.put({row, 3}, entry.joined("consequences"), Style::text);
    grid.put({row, 4}, entry.joined("controls"), Style::text);
    grid.put({row, 5}, typed(scores.impact), Style::centred);
    grid.put({row, 6}, typed(scores.likelihood), Style::centred);
    grid.put_formula(
        {row, 7}, "=OpportunityRegister[[#This Row],[Impact]]*OpportunityRegister[[#This Row],[Likelihood]]",
        product(5, 6), Style::score);
    grid.put({row, 8}, entry.joined("actions"), Style::text);
    grid.put({row, 9}, typed(scores.residual_impact), Style::centred);
    grid.put({row, 10}, typed(scores.residual_likelihood), Style::centred);
    grid.put_formula({row, 11},
                     "=OpportunityRegister[[#This Row],[Residual Impact]]*"
                     "OpportunityRegister[[#This Row],[Residual Likelihood]]",
                     product(9, 10), Style::score);
    grid.put({row, 12}, typed(scores.target), Style::centred);
    grid.put({row, 13}, scores.owner, Style::text);
    grid.put({row, 14}, scores.direction, Style::centred);
}

void put_key(Grid& grid) {
    grid.widths = {{0, 16}, {1, 9}, {2, 4}, {3, 16}, {4, 9}, {5, 4}, {6, 30}, {7, 9}};
    grid.put("A1", "Key to scores", Style::label);
    grid.put("A3", "Impact", Style::header);
    grid.put("B3", "Score", Style::header);
    grid.put("D3", "Likelihood", Style::header);
    grid.put("E3", "Score", Style::header);
    for (unsigned i = 0; i < 5; ++i) {
        grid.put({3 + i, 0}, impact_words[i], Style::text);
        grid.put({3 + i, 1}, i + 1.0, Style::centred);
        grid.put({3 + i, 3}, likelihood_words[i], Style::text);
        grid.put({3 + i, 4}, i + 1.0, Style::centred);
    }
    grid.put("G3", "Threshold for the corporate register", Style::text);
    grid.put("H3", 12.0, Style::centred);
    constexpr std::array bands = {"Red: 12 to 25", "Amber: 5 to 10", "Green: 1 to 4"};
    constexpr std::array looks = {Style::red, Style::amber, Style::green};
    for (unsigned i = 0; i < 3; ++i) grid.put({4 + i, 6}, bands[i], looks[i]);
}

void add_band_colours(SampleBook& book, lxw_worksheet* sheet, unsigned short column, unsigned last_row) {
    struct Band {
        double from, to;
        lxw_color_t colour;
    };
    for (const Band& band : {Band{12, 25, 0xFF0000}, Band{5, 10, 0xFFC000}, Band{1, 4, 0x92D050}}) {
        lxw_conditional_format rule{};
        rule.type = LXW_CONDITIONAL_TYPE_CELL;
        rule.criteria = LXW_CONDITIONAL_CRITERIA_BETWEEN;
        rule.min_value = band.from;
        rule.max_value = band.to;
        rule.format = workbook_add_format(book.workbook());
        format_set_bg_color(rule.format, band.colour);
        worksheet_conditional_format_range(sheet, first_row, column, last_row, column, &rule);
    }
}

void add_rag_colours(SampleBook& book, lxw_worksheet* sheet, unsigned short column, unsigned last_row) {
    for (const auto& [word, colour] :
         {std::pair{"\"Red\"", 0xFF0000U}, {"\"Amber\"", 0xFFC000U}, {"\"Green\"", 0x92D050U}}) {
        lxw_conditional_format rule{};
        rule.type = LXW_CONDITIONAL_TYPE_CELL;
        rule.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
        rule.value_string = const_cast<char*>(word);
        rule.format = workbook_add_format(book.workbook());
        format_set_bg_color(rule.format, colour);
        worksheet_conditional_format_range(sheet, first_row, column, last_row, column, &rule);
    }
}

void add_list_validation(lxw_worksheet* sheet, unsigned short column, unsigned last_row,
                         std::vector<const char*> words) {
    words.push_back(nullptr);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = const_cast<char**>(words.data());
    worksheet_data_validation_range(sheet, first_row, column, last_row, column, &validation);
}

void add_direction_notes(lxw_worksheet* sheet, const std::vector<Scores>& scores,
                         const std::vector<Entry>& paper) {
    worksheet_set_comments_author(sheet, "Risk champion");
    unsigned row = first_row;
    for (const Scores& line : scores) {
        if (line.id[1] != 'R') continue;
        const std::string direction = entry_of(paper, line).joined("direction");
        if (direction.size() > 20) {
            lxw_comment_options options{};
            options.width = 300;
            options.height = 140;
            worksheet_write_comment_opt(sheet, row, 15, ("The paper says: " + direction).c_str(), &options);
        }
        ++row;
    }
}

void add_opportunity_table(lxw_worksheet* sheet, unsigned last_row) {
    std::array<lxw_table_column, opportunity_headers.size()> columns{};
    std::vector<lxw_table_column*> pointers;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].header = const_cast<char*>(opportunity_headers[i]);
        pointers.push_back(&columns[i]);
    }
    columns[7].formula = const_cast<char*>("=[@Impact]*[@Likelihood]");
    columns[11].formula = const_cast<char*>("=[@[Residual Impact]]*[@[Residual Likelihood]]");
    pointers.push_back(nullptr);
    lxw_table_options options{};
    options.name = const_cast<char*>("OpportunityRegister");
    options.columns = pointers.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 9;
    worksheet_add_table(sheet, header_row, 0, last_row, static_cast<lxw_col_t>(columns.size() - 1), &options);
}

}  // namespace

void write_matrix_register(const std::filesystem::path& file, const std::vector<Entry>& paper,
                           const std::filesystem::path& scores_file,
                           const std::vector<PlantedFault>& faults) {
    const std::vector<Scores> scores = read_scores(scores_file);
    Grid risks, opportunities, dashboard, key;
    put_heading(risks);
    put_heading(opportunities);
    for (unsigned short i = 0; i < risk_headers.size(); ++i) {
        risks.widths[i] = risk_widths[i];
        risks.put({header_row, i}, risk_headers[i], Style::header);
    }
    for (unsigned short i = 0; i < opportunity_headers.size(); ++i) {
        opportunities.widths[i] = opportunity_widths[i];
        opportunities.put({header_row, i}, opportunity_headers[i], Style::header);
    }
    unsigned risk_row = first_row, opportunity_row = first_row;
    for (const Scores& line : scores) {
        const Entry& entry = entry_of(paper, line);
        if (entry.is_opportunity())
            put_opportunity(opportunities, opportunity_row++, line, entry);
        else
            put_risk(risks, risk_row++, line, entry);
    }
    plant(risks, "Risk Register", faults, paper);
    plant(opportunities, "Opportunities", faults, paper);
    put_dashboard(dashboard, {risks, risk_row, opportunities, opportunity_row});
    put_key(key);

    SampleBook book(file, "Corporate Risk Register");
    lxw_worksheet* risk_sheet = book.add_sheet("Risk Register");
    lxw_worksheet* opportunity_sheet = book.add_sheet("Opportunities");
    lxw_worksheet* dashboard_sheet = book.add_sheet("Dashboard");
    lxw_worksheet* key_sheet = book.add_sheet("Key");
    workbook_define_name(book.workbook(), "ImpactScale", "=Key!$A$4:$B$8");
    workbook_define_name(book.workbook(), "LikelihoodScale", "=Key!$D$4:$E$8");
    workbook_define_name(book.workbook(), "RetentionThreshold", "=Key!$H$3");

    worksheet_merge_range(risk_sheet, 0, 0, 0, 15, "Corporate Risk Register", book.format(Style::title));
    book.write(risk_sheet, risks);
    set_page(risk_sheet, header_row, 2);
    const unsigned last_risk = risk_row - 1;
    for (const unsigned short column : std::array<unsigned short, 2>{7, 11})
        add_band_colours(book, risk_sheet, column, last_risk);
    add_rag_colours(book, risk_sheet, 13, last_risk);
    add_list_validation(risk_sheet, 13, last_risk, {"Red", "Amber", "Green"});
    add_list_validation(risk_sheet, 15, last_risk, {"Upwards", "Level", "Downwards"});
    add_direction_notes(risk_sheet, scores, paper);

    worksheet_merge_range(opportunity_sheet, 0, 0, 0, 14, "Corporate Opportunity Register",
                          book.format(Style::title));
    add_opportunity_table(opportunity_sheet, opportunity_row - 1);
    book.write(opportunity_sheet, opportunities);
    set_page(opportunity_sheet, header_row, 2);
    add_list_validation(opportunity_sheet, 14, opportunity_row - 1, {"Upwards", "Level", "Downwards"});

    book.write(dashboard_sheet, dashboard);
    add_rag_chart(book.workbook(), dashboard_sheet);
    for (lxw_worksheet* small : {dashboard_sheet, key_sheet}) {
        worksheet_set_landscape(small);
        worksheet_fit_to_pages(small, 1, 1);
    }
    book.write(key_sheet, key);
    book.close();
}

}  // namespace samples
