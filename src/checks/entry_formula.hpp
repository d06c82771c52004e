// entry_formula.hpp - a template's formula over the entries of one table, each different row of inputs worked
// out once.
//
// Registers hold few different scores, so a formula that reads only its own row's typed columns repeats its
// results; remembering them makes 100,000 entries as cheap as the hundred different ones among them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checks/table_source.hpp"
#include "formula/row_formula.hpp"

namespace scorebook {

class EntryFormula {
  public:
    EntryFormula(const RowFormula& formula, const TableSource& source, const TableValues& values,
                 const EvaluationClock& clock);

    CellValue at(std::size_t entry);
    bool is_true_at(std::size_t entry);

  private:
    /// Of a type of its own, because with std::hash<std::string> small maps are searched key by key.
    struct InputsHash {
        std::size_t operator()(const std::string& inputs) const {
            return std::hash<std::string_view>{}(inputs);
        }
    };

    CellValue evaluate(std::size_t entry) const;

    const RowFormula& formula_;
    const TableSource& source_;
    EvaluationClock clock_;
    bool depends_on_row_only_ = false;
    std::vector<const std::vector<TypedCell>*> inputs_;
    std::string key_;
    std::unordered_map<std::string, CellValue, InputsHash> known_;
};

}  // namespace scorebook
