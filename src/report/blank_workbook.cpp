// blank_workbook.cpp - the sheets of a new workbook. It is written twice: the second time with the results of
// its formulas, which our own calculation gives for the first, so that it reads right before any program
// opened it.
#include "scorebook/blank_workbook.hpp"

#include "checks/wording.hpp"
#include "formula/recalculate.hpp"
#include "report/blank_table.hpp"
#include "report/column_widths.hpp"
#include "report/sheet_naming.hpp"
#include "report/text_measure.hpp"
#include "report/workbook_dressing.hpp"
#include "scorebook/template_guide.hpp"
#include "scorebook/workbook.hpp"
#include "templates/formula_names.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

namespace {

class BlankWorkbookWriter {
  public:
    BlankWorkbookWriter(const WorkbookTemplate& kind, CalendarDate today, const FormulaResults& results)
        : kind_(kind),
          period_(example_period(today)),
          bands_(kind.bands_on(today)),
          results_(results),
          book_({kind.title, period_.label, {}, today}),
          formats_(book_) {}

    std::string write() {
        write_instructions();
        define_names();
        for (const TableSpec& table : kind_.tables) {
            if (table.is_narrative || table.is_other_layout) continue;
            write_blank_table(book_, formats_,
                              {kind_, table, bands_, period_, naming_.sheet_name(table.title),
                               naming_.table_name(table.title), results_});
        }
        write_lists();
        write_settings();
        return with_language_and_headings(book_.finish());
    }

  private:
    const WorkbookTemplate& kind_;
    ExamplePeriod period_;
    const BandSet* bands_;
    const FormulaResults& results_;
    NewWorkbook book_;
    CellFormats formats_;
    SheetNaming naming_;

    lxw_format* format(double points, bool is_bold, bool is_wrapped) {
        CellLook look;
        look.points = points;
        look.is_bold = is_bold;
        look.is_wrapped = is_wrapped;
        return formats_.get(look);
    }

    static constexpr std::uint32_t instructions_pixels = 640;  ///< what A4 holds upright at full size

    /// One paragraph in a row as high as it needs to be.
    void write_paragraph(lxw_worksheet* sheet, lxw_row_t row, const std::string& text, double points,
                         bool is_bold) {
        constexpr double line_height = 1.275;
        const std::size_t lines = wrapped_lines(text, instructions_pixels - cell_padding, {points, is_bold});
        worksheet_set_row(sheet, row, static_cast<double>(lines) * points * line_height + 4, nullptr);
        worksheet_write_string(sheet, row, 0, text.c_str(), format(points, is_bold, true));
    }

    void write_instructions() {
        lxw_worksheet* const sheet = book_.add_sheet(naming_.sheet_name("Instructions"));
        worksheet_set_column_pixels(sheet, 0, 0, instructions_pixels, nullptr);
        lxw_row_t row = 0;
        worksheet_write_string(sheet, row++, 0, ("How to fill in: " + folded(kind_.title)).c_str(),
                               format(14, true, false));
        for (const std::string& line : {
                 fold(kind_.description),
                 std::string("Type the period on the sheet Scorebook; the other sheets show it."),
                 std::string(
                     "Type one entry a row, from the row under the headings. The first one is an example."),
                 std::string("Grey columns hold formulas and are locked. To change them, choose Review, "
                             "Unprotect Sheet; "
                             "there is no password."),
                 std::string(
                     "Columns may be moved, renamed to another usual heading, or removed, and others added."),
                 std::string("In a column of lists, start a new line in the cell (Alt+Enter) for each item."),
                 std::string("The sheet Lists holds the words to choose from."),
             })
            write_paragraph(sheet, row++, line, 10, false);
        for (const GuideSection& section : template_guide(kind_)) {
            if (!section.heading.starts_with("Table: ")) continue;
            write_paragraph(sheet, row++, section.heading, 11, true);
            for (const std::string& line : section.lines) write_paragraph(sheet, row++, line, 10, false);
        }
        worksheet_set_portrait(sheet);
        worksheet_set_paper(sheet, 9);
        worksheet_fit_to_pages(sheet, 1, 0);
        worksheet_set_footer(sheet, "&C&\"Arial,Regular\"&9Page &P of &N");
    }

    static std::string fold(const std::string& text) {
        std::string line;
        for (const char c : text) {
            const bool is_space = c == ' ' || c == '\n';
            if (!is_space || (!line.empty() && line.back() != ' ')) line += is_space ? ' ' : c;
        }
        return line;
    }

