// complex_text_test.cpp - how complex numbers are read and spelt.
#include "formula/complex_text.hpp"

#include <doctest/doctest.h>

namespace {

using namespace scorebook::formula;

TEST_SUITE_BEGIN("formula");

TEST_CASE("complex text: every spelling Excel takes is read") {
    struct {
        const char* text;
        double real;
        double imaginary;
        char unit;
    } const cases[] = {
        {"3", 3, 0, '\0'},
        {"-3.5", -3.5, 0, '\0'},
        {"i", 0, 1, 'i'},
        {"-j", 0, -1, 'j'},
        {"+i", 0, 1, 'i'},
        {"4i", 0, 4, 'i'},
        {"3+4i", 3, 4, 'i'},
        {"3-i", 3, -1, 'i'},
        {"-1+i", -1, 1, 'i'},
        {"1E2-2j", 100, -2, 'j'},
        {"1.2E-45-3i", 1.2e-45, -3, 'i'},
        {".5+.5i", 0.5, 0.5, 'i'},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto read = parse_complex(c.text);
        REQUIRE(read.has_value());
        CHECK(read->value == std::complex<double>(c.real, c.imaginary));
        CHECK(read->unit == c.unit);
    }
}

TEST_CASE("complex text: what is no complex number is refused") {
    for (const char* text :
         {"", "a", "3 + 4i", "3+4", "3+4k", "3+4I", "i3", "3i4", "--i", "3+4i5", "+", "1e"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_complex(text).has_value());
    }
}

TEST_CASE("complex text: parts that are 0 or 1 are left out") {
    CHECK(complex_text({3, 4}, 'j') == "3+4j");
    CHECK(complex_text({3, -1}, 'i') == "3-i");
    CHECK(complex_text({0, 1}, '\0') == "i");
    CHECK(complex_text({5, 0}, 'i') == "5");
    CHECK(complex_text({0, 0}, 'i') == "0");
    CHECK(complex_text({0, -2.5}, 'i') == "-2.5i");
}

TEST_SUITE_END();

}  // namespace
