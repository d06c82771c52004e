// column_match.hpp - which of a template table's columns the labels of a header mean.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tables/folded_labels.hpp"
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

    /// Takes the rows the build made, where `table` has them; else folds its headers and synonyms.
    explicit TableLabels(const TableSpec& table);
    TableLabels(TableLabels&&) = default;
    TableLabels& operator=(TableLabels&&) = default;

    const TableSpec& table() const { return *table_; }
    const LabelRows& rows() const { return rows_; }
    /// What an entry is, or the table's title: "risk", "risks".
    bool is_subject_word(std::string_view word) const {
        return !word.empty() && (word == folded_entry_ || word == folded_title_);
    }

    /// The columns a label may mean, by a key of label_keys(); exact ones first, then in the template's
    /// order. Empty when it is no label.
    std::vector<Use> find(std::string_view key) const;
    /// The one column whose header or synonym `key` misspells; null when there is none, or more than one.
    /// Remembers what it was asked, because the same labels are tried with several rows; so one thread at a
    /// time.
    const ColumnSpec* find_misspelt(const std::string& key) const;
    /// Whether a header or synonym of `spec` has this word.
    bool has_word(const ColumnSpec& spec, std::string_view word) const;

  private:
    const TableSpec* table_;
    std::string folded_entry_, folded_title_;
    std::unique_ptr<const FoldedLabels> own_;  ///< null when the build made the rows
    LabelRows rows_;
    mutable std::unordered_map<std::string, const ColumnSpec*> misspelt_;

    const ColumnSpec* nearest_column(std::string_view key) const;
};

/// lookup_keys() of each text once: the same few labels are tried with every table and several rows.
class KeysOfLabels {
  public:
    const std::vector<std::string>& of(const std::string& text);

  private:
    std::unordered_map<std::string, std::vector<std::string>> known_;
};

/// How well a header fits a table.
struct HeaderFit {
    const TableLabels* table_labels = nullptr;
    const TableSpec* table = nullptr;
    std::vector<TableLabels::Use> columns;   ///< one a label; spec null where it is unknown
    std::vector<std::size_t> duplicates;     ///< labels that mean a column another label already is
    std::vector<const ColumnSpec*> meant;    ///< beside duplicates: that column
    std::vector<const ColumnSpec*> missing;  ///< required columns nothing stands for
    std::size_t matched = 0;
    int score = 0;  ///< exact 4, synonym 3, slip 2 a column

    /// The labels aren't words any list may have: they weigh enough and name the table's subject or its
    /// levels.
    bool is_telling(const std::vector<HeaderLabel>& labels) const;
    /// Enough to say this is the table: telling, and nothing required is missing.
    bool is_recognised(const std::vector<HeaderLabel>& labels) const;
};

HeaderFit fit_header(const TableLabels& table, const std::vector<HeaderLabel>& labels, KeysOfLabels& keys);

}  // namespace scorebook
