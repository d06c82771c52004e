// fuzz_formula.cpp - any text as a formula: it is read, printed, read again as the same tree, and worked out
// in a small sheet, the ordinary way and as an array, in bounded time and memory.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "formula/evaluate.hpp"
#include "formula/formula_parser.hpp"
#include "formula/formula_printer.hpp"
#include "scorebook/error.hpp"
#include "support/formula/memory_cells.hpp"

namespace {

using namespace scorebook;
using scorebook::testing::MemoryCells;

MemoryCells small_sheet() {
    MemoryCells cells;
    const SheetIndex sheet = cells.sheet("Sheet1");
    cells.sheet("Other sheet");
    for (int row = 1; row <= 12; ++row) {
        const std::string number = std::to_string(row);
        cells.set(sheet, "A" + number, row * 1.5 - 4);
        cells.set(sheet, "B" + number, std::string(row % 3 == 0 ? "Red" : "b*" + number));
        cells.set(sheet, "C" + number, row % 2 == 0);
    }
    cells.set(sheet, "D1", CellError::div0);
    cells.set(sheet, "D2", std::string("45731"));
    cells.set_name("Score", "Sheet1!$A$1:$A$12");
    cells.set_name("Loop", "Loop+1");
    SourceTable table;
    table.name = "Risks";
    table.sheet = sheet;
    table.range = {{0, 0}, {11, 2}};
    table.columns = {"Id", "Band", "Open"};
    cells.add_table(table);
    return cells;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const MemoryCells cells = small_sheet();
    const std::string text(reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 9000));
    const CellRef place{4, 5};
    const formula::ParsedFormula parsed = formula::parse_formula(text, place);
    if (!parsed.tree) return 0;
    const std::string printed = formula::print_formula(*parsed.tree, place);
    const formula::ParsedFormula again = formula::parse_formula(printed, place);
    // Excel's limit of 8,192 characters holds for what is typed, not for what is printed of it.
    if (!again.tree && printed.size() <= 8192) std::abort();
    if (again.tree && !(*again.tree == *parsed.tree)) std::abort();
    for (const formula::Mode mode : {formula::Mode::single, formula::Mode::array}) {
        formula::Workspace workspace(cells, {42675.5, 1});
        formula::Evaluation evaluation(workspace, *parsed.tree, 0, place, mode);
        const formula::Value value = evaluation.run();
        formula::cell_result(evaluation, value);
    }
    return 0;
}
