// front_matter.cpp - P02 to P04 of accessible-tables.md.
#include "report/front_matter.hpp"

#include "report/appendix_cell.hpp"
#include "report/cell_paragraphs.hpp"
#include "tables/entry_id.hpp"

namespace scorebook {

namespace {

LayoutCell prose_cell(const std::string& text) {
    LayoutCell cell;
    cell.text = cell_paragraphs(text);
    return cell;
}

void add_fact(LayoutPage& page, const ScorebookSheet& sheet, const std::string& fact,
              const std::string& label) {
    const auto found = sheet.publication.find(fact);
    if (found != sheet.publication.end()) page.lines.push_back(label + ": " + found->second);
}

}  // namespace

LayoutPage make_cover(const CheckContext& context, const Layout& layout,
                      const std::vector<std::string>& summary) {
    LayoutPage page;
    page.kind = LayoutPage::Kind::cover;
    page.id = "cover";
    page.sheet_name = "Cover";
    page.title = layout.title;
    if (!layout.organisation.empty()) page.lines.push_back(layout.organisation);
    if (!layout.period.empty()) page.lines.push_back("Period: " + layout.period);
    page.lines.push_back("Position as at " + to_text(layout.day));
    page.lines.insert(page.lines.end(), summary.begin(), summary.end());
    const ScorebookSheet& sheet = context.current.overrides;
    add_fact(page, sheet, "version", "Version");
    add_fact(page, sheet, "published", "Published");
    add_fact(page, sheet, "next update", "Next update");
    add_fact(page, sheet, "contact", "Contact");
    return page;
}

LayoutPage make_contents(const Layout& layout) {
    LayoutPage page;
    page.kind = LayoutPage::Kind::contents;
    page.id = "contents";
    page.sheet_name = "Contents";
    page.title = "Contents";
    LayoutTable table;
    table.name = "Contents";
    table.caption = "What this document holds";
    table.columns = {{"Sheet", Alignment::left, "sheet"}, {"What it shows", Alignment::left, "title"}};
    for (const LayoutPage& each : layout.pages) {
        if (each.kind == LayoutPage::Kind::cover) continue;
        LayoutCell name = shorthand_cell(each.sheet_name);
        name.link = each.id;
        table.rows.push_back({LayoutRow::Kind::entry, {std::move(name), shorthand_cell(each.title)}});
    }
    page.tables.push_back(std::move(table));
    return page;
}

LayoutPage make_highlights(const Comparison& comparison, const std::set<std::string>& closed,
                           AppendixProfile profile, const std::string& title) {
    LayoutPage page;
    page.kind = LayoutPage::Kind::highlights;
    page.id = "highlights";
    page.title = title;
    LayoutTable all;
    all.name = "Highlights";
    all.caption = title;
    all.columns = {{"What changed", Alignment::left, "change"},
                   {"Reference", Alignment::left, "id"},
                   {"Highlight", Alignment::left, "highlight"}};
    for (const NarrativeParagraph& paragraph : comparison.narrative) {
        if (paragraph.heading.starts_with("NOT FOR PUBLICATION")) continue;
        if (paragraph.items.empty()) {
            page.lines.push_back(paragraph.heading);
            continue;
        }
        LayoutTable table;
        table.name = "Highlights_" + std::to_string(page.tables.size() + 1);
        table.caption = paragraph.heading;
        table.columns = {all.columns[1], all.columns[2]};
        for (const NarrativeParagraph::Item& item : paragraph.items) {
            if (closed.contains(fold_id(item.record))) continue;
            LayoutRow row{LayoutRow::Kind::entry, {shorthand_cell(item.record), prose_cell(item.text)}};
            all.rows.push_back(
                {LayoutRow::Kind::entry, {shorthand_cell(paragraph.heading), row.cells[0], row.cells[1]}});
            table.rows.push_back(std::move(row));
        }
        if (!table.rows.empty()) page.tables.push_back(std::move(table));
    }
    if (profile == AppendixProfile::published) {
        page.tables.clear();
        if (!all.rows.empty()) page.tables.push_back(std::move(all));
    }
    return page;
}

LayoutPage make_notes_page(const std::vector<TableNote>& notes) {
    LayoutPage page;
    page.kind = LayoutPage::Kind::notes;
    page.id = "notes";
    page.sheet_name = "Notes";
    page.title = "Notes";
    page.lines.push_back("This sheet has one table.");
    LayoutTable table;
    table.name = "Notes";
    table.caption = "Notes to the tables";
    table.columns = {{"Note", Alignment::left, "note"}, {"Text", Alignment::left, "text"}};
    for (const TableNote& note : notes)
        table.rows.push_back(
            {LayoutRow::Kind::entry,
             {shorthand_cell("note " + std::to_string(note.number)), prose_cell(note.text)}});
    page.tables.push_back(std::move(table));
    return page;
}

}  // namespace scorebook
