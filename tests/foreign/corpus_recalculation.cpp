// corpus_recalculation.cpp - recalculates real workbooks from scratch and compares each formula cell with the
// result Excel stored.
//
//   corpus_recalculation SHARED FLOOR MISSES LIBREOFFICE            the test: ours, beside LibreOffice's
//   share corpus_recalculation SHARED --engine FOLDER LIBREOFFICE         writes that file from workbooks
//   LibreOffice
//                                                                   recalculated (measure_libreoffice.py)
//
// Agreement is strict: numbers to 1e-9 relative, the same text, boolean or error. Left out are cells without
// a stored result, what-if data tables, cells that depend on the clock or chance, and cells that read other
// workbooks. A formula that keeps its stored result because it can't be computed counts as a miss.
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "formula/recalculate.hpp"
#include "formula/workbook_formulas.hpp"
#include "scorebook/error.hpp"
#include "workbook/workbook_model.hpp"

namespace {

using namespace scorebook;
using namespace scorebook::formula;

struct CorpusWorkbook {
    std::string name;    ///< "files/apache/poi/..."
    std::string family;  ///< "apache"
};

std::vector<CorpusWorkbook> workbooks_to_recalculate(const std::string& corpus) {
    std::vector<CorpusWorkbook> found;
    std::ifstream manifest(corpus + "manifest.tsv");
    std::string line;
    std::getline(manifest, line);  // headings
    while (std::getline(manifest, line)) {
        std::istringstream fields(line);
        std::string field;
        std::vector<std::string> row;
        while (std::getline(fields, field, '\t')) row.push_back(field);
        if (row.size() < 9 || row[8].find("recalc") == std::string::npos) continue;
        std::string family = row[0].substr(row[0].find('/') + 1);
        family.resize(family.find('/'));
        found.push_back({row[0], std::move(family)});
    }
    return found;
}

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string with_unix_lines(std::string text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            if (i + 1 < text.size() && text[i + 1] == '\n') continue;
            result += '\n';
        } else {
            result += text[i];
        }
    }
    return result;
}

bool agrees(const CellValue& stored, const CellValue& computed) {
    const auto* a = std::get_if<double>(&stored);
    const auto* b = std::get_if<double>(&computed);
    if (a != nullptr && b != nullptr)
        return *a == *b || std::abs(*a - *b) <= 1e-9 * std::max(std::abs(*a), std::abs(*b));
    const auto* text = std::get_if<std::string>(&stored);
    const auto* other = std::get_if<std::string>(&computed);
    if (text != nullptr && other != nullptr) return with_unix_lines(*text) == with_unix_lines(*other);
    // A file can't tell empty text from nothing.
    if (text != nullptr && text->empty() && is_blank(computed)) return true;
    return stored == computed;
}

std::string shown(const CellValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return '"' + *text + '"';
    std::ostringstream out;
    if (const auto* number = std::get_if<double>(&value))
        out << std::setprecision(17) << *number;
    else
        out << (is_blank(value) ? "nothing" : to_text(value));
    return out.str();
}

struct Tally {
    std::size_t files = 0;
    std::size_t whole = 0;  ///< files in which every cell agrees
    std::size_t compared = 0;
    std::size_t agreed = 0;
    std::size_t not_computed = 0;

    void add(const Tally& other) {
        files += other.files;
        whole += other.whole;
        compared += other.compared;
        agreed += other.agreed;
        not_computed += other.not_computed;
    }
};

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 100 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

