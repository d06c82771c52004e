// report_test.cpp - counts, and the words the JSON contract fixes.
#include "scorebook/report.hpp"

#include <doctest/doctest.h>

using namespace scorebook;

TEST_SUITE("vocabulary") {
    TEST_CASE("report: findings are counted by severity") {
        Report report;
        for (const Severity severity : {Severity::error, Severity::info, Severity::error}) {
            report.findings.emplace_back();
            report.findings.back().severity = severity;
        }
        CHECK(report.count(Severity::error) == 2);
        CHECK(report.count(Severity::warning) == 0);
        CHECK(report.count(Severity::info) == 1);
    }

    TEST_CASE("report: words are those of the JSON contract") {
        CHECK(to_text(Severity::error) == "error");
        CHECK(to_text(Severity::warning) == "warning");
        CHECK(to_text(Severity::info) == "info");
        CHECK(to_text(Fix::safe) == "safe");
        CHECK(to_text(Fix::ask) == "ask");
        CHECK(to_text(Fix::none) == "none");
        CHECK(to_text(ChangeKind::value) == "value");
        CHECK(to_text(ChangeKind::cached) == "cached");
        CHECK(to_text(ChangeKind::fill) == "fill");
        CHECK(to_hex(0xC00000) == "C00000");
        CHECK(to_hex(0x00B050) == "00B050");
    }
}
