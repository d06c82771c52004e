// count_findings.cpp - the smallest program that embeds scorebook: what is in a register, and what is wrong
// with it.
#include <scorebook/scorebook.hpp>

#include <iostream>

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    try {
        const auto workbook = scorebook::open_workbook(scorebook::read_workbook_file(argv[1]), argv[1]);
        const auto report = scorebook::check(*workbook, scorebook::TemplateSet::built_in(), {});
        std::cout << report.template_name << ':';
        const char* separator = " ";
        for (const auto& table : report.tables) {
            std::cout << separator << table.rows << ' ' << table.name;
            separator = ", ";
        }
        std::cout << '\n';
        for (const auto& finding : report.findings)
            std::cout << finding.rule << ' ' << finding.message << '\n';
        return 0;
    } catch (const scorebook::Error& error) {
        std::cerr << error.what() << '\n';
        return 3;
    }
}
