// blank_table.cpp - an Excel table on a sheet that is protected without a password, so that formulas aren't
// typed over by accident and nobody is locked out.
#include "report/blank_table.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "checks/wording.hpp"
#include "report/band_look.hpp"
#include "report/blank_columns.hpp"

namespace scorebook {

namespace {

constexpr Rgb formula_fill = 0xF2F2F2;
constexpr lxw_row_t header_row = 4;
constexpr std::size_t longest_prompt_title = 32;
constexpr std::size_t longest_prompt = 255;

double width_of(const ColumnSpec& column) {
    switch (column.kind) {
        case ValueKind::list:
            return 34;
        case ValueKind::text:
            return column.id == "title" || column.id == "description" ? 32 : 26;
        case ValueKind::person:
        case ValueKind::words:
            return 16;
        case ValueKind::target:
        case ValueKind::direction:
        case ValueKind::period:
        case ValueKind::date:
            return 13;
        case ValueKind::figure:
        case ValueKind::money:
        case ValueKind::percentage:
        case ValueKind::duration:
        case ValueKind::number:
            return 12;
        default:
            return 10.5;
    }
}

std::string number_format_of(const ColumnSpec& column) {
    switch (column.kind) {
        case ValueKind::date:
            return "d mmm yyyy";
        case ValueKind::percentage:
            return "0.0%";
        case ValueKind::id:
            return "@";
        default:
            return {};
    }
}

/// "[@Impact]" as it is stored: "Risks[[#This Row],[Impact]]". ECMA-376 Part 1, 18.17.2 (structured
/// references).
std::string stored_formula(const std::string& text, const std::string& table) {
    std::string stored;
    for (std::size_t i = 0; i < text.size();) {
        if (text.compare(i, 2, "[@") != 0) {
            stored += text[i++];
            continue;
        }
        const bool has_brackets = text.compare(i, 3, "[@[") == 0;
        const std::size_t begin = i + (has_brackets ? 3 : 2);
        const std::size_t end = text.find(']', begin);
        stored += table + "[[#This Row],[" + text.substr(begin, end - begin) + "]]";
        i = end + (has_brackets ? 2 : 1);
    }
    return stored;
}

class BlankTableWriter {
  public:
    BlankTableWriter(NewWorkbook& book, CellFormats& formats, const BlankTable& blank)
        : formats_(formats),
          blank_(blank),
          columns_(blank_columns(blank.table)),
          sheet_(book.add_sheet(blank.sheet_name)) {}

    void write() {
        write_heading();
        write_table();
        const auto example = example_row(blank_.kind, blank_.table, blank_.period);
        for (std::size_t i = 0; i < columns_.size(); ++i) write_column(i, example);
        set_sheet();
    }

  private:
    CellFormats& formats_;
    const BlankTable& blank_;
    std::vector<const ColumnSpec*> columns_;
    lxw_worksheet* sheet_;

    static lxw_col_t column_number(std::size_t index) { return static_cast<lxw_col_t>(index); }
    lxw_row_t last_row() const { return header_row + blank_rows; }

    const ComputedColumn* computed(const ColumnSpec& column) const {
        for (const ComputedColumn& each : blank_.table.computed) {
            if (each.column == column.id && has_all(each)) return &each;
        }
        return nullptr;
    }

    /// A formula is only written when every column it reads is there.
    bool has_all(const ComputedColumn& computed) const {
        const auto is_there = [&](const std::string& header) {
            return std::any_of(columns_.begin(), columns_.end(),
                               [&](const ColumnSpec* column) { return column->header == header; });
        };
        const auto& read = computed.formula.columns();
        return std::all_of(read.begin(), read.end(), is_there);
    }

    void write_heading() {
        CellLook title;
        title.points = 14;
        title.is_bold = true;
        title.is_wrapped = false;
        worksheet_write_string(sheet_, 0, 0, (blank_.kind.title + ": " + folded(blank_.table.title)).c_str(),
                               formats_.get(title));
        CellLook plain;
        plain.is_wrapped = false;
        worksheet_write_string(sheet_, 1, 0, "Period:", formats_.get(plain));
        worksheet_write_formula_str(sheet_, 1, 1, "=Scorebook!$B$2", formats_.get(plain),
                                    blank_.period.label.c_str());
        std::string advice = "Row " + std::to_string(header_row + 2) +
                             " is an example: type over it. Grey columns fill themselves.";
        if (!blank_.table.mentions.empty())
            advice += " This sheet is about: " + blank_.table.mentions.front() + ".";
        worksheet_write_string(sheet_, 2, 0, advice.c_str(), formats_.get(plain));
        worksheet_set_row(sheet_, 0, 22, nullptr);
    }

