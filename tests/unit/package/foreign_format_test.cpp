// foreign_format_test.cpp - the sentence an officer gets for a file that is no workbook.
#include "package/foreign_format.hpp"

#include <doctest/doctest.h>

#include "package/package.hpp"
#include "support/package/caught_error.hpp"
#include "support/package/zip_builder.hpp"

using namespace scorebook;
using namespace scorebook::test;

namespace {

/// An OLE container whose directory holds these names (enough of one for a name search).
std::string ole_container(const std::vector<std::string>& names) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    bytes.resize(1024, '\0');
    for (const std::string& name : names) {
        std::string entry;
        for (const char c : name) entry.append(1, c).append(1, '\0');
        entry.resize(128, '\0');
        bytes += entry;
    }
    return bytes;
}

std::string package_with_main_type(const std::string& content_type) {
    return make_zip(minimal_workbook_with(
        "[Content_Types].xml",
        "<Types><Override PartName='/xl/workbook.xml' ContentType='" + content_type + "'/></Types>"));
}

}  // namespace

TEST_SUITE("package") {
    TEST_CASE("foreign_format: each known format is named") {
        ZipEntry mimetype;
        mimetype.name = "mimetype";
        mimetype.level = 0;
        mimetype.content = "application/vnd.oasis.opendocument.spreadsheet";
        ZipEntry text;
        text.name = "register.csv";
        const std::string openxml = "application/vnd.openxmlformats-officedocument.";
        const struct {
            const char* name;
            std::string bytes;
            const char* words;
        } cases[] = {
            {"nothing", "", "empty (0 bytes)"},
            {"encrypted", ole_container({"Root Entry", "EncryptionInfo", "EncryptedPackage"}),
             "protected with a password"},
            {"xls", ole_container({"Root Entry", "Workbook"}), "old Excel workbook (.xls)"},
            {"xls 5", ole_container({"Root Entry", "Book"}), "old Excel workbook (.xls)"},
            {"doc", ole_container({"Root Entry", "WordDocument"}), "Word document"},
            {"ole", ole_container({"Root Entry"}), "old Office file"},
            {"short ole", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "old Office file"},
            {"xlsb", package_with_main_type("application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
             ".xlsb"},
            {"docx", package_with_main_type(openxml + "wordprocessingml.document.main+xml"), ".docx"},
            {"pptx", package_with_main_type(openxml + "presentationml.presentation.main+xml"), ".pptx"},
            {"ods", make_zip({mimetype}), ".ods"},
            {"zip", make_zip({text}), "zip file, but not an Excel workbook"},
            {"empty zip", make_zip({}), "zip file, but not an Excel workbook"},
            {"pdf", "%PDF-1.7\n\x01\x02", "PDF"},
            {"rtf", "{\\rtf1\\ansi}", "RTF"},
            {"html", "\xEF\xBB\xBF\r\n<!DOCTYPE html><html></html>", "web page"},
            {"html table", "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>", "web page"},
            {"2003", "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>", "Excel 2003"},
            {"fods",
             "<?xml version=\"1.0\"?><office:document "
             "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">",
             ".fods"},
            {"csv", "Ref,Risk,Score\r\nCR1,Fire,20\r\n", "CSV"},
            {"csv that begins with PK", "PK,Risk,Score\r\n", "CSV"},
            {"utf-16",
             std::string("\xFF\xFE"
                         "a\0b\0",
                         6),
             "UTF-16"},
            {"png", "\x89PNG\r\n\x1A\n", "PNG"},
            {"gzip", "\x1F\x8B\x08", "gzip"},
            {"noise", std::string("\x01\x02\x03\x00\x04", 5), "nor a file of any kind"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            const auto error = caught_error([&] { Package::open(c.bytes); });
            REQUIRE(error);
            CAPTURE(error->what());
            CHECK(says(error, ErrorCode::not_a_workbook, c.words));
            CHECK(std::string(error->what()).back() != '.');
        }
    }
}