/// The cells of a workbook that can be compared: of array formulas every cell they fill.
std::vector<CellPlace> cells_to_compare(const Workbook& workbook, const Recalculation& result) {
    WorkbookCells cells(workbook);
    Workspace workspace(cells, {});
    const WorkbookFormulas formulas = read_formulas(workbook, cells, workspace);
    const std::set<CellPlace> changing(result.changing.begin(), result.changing.end());
    const std::set<CellPlace> foreign(result.from_other_books.begin(), result.from_other_books.end());
    std::set<CellPlace> found;
    for (const FormulaCell& formula : formulas.cells) {
        const CellPlace place{formula.sheet, formula.cell};
        if (formula.shape == FormulaShape::table || changing.contains(place) || foreign.contains(place))
            continue;
        CellRange range{formula.cell, formula.cell};
        if (formula.shape != FormulaShape::single) range = formulas.ranges[formula.range];
        if (std::size_t{range.row_count()} * range.column_count() > 200'000)
            range = {formula.cell, formula.cell};
        for (auto row = range.first.row_index; row <= range.last.row_index; ++row) {
            for (auto column = range.first.column_index; column <= range.last.column_index; ++column) {
                const SheetCell* cell = workbook.sheets()[formula.sheet].cells.find({row, column});
                if (cell != nullptr && cell->has_value) found.insert({formula.sheet, {row, column}});
            }
        }
    }
    return {found.begin(), found.end()};
}

class OurResults {
  public:
    OurResults(const Workbook& workbook, const Recalculation& result) : workbook_(workbook) {
        for (const RecalculatedCell& cell : result.changed) changed_[{cell.sheet, cell.cell}] = &cell.after;
        for (const NotComputed& cell : result.not_computed) refused_[{cell.sheet, cell.cell}] = &cell.why;
    }
    CellValue value(CellPlace place) const {
        const auto found = changed_.find(place);
        return found == changed_.end() ? workbook_.value(place.sheet, place.cell) : *found->second;
    }
    const std::string* why_not(CellPlace place) const {
        const auto found = refused_.find(place);
        return found == refused_.end() ? nullptr : found->second;
    }

  private:
    const Workbook& workbook_;
    std::map<CellPlace, const CellValue*> changed_;
    std::map<CellPlace, const std::string*> refused_;
};

Recalculation recalculated(const Workbook& workbook) {
    return recalculate(workbook, {}, RecalculationScope::all, {42675.5, 1});
}

Tally compare_ours(const std::string& file, const std::string& name, std::ostream& misses) {
    const auto workbook = open_workbook(bytes_of(file), name);
    const Recalculation result = recalculated(*workbook);
    const OurResults ours(*workbook, result);
    Tally tally;
    tally.files = 1;
    for (const CellPlace& place : cells_to_compare(*workbook, result)) {
        ++tally.compared;
        const CellValue stored = workbook->value(place.sheet, place.cell);
        const std::string* why = ours.why_not(place);
        const CellValue computed = ours.value(place);
        if (why == nullptr && agrees(stored, computed)) {
            ++tally.agreed;
            continue;
        }
        if (why != nullptr) ++tally.not_computed;
        misses << name << '\t' << workbook->sheets()[place.sheet].name << '!' << to_a1(place.cell)
               << "\t=" << workbook->formula(place.sheet, place.cell) << "\tExcel " << shown(stored)
               << "\tours " << (why != nullptr ? "not computed: " + *why : shown(computed)) << '\n';
    }
    tally.whole = tally.agreed == tally.compared ? 1 : 0;
    return tally;
}

/// "files/a/b.xlsm" -> "files__a__b.xlsx", as measure_libreoffice.py names them.
std::string flat_name(std::string name) {
    name.resize(name.rfind('.'));
    for (std::size_t at; (at = name.find('/')) != std::string::npos;) name.replace(at, 1, "__");
    return name + ".xlsx";
}

Tally compare_engine(const std::string& file, const std::string& name, const std::string& folder) {
    const auto workbook = open_workbook(bytes_of(file), name);
    Tally tally;
    tally.files = 1;
    std::shared_ptr<const Workbook> other;
    try {
        other = open_workbook(bytes_of(folder + "/" + flat_name(name)), name);
    } catch (const Error& error) {
        std::cerr << name << ": " << error.what() << '\n';
    }
    for (const CellPlace& place : cells_to_compare(*workbook, recalculated(*workbook))) {
        ++tally.compared;
        if (!other) continue;
        const auto sheet = other->find_sheet(workbook->sheets()[place.sheet].name);
        if (sheet && agrees(workbook->value(place.sheet, place.cell), other->value(*sheet, place.cell)))
            ++tally.agreed;
    }
    tally.whole = tally.agreed == tally.compared ? 1 : 0;
    return tally;
}

/// family -> compared, agreed.
std::map<std::string, std::pair<std::size_t, std::size_t>> read_figures(const std::string& path) {
    std::map<std::string, std::pair<std::size_t, std::size_t>> figures;
    std::ifstream file(path);
    std::string line;
    while (std::getline(file, line)) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream fields(line);
        std::string family;
        std::pair<std::size_t, std::size_t> pair;
        if (fields >> family >> pair.first >> pair.second) figures[family] = pair;
    }
    return figures;
}

