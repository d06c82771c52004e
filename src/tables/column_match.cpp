// column_match.cpp - labels to columns: exact headers before synonyms before spelling slips, each column
// once.
#include "tables/column_match.hpp"

#include <algorithm>
#include <bit>

#include "tables/plain_text.hpp"
#include "tables/spelling_slip.hpp"

namespace scorebook {
namespace {

/// A table of fewer columns than this is recognised by all of them.
constexpr std::size_t fewest_columns = 4;
/// What the matched labels must weigh together: "Ref, Description, Score, Owner" alone may head any list.
constexpr int least_weight = 5;
/// So many required columns, all there, say what a table is whatever its words.
constexpr int fewest_signature = 3;

using Use = TableLabels::Use;

/// Kinds of which one table may have several columns that differ only in their stage: "Impact", "Residual
/// Impact".
bool has_stages(ValueKind kind) {
    return kind == ValueKind::level || kind == ValueKind::score || kind == ValueKind::rag ||
           kind == ValueKind::number;
}

std::string join(const std::vector<std::string>& groups, const std::string& label) {
    std::string text;
    for (const std::string& group : groups) text += group + ' ';
    return text + label;
}

std::vector<Use> find_any(const TableLabels& table, KeysOfLabels& keys, const std::string& text) {
    for (const std::string& key : keys.of(text)) {
        if (auto uses = table.find(key); !uses.empty()) return uses;
    }
    return {};
}

/// The columns a label may mean, read with as much of its groups as makes sense.
std::vector<Use> candidates(const TableLabels& table, KeysOfLabels& keys, const HeaderLabel& label) {
    if (!label.groups.empty()) {
        if (auto uses = find_any(table, keys, label.joined()); !uses.empty()) return uses;
        if (auto uses = find_any(table, keys, join(label.groups, label.label)); !uses.empty()) return uses;
        for (auto group = label.groups.rbegin(); group != label.groups.rend(); ++group) {
            if (auto uses = find_any(table, keys, *group + ' ' + label.label); !uses.empty()) return uses;
        }
    }
    std::vector<Use> bare =
        find_any(table, keys, join({}, label.units.empty() ? label.label : label.label + ' ' + label.units));
    if (bare.empty()) bare = find_any(table, keys, label.label);

    const std::string group_text = fold_words(join(label.groups, ""));
    std::vector<std::string_view> stages;  // words of the groups that may tell columns of one kind apart
    for (const std::string_view word : split_words(group_text)) {
        if (!table.is_subject_word(word)) stages.push_back(word);
    }
    for (const std::string_view stage : stages) {
        if (auto uses = find_any(table, keys, std::string(stage) + ' ' + label.label); !uses.empty())
            return uses;
        for (const Use& use : bare) {
            auto uses = find_any(table, keys, std::string(stage) + ' ' + use.spec->header);
            if (!uses.empty()) return uses;
        }
    }
    std::vector<Use> allowed;
    for (const Use& use : bare) {
        // "Impact" under "Target" isn't the first impact, even where the template has no target impact.
        const bool is_another_stage =
            label.group_is_merged && has_stages(use.spec->kind) &&
            std::any_of(stages.begin(), stages.end(), [&](std::string_view stage) {
                return !table.has_word(*use.spec, stage) &&
                       std::any_of(table.table().columns.begin(), table.table().columns.end(),
                                   [&](const ColumnSpec& other) {
                                       return has_stages(other.kind) && table.has_word(other, stage);
                                   });
            });
        if (!is_another_stage) allowed.push_back(use);
    }
    return allowed;
}

/// Gives each label its column; keeps count of which columns are taken.
class Assignment {
  public:
    Assignment(const TableLabels& table, const std::vector<HeaderLabel>& labels, KeysOfLabels& keys)
        : table_(table), labels_(labels), given_(labels.size()) {
        for (const HeaderLabel& label : labels) candidates_.push_back(candidates(table, keys, label));
    }

    HeaderFit run() {
        claim(HeaderMatch::exact, 1);
        claim(HeaderMatch::exact, table_.table().columns.size());
        claim(HeaderMatch::synonym, 1);
        claim(HeaderMatch::synonym, table_.table().columns.size());
        prefer_later_years();
        claim_later_stages();
        claim_misspelt();
        return result();
    }

