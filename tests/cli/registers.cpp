// registers.cpp - registers as lines of text.
#include "registers.hpp"

#include "support/workbook_text.hpp"

namespace scorebook::test {

namespace {

std::string register_with_score(const std::string& score, const std::string& more = {}) {
    return workbook_bytes(R"(
        Register!A1: Corporate risk register
        Register!A2: May 2016
        A5 | RIN | Risk Title | Risk Description | Risk Owner | Mitigating Actions | Impact | Likelihood | Risk Score
        I5 | Residual Impact | Residual Likelihood | Residual Score
        A6 | CR1 | Fire | A fire closes the county hall | Head of Property | Renew the sprinklers | 5 | 5 | )" +
                          score + R"(
        I6 | 4 | 4 | 16
        A7 | CR2 | Flood | A flood closes the depot | Head of Highways | Move the salt store | 4 | 4 | 16
        I7 | 4 | 3 | 12
    )" + more);
}

}  // namespace

std::string clean_register() {
    return register_with_score("25");
}

std::string faulty_register() {
    return register_with_score("12");
}

std::string register_with_acceptance() {
    return register_with_score("12", R"(
        Scorebook!A1 | Accepted | Record | Reason | Name | Until
        A2 | V11 | CR1 | Agreed by the board | J Smith
        A3 | G02 | CR1 | It follows from that | J Smith
    )");
}

std::string shopping_list() {
    return workbook_bytes("List!A1 | Apples | 3\nA2 | Pears | 4");
}

}  // namespace scorebook::test
