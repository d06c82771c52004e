// workbook_formulas.cpp - formula cells -> compiled formulas. Followers of a shared formula take its tree as
// it is.
#include "formula/workbook_formulas.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bytes/xml_text.hpp"
#include "formula/relative_text.hpp"
#include "formula/row_pattern.hpp"
#include "sheet/read_cell.hpp"

namespace scorebook::formula {
namespace {

/// The XML text of a formula spelt <f>A1*2</f>, as nearly all are; empty for any other spelling.
std::string_view plain_text(std::string_view cell_xml) {
    const std::size_t start = cell_xml.find('>');
    if (start == std::string_view::npos || cell_xml.substr(start + 1, 3) != "<f>") return {};
    const std::size_t end = cell_xml.find('<', start + 4);
    return cell_xml.substr(end, 2) == "</" ? cell_xml.substr(start + 4, end - start - 4) : std::string_view();
}

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

class FormulaReader {
  public:
    FormulaReader(const Workbook& workbook, WorkbookCells& cells, Workspace& workspace)
        : workbook_(workbook), cells_(cells), workspace_(workspace) {}

    WorkbookFormulas read() {
        for (SheetIndex sheet = 0; sheet < workbook_.sheets().size(); ++sheet) read_sheet(sheet);
        tell_shared_ranges();
        return std::move(result_);
    }

  private:
    /// Ranges that formulas name by themselves, as $B$2:$B$900, are the same for all copies.
    void tell_shared_ranges() {
        std::vector<std::size_t> copies(result_.compiled.size());
        for (const FormulaCell& formula : result_.cells) ++copies[formula.compiled];
        for (std::size_t i = 0; i < copies.size(); ++i) {
            for (const ReadArea& read : result_.compiled[i].reads) {
                if (!read.is_cell() && read.is_absolute())
                    workspace_.ranges().expect_readers(read.at(CellRef{}), copies[i]);
            }
        }
    }

    void read_sheet(SheetIndex sheet) {
        by_text_.clear();
        by_origin_.clear();
        repeated_.clear();
        const Sheet& model = workbook_.sheets()[sheet];
        const auto& cells = model.cells.cells;
        result_.cells.reserve(
            result_.cells.size() +
            static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(),
                                                   [](const SheetCell& cell) { return cell.has_formula; })));
        for (const SheetRow& row : model.cells.rows) {
            for (std::uint32_t i = 0; i < row.cell_count; ++i) {
                const SheetCell& cell = model.cells.cells[row.first_cell + i];
                if (cell.has_formula) read_cell(sheet, model, {row.row_index, cell.column_index}, cell);
            }
        }
    }

    void read_cell(SheetIndex sheet, const Sheet& model, CellRef place, const SheetCell& cell) {
        FormulaCell entry;
        entry.sheet = sheet;
        entry.cell = place;
        entry.stored = &cell;
        entry.has_result = cell.has_value;
        const std::string_view plain =
            plain_text(std::string_view(model.xml).substr(cell.begin, cell.length));
        if (!plain.empty()) {
            entry.compiled = compile_plain(plain, sheet, place);
            return result_.cells.push_back(entry);
        }
        const CellFormula formula = read_formula(model.xml, cell);
        if (formula.kind == CellFormula::Kind::data_table) {
            entry.shape = FormulaShape::table;
            entry.compiled = compile_text({}, sheet, place);
            entry.range = add_range(formula.reference, place);
            return result_.cells.push_back(entry);
        }
        if (formula.kind == CellFormula::Kind::shared && formula.text.empty()) {
            const auto origin =
                formula.shared_index < 0
                    ? nullptr
                    : model.cells.find_shared_origin(static_cast<std::uint32_t>(formula.shared_index), place);
            if (origin == nullptr) return;
            entry.compiled = compile_origin(sheet, model, *origin);
            return result_.cells.push_back(entry);
        }
        // <f ca="1"/> without text belongs to an array formula that stands elsewhere.
        if (formula.text.empty()) return;
        if (formula.kind == CellFormula::Kind::array) {
            entry.shape = cell.is_dynamic ? FormulaShape::dynamic : FormulaShape::array;
            entry.range = add_range(formula.reference, place);
            cells_.set_array_range(sheet, place, result_.ranges[entry.range]);
        }
        entry.compiled = formula.kind == CellFormula::Kind::shared && formula.shared_index >= 0
                             ? compile_origin(sheet, model, place)
                             : compile_text(formula.text, sheet, place);
        result_.cells.push_back(entry);
    }

    std::uint32_t add_range(const std::string& reference, CellRef place) {
        CellRange range{place, place};
        if (auto parsed = parse_range(reference); parsed && parsed->contains(place)) range = *parsed;
        result_.ranges.push_back(range);
        return static_cast<std::uint32_t>(result_.ranges.size() - 1);
    }

    std::uint32_t compile_origin(SheetIndex sheet, const Sheet& model, CellRef origin) {
        const auto [entry, is_new] = by_origin_.try_emplace(origin, 0);
        if (is_new) {
            const SheetCell* cell = model.cells.find(origin);
            entry->second = compile_text(read_formula(model.xml, *cell).text, sheet, origin);
        }
        return entry->second;
    }

    /// Most formulas are the one above with other row numbers, and told by that.
    std::uint32_t compile_plain(std::string_view xml_text, SheetIndex sheet, CellRef place) {
        if (repeated_.size() <= place.column_index) repeated_.resize(place.column_index + 1);
        Repeated& above = repeated_[place.column_index];
        if (above.pattern && above.pattern->matches(xml_text, place.row_index)) return above.compiled;
        const std::size_t known = result_.compiled.size();
        const bool has_entities = xml_text.find('&') != std::string_view::npos;
        const std::uint32_t compiled = has_entities
                                           ? compile_text(unescape_xml_entities(xml_text), sheet, place)
                                           : compile_text(xml_text, sheet, place);
        above.pattern.reset();
        if (compiled < known) above = {RowPattern::of(xml_text, place), compiled};
        return compiled;
    }

    std::uint32_t compile_text(std::string_view text, SheetIndex sheet, CellRef place) {
        key_.clear();
        append_relative_text(key_, text, place);
        // [@Column] without a table's name means the table the cell lies in; such formulas aren't shared.
        for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
            if (at == 0 || std::string_view("(,+-*/^&=<> @:").find(text[at - 1]) != std::string_view::npos) {
                key_ += '\x03' + to_a1(place);
                break;
            }
        }
        const auto found = by_text_.find(std::string_view(key_));
        if (found != by_text_.end()) return found->second;
        result_.compiled.push_back(compile_formula(workspace_, text, sheet, place));
        const auto compiled = static_cast<std::uint32_t>(result_.compiled.size() - 1);
        by_text_.emplace(key_, compiled);
        return compiled;
    }

    const Workbook& workbook_;
    WorkbookCells& cells_;
    Workspace& workspace_;
    WorkbookFormulas result_;
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>
        by_text_;  ///< of one sheet: names may mean other cells on the next
    std::string key_;
    struct Repeated {
        std::optional<RowPattern> pattern;
        std::uint32_t compiled = 0;
    };
    std::vector<Repeated> repeated_;  ///< by column: what its last formula was, when it was one seen before
    std::map<CellRef, std::uint32_t> by_origin_;
};

}  // namespace

WorkbookFormulas read_formulas(const Workbook& workbook, WorkbookCells& cells, Workspace& workspace) {
    return FormulaReader(workbook, cells, workspace).read();
}

}  // namespace scorebook::formula
