// refreshed_bytes.cpp - changes -> writes -> edits -> parts -> package, and the check that it reads back.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "refresh/acceptances_sheet.hpp"
#include "refresh/added_sheet.hpp"
#include "refresh/calculate_on_open.hpp"
#include "refresh/cell_writes.hpp"
#include "refresh/chart_caches.hpp"
#include "refresh/findings_sheet.hpp"
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

/// What the changes come to, before a byte is written.
struct Plan {
    std::map<std::size_t, std::vector<CellWrite>> writes;  ///< by sheet
    std::map<std::size_t, SheetEdits> edits;               ///< by sheet; of those that change
    ChangedParts parts;                                    ///< others, and a new sheet's

    bool is_empty() const { return edits.empty() && parts.empty(); }
};

Plan plan_of(const Workbook& workbook, const Report& report) {
    Plan plan;
    plan.writes = plan_cell_writes(workbook, report.changes);
    Fills fills(workbook);
    for (const auto& [sheet_index, cells] : plan.writes) {
        if (sheet_index == workbook.sheets().size()) {
            add_acceptances_sheet(workbook, cells, plan.parts);
            continue;
        }
        const Sheet& sheet = workbook.sheets()[sheet_index];
        SheetEdits edits = sheet_edits(sheet, cells, [&](std::uint16_t style, std::optional<Rgb> fill) {
            return fills.style(style, fill);
        });
        if (edits.splices.empty()) continue;
        check_rewritten_cells(sheet, edits);
        plan.edits.emplace(sheet_index, std::move(edits));
    }
    if (plan.edits.empty()) return plan;  // neither colours nor charts change
    fills.add_part(plan.parts);
    for (auto& [part, text] : refreshed_charts(workbook, plan.writes)) plan.parts[part] = std::move(text);
    if (report.recalculate_on_open) {
        const std::string& part = workbook.workbook_part();
        const std::string old = part_as_left(workbook, plan.parts, part);
        std::string text = with_calculation_on_open(old);
        if (text != old) plan.parts[part] = std::move(text);
    }
    return plan;
}

/// Adds the changed sheets to `parts`; how much XML they are.
std::size_t add_sheets(const Workbook& workbook, const Plan& plan, ChangedParts& parts) {
    std::size_t xml_size = 0;
    for (const auto& [sheet_index, edits] : plan.edits) {
        const Sheet& sheet = workbook.sheets()[sheet_index];
        xml_size += sheet.xml.size();
        parts[sheet.part_name] = apply_splices(sheet.xml, edits.splices);
    }
    return xml_size;
}

/// The package with `parts` in it, read back. `parts` is used up.
std::string packed(const Package& package, ChangedParts& parts, const Plan& plan, std::size_t sheet_xml_size,
                   const std::string& name) {
    std::vector<std::string> changed_members;
    std::map<std::string, std::string> members;
    for (auto& [part, text] : parts) {
        changed_members.push_back(member_name(package, part));
        members[changed_members.back()] = std::move(text);
    }
    std::string bytes = package.with_parts(members);
    members.clear();
    if (sheet_xml_size > most_xml_to_reopen) return check_parts_unpack(std::move(bytes), changed_members);
    check_reopened(bytes, name, plan.writes);
    return bytes;
}

}  // namespace

std::string refreshed_bytes(const Workbook& workbook, const Report& report) {
    Plan plan = plan_of(workbook, report);
    if (plan.is_empty()) return workbook.package().bytes();
    ChangedParts parts = std::move(plan.parts);
    const std::size_t sheet_xml_size = add_sheets(workbook, plan, parts);
    return packed(workbook.package(), parts, plan, sheet_xml_size, workbook.name());
}

std::string refreshed_bytes_with_findings(const Workbook& workbook, const Report& report) {
    Plan plan = plan_of(workbook, report);
    ChangedParts parts = std::move(plan.parts);
    const std::size_t sheet_xml_size = add_sheets(workbook, plan, parts);
    add_findings_sheet(workbook, report, parts);
    return packed(workbook.package(), parts, plan, sheet_xml_size, workbook.name());
}

std::string refreshed_bytes(std::shared_ptr<const Workbook>&& workbook, const Report& report) {
    std::shared_ptr<const Workbook> last = std::move(workbook);
    if (last.use_count() != 1) return refreshed_bytes(*last, report);
    Plan plan = plan_of(*last, report);
    if (plan.is_empty()) return last->package().bytes();

    // open_workbook() made it without const, and nobody else can see it any more.
    auto& own = const_cast<Workbook&>(*last);
    ChangedParts parts = std::move(plan.parts);
    std::size_t sheet_xml_size = 0;
    for (auto& [sheet_index, edits] : plan.edits) {
        std::string& part = parts[own.sheets()[sheet_index].part_name];
        part = apply_splices(own.take_xml(sheet_index), edits.splices);
        sheet_xml_size += part.size();
        edits.splices = {};
    }
    const std::string name = own.name();
    const Package package = own.take_package();
    last.reset();
    return packed(package, parts, plan, sheet_xml_size, name);
}

}  // namespace scorebook