int measure_engine(const std::string& corpus, const std::string& folder, const std::string& target) {
    std::map<std::string, Tally> families;
    for (const CorpusWorkbook& file : workbooks_to_recalculate(corpus))
        families[file.family].add(compare_engine(corpus + file.name, file.name, folder));
    std::ofstream out(target);
    out << "# LibreOffice's agreement with the results Excel stored: family, cells compared, cells agreed.\n"
           "# Measured by measure_libreoffice.py over the workbooks and cells corpus_recalculation counts.\n";
    for (const auto& [family, tally] : families)
        out << family << '\t' << tally.compared << '\t' << tally.agreed << '\n';
    return 0;
}

int test_ours(const std::string& corpus, double floor, const std::string& misses_path,
              const std::string& libreoffice) {
    const auto files = workbooks_to_recalculate(corpus);
    if (files.empty()) {
        std::cout << "the corpus of real workbooks is not here: nothing compared\n";
        return 77;
    }
    std::ofstream misses(misses_path);
    std::map<std::string, Tally> families;
    for (const CorpusWorkbook& file : files) {
        try {
            families[file.family].add(compare_ours(corpus + file.name, file.name, misses));
        } catch (const Error& error) {
            std::cout << file.name << ": " << error.what() << '\n';
            return 1;
        }
    }
    const auto others = read_figures(libreoffice);
    Tally all;
    std::pair<std::size_t, std::size_t> all_others;
    std::cout << std::fixed << std::setprecision(2);
    auto print = [&](const std::string& name, const Tally& tally,
                     const std::pair<std::size_t, std::size_t>* other) {
        std::cout << std::left << std::setw(16) << name << std::right << std::setw(5) << tally.files
                  << " files" << std::setw(5) << tally.whole << " whole" << std::setw(9) << tally.compared
                  << " cells" << std::setw(8) << share(tally.agreed, tally.compared) << " %" << std::setw(6)
                  << tally.not_computed << " not computed; LibreOffice ";
        if (other != nullptr)
            std::cout << share(other->second, other->first) << " %\n";
        else
            std::cout << "not measured\n";
    };
    for (const auto& [family, tally] : families) {
        const auto other = others.find(family);
        print(family, tally, other == others.end() ? nullptr : &other->second);
        all.add(tally);
        if (other != others.end()) {
            all_others.first += other->second.first;
            all_others.second += other->second.second;
        }
    }
    print("all", all, others.empty() ? nullptr : &all_others);
    std::cout << "misses are listed in " << misses_path << '\n';
    const double reached = share(all.agreed, all.compared);
    return reached >= floor && reached > share(all_others.second, all_others.first) ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) return 2;
    const std::string corpus = std::string(argv[1]) + "/corpus/";
    try {
        if (std::string_view(argv[2]) == "--engine") return measure_engine(corpus, argv[3], argv[4]);
        return test_ours(corpus, std::atof(argv[2]), argv[3], argv[4]);
    } catch (const Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
