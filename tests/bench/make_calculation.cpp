// make_calculation.cpp - writes a register of any size with formulas: three a row, 1,000 COUNTIFs over a
// column of them, and a dashboard of 347 SUMIFS, COUNTIFS, AVERAGEIFS, INDEX-MATCH, VLOOKUP and SUMPRODUCT.
//
//   make_calculation ROWS OUT.xlsx
//
// No result is stored right (libxlsxwriter stores 0), so whoever opens it has to calculate everything. The
// same ROWS give the same bytes.
#include <xlsxwriter.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "dice.hpp"

namespace {

constexpr std::array<const char*, 20> services = {
    "Adults",    "Children",  "Highways", "Housing",  "Waste",    "Planning", "Libraries",
    "Leisure",   "Licensing", "Revenues", "Benefits", "Payroll",  "Legal",    "Elections",
    "Transport", "Parks",     "Schools",  "Health",   "Property", "Customer"};
constexpr std::array<const char*, 3> bands = {"Red", "Amber", "Green"};

class Writer {
  public:
    Writer(lxw_workbook* book, std::size_t rows) : book_(book), last_(std::to_string(rows + 1)) {}

    void write_register(std::size_t rows) {
        lxw_worksheet* sheet = workbook_add_worksheet(book_, "Register");
        const std::array<const char*, 8> headers = {"Id",    "Service", "Impact", "Likelihood",
                                                    "Costs", "Score",   "Band",   "Exposure"};
        for (lxw_col_t column = 0; column < headers.size(); ++column)
            worksheet_write_string(sheet, 0, column, headers[column], nullptr);
        Dice dice;
        for (std::size_t i = 0; i < rows; ++i) {
            const auto row = static_cast<lxw_row_t>(i + 1);
            const std::string number = std::to_string(i + 2);
            worksheet_write_string(sheet, row, 0, ("CR" + std::to_string(i + 1)).c_str(), nullptr);
            worksheet_write_string(sheet, row, 1, services[dice.roll(services.size())], nullptr);
            worksheet_write_number(sheet, row, 2, 1 + dice.roll(5), nullptr);
            worksheet_write_number(sheet, row, 3, 1 + dice.roll(5), nullptr);
            worksheet_write_number(sheet, row, 4, 0.01 * dice.roll(10'000'000), nullptr);
            formula(sheet, row, 5, "=C" + number + "*D" + number);
            formula(sheet, row, 6,
                    "=IF(F" + number + ">=15,\"Red\",IF(F" + number + ">=8,\"Amber\",\"Green\"))");
            formula(sheet, row, 7, "=ROUND(E" + number + "*F" + number + "/25,2)");
        }
    }

    void write_counts() {
        lxw_worksheet* sheet = workbook_add_worksheet(book_, "Counts");
        for (lxw_row_t row = 0; row < 1000; ++row) {
            worksheet_write_number(sheet, row, 0, row % 30, nullptr);
            formula(sheet, row, 1, "=COUNTIF(" + column('F') + ",A" + std::to_string(row + 1) + ")");
        }
    }

    void write_dashboard(std::size_t rows) {
        lxw_worksheet* sheet = workbook_add_worksheet(book_, "Dashboard");
        lxw_row_t row = 0;
        for (const char* service : services) {
            for (const char* band : bands) {
                worksheet_write_string(sheet, row, 0, service, nullptr);
                worksheet_write_string(sheet, row, 1, band, nullptr);
                const std::string number = std::to_string(row + 1);
                const std::string criteria =
                    column('B') + ",$A" + number + "," + column('G') + ",$B" + number + ")";
                formula(sheet, row, 2, "=SUMIFS(" + column('H') + "," + criteria);
                formula(sheet, row, 3, "=COUNTIFS(" + criteria);
                formula(sheet, row, 4, "=IFERROR(AVERAGEIFS(" + column('F') + "," + criteria + ",0)");
                ++row;
            }
        }
        Dice dice;
        for (row = 0; row < 80; ++row) {
            const std::string number = std::to_string(row + 1);
            const auto wanted = 1 + dice.roll(static_cast<std::uint32_t>(rows));
            worksheet_write_string(sheet, row, 6, ("CR" + std::to_string(wanted)).c_str(), nullptr);
            formula(sheet, row, 7,
                    "=INDEX(" + column('F') + ",MATCH(G" + number + "," + column('A') + ",0))");
            formula(sheet, row, 8, "=VLOOKUP(G" + number + ",Register!$A$2:$H$" + last_ + ",7,FALSE)");
        }
        for (row = 0; row < 7; ++row) {
            formula(sheet, row, 10,
                    "=SUMPRODUCT((" + column('G') + "=\"" + bands[row % 3] + "\")*(" + column('C') +
                        ">=" + std::to_string(row % 5 + 1) + ")*" + column('H') + ")");
        }
    }

  private:
    static void formula(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t at, const std::string& text) {
        worksheet_write_formula(sheet, row, at, text.c_str(), nullptr);
    }
    std::string column(char letter) const {
        return std::string("Register!$") + letter + "$2:$" + letter + "$" + last_;
    }

    lxw_workbook* book_;
    std::string last_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: make_calculation ROWS OUT.xlsx\n", stderr);
        return 2;
    }
    const auto rows = static_cast<std::size_t>(std::strtoull(argv[1], nullptr, 10));
    lxw_workbook* book = workbook_new(argv[2]);
    lxw_doc_properties properties = {};
    properties.created = 1462060800;  // 1 May 2016
    workbook_set_properties(book, &properties);
    Writer writer(book, rows);
    writer.write_register(rows);
    writer.write_counts();
    writer.write_dashboard(rows);
    return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
