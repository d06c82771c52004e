// answer_test.cpp - requests of hosts without a command line: what they may ask, and what they are told.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "scorebook/error.hpp"
#include "scorebook/protocol.hpp"

using namespace scorebook;
using Json = nlohmann::json;

namespace {

const std::string now = R"("now": "2016-06-08T09:30:00")";

std::string sample(const std::string& name) {
    std::ifstream file(std::string(SCOREBOOK_SOURCE_DIR) + "/samples/" + name, std::ios::binary);
    REQUIRE(file.good());
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// The code and the sentence of the refusal.
std::pair<ErrorCode, std::string> refusal(ProtocolRequest request) {
    try {
        answer(std::move(request));
    } catch (const Error& error) {
        return {error.code(), error.what()};
    }
    return {ErrorCode::cannot_read, "it was not refused"};
}

}  // namespace

TEST_SUITE("protocol") {
    TEST_CASE("answer: check says what is found and changes nothing") {
        const ProtocolReply reply = answer({R"({"command": "check", "file": "register.xlsx", )" + now + "}",
                                            sample("risk-register-5x5-faulty.xlsx"),
                                            {}});
        CHECK(reply.json.ends_with("}\n"));
        const Json json = Json::parse(reply.json);
        CHECK(json["protocol"] == "scorebook/1");
        CHECK(json["file"] == "register.xlsx");
        CHECK(json["template"] == "risk-register");
        CHECK(json["findings"].size() > 0);
        CHECK(json["changes"] == Json::array());
        CHECK(reply.workbook.empty());
    }

    TEST_CASE("answer: refresh gives changes and the new workbook, which needs no other refresh") {
        const std::string options = R"({"command": "refresh", "file": "register.xlsx", )" + now + "}";
        const ProtocolReply reply = answer({options, sample("risk-register-5x5-faulty.xlsx"), {}});
        CHECK(Json::parse(reply.json)["counts"]["changes"] > 0);
        const ProtocolReply again = answer({options, reply.workbook, {}});
        CHECK(Json::parse(again.json)["changes"] == Json::array());
        CHECK(again.workbook == reply.workbook);
    }

    TEST_CASE("answer: a dry run makes no workbook, but tells the same") {
        const std::string front = R"({"command": "refresh", "file": "register.xlsx", )" + now;
        const ProtocolReply dry =
            answer({front + R"(, "dry-run": true})", sample("risk-register-5x5-faulty.xlsx"), {}});
        CHECK(dry.workbook.empty());
        CHECK(dry.json == answer({front + "}", sample("risk-register-5x5-faulty.xlsx"), {}}).json);
    }

    TEST_CASE("answer: compare takes the older workbook as previous") {
        const ProtocolReply reply = answer(
            {R"({"command": "compare", "file": "may.xlsx", "previous": "C:\\registers\\march.xlsx", )" + now +
                 "}",
             sample("risk-register-2016-05.xlsx"), sample("risk-register-2016-03.xlsx")});
        const Json json = Json::parse(reply.json);
        CHECK(json["previous"] == "C:\\registers\\march.xlsx");
        CHECK(json["previous_period"] == "March 2016");
        CHECK(json["period"] == "May 2016");
        CHECK(json["differences"].size() > 0);
        CHECK(json["narrative"].size() > 0);
    }

    TEST_CASE("answer: recalc takes the host's time for NOW") {
        const auto stale = [](const std::string& time) {
            const ProtocolReply reply =
                answer({R"({"command": "recalc", "file": "x.xlsx", "now": ")" + time + "\"}",
                        sample("risk-register-2016-05.xlsx"),
                        {}});
            return Json::parse(reply.json);
        };
        CHECK(stale("2016-06-08T09:30:00")["formulas"] > 0);
        CHECK(stale("2016-06-08T09:30:00")["stale"] == Json::array());
    }

    TEST_CASE("answer: what can't be asked is refused with the reason") {
        struct Case {
            const char* name;
            std::string options;
            ErrorCode code;
            std::string sentence;
        };
        const Case cases[] = {
            {"no JSON", "check", ErrorCode::bad_request, "the request is not a JSON object"},
            {"a list", "[]", ErrorCode::bad_request, "the request is not a JSON object"},
            {"no command", "{}", ErrorCode::bad_request, "there is no command '' here"},
            {"a command with files", R"({"command": "convert"})", ErrorCode::bad_request,
             "there is no command 'convert' here"},
            {"an unknown option", R"({"command": "check", "asat": "2016-03-31"})", ErrorCode::bad_request,
             "a request has no option asat"},
            {"a wrong type", R"({"command": "check", "dry-run": "yes"})", ErrorCode::bad_request,
             "dry-run is not what a request can have there"},
            {"no day", R"({"command": "check", "as-at": "31.3.", )" + now + "}", ErrorCode::bad_request,
             "as-at is a day such as 2016-03-31 or 31/03/2016, not '31.3.'"},
            {"no time", R"({"command": "check"})", ErrorCode::bad_request,
             "now is the host's local time, such as 2016-03-31T09:30:00"},
            {"compare alone", R"({"command": "compare", )" + now + "}", ErrorCode::bad_request,
             "compare needs two workbooks, the older one as previous"},
            {"no workbook", R"({"command": "check", )" + now + "}", ErrorCode::not_a_workbook,
             "the file is empty (0 bytes)"},
        };
        for (const Case& c : cases) {
            CAPTURE(c.name);
            const auto [code, sentence] = refusal({c.options, {}, {}});
            CHECK(code == c.code);
            CHECK(sentence == c.sentence);
        }
    }

    TEST_CASE("answer: an unknown kind is refused with those there are") {
        const auto [code, sentence] =
            refusal({R"({"command": "check", "template": "risks", )" + now + "}", {}, {}});
        CHECK(code == ErrorCode::bad_template);
        CHECK(sentence.starts_with("there is no workbook kind 'risks'; the kinds are: "));
        CHECK(sentence.find("risk-register") != std::string::npos);
    }

    TEST_CASE("failure: the object names the file and says why") {
        CHECK(failure_json("a \"b\".xlsx", "it is empty") ==
              R"({"protocol":"scorebook/1","file":"a \"b\".xlsx","status":"failed","error":"it is empty"})"
              "\n");
    }
}
