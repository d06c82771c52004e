// papers_checks_test.cpp - every figure of the papers that could be recomputed (papers-checks.csv beside the
// papers): the 147 that agree are silent, each that differs stands at its rung of the ladder.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "tables/date_text.hpp"
#include "tables/figure.hpp"
#include "vocabulary/target_test.hpp"
#include "vocabulary/verdict.hpp"
#include "vocabulary/year_to_date.hpp"

using namespace scorebook;

namespace {

struct PaperRow {
    std::string paper, line, what, printed, recomputed, exact, verdict, note;
};

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields(1);
    bool is_quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') {
            const bool is_doubled = is_quoted && i + 1 < line.size() && line[i + 1] == '"';
            if (is_doubled) fields.back() += line[++i];
            if (!is_doubled) is_quoted = !is_quoted;
        } else if (line[i] == ',' && !is_quoted) {
            fields.emplace_back();
        } else if (line[i] != '\r') {
            fields.back() += line[i];
        }
    }
    return fields;
}

std::vector<PaperRow> paper_rows() {
    const char* shared = std::getenv("SCOREBOOK_SHARED");
    std::ifstream file(shared ? std::string(shared) + "/papers-checks.csv"
                              : std::string(SCOREBOOK_SOURCE_DIR) + "/../shared/papers-checks.csv");
    std::vector<PaperRow> rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::vector<std::string> f = fields_of(line);
        f.resize(8);
        rows.push_back({f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7]});
    }
    return rows;
}

/// "nearest-5 interval [87.90,88.21] printed inside=True": what counts rounded to 5 allow.
Interval interval_of(const PaperRow& row, const Fraction& exact) {
    const std::size_t open = row.note.find('[');
    const std::size_t comma = row.note.find(',', open);
    if (row.note.find("interval") != std::string::npos && open != std::string::npos) {
        const auto low = Fraction::parse(row.note.substr(open + 1, comma - open - 1));
        const auto high = Fraction::parse(row.note.substr(comma + 1, row.note.find(']') - comma - 1));
        REQUIRE(low);
        REQUIRE(high);
        return {low, high};
    }
    // Budget figures in millions to three decimals: a total of seven is off by at most 0.004.
    if (row.paper == "003" && row.what.find("variance") != std::string::npos &&
        row.what.find('%') == std::string::npos)
        return Interval::around(
            exact, Fraction::ratio(row.what.find("column sum") == std::string::npos ? 1 : 4, 1000));
    return Interval::point(exact);
}

/// Rows the audit calls WRONG; every other difference has a milder name.
Verdict expected_of(const PaperRow& row) {
    if (row.verdict == "ok") return Verdict::agrees;
    if (row.note.find("interval") != std::string::npos) return Verdict::within_rounding;
    if (row.verdict == "TRUNCATED") return Verdict::truncated;
    return row.paper == "003" ? Verdict::within_rounding : Verdict::wrong;
}

/// Numbers and their exact value, with the hedge the sentence has.
bool judge_number(const PaperRow& row, std::map<std::string, int>& counts) {
    const auto printed = read_figure(row.printed);
    const auto exact = Fraction::parse(row.exact);
    if (!printed || !exact) return false;
    PrintedNumber number = printed->number;
    const bool is_hedged = row.note.find("about") != std::string::npos;
    if (is_hedged) number.comparator = Comparator::about;
    // "in excess of £46m", "over half", "tenfold": the words hedge what the table of checks has bare.
    if (row.note.find("in excess of") != std::string::npos) number.comparator = Comparator::greater;
    const Verdict verdict = judge(number, *exact, interval_of(row, *exact));
    const Verdict expected = is_hedged ? Verdict::agrees : expected_of(row);
    CHECK(to_text(verdict) == to_text(expected));
    ++counts[std::string(to_text(verdict))];
    return true;
}

/// "83.2/90/90", quarters and the year so far.
bool judge_year(const PaperRow& row) {
    if (row.what.find("YTD between quarters") == std::string::npos) return false;
    std::vector<PrintedNumber> numbers;
    for (std::size_t begin = 0; begin <= row.printed.size();) {
        const std::size_t end = std::min(row.printed.find('/', begin), row.printed.size());
        const auto figure = read_figure(row.printed.substr(begin, end - begin));
        REQUIRE(figure);
        numbers.push_back(figure->number);
        begin = end + 1;
    }
    REQUIRE(numbers.size() == 3);
    const YearToDate found = judge_year_to_date(numbers[2], {numbers[0], numbers[1]}, false);
    // D-43 is between its quarters, as this row says, but only with hardly any volume in the first.
    const YearToDate expected = row.what.find("DBS 2d") != std::string::npos ? YearToDate::lopsided
                                : row.verdict == "OUTSIDE"                   ? YearToDate::by_rounding
                                                                             : YearToDate::agrees;
    CHECK(static_cast<int>(found) == static_cast<int>(expected));
    return true;
}

/// "92.7 vs 87.5".
bool judge_target(const PaperRow& row) {
    const std::size_t against = row.printed.find(" vs ");
    if (row.what.find("SLA") == std::string::npos || against == std::string::npos) return false;
    const auto value = read_figure(row.printed.substr(0, against));
    const auto target = read_figure(row.printed.substr(against + 4));
    REQUIRE(value);
    REQUIRE(target);
    const auto outcome = test_target(value->number, {Comparator::equal, target->number.value, std::nullopt},
                                     Polarity::higher_is_better);
    REQUIRE(outcome);
    CHECK(outcome->is_met == (row.recomputed == "met"));
    return true;
}

/// "weekday of 4 Mar 2014", "Tuesday".
bool judge_weekday(const PaperRow& row) {
    if (!row.what.starts_with("weekday of ")) return false;
    const DateText date = read_date_text(row.printed + " " + row.what.substr(11));
    REQUIRE(date.date);
    CHECK_FALSE(date.weekday_disagrees);
    return true;
}

}  // namespace

TEST_SUITE("checks") {
    TEST_CASE("papers: each recomputed figure stands where the audit put it") {
        const std::vector<PaperRow> rows = paper_rows();
        if (rows.empty()) {
            MESSAGE("papers-checks.csv is not here; set SCOREBOOK_SHARED");
            return;
        }
        CHECK(rows.size() == 181);
        std::map<std::string, int> counts;
        int other_rows = 0;
        for (const PaperRow& row : rows) {
            CAPTURE(row.paper + ":" + row.line + " " + row.what);
            if (judge_year(row) || judge_target(row) || judge_weekday(row)) {
                ++other_rows;
                continue;
            }
            if (judge_number(row, counts)) continue;
            // Words without a figure beside them: "slight decline", "one base".
            CHECK(row.verdict != "ok");
            ++other_rows;
        }
        CHECK(counts["agrees"] == 181 - other_rows - 17 - 3 - 8);
        CHECK(counts["within rounding"] == 17);
        CHECK(counts["truncated"] == 3);
        CHECK(counts["wrong"] == 8);
    }
}
