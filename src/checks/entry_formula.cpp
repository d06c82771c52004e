// entry_formula.cpp - a template's formula over the entries of one table, each different row of inputs worked
// out once.
#include "checks/entry_formula.hpp"

#include <string_view>

#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// Past this the inputs are hardly ever the same twice.
constexpr std::size_t most_known = 1 << 15;

/// Whether the only references are [@Column] and no function looks at the place or changes by itself.
bool reads_row_only(std::string_view formula) {
    std::string rest;
    std::size_t begin = 0;
    for (std::size_t at = formula.find("[@"); at != std::string_view::npos; at = formula.find("[@", begin)) {
        rest += formula.substr(begin, at - begin);
        int depth = 0;
        for (begin = at; begin < formula.size(); ++begin) {
            depth += formula[begin] == '[' ? 1 : formula[begin] == ']' ? -1 : 0;
            if (depth == 0) break;
        }
        if (begin < formula.size()) ++begin;
    }
    rest = folded(rest + std::string(formula.substr(begin)));
    for (const std::string_view sign : {"[", "!", "row(", "rows(", "rand", "cell(", "indirect(", "offset("}) {
        if (rest.find(sign) != std::string::npos) return false;
    }
    return true;
}

bool is_kept_typed(ValueKind kind) {
    return kind != ValueKind::text && kind != ValueKind::list && kind != ValueKind::id;
}

template <typename Number>
void append_bytes(std::string& key, Number number) {
    key.append(reinterpret_cast<const char*>(&number), sizeof number);
}

}  // namespace

EntryFormula::EntryFormula(const RowFormula& formula, const TableSource& source, const TableValues& values,
                           const EvaluationClock& clock)
    : formula_(formula), source_(source), clock_(clock) {
    depends_on_row_only_ = reads_row_only(formula.text());
    for (const std::string& header : formula.columns()) {
        const FoundColumn* column = values.table().find_header(header);
        if (!column) continue;  // blank in every row
        if (!is_kept_typed(column->spec->kind)) {
            depends_on_row_only_ = false;
            return;
        }
        inputs_.push_back(&values.typed(*column));
    }
}

CellValue EntryFormula::evaluate(std::size_t entry) const {
    return formula_.evaluate(source_, 0, source_.place(entry), clock_);
}

CellValue EntryFormula::at(std::size_t entry) {
    if (!depends_on_row_only_) return evaluate(entry);
    key_.clear();
    for (const std::vector<TypedCell>* column : inputs_) {
        const TypedCell& cell = (*column)[entry];
        append_bytes(key_, cell.number);
        append_bytes(key_, cell.word);
    }
    const auto found = known_.find(key_);
    if (found != known_.end()) return found->second;
    CellValue result = evaluate(entry);
    if (known_.size() < most_known) known_.emplace(key_, result);
    return result;
}

bool EntryFormula::is_true_at(std::size_t entry) {
    const CellValue result = at(entry);
    if (const bool* truth = std::get_if<bool>(&result)) return *truth;
    const double* number = std::get_if<double>(&result);
    return number && *number != 0;
}

}  // namespace scorebook
