// xml_encoding_test.cpp - parts in UTF-8 and UTF-16.
#include "sheet/xml_encoding.hpp"

#include <doctest/doctest.h>

#include "scorebook/error.hpp"

using namespace scorebook;

namespace {

std::string utf16(const std::u16string& text, bool big_endian, bool mark) {
    std::string bytes;
    for (const char16_t c : (mark ? u"\uFEFF" : u"") + text) {
        const char high = static_cast<char>(c >> 8);
        const char low = static_cast<char>(c & 0xFF);
        bytes += big_endian ? high : low;
        bytes += big_endian ? low : high;
    }
    return bytes;
}

}  // namespace

TEST_SUITE("sheet") {
    TEST_CASE("xml_encoding: UTF-8 comes back as it is") {
        for (const char* xml :
             {"<a/>", "\xEF\xBB\xBF<a/>", "<?xml version=\"1.0\" encoding=\"utf-8\"?><a/>", ""}) {
            CAPTURE(xml);
            CHECK(to_utf8(xml, "p") == xml);
        }
    }

    TEST_CASE("xml_encoding: UTF-16 of either order becomes UTF-8 and says so") {
        const std::u16string text =
            u"<?xml version=\"1.0\" encoding=\"utf-16\"?><a>\u00A3\u20AC\U0001F600</a>";
        const std::string expected =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>\xC2\xA3\xE2\x82\xAC\xF0\x9F\x98\x80</a>";
        for (const bool big_endian : {false, true}) {
            for (const bool mark : {false, true}) {
                CAPTURE(big_endian);
                CAPTURE(mark);
                CHECK(to_utf8(utf16(text, big_endian, mark), "p") == expected);
            }
        }
    }

    TEST_CASE("xml_encoding: half characters and other encodings are refused") {
        CHECK_THROWS_AS(to_utf8(utf16(u"<a/>", false, true) + "x", "p"), Error);
        CHECK_THROWS_AS(to_utf8(utf16(std::u16string(u"<a>") + char16_t(0xD83D) + u"</a>", false, true), "p"),
                        Error);
        CHECK_THROWS_AS(to_utf8(utf16(std::u16string(u"<a>") + char16_t(0xDC00), false, true), "p"), Error);
        CHECK_THROWS_AS(to_utf8("<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "p"), Error);
    }
}
