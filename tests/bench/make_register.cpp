// make_register.cpp - writes a risk register of any size, as Excel would: 14 columns, long text, shared
// strings.
//
//   make_register ROWS OUT.xlsx [NUMBER]
//
// Every tenth score is wrong, so that a refresh has work to do everywhere in the sheet. The same ROWS and
// NUMBER give the same bytes; another NUMBER gives another register.
#include <xlsxwriter.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "dice.hpp"

namespace {

constexpr std::array<std::string_view, 32> words = {
    "budget",    "savings",  "service", "delivery", "children",   "adults",      "care",    "funding",
    "strategy",  "capacity", "quality", "partners", "statutory",  "duties",      "demand",  "resilience",
    "transport", "property", "waste",   "highways", "inspection", "recruitment", "support", "governance",
    "reserves",  "contract", "review",  "council",  "community",  "programme",   "members", "information"};

std::string sentence(Dice& dice, unsigned length) {
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        if (i != 0) text += ' ';
        text += words[dice.roll(words.size())];
    }
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string bullets(Dice& dice, unsigned items, std::size_t row) {
    std::string text;
    for (unsigned i = 0; i < items; ++i) {
        if (i != 0) text += '\n';
        text += "\u2022 " + sentence(dice, 9) + " (" + std::to_string(row % 4000 + i) + ")";
    }
    return text;
}

constexpr std::array<const char*, 14> headers = {"Risk Identification Number (RIN)",
                                                 "Risk Description",
                                                 "Risk Type",
                                                 "Possible Consequences",
                                                 "Current Controls",
                                                 "Impact",
                                                 "Likelihood",
                                                 "Risk Score",
                                                 "Mitigating Actions",
                                                 "Residual Impact",
                                                 "Residual Likelihood",
                                                 "Residual Score",
                                                 "Risk Owner",
                                                 "Direction of Travel"};

void write_row(lxw_worksheet* sheet, lxw_row_t at, std::size_t number, Dice& dice) {
    const auto impact = 4 + dice.roll(2);
    const auto likelihood = 4 + dice.roll(2);
    const auto score = impact * likelihood;
    const auto residual_impact = 3 + dice.roll(2);
    const auto residual_likelihood = 4U;
    const auto stale = number % 10 == 3;
    const std::string id = "CR" + std::to_string(number);
    worksheet_write_string(sheet, at, 0, id.c_str(), nullptr);
    const std::string description = sentence(dice, 8) + " " + std::to_string(number);
    worksheet_write_string(sheet, at, 1, description.c_str(), nullptr);
    worksheet_write_string(sheet, at, 2, number % 2 == 0 ? "Economic" : "Organisational", nullptr);
    Dice repeated;
    for (std::size_t skip = number % 4000; skip % 40 != 0; --skip) repeated.roll(2);
    worksheet_write_string(sheet, at, 3, sentence(repeated, 24).c_str(), nullptr);
    worksheet_write_string(sheet, at, 4, bullets(repeated, 4, number).c_str(), nullptr);
    worksheet_write_number(sheet, at, 5, impact, nullptr);
    worksheet_write_number(sheet, at, 6, likelihood, nullptr);
    worksheet_write_number(sheet, at, 7, stale ? (score == 16 ? 20 : 16) : score, nullptr);
    worksheet_write_string(sheet, at, 8, bullets(repeated, 5, number + 1).c_str(), nullptr);
    worksheet_write_number(sheet, at, 9, residual_impact, nullptr);
    worksheet_write_number(sheet, at, 10, residual_likelihood, nullptr);
    worksheet_write_number(sheet, at, 11, residual_impact * residual_likelihood, nullptr);
    const std::string owner = "Head of " + std::string(words[number % words.size()]);
    worksheet_write_string(sheet, at, 12, owner.c_str(), nullptr);
    worksheet_write_string(sheet, at, 13, "Level", nullptr);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3 && argc != 4) {
        std::fputs("usage: make_register ROWS OUT.xlsx [NUMBER]\n", stderr);
        return 2;
    }
    const auto rows = static_cast<std::size_t>(std::strtoull(argv[1], nullptr, 10));
    lxw_workbook* book = workbook_new(argv[2]);
    lxw_doc_properties properties = {};
    properties.title = const_cast<char*>("Corporate Risk Register");
    properties.created = 1462060800;  // 1 May 2016
    workbook_set_properties(book, &properties);
    lxw_worksheet* sheet = workbook_add_worksheet(book, "Register");
    worksheet_write_string(sheet, 0, 0, "Corporate Risk Register May 2016", nullptr);
    for (lxw_col_t column = 0; column < headers.size(); ++column)
        worksheet_write_string(sheet, 2, column, headers[column], nullptr);
    Dice dice;
    const auto number = argc == 4 ? std::strtoull(argv[3], nullptr, 10) : 0;
    for (auto skip = number; skip != 0; --skip) dice.roll(2);
    for (std::size_t i = 0; i < rows; ++i) write_row(sheet, static_cast<lxw_row_t>(i + 3), i + 1, dice);
    return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