    /// Settings are cells of the Scorebook sheet, so that changing them there changes the formulas.
    void define_names() {
        for (const auto& [name, formula] : formula_names(kind_, bands_, period_.today)) {
            std::string value = "=" + formula;
            lxw_row_t row = first_setting_row;
            for (const Setting* setting : settings()) {
                if (setting->name == name) value = "=Scorebook!$B$" + std::to_string(row + 1);
                ++row;
            }
            workbook_define_name(book_.get(), name.c_str(), value.c_str());
        }
    }

    static constexpr lxw_row_t first_setting_row = 2;

    std::vector<const Setting*> settings() const {
        std::vector<const Setting*> chosen;
        for (const Setting& setting : kind_.settings) {
            if (kind_.setting_on(setting.name, period_.today) == &setting) chosen.push_back(&setting);
        }
        return chosen;
    }

    void write_lists() {
        if (kind_.word_lists.empty()) return;
        const std::string name = naming_.sheet_name("Lists");
        lxw_worksheet* const sheet = book_.add_sheet(name);
        worksheet_write_string(sheet, 0, 0, "Words to choose from", format(14, true, false));
        lxw_col_t column = 0;
        for (const WordList& list : kind_.word_lists) {
            std::string heading = "Words for " + list.id;
            for (char& c : heading) c = c == '_' ? ' ' : c;
            worksheet_set_column(sheet, column, column, 26, nullptr);
            worksheet_write_string(sheet, 1, column, heading.c_str(), format(10, true, true));
            lxw_row_t row = 2;
            for (const Word& word : list.words)
                worksheet_write_string(sheet, row++, column, word.word.c_str(), format(10, false, true));
            const std::string letters = column_letters(column);
            const std::string range =
                "=" + name + "!$" + letters + "$3:$" + letters + "$" + std::to_string(row);
            if (row > 2) workbook_define_name(book_.get(), list_name(list).c_str(), range.c_str());
            ++column;
        }
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, 9);
        worksheet_fit_to_pages(sheet, 1, 0);
    }

    /// The sheet scorebook reads an officer's choices from; workbook-templates/README.md describes it.
    void write_settings() {
        lxw_worksheet* const sheet = book_.add_sheet(naming_.sheet_name("Scorebook"));
        worksheet_set_column(sheet, 0, 0, 22, nullptr);
        worksheet_set_column(sheet, 1, 1, 30, nullptr);
        worksheet_set_column(sheet, 2, 2, 90, nullptr);
        lxw_row_t row = 0;
        const auto put = [&](const std::string& key, const std::string& value, const std::string& meaning) {
            worksheet_write_string(sheet, row, 0, key.c_str(), format(10, true, true));
            if (!value.empty()) worksheet_write_string(sheet, row, 1, value.c_str(), format(10, false, true));
            worksheet_write_string(sheet, row++, 2, meaning.c_str(), format(10, false, true));
        };
        put("Template", kind_.name, "The kind of workbook; leave it as it is");
        put("Period", period_.label, "The period this workbook is about, such as Q1 2016/17 or May 2016");
        for (const Setting* setting : settings()) {
            put(setting->name, {}, setting->meaning);
            worksheet_write_number(sheet, row - 1, 1, setting->value, format(10, false, true));
        }
        put("Organisation", {}, "Who publishes it: shown on published copies");
        put("Contact", {}, "Whom to ask: shown on published copies");
    }
};

FormulaResults results_of(const std::string& bytes, CalendarDate today) {
    const auto workbook = open_workbook(bytes, "new.xlsx");
    const double now = serial_from_date(today, DateSystem::from_1900).value_or(0);
    FormulaResults results;
    for (const RecalculatedCell& cell : recalculate(*workbook, {}, RecalculationScope::all, {now, 1}).changed)
        results[{workbook->sheets()[cell.sheet].name, cell.cell}] = cell.after;
    return results;
}

}  // namespace

std::string blank_workbook(const WorkbookTemplate& kind, CalendarDate today) {
    // Formulas read each other, and a stored result that is right isn't among the changed ones.
    FormulaResults results;
    const std::string first = BlankWorkbookWriter(kind, today, results).write();
    results = results_of(first, today);
    return BlankWorkbookWriter(kind, today, results).write();
}

}  // namespace scorebook
