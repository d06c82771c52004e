// calculate_on_open_test.cpp - one attribute in workbook.xml.
#include "refresh/calculate_on_open.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace scorebook {

TEST_SUITE("refresh") {
    TEST_CASE("calculation on open: the flag is set where calcPr is, or goes") {
        struct Case {
            std::string name;
            std::string before;
            std::string after;
        };
        const std::vector<Case> cases = {
            {"added to calcPr", R"(<workbook><sheets><sheet/></sheets><calcPr calcId="191029"/></workbook>)",
             R"(<workbook><sheets><sheet/></sheets><calcPr fullCalcOnLoad="1" calcId="191029"/></workbook>)"},
            {"turned on", R"(<workbook><sheets/><calcPr calcId="1" fullCalcOnLoad="0"/></workbook>)",
             R"(<workbook><sheets/><calcPr calcId="1" fullCalcOnLoad="1"/></workbook>)"},
            {"already on", R"(<workbook><sheets/><calcPr fullCalcOnLoad="true"/></workbook>)",
             R"(<workbook><sheets/><calcPr fullCalcOnLoad="true"/></workbook>)"},
            {"no calcPr: after the names, before what follows",
             R"(<workbook><fileVersion/><sheets><sheet/></sheets><definedNames><definedName>A</definedName></definedNames><pivotCaches/><extLst/></workbook>)",
             R"(<workbook><fileVersion/><sheets><sheet/></sheets><definedNames><definedName>A</definedName></definedNames><calcPr fullCalcOnLoad="1"/><pivotCaches/><extLst/></workbook>)"},
            {"no calcPr, no names, with a prefix and alternate content",
             R"(<x:workbook><mc:AlternateContent><x:calcPr/></mc:AlternateContent><x:sheets><x:sheet/></x:sheets></x:workbook>)",
             R"(<x:workbook><mc:AlternateContent><x:calcPr/></mc:AlternateContent><x:sheets><x:sheet/></x:sheets><x:calcPr fullCalcOnLoad="1"/></x:workbook>)"},
        };
        for (const Case& c : cases) {
            CAPTURE(c.name);
            CHECK(with_calculation_on_open(c.before) == c.after);
            CHECK(with_calculation_on_open(c.after) == c.after);
        }
    }
}

}  // namespace scorebook
