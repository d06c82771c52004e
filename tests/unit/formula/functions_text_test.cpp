// functions_text_test.cpp - text by character, in pieces, and numbers as text. Expected values are those of
// Microsoft's pages on each function, of Excel's stored results in ../shared/oracles, or plain to see.
#include <doctest/doctest.h>

#include "support/formula/formula_cases.hpp"

using namespace scorebook;
using namespace scorebook::testing;

TEST_SUITE("formula") {
    TEST_CASE("text: characters by number, in Windows-1252 and in Unicode") {
        const FormulaCase cases[] = {
            {"CHAR(65)", "A"},
            {"CHAR(128)", "\xE2\x82\xAC"},  // the euro sign
            {"CHAR(163)", "\xC2\xA3"},      // the pound sign
            {"CHAR(0)", CellError::value},
            {"CHAR(256)", CellError::value},
            {"CODE(\"Alphabet\")", 65.0},
            {"CODE(\"\xE2\x82\xAC\")", 128.0},
            {"CODE(\"\xE2\x84\xB5\")", 63.0},  // no such character: "?"
            {"CODE(\"\")", CellError::value},
            {"UNICHAR(66)", "B"},
            {"UNICHAR(8364)", "\xE2\x82\xAC"},
            {"LEN(UNICHAR(128512))", 2.0},
            {"UNICHAR(55296)", CellError::not_available},
            {"UNICHAR(0)", CellError::value},
            {"UNICODE(\"B\")", 66.0},
            {"UNICODE(UNICHAR(128512))", 128512.0},
            {"CLEAN(CHAR(9)&\"Monthly\"&CHAR(10)&CHAR(127))", "Monthly\x7F"},
            {"REPT(\"*-\",3)", "*-*-*-"},
            {"REPT(\"x\",0)", ""},
            {"REPT(\"x\",-1)", CellError::value},
            {"REPT(\"x\",32768)", CellError::value},
            {"ENCODEURL(\"a b/\xC2\xA3\")", "a%20b%2F%C2%A3"},
            {"LENB(\"abc\")", 3.0},
            {"MIDB(\"abc\",2,1)", "b"},
            {"ASC(\"abc\")", "abc"},
        };
        check_formulas(cases);
    }

    TEST_CASE("text: before and after a delimiter") {
        const FormulaCase cases[] = {
            {"TEXTBEFORE(\"Red riding hood's, red hood\",\"hood\")", "Red riding "},
            {"TEXTAFTER(\"Red riding hood's, red hood\",\"hood\")", "'s, red hood"},
            {"TEXTBEFORE(\"Red riding hood's, red hood\",\"hood\",-1)", "Red riding hood's, red "},
            {"TEXTBEFORE(\"Red riding hood's, red hood\",\"red\",2,1)", "Red riding hood's, "},
            {"TEXTAFTER(\"a-b-c\",\"-\",2)", "c"},
            {"TEXTAFTER(\"a-b-c\",{\"-\",\"b\"},2)", "-c"},
            {"TEXTAFTER(\"abc\",\"x\")", CellError::not_available},
            {"TEXTAFTER(\"abc\",\"x\",1,0,0,\"none\")", "none"},
            {"TEXTBEFORE(\"abc\",\"x\",1,0,1)", "abc"},
            {"TEXTAFTER(\"abc\",\"x\",1,0,1)", ""},
            {"TEXTAFTER(\"abc\",\"x\",-1,0,1)", "abc"},
            {"TEXTBEFORE(\"abc\",\"\")", ""},
            {"TEXTAFTER(\"abc\",\"\")", "abc"},
            {"TEXTAFTER(\"abc\",\"b\",0)", CellError::value},
            {"TEXTAFTER(\"abc\",\"b\",4)", CellError::value},
        };
        check_formulas(cases);
    }

    TEST_CASE("text: split into columns and rows") {
        const FormulaCase cases[] = {
            {"ARRAYTOTEXT(TEXTSPLIT(\"a,b,c\",\",\"),1)", "{\"a\",\"b\",\"c\"}"},
            {"ARRAYTOTEXT(TEXTSPLIT(\"1,2;3\",\",\",\";\"),1)", "{\"1\",\"2\";\"3\",#N/A}"},
            {"ARRAYTOTEXT(TEXTSPLIT(\"1,2;3\",\",\",\";\",,,\"-\"),1)", "{\"1\",\"2\";\"3\",\"-\"}"},
            {"ARRAYTOTEXT(TEXTSPLIT(\"a;b\",,\";\"),1)", "{\"a\";\"b\"}"},
            {"ARRAYTOTEXT(TEXTSPLIT(\"a,,b\",\",\"),1)", "{\"a\",\"\",\"b\"}"},
            {"ARRAYTOTEXT(TEXTSPLIT(\"a,,b\",\",\",,TRUE),1)", "{\"a\",\"b\"}"},
            {"ARRAYTOTEXT(TEXTSPLIT(\"Do. Or do not\",{\".\",\" \"},,TRUE),1)",
             "{\"Do\",\"Or\",\"do\",\"not\"}"},
            {"ARRAYTOTEXT(TEXTSPLIT(\"1x2X3\",\"X\",,,1),1)", "{\"1\",\"2\",\"3\"}"},
            {"TEXTSPLIT(\"a\",\"\")", CellError::value},
            {"TEXTSPLIT(\"\",\",\")", CellError::calc},
        };
        check_formulas(cases);
    }

    TEST_CASE("text: numbers with decimals, currency, and read by other separators") {
        const FormulaCase cases[] = {
            {"FIXED(1234.567,1)", "1,234.6"},
            {"FIXED(1234.567,-1)", "1,230"},
            {"FIXED(-1234.567,-1,TRUE)", "-1230"},
            {"FIXED(44.332)", "44.33"},
            {"FIXED(-0.001,2)", "0.00"},
            {"FIXED(1,128)", CellError::value},
            {"DOLLAR(1234.567)", "$1,234.57"},
            {"DOLLAR(-1234.567,-2)", "($1,200)"},
            {"DOLLAR(99.888)", "$99.89"},
            {"NUMBERVALUE(\"2.500,27\",\",\",\".\")", 2500.27},
            {"NUMBERVALUE(\"3.5%\")", 0.035},
            {"NUMBERVALUE(\"9%%\")", 0.0009},
            {"NUMBERVALUE(\" 3 000 \")", 3000.0},
            {"NUMBERVALUE(\"\")", 0.0},
            {"NUMBERVALUE(\"1.2.3\")", CellError::value},
            {"NUMBERVALUE(\"1.2,3\")", CellError::value},
            {"VALUETOTEXT(\"Seattle\",1)", "\"Seattle\""},
            {"VALUETOTEXT(\"Seattle\")", "Seattle"},
            {"VALUETOTEXT(#N/A)", "#N/A"},
            {"VALUETOTEXT(1,2)", CellError::value},
            {"ARRAYTOTEXT({TRUE,#VALUE!;1234.01234,\"Seattle\"})", "TRUE, #VALUE!, 1234.01234, Seattle"},
            {"ARRAYTOTEXT({TRUE,\"a\"\"b\"},1)", "{TRUE,\"a\"\"b\"}"},
        };
        check_formulas(cases);
    }

    TEST_CASE("text: TEXT shows numbers as cells do, days and months in English") {
        const FormulaCase cases[] = {
            {"TEXT(1234.567,\"$#,##0.00\")", "$1,234.57"},
            {"TEXT(0.285,\"0.0%\")", "28.5%"},
            {"TEXT(4.34,\"# ?/?\")", "4 1/3"},
            {"TEXT(1,\"?0#/000\")", " 01/001"},
            {"TEXT(12200000,\"0.00E+00\")", "1.22E+07"},
            {"TEXT(1234567898,\"[<=9999999]###-####;(###) ###-####\")", "(123) 456-7898"},
            {"TEXT(1234,\"0000000\")", "0001234"},
            {"TEXT(123456,\"##0° 00' 00''\")", "12° 34' 56''"},
            {"TEXT(1500000,\"0.0,,\"\"m\"\"\")", "1.5m"},
            {"TEXT(-5,\"0;(0);\"\"zero\"\"\")", "(5)"},
            {"TEXT(0,\"0;(0);\"\"zero\"\"\")", "zero"},
            {"TEXT(\"abc\",\"0;0;0;<@>\")", "<abc>"},
            {"TEXT(12,\"[Red]#.#\")", "12."},
            {"TEXT(42675,\"dddd d mmmm yyyy\")", "Tuesday 1 November 2016"},
            {"TEXT(42675,\"ddd dd/mm/yy\")", "Tue 01/11/16"},
            {"TEXT(42675,\"mmmmm\")", "N"},
            {"TEXT(42675.75,\"hh:mm AM/PM\")", "06:00 PM"},
            {"TEXT(1.5,\"[h]:mm\")", "36:00"},
            {"TEXT(0.0104166667,\"[mm]:ss\")", "15:00"},
            {"TEXT(0.5000115741,\"h:mm:ss.0\")", "12:00:01.0"},
            {"TEXT(-1,\"dd/mm/yyyy\")", CellError::value},
            {"TEXT(1E-10,\"General\")", "1E-10"},
            {"TEXT(-0.0000000025,\"General\")", "-2.5E-09"},
            {"TEXT(0.00012345678,\"General\")", "0.000123457"},
            {"TEXT(123456789012,\"General\")", "1.23457E+11"},
            {"TEXT(TRUE,\"0\")", "TRUE"},
            {"TEXT(5,\"\")", ""},
        };
        check_formulas(cases);
    }
}