  private:
    const TableLabels& table_;
    const std::vector<HeaderLabel>& labels_;
    std::vector<std::vector<Use>> candidates_;
    std::vector<Use> given_;

    bool is_taken(const ColumnSpec* spec) const {
        return std::any_of(given_.begin(), given_.end(), [&](const Use& use) { return use.spec == spec; });
    }

    /// Labels that can mean at most `most_meanings` columns take the first free one, left to right.
    void claim(HeaderMatch match, std::size_t most_meanings) {
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            if (given_[i].spec || candidates_[i].size() > most_meanings) continue;
            for (const Use& use : candidates_[i]) {
                if (use.match != match || is_taken(use.spec)) continue;
                given_[i] = use;
                break;
            }
        }
    }

    /// The first calendar year a label or its groups name; 0 for none.
    static int year_in(const HeaderLabel& label) {
        const std::string text = label.joined();
        for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
            const std::string_view digits = std::string_view(text).substr(i, 4);
            const bool is_year =
                (digits.starts_with("19") || digits.starts_with("20")) &&
                std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
            if (is_year) return (digits[2] - '0') * 10 + (digits[3] - '0') + (digits[0] == '2' ? 2000 : 1900);
        }
        return 0;
    }

    /// "Q1" under 2022/23 and again under 2023/24: the later year's is what the sheet reports.
    void prefer_later_years() {
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            if (given_[i].spec || candidates_[i].empty()) continue;
            const Use& wanted = candidates_[i].front();
            for (std::size_t k = 0; k < labels_.size(); ++k) {
                const int earlier = year_in(labels_[k]);
                if (given_[k].spec != wanted.spec || earlier == 0 || earlier >= year_in(labels_[i])) continue;
                given_[i] = wanted;
                given_[k] = {};
                break;
            }
        }
    }

    /// A label typed again: "Impact, Likelihood, Score, Controls, Impact, Likelihood, Score" begins the next
    /// stage.
    void claim_later_stages() {
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            if (given_[i].spec || candidates_[i].empty()) continue;
            const ColumnSpec* first = candidates_[i].front().spec;
            if (!has_stages(first->kind)) continue;
            const std::string tail = ' ' + fold_words(labels_[i].label);
            for (const ColumnSpec& spec : table_.table().columns) {
                if (spec.kind != first->kind || &spec <= first || is_taken(&spec)) continue;
                const std::string header = ' ' + fold_words(spec.header);
                if (!header.ends_with(tail) && !header.ends_with(' ' + split_last_word(first->header)))
                    continue;
                given_[i] = {&spec, HeaderMatch::synonym};
                break;
            }
        }
    }

    static std::string split_last_word(std::string_view header) {
        const std::string folded = fold_words(header);
        const std::size_t space = folded.rfind(' ');
        return space == folded.npos ? folded : folded.substr(space + 1);
    }

    /// Only in a header that is one without them: nothing is like anything in a list of words.
    void claim_misspelt() {
        const auto known =
            std::count_if(given_.begin(), given_.end(), [](const Use& use) { return use.spec; });
        if (known < 2) return;
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            if (given_[i].spec || !candidates_[i].empty()) continue;
            for (const std::string& text : {labels_[i].joined(), labels_[i].label}) {
                const ColumnSpec* spec = nullptr;
                for (const std::string& key : label_keys(text)) {
                    if (!spec) spec = table_.find_misspelt(key);
                }
                if (!spec || is_taken(spec)) continue;
                given_[i] = {spec, HeaderMatch::near_slip};
                break;
            }
        }
    }

    HeaderFit result() const {
        HeaderFit fit;
        fit.table_labels = &table_;
        fit.table = &table_.table();
        fit.columns = given_;
        for (std::size_t i = 0; i < given_.size(); ++i) {
            if (!given_[i].spec) {
                if (!candidates_[i].empty()) {
                    fit.duplicates.push_back(i);
                    fit.meant.push_back(candidates_[i].front().spec);
                }
                continue;
            }
            ++fit.matched;
            fit.score += given_[i].match == HeaderMatch::exact     ? 4
                         : given_[i].match == HeaderMatch::synonym ? 3
                                                                   : 2;
        }
        for (const ColumnSpec& spec : table_.table().columns) {
            if (!spec.required || is_taken(&spec)) continue;
            const bool has_stand_in =
                std::any_of(spec.stand_ins.begin(), spec.stand_ins.end(), [&](const std::string& id) {
                    const ColumnSpec* other = table_.table().find_column(id);
                    return other && is_taken(other);
                });
            if (!has_stand_in) fit.missing.push_back(&spec);
        }
        return fit;
    }
};

}  // namespace

