// functions_dates_test.cpp - spans of time, weeks and working days. Expected values are those of Microsoft's
// pages, of Excel's stored results in ../shared/oracles, or counted on a calendar.
#include <doctest/doctest.h>

#include "support/formula/formula_cases.hpp"

using namespace scorebook;
using namespace scorebook::testing;

TEST_SUITE("formula") {
    TEST_CASE("dates: DATEDIF counts whole units, and what is beyond them") {
        const FormulaCase cases[] = {
            {"DATEDIF(DATE(2001,1,1),DATE(2003,1,1),\"Y\")", 2.0},
            {"DATEDIF(DATE(2001,6,1),DATE(2002,8,15),\"D\")", 440.0},
            {"DATEDIF(DATE(2001,6,1),DATE(2002,8,15),\"YD\")", 75.0},
            {"DATEDIF(DATE(2001,6,1),DATE(2002,8,15),\"md\")", 14.0},
            {"DATEDIF(DATE(2001,6,1),DATE(2002,8,15),\"ym\")", 2.0},
            {"DATEDIF(DATE(2011,1,31),DATE(2011,3,1),\"md\")", -2.0},  // February lends its 28 days
            {"DATEDIF(DATE(2011,1,31),DATE(2011,3,1),\"m\")", 1.0},
            {"DATEDIF(DATE(2012,3,1),DATE(2011,1,1),\"d\")", CellError::num},
            {"DATEDIF(1,2,\"x\")", CellError::num},
        };
        check_formulas(cases);
    }

    TEST_CASE("dates: days and years between two dates") {
        const FormulaCase cases[] = {
            {"DAYS(\"15-MAR-2021\",\"1-FEB-2021\")", 42.0},
            {"DAYS(1,3)", -2.0},
            {"DAYS360(DATE(2011,1,30),DATE(2011,2,1))", 1.0},
            {"DAYS360(DATE(2011,1,1),DATE(2011,12,31))", 360.0},
            {"DAYS360(DATE(2011,1,1),DATE(2011,12,31),TRUE)", 359.0},
            {"DAYS360(DATE(2024,2,29),DATE(2025,2,28))", 358.0},
            {"YEARFRAC(DATE(2012,1,1),DATE(2012,7,30))", 0.58055555555555556},
            {"YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),1)", 0.57650273224043715},
            {"YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),3)", 0.57808219178082187},
            {"YEARFRAC(1987,345,1)", 4.496576905522592},
            {"YEARFRAC(1,2,5)", CellError::num},
        };
        check_formulas(cases);
    }

    TEST_CASE("dates: weeks of the year begin where one says, or as ISO 8601 has them") {
        const FormulaCase cases[] = {
            {"WEEKNUM(DATE(2012,3,9))", 10.0},     {"WEEKNUM(DATE(2012,3,9),2)", 11.0},
            {"WEEKNUM(DATE(2012,3,11),21)", 10.0}, {"WEEKNUM(DATE(2012,3,9),3)", CellError::num},
            {"ISOWEEKNUM(DATE(2012,3,9))", 10.0},  {"ISOWEEKNUM(DATE(2021,1,3))", 53.0},
            {"ISOWEEKNUM(DATE(2018,12,31))", 1.0}, {"ISOWEEKNUM(-1)", CellError::num},
        };
        check_formulas(cases);
    }

    TEST_CASE("dates: working days leave out weekends and holidays") {
        MemoryCells cells;
        cells.sheet("Sheet1");
        cells.set(0, "A1", 41235.0);  // 22 November 2012
        cells.set(0, "A2", 41247.0);  // 4 December 2012
        cells.set(0, "A3", 41295.0);  // 21 January 2013
        const FormulaCase cases[] = {
            {"NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1))", 110.0},
            {"NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1),A1)", 109.0},
            {"NETWORKDAYS(DATE(2012,10,1),DATE(2013,3,1),A1:A3)", 107.0},
            {"NETWORKDAYS(DATE(2013,3,1),DATE(2012,10,1))", -110.0},
            {"NETWORKDAYS.INTL(DATE(2006,1,1),DATE(2006,1,31))", 22.0},
            {"NETWORKDAYS.INTL(DATE(2006,2,28),DATE(2006,1,31))", -21.0},
            {"NETWORKDAYS.INTL(DATE(2006,1,1),DATE(2006,2,1),7,{38719,38733})", 22.0},
            {"NETWORKDAYS.INTL(DATE(2006,1,1),DATE(2006,2,1),\"0010001\",{38719,38733})", 20.0},
            {"NETWORKDAYS.INTL(1,2,\"1111111\")", 0.0},
            {"NETWORKDAYS.INTL(1,2,8)", CellError::num},
            {"NETWORKDAYS.INTL(1,2,\"000\")", CellError::value},
            {"WORKDAY(DATE(2008,10,1),151)", 39933.0},
            {"WORKDAY(41218,-1)", 41215.0},
            {"WORKDAY(1,-9)", CellError::num},
            {"WORKDAY(41243,12,A1:A3)", 41262.0},
            {"WORKDAY(41262,-12,A1:A3)", 41243.0},
            {"NETWORKDAYS(1+1,WORKDAY(1,99999))", 99999.0},
            {"WORKDAY(1,1E+9)", CellError::num},
            {"WORKDAY.INTL(DATE(2012,1,1),90,11)", 41013.0},
            {"TEXT(WORKDAY.INTL(DATE(2012,1,1),30,17),\"m/dd/yyyy\")", "2/05/2012"},
            {"WORKDAY.INTL(DATE(2012,1,1),30,0)", CellError::num},
            {"WORKDAY.INTL(1,1,\"1111111\")", CellError::value},
        };
        check_formulas(cells, cases);
    }

    TEST_CASE("dates: hours, minutes and seconds of a fraction of a day") {
        const FormulaCase cases[] = {
            {"HOUR(0.75)", 18.0},
            {"MINUTE(0.78125)", 45.0},
            {"SECOND(\"16:48:18\")", 18.0},
            {"HOUR(\"18/07/2011 07:45\")", 7.0},
            {"SECOND(0.9999999)", 0.0},
            {"HOUR(-1)", CellError::num},
            {"TIME(12,0,0)", 0.5},
            {"TIME(16,48,10)", 0.7001157407407407},
            {"TIME(27,0,0)", 0.125},
            {"TIME(0,-1,0)", CellError::num},
            {"TIME(32768,0,0)", CellError::num},
            {"TIMEVALUE(\"2:24 AM\")", 0.1},
            {"TIMEVALUE(\"22-Aug-2011 6:35 AM\")", 0.27430555555555552},
            {"TIMEVALUE(\"noon\")", CellError::value},
            {"DATEVALUE(\"15:30:25\")", 0.0},
        };
        check_formulas(cases);
    }
}
