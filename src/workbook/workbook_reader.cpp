// workbook_reader.cpp - opening: follows relationships, never file names, because writers name parts as they
// like. ECMA-376 Part 1, 12.3 (parts) and 18.2 (workbook).
#include "workbook/workbook_reader.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>

#include "bytes/xml_text.hpp"
#include "scorebook/error.hpp"
#include "sheet/sheet_surroundings.hpp"
#include "sheet/xml_document.hpp"
#include "sheet/xml_encoding.hpp"
#include "workbook/excel_table.hpp"

namespace scorebook {

namespace {

/// All sheets together; see max_cells of the scanner.
constexpr std::size_t max_cells = 50'000'000;

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

SheetState sheet_state(std::string_view text) {
    if (text == "hidden") return SheetState::hidden;
    return text == "veryHidden" ? SheetState::very_hidden : SheetState::visible;
}

std::vector<ConditionalFill> conditional_fills(const SheetSurroundings& surroundings,
                                               const StyleTable& styles) {
    std::vector<ConditionalFill> fills;
    for (const auto& format : surroundings.conditional_formats) {
        ConditionalFill fill{format.ranges, {}};
        const auto add = [&](const DifferentialStyle& style) {
            if (style.fill) fill.colours.push_back(*style.fill);
        };
        for (const auto index : format.differential_styles) {
            if (index < styles.differential().size()) add(styles.differential()[index]);
        }
        for (const auto xml : format.inline_styles) add(styles.parse_differential(xml));
        if (!fill.colours.empty() || format.has_scale) fills.push_back(std::move(fill));
    }
    return fills;
}

}  // namespace

void WorkbookReader::read() {
    workbook_.workbook_part_ = find_workbook_part();
    relationships_ = package_.relationships(workbook_.workbook_part_);
    read_shared_parts();
    read_workbook_part();

    const auto root = package_.relationships("");
    workbook_.has_signature_ =
        std::any_of(root.begin(), root.end(), [](const Relationship& r) { return r.type == "origin"; });
    for (const auto& name : package_.part_names()) {
        if (lower(name).starts_with("_xmlsignatures/")) workbook_.has_signature_ = true;
    }
}

std::string WorkbookReader::find_workbook_part() const {
    for (const auto& relationship : package_.relationships("")) {
        if (relationship.type == "officeDocument" && !relationship.external) {
            if (!package_.has(relationship.target))
                fail(ErrorCode::damaged_workbook, "the file's main part is missing", relationship.target);
            return relationship.target;
        }
    }
    if (package_.has("xl/workbook.xml")) return "xl/workbook.xml";
    fail(ErrorCode::not_a_workbook, "the file is a zip archive but has no workbook in it");
}

const Relationship* WorkbookReader::find_relationship(std::string_view id) const {
    const auto found = std::find_if(relationships_.begin(), relationships_.end(),
                                    [&](const Relationship& relationship) { return relationship.id == id; });
    return found == relationships_.end() ? nullptr : &*found;
}

/// A part in UTF-8, counted towards the limit on all parts together. `missing` is the sentence for one that
/// isn't there.
std::string WorkbookReader::read_part(const std::string& part_name, const std::string& missing) {
    if (!package_.has(part_name)) fail(ErrorCode::damaged_workbook, missing, part_name);
    std::string bytes = package_.read(part_name);
    bytes_read_ += bytes.size();
    if (bytes_read_ > Package::max_inflated)
        fail(ErrorCode::too_large,
             "the workbook is over 4 GiB when unpacked, which is more than scorebook reads");
    return to_utf8(std::move(bytes), part_name);
}

/// Strings, styles and theme: sheets need them.
void WorkbookReader::read_shared_parts() {
    std::string styles;
    std::string theme;
    for (const auto& relationship : relationships_) {
        if (relationship.external || !package_.has(relationship.target)) continue;
        if (relationship.type == "sharedStrings") {
            workbook_.strings_ = SharedStrings::parse(read_part(relationship.target, {}));
        } else if (relationship.type == "styles") {
            workbook_.styles_part_ = relationship.target;
            styles = read_part(relationship.target, {});
        } else if (relationship.type == "theme") {
            theme = read_part(relationship.target, {});
        } else if (relationship.type == "vbaProject") {
            workbook_.has_macros_ = true;
        }
    }
    workbook_.styles_ = StyleTable::parse(styles, theme);
}

void WorkbookReader::read_workbook_part() {
    const std::string& part = workbook_.workbook_part_;
    const std::string xml = read_part(part, "The file's main part is missing");
    pugi::xml_document document;
    const auto root = parse_part(document, xml, part);
    if (local_name(root.name()) != "workbook")
        fail(ErrorCode::not_a_workbook, "the file is an Office file, but not an Excel workbook", part);

    const bool from_1904 = is_set(find_child(root, "workbookPr"), "date1904");
    workbook_.date_system_ = from_1904 ? DateSystem::from_1904 : DateSystem::from_1900;
    const auto calculation = find_child(root, "calcPr");
    workbook_.calculation_.iterate = is_set(calculation, "iterate");
    workbook_.calculation_.iterate_count = calculation.attribute("iterateCount").as_int(100);
    workbook_.calculation_.iterate_delta = calculation.attribute("iterateDelta").as_double(0.001);
    workbook_.calculation_.full_precision = is_set(calculation, "fullPrecision", true);

    for (const auto node : find_child(root, "sheets").children()) {
        if (local_name(node.name()) != "sheet") continue;
        Sheet sheet;
        sheet.name = node.attribute("name").value();
        sheet.state = sheet_state(node.attribute("state").value());
        const std::string id = prefixed_attribute(node, "id");
        const Relationship* const relationship = find_relationship(id);
        if (relationship != nullptr && !relationship->external)
            read_sheet(sheet, *relationship);
        else if (!id.empty())  // without an id it is an old macro module, which has no cells
            fail(ErrorCode::damaged_workbook,
                 "the workbook lists the sheet \"" + sheet.name + "\" but doesn't say where it is", part);
        workbook_.sheets_.push_back(std::move(sheet));
    }
    if (workbook_.sheets_.empty()) fail(ErrorCode::damaged_workbook, "the workbook has no sheets", part);

    for (const auto node : find_child(root, "definedNames").children()) {
        if (local_name(node.name()) != "definedName") continue;
        DefinedName name{node.attribute("name").value(), node.text().get(), std::nullopt,
                         is_set(node, "hidden")};
        if (const auto scope = node.attribute("localSheetId")) name.sheet_index = scope.as_uint();
        workbook_.names_.push_back(std::move(name));
    }
    for (const auto node : find_child(root, "externalReferences").children()) {
        if (local_name(node.name()) == "externalReference")
            read_external_link(prefixed_attribute(node, "id"));
    }
}

void WorkbookReader::read_sheet(Sheet& sheet, const Relationship& relationship) {
    if (!package_.has(relationship.target))
        fail(ErrorCode::damaged_workbook, "the sheet \"" + sheet.name + "\" is missing from the file",
             relationship.target);
    if (relationship.type != "worksheet") return;  // a chart, dialogue or macro sheet
    if (!sheet_parts_.insert(lower(relationship.target)).second)
        fail(ErrorCode::damaged_workbook,
             "the sheet \"" + sheet.name + "\" shares its cells with another sheet", relationship.target);

    sheet.part_name = relationship.target;
    sheet.xml = read_part(sheet.part_name, {});
    sheet.cells = scan_sheet(sheet.xml, workbook_.date_system_ == DateSystem::from_1904, sheet.name);
    cells_read_ += sheet.cells.cells.size();
    if (cells_read_ > max_cells)
        fail(ErrorCode::too_large,
             "the workbook has more than 50 million cells, which is more than scorebook reads");

    check_string_indexes(sheet);

    auto surroundings = read_surroundings(sheet.xml, sheet.cells.sheet_data);
    sheet.conditional_fills = conditional_fills(surroundings, workbook_.styles_);
    sheet.merges = std::move(surroundings.merges);
    std::uint32_t reach = 0;
    for (const auto& merge : sheet.merges)
        sheet.merge_reach.push_back(reach = std::max(reach, merge.last.row_index));
    sheet.hidden_columns = std::move(surroundings.hidden_columns);
    sheet.filter = surroundings.filter;
    sheet.filter_is_active = surroundings.filter_is_active;
    sheet.is_protected = surroundings.is_protected;
    read_tables(sheet);
}

void WorkbookReader::check_string_indexes(const Sheet& sheet) const {
    const std::size_t count = workbook_.strings_.size();
    const auto& cells = sheet.cells.cells;
    const auto bad = std::find_if(cells.begin(), cells.end(), [&](const SheetCell& cell) {
        return cell.kind == CellKind::shared_string && cell.payload >= count;
    });
    if (bad == cells.end()) return;
    const auto index = static_cast<std::uint32_t>(bad - cells.begin());
    const auto after =
        std::upper_bound(sheet.cells.rows.begin(), sheet.cells.rows.end(), index,
                         [](std::uint32_t i, const SheetRow& row) { return i < row.first_cell; });
    fail(ErrorCode::damaged_workbook,
         "the cell's text is number " + std::to_string(bad->payload) + ", but the workbook has only " +
             std::to_string(count) + " texts",
         sheet.name + "!" + to_a1(CellRef{std::prev(after)->row_index, bad->column_index}));
}

void WorkbookReader::read_tables(Sheet& sheet) {
    for (const auto& relationship : package_.relationships(sheet.part_name)) {
        if (relationship.type != "table" || relationship.external) continue;
        const std::string xml = read_part(
            relationship.target, "a table of the sheet \"" + sheet.name + "\" is missing from the file");
        auto read = read_excel_table(xml, relationship.target);
        sheet.filter_is_active = sheet.filter_is_active || read.filter_is_active;
        if (read.table) sheet.tables.push_back(std::move(*read.table));
    }
}

/// The target stands in the relationships of the externalLink part; a link to a DDE server has none.
void WorkbookReader::read_external_link(const std::string& relationship_id) {
    std::string target;
    std::string part;
    const Relationship* const link = find_relationship(relationship_id);
    if (link != nullptr && !link->external && package_.has(link->target)) {
        part = link->target;
        const auto targets = package_.relationships(part);
        if (!targets.empty()) target = targets.front().target;
    }
    workbook_.external_links_.push_back(std::move(target));
    workbook_.external_parts_.push_back(std::move(part));
}

Workbook::Workbook(Package package, std::string name) : name_(std::move(name)), package_(std::move(package)) {
    WorkbookReader(*this).read();
}

std::shared_ptr<const Workbook> open_workbook(std::string bytes, std::string name) {
    return std::make_shared<Workbook>(Package::open(std::move(bytes)), std::move(name));
}

}  // namespace scorebook
