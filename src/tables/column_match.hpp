// column_match.hpp - which of a template table's columns the labels of a header mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tables/found_table.hpp"
#include "tables/header_labels.hpp"

namespace scorebook {

/// The headers of one table, folded for looking up.
class TableLabels {
  public:
    struct Use {
        const ColumnSpec* spec = nullptr;
        HeaderMatch match = HeaderMatch::exact;
    };

    explicit TableLabels(const TableSpec& table);
    TableLabels(TableLabels&&) = default;
    TableLabels& operator=(TableLabels&&) = default;

    const TableSpec& table() const { return *table_; }

    /// The columns a label may mean, by a key of label_keys(); exact ones first, then in the template's
    /// order.
    const std::vector<Use>* find(const std::string& key) const;
    /// The one column whose header or synonym `key` misspells; null when there is none, or more than one.
    /// Remembers what it was asked, because the same labels are tried with several rows; so one thread at a
    /// time.
    const ColumnSpec* find_misspelt(const std::string& key) const;
    /// Whether a header or synonym of `spec` has this word.
    bool has_word(const ColumnSpec& spec, std::string_view word) const;
    const std::unordered_map<std::string, std::vector<Use>>& keys() const { return uses_; }

  private:
    struct KnownKey {
        std::string_view text;  ///< a key of uses_
        std::uint32_t letters;  ///< a bit a letter it has
        const std::vector<Use>* uses;
    };

    const TableSpec* table_;
    std::unordered_map<std::string, std::vector<Use>> uses_;
    // Made when first asked for: most workbooks have neither groups nor slips in their headers.
    mutable std::unordered_map<std::string, std::vector<const ColumnSpec*>> words_;
    mutable std::vector<KnownKey> by_length_;
    mutable std::unordered_map<std::string, const ColumnSpec*> misspelt_;

    void add(const ColumnSpec& spec, const std::string& key, HeaderMatch match);
    void sort_by_length() const;
};

/// What a label may be looked up by: folded, as it is and without its bracketed parts.
std::vector<std::string> label_keys(std::string_view label);

/// How well a header fits a table.
struct HeaderFit {
    const TableSpec* table = nullptr;
    std::vector<TableLabels::Use> columns;   ///< one a label; spec null where it is unknown
    std::vector<std::size_t> duplicates;     ///< labels that mean a column another label already is
    std::vector<const ColumnSpec*> missing;  ///< required columns nothing stands for
    std::size_t matched = 0;
    int score = 0;  ///< exact 4, synonym 3, slip 2 a column

    /// The labels aren't words any list may have: they weigh enough and name the table's subject or its
    /// levels.
    bool is_telling(const std::vector<HeaderLabel>& labels) const;
    /// Enough to say this is the table: telling, and nothing required is missing.
    bool is_recognised(const std::vector<HeaderLabel>& labels) const;
};

HeaderFit fit_header(const TableLabels& table, const std::vector<HeaderLabel>& labels);

}  // namespace scorebook
