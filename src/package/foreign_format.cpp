// foreign_format.cpp - telling formats by their first bytes; OLE containers by the names in their directory
// ([MS-CFB] 2.6.1).
#include "package/foreign_format.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "scorebook/error.hpp"

namespace scorebook {

namespace {

[[noreturn]] void refuse(const std::string& message) {
    fail(ErrorCode::not_a_workbook, message);
}

bool begins_with(std::string_view bytes, std::string_view start) {
    return bytes.substr(0, start.size()) == start;
}

/// True when an OLE container has a stream or storage of this name.
bool has_ole_entry(std::string_view bytes, std::string_view name) {
    constexpr std::size_t entry_size =
        128;  // sectors begin at multiples of 512, entries at multiples of their size
    std::string utf16;
    for (const char c : name) utf16.append(1, c).append(1, '\0');
    utf16.append(2, '\0');
    for (std::size_t offset = 4 * entry_size; offset + entry_size <= bytes.size(); offset += entry_size) {
        if (begins_with(bytes.substr(offset, entry_size), utf16)) return true;
    }
    return false;
}

[[noreturn]] void refuse_ole(std::string_view bytes) {
    if (has_ole_entry(bytes, "EncryptedPackage")) {
        refuse(
            "the workbook is protected with a password; open it in Excel, remove the password under File, "
            "Info, "
            "Protect Workbook, and save it again");
    }
    if (has_ole_entry(bytes, "Workbook") || has_ole_entry(bytes, "Book")) {
        refuse(
            "this is an old Excel workbook (.xls); open it in Excel and save it as an Excel Workbook "
            "(.xlsx)");
    }
    if (has_ole_entry(bytes, "WordDocument")) refuse("this is an old Word document (.doc), not a workbook");
    if (has_ole_entry(bytes, "PowerPoint Document"))
        refuse("this is an old PowerPoint file (.ppt), not a workbook");
    refuse("this is an old Office file or a message, not an Excel workbook (.xlsx)");
}

/// By its first record or, as something may stand before it (a self-extracting archive, a mail gateway's
/// note), its last.
bool seems_zip(std::string_view bytes) {
    constexpr std::size_t longest_end = 22 + 0xFFFF;
    for (const std::string_view start : {"PK\x03\x04", "PK\x05\x06", "PK\x07\x08"}) {
        if (begins_with(bytes, start)) return true;
    }
    return bytes.substr(bytes.size() - std::min(longest_end, bytes.size())).find("PK\x05\x06") !=
           std::string_view::npos;
}

/// True when the beginning reads as text: no control characters but line ends and tabs.
bool is_text(std::string_view bytes) {
    const std::string_view beginning = bytes.substr(0, 4096);
    return std::none_of(beginning.begin(), beginning.end(), [](unsigned char c) {
        return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
    });
}

[[noreturn]] void refuse_text(std::string_view bytes) {
    std::string beginning;
    for (const char c : bytes.substr(0, 4096))
        beginning += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (begins_with(beginning, "\xEF\xBB\xBF")) beginning.erase(0, 3);
    beginning.erase(0, std::min(beginning.find_first_not_of(" \t\r\n"), beginning.size()));

    const auto has = [&](std::string_view word) { return beginning.find(word) != std::string::npos; };
    if (begins_with(beginning, "<?xml") &&
        (has("excel.sheet") || has("schemas-microsoft-com:office:spreadsheet"))) {
        refuse(
            "this is a workbook in the XML format of Excel 2003; open it in Excel and save it as an Excel "
            "Workbook (.xlsx)");
    }
    if (has("opendocument:xmlns:office")) {
        refuse(
            "this is an OpenDocument file in one piece (.fods); open it in LibreOffice and save it as .xlsx");
    }
    if (begins_with(beginning, "<!doctype html") || has("<html") || begins_with(beginning, "<table")) {
        refuse(
            "this is a web page (HTML), not a workbook; it may have been saved instead of the file, or be a "
            "web page "
            "exported with an Excel name");
    }
    if (begins_with(beginning, "mime-version:")) {
        refuse(
            "this is a web archive (MHTML), not a workbook; open it in Excel and save it as an Excel "
            "Workbook (.xlsx)");
    }
    if (begins_with(beginning, "<?xml")) refuse("this is an XML file, not a workbook");
    if (begins_with(beginning, "{\"") || begins_with(beginning, "[{"))
        refuse("this is a JSON file, not a workbook");
    refuse(
        "this is plain text, perhaps a CSV file; open it in Excel and save it as an Excel Workbook (.xlsx)");
}

}  // namespace

void refuse_unless_zip(std::string_view bytes) {
    if (bytes.empty()) refuse("the file is empty (0 bytes)");
    if (begins_with(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) refuse_ole(bytes);
    if (seems_zip(bytes)) return;

    struct Format {
        std::string_view start;
        const char* message;
    };
    static constexpr std::array<Format, 11> formats = {{
        {"%PDF", "this is a PDF document, not a workbook"},
        {"{\\rtf", "this is a rich text document (RTF), not a workbook"},
        {"7z\xBC\xAF\x27\x1C", "this is a 7-Zip archive; unpack it and use the workbook inside"},
        {"Rar!", "this is a RAR archive; unpack it and use the workbook inside"},
        {"\x1F\x8B", "this is a gzip archive; unpack it and use the workbook inside"},
        {"\x89PNG", "this is a picture (PNG), not a workbook"},
        {"\xFF\xD8\xFF", "this is a picture (JPEG), not a workbook"},
        {"GIF8", "this is a picture (GIF), not a workbook"},
        {"\xFF\xFE",
         "this is plain text (UTF-16), not a workbook; open it in Excel and save it as an Excel Workbook "
         "(.xlsx)"},
        {"\xFE\xFF",
         "this is plain text (UTF-16), not a workbook; open it in Excel and save it as an Excel Workbook "
         "(.xlsx)"},
        {"\x09\x08",
         "this is a very old Excel workbook (.xls); open it in Excel and save it as an Excel Workbook "
         "(.xlsx)"},
    }};
    for (const Format& format : formats) {
        if (begins_with(bytes, format.start)) refuse(format.message);
    }
    if (is_text(bytes)) refuse_text(bytes);
    refuse("this isn't an Excel workbook, nor a file of any kind known here");
}

void refuse_foreign_content_type(std::string_view content_type) {
    const auto has = [&](std::string_view word) { return content_type.find(word) != std::string_view::npos; };
    if (has("ms-excel.sheet.binary")) {
        refuse(
            "this is a binary workbook (.xlsb); open it in Excel and save it as an Excel Workbook (.xlsx)");
    }
    if (has("wordprocessingml") || has("ms-word")) refuse("this is a Word document (.docx), not a workbook");
    if (has("presentationml") || has("ms-powerpoint"))
        refuse("this is a PowerPoint presentation (.pptx), not a workbook");
    if (has("visio")) refuse("this is a Visio drawing, not a workbook");
}

void refuse_open_document(std::string_view mimetype) {
    if (mimetype.find("opendocument.spreadsheet") != std::string_view::npos) {
        refuse(
            "this is an OpenDocument spreadsheet (.ods); open it in LibreOffice or Excel and save it as "
            ".xlsx");
    }
    if (mimetype.find("opendocument.text") != std::string_view::npos) {
        refuse("this is an OpenDocument text (.odt), not a workbook");
    }
    refuse("this is a zip file of another program, not an Excel workbook");
}

}  // namespace scorebook