    void write_table() {
        CellLook look;
        look.is_bold = true;
        look.fill = header_fill;
        look.text = 0xFFFFFF;
        look.has_lines = true;
        lxw_format* const format = formats_.get(look);
        std::vector<lxw_table_column> columns(columns_.size());
        std::vector<lxw_table_column*> pointers;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i].header = const_cast<char*>(columns_[i]->header.c_str());
            columns[i].header_format = format;
            pointers.push_back(&columns[i]);
        }
        pointers.push_back(nullptr);
        lxw_table_options options{};
        options.name = const_cast<char*>(blank_.table_name.c_str());
        options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
        options.style_type_number = 1;
        options.columns = pointers.data();
        worksheet_add_table(sheet_, header_row, 0, last_row(), column_number(columns_.size() - 1), &options);
        worksheet_set_row(sheet_, header_row, 44, nullptr);
        worksheet_set_row(sheet_, header_row + 1, 54, nullptr);
    }

    void write_column(std::size_t index, const std::map<std::string, CellValue>& example) {
        const ColumnSpec& column = *columns_[index];
        const ComputedColumn* const formula = computed(column);
        CellLook look;
        look.has_lines = true;
        look.number_format = number_format_of(column);
        look.is_unlocked = !formula;
        if (formula) look.fill = formula_fill;
        const bool is_number = column.kind == ValueKind::level || column.kind == ValueKind::score ||
                               column.kind == ValueKind::rag;
        if (is_number) look.alignment = Alignment::centre;
        lxw_format* const format = formats_.get(look);
        const lxw_col_t at = column_number(index);
        worksheet_set_column(sheet_, at, at, width_of(column), nullptr);
        for (lxw_row_t row = header_row + 1; row <= last_row(); ++row) {
            if (formula)
                write_formula(row, at, *formula, format);
            else
                worksheet_write_blank(sheet_, row, at, format);
        }
        if (!formula) {
            const auto value = example.find(column.id);
            if (value != example.end()) write_value(header_row + 1, at, value->second, format);
            add_list(column, at);
        }
        add_colours(column, at);
    }

    void write_formula(lxw_row_t row, lxw_col_t column, const ComputedColumn& computed, lxw_format* format) {
        std::string inputs;
        for (const std::string& header : computed.formula.columns())
            inputs += (inputs.empty() ? "" : ",") + ("ISNUMBER([@[" + header + "]])");
        const std::string condition = computed.when ? computed.when->text() : "AND(" + inputs + ")";
        const std::string text =
            "=IF(AND(" + condition + "," + inputs + ")," + computed.formula.text() + ",\"\")";
        const std::string formula = stored_formula(text, blank_.table_name);
        const auto result = blank_.results.find({blank_.sheet_name, {row, column}});
        if (result == blank_.results.end()) {
            worksheet_write_formula_str(sheet_, row, column, formula.c_str(), format, "");
        } else if (const double* number = std::get_if<double>(&result->second)) {
            worksheet_write_formula_num(sheet_, row, column, formula.c_str(), format, *number);
        } else {
            worksheet_write_formula_str(sheet_, row, column, formula.c_str(), format,
                                        to_text(result->second).c_str());
        }
    }

    void write_value(lxw_row_t row, lxw_col_t column, const CellValue& value, lxw_format* format) {
        if (const double* number = std::get_if<double>(&value))
            worksheet_write_number(sheet_, row, column, *number, format);
        else if (const std::string* text = std::get_if<std::string>(&value); text && !text->empty())
            worksheet_write_string(sheet_, row, column, text->c_str(), format);
    }

