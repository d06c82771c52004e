// refreshed_bytes.cpp - changes -> writes -> edits -> parts -> package, and the check that it reads back.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "refresh/calculate_on_open.hpp"
#include "refresh/cell_writes.hpp"
#include "refresh/read_back.hpp"
#include "refresh/sheet_edits.hpp"
#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"
#include "sheet/style_table.hpp"
#include "sheet/xml_encoding.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

namespace {

/// Above this much sheet XML the result isn't opened a second time: a register of 100,000 rows has 60 MB, and
/// 200 MiB is all a refresh of it may take. The rewritten cells and the checksums are read back at any size.
constexpr std::size_t most_xml_to_reopen = std::size_t{16} << 20;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The part's name as it is spelt in the zip. OPC compares names without case (ECMA-376 Part 2, 6.2.2).
std::string member_name(const Package& package, const std::string& part_name) {
    for (const std::string& name : package.part_names()) {
        const std::string_view spelt = name.starts_with('/') ? std::string_view(name).substr(1) : name;
        if (std::equal(spelt.begin(), spelt.end(), part_name.begin(), part_name.end(),
                       [](char a, char b) { return lower(a) == lower(b); }))
            return name;
    }
    return part_name;
}

/// The styles of a workbook, opened when the first colour is needed.
class Fills {
  public:
    explicit Fills(const Workbook& workbook) : workbook_(workbook) {}

    std::uint16_t style(std::uint16_t style, std::optional<Rgb> fill) {
        if (workbook_.styles().at(style).fill == fill) return style;
        if (!editor_) {
            const std::string part = workbook_.styles_part();
            if (part.empty())
                fail(ErrorCode::damaged_workbook,
                     "the workbook has no styles, so a cell can't be given a colour");
            editor_.emplace(to_utf8(workbook_.package().read(part), part));
        }
        return editor_->with_fill(style, fill);
    }

    void add_part(std::map<std::string, std::string>& parts) const {
        if (editor_ && editor_->changed()) parts[workbook_.styles_part()] = editor_->xml();
    }

  private:
    const Workbook& workbook_;
    std::optional<StyleEditor> editor_;
};

}  // namespace

std::string refreshed_bytes(const Workbook& workbook, const Report& report) {
    const auto writes = plan_cell_writes(workbook, report.changes);
    const Package& package = workbook.package();
    std::map<std::string, std::string> parts;
    std::size_t sheet_xml_size = 0;
    Fills fills(workbook);
    for (const auto& [sheet_index, cells] : writes) {
        const Sheet& sheet = workbook.sheets()[sheet_index];
        const SheetEdits edits = sheet_edits(sheet, cells, [&](std::uint16_t style, std::optional<Rgb> fill) {
            return fills.style(style, fill);
        });
        if (edits.splices.empty()) continue;
        check_rewritten_cells(sheet, edits);
        sheet_xml_size += sheet.xml.size();
        parts[sheet.part_name] = apply_splices(sheet.xml, edits.splices);
    }
    if (parts.empty()) return package.bytes();

    fills.add_part(parts);
    if (report.recalculate_on_open) {
        const std::string& part = workbook.workbook_part();
        const std::string old = to_utf8(package.read(part), part);
        std::string text = with_calculation_on_open(old);
        if (text != old) parts[part] = std::move(text);
    }

    std::vector<std::string> changed_members;
    std::map<std::string, std::string> members;
    for (auto& [part, text] : parts) {
        changed_members.push_back(member_name(package, part));
        members[changed_members.back()] = std::move(text);
    }
    std::string bytes = package.with_parts(members);
    members.clear();
    if (sheet_xml_size > most_xml_to_reopen) return check_parts_unpack(std::move(bytes), changed_members);
    check_reopened(bytes, workbook.name(), writes);
    return bytes;
}

}  // namespace scorebook
