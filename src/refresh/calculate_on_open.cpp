// calculate_on_open.cpp - one edit of workbook.xml.
#include "refresh/calculate_on_open.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "bytes/splice.hpp"
#include "scorebook/error.hpp"
#include "sheet/xml_cursor.hpp"

namespace scorebook {

namespace {

/// What may stand before <calcPr>, CT_Workbook.
constexpr std::array<std::string_view, 9> before_calc_pr = {
    "fileVersion", "fileSharing",    "workbookPr",         "workbookProtection", "bookViews",
    "sheets",      "functionGroups", "externalReferences", "definedNames"};

/// The edit that makes `calc_pr` say fullCalcOnLoad="1"; none when it does.
std::optional<Splice> edit_of(const XmlTag& calc_pr) {
    const auto flag = calc_pr.attribute("fullCalcOnLoad");
    if (flag && is_true(*flag)) return std::nullopt;
    if (flag) {
        const std::uint64_t begin = calc_pr.bytes.begin +
                                    static_cast<std::uint64_t>(flag->data() - calc_pr.qualified_name.data()) +
                                    1;
        return Splice{{begin, begin + flag->size()}, "1"};
    }
    const std::uint64_t after_name = calc_pr.bytes.begin + 1 + calc_pr.qualified_name.size();
    return Splice{{after_name, after_name}, " fullCalcOnLoad=\"1\""};
}

}  // namespace

std::string with_calculation_on_open(std::string_view workbook_xml) {
    XmlCursor cursor(workbook_xml, 0, "workbook.xml");
    XmlTag tag;
    if (!cursor.next(tag) || tag.kind != XmlTag::Kind::open)
        fail(ErrorCode::damaged_workbook, "the list of sheets is empty", "workbook.xml");
    const std::string prefix(tag.qualified_name.substr(0, tag.qualified_name.size() - tag.local_name.size()));

    std::uint64_t place = tag.bytes.end;
    std::optional<Splice> edit;
    while (cursor.next(tag) && tag.opens()) {
        if (tag.local_name == "calcPr") {
            edit = edit_of(tag);
            if (!edit) return std::string(workbook_xml);
            break;
        }
        const bool stands_before =
            std::find(before_calc_pr.begin(), before_calc_pr.end(), tag.local_name) != before_calc_pr.end();
        const XmlTag end = tag.kind == XmlTag::Kind::open ? cursor.skip_element(tag) : tag;
        if (stands_before) place = end.bytes.end;
    }
    if (!edit) edit = Splice{{place, place}, "<" + prefix + "calcPr fullCalcOnLoad=\"1\"/>"};
    return apply_splices(std::string(workbook_xml), {&*edit, 1});
}

}  // namespace scorebook