    /// A list to choose from, a date, or only a hint. What isn't on a list can still be typed after a
    /// question, because a register may know words a template doesn't.
    void add_list(const ColumnSpec& column, lxw_col_t at) {
        const WordList* const words = blank_.kind.find_words(column.words);
        std::string source, message;
        lxw_data_validation validation{};
        if (column.kind == ValueKind::level && words) {
            validation.validate = LXW_VALIDATION_TYPE_INTEGER;
            validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
            validation.minimum_number = 1;
            validation.maximum_number = blank_.kind.matrix.size;
            for (const Word& word : words->words) {
                if (word.number)
                    message +=
                        (message.empty() ? "" : ", ") + to_text(CellValue(*word.number)) + " " + word.word;
            }
        } else if (words && !words->several) {
            source = "=" + list_name(*words);
            validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
            validation.value_formula = source.data();
            message = "Choose from the list.";
        } else if (words) {
            validation.validate = LXW_VALIDATION_TYPE_ANY;
            message = "One or more words of the sheet Lists, with / between them.";
        } else if (column.kind == ValueKind::date) {
            validation.validate = LXW_VALIDATION_TYPE_DATE;
            validation.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN;
            validation.value_datetime = {2000, 1, 1, 0, 0, 0};
            message = "A date such as 31 March 2017.";
        } else {
            return;
        }
        message = message.substr(0, longest_prompt);
        std::string title = shortened(column.header, longest_prompt_title - 3);
        title = title.substr(0, longest_prompt_title);
        validation.input_title = title.data();
        validation.input_message = message.data();
        validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
        validation.ignore_blank = LXW_VALIDATION_ON;
        worksheet_data_validation_range(sheet_, header_row + 1, at, last_row(), at, &validation);
    }

    void colour_when(lxw_col_t at, const BandLook& look, const std::string& condition) {
        std::string formula = condition;
        lxw_conditional_format format{};
        format.type = LXW_CONDITIONAL_TYPE_FORMULA;
        format.value_string = formula.data();
        format.format = band_format(look);
        worksheet_conditional_format_range(sheet_, header_row + 1, at, last_row(), at, &format);
    }

    /// Of a conditional format only fill and text colour count; Excel takes the background colour there.
    lxw_format* band_format(const BandLook& look) {
        CellLook cell;
        cell.is_conditional = true;
        cell.fill = look.fill;
        cell.text = look.text;
        return formats_.get(cell);
    }

    /// The word stands in the cell, the colour follows it; a score takes the colour of its band beside the
    /// RAG word.
    void add_colours(const ColumnSpec& column, lxw_col_t at) {
        const std::string cell = "$" + column_letters(at) + std::to_string(header_row + 2);
        if (column.kind == ValueKind::rag && blank_.bands) {
            for (const Band& band : blank_.bands->bands)
                colour_when(at, look_of_band(band), "=" + cell + "=\"" + band.word + "\"");
        }
        const WordList* const words =
            column.kind == ValueKind::words ? blank_.kind.find_words(column.words) : nullptr;
        if (!words) return;
        for (const Word& word : words->words) {
            if (const auto look = look_of_word(blank_.bands, word.word))
                colour_when(at, *look, "=" + cell + "=\"" + word.word + "\"");
        }
    }

    void set_sheet() {
        worksheet_freeze_panes(sheet_, header_row + 1, 1);
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, paper_a3);
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_set_margins(sheet_, 0.4, 0.4, 0.4, 0.6);
        worksheet_repeat_rows(sheet_, header_row, header_row);
        worksheet_set_footer(sheet_, "&C&\"Arial,Regular\"&9Page &P of &N");
        if (blank_.table.computed.empty()) return;
        lxw_protection allowed{};
        allowed.format_cells = LXW_TRUE;
        allowed.format_columns = LXW_TRUE;
        allowed.format_rows = LXW_TRUE;
        allowed.sort = LXW_TRUE;
        allowed.autofilter = LXW_TRUE;
        allowed.insert_hyperlinks = LXW_TRUE;
        worksheet_protect(sheet_, nullptr, &allowed);
    }
};

}  // namespace

std::string list_name(const WordList& list) {
    return "List_" + list.id;
}

void write_blank_table(NewWorkbook& book, CellFormats& formats, const BlankTable& blank) {
    BlankTableWriter(book, formats, blank).write();
}

}  // namespace scorebook