TableLabels::TableLabels(const TableSpec& table)
    : table_(&table), folded_entry_(fold_words(table.entry)), folded_title_(fold_words(table.title)) {
    if (!table.labels) own_ = std::make_unique<const FoldedLabels>(fold_labels(table));
    rows_ = table.labels ? *table.labels : own_->rows();
}

std::vector<Use> TableLabels::find(std::string_view key) const {
    std::vector<Use> uses;
    const LabelKey* const known = find_label(rows_, key);
    if (!known) return uses;
    for (const LabelUse& use : rows_.uses.subspan(known->first_use, known->use_count)) {
        uses.push_back(
            {&table_->columns[use.column], use.is_exact != 0 ? HeaderMatch::exact : HeaderMatch::synonym});
    }
    return uses;
}

const ColumnSpec* TableLabels::find_misspelt(const std::string& key) const {
    const auto [known, is_new] = misspelt_.try_emplace(key, nullptr);
    if (is_new) known->second = nearest_column(key);
    return known->second;
}

const ColumnSpec* TableLabels::nearest_column(std::string_view key) const {
    const std::uint32_t letters = letters_of(key);
    const auto begin =
        std::lower_bound(rows_.keys.begin(), rows_.keys.end(), key.size(),
                         [](const LabelKey& k, std::size_t size) { return k.length + most_slips < size; });
    const LabelUse* nearest = nullptr;
    for (auto k = begin; k != rows_.keys.end() && k->length <= key.size() + most_slips; ++k) {
        // A slip changes at most two letters of the alphabet.
        if (std::popcount(letters ^ k->letters) > static_cast<int>(2 * most_slips)) continue;
        if (slips_from(key, text_of(rows_, *k)) == 0) continue;
        for (const LabelUse& use : rows_.uses.subspan(k->first_use, k->use_count)) {
            if (nearest && nearest->column != use.column) return nullptr;
            nearest = &use;
        }
    }
    return nearest ? &table_->columns[nearest->column] : nullptr;
}

bool TableLabels::has_word(const ColumnSpec& spec, std::string_view word) const {
    return has_label_word(rows_, word, static_cast<std::size_t>(&spec - table_->columns.data()));
}

bool HeaderFit::is_recognised(const std::vector<HeaderLabel>& labels) const {
    return missing.empty() && is_telling(labels);
}

bool HeaderFit::is_telling(const std::vector<HeaderLabel>& labels) const {
    if (table->is_narrative || table->columns.size() < fewest_columns) {
        return matched == std::min(table->columns.size(), columns.size());
    }
    const auto required = std::count_if(table->columns.begin(), table->columns.end(),
                                        [](const ColumnSpec& column) { return column.required; });
    if (required >= fewest_signature && missing.empty()) return true;
    if (matched < fewest_columns || matched * 5 < columns.size() * 2) return false;
    int weight = 0;
    bool names_its_subject = false;
    std::size_t levels = 0;
    std::size_t others = 0;  // a scale's definition has levels and scores, and little else
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].spec) continue;
        const std::string text = fold_words(labels[i].joined());
        const auto words = split_words(text);
        const bool has_subject = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return table_labels->is_subject_word(word);
        });
        names_its_subject |= has_subject;
        levels += columns[i].spec->kind == ValueKind::level ? 1U : 0U;
        others += has_stages(columns[i].spec->kind) ? 0U : 1U;
        weight += has_subject || columns[i].match == HeaderMatch::exact ? 2 : 1;
    }
    return weight >= least_weight && others >= 2 && (names_its_subject || levels >= 2);
}

const std::vector<std::string>& KeysOfLabels::of(const std::string& text) {
    const auto [known, is_new] = known_.try_emplace(text);
    if (is_new) known->second = lookup_keys(text);
    return known->second;
}

HeaderFit fit_header(const TableLabels& table, const std::vector<HeaderLabel>& labels, KeysOfLabels& keys) {
    return Assignment(table, labels, keys).run();
}

}  // namespace scorebook
