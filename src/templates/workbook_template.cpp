// workbook_template.cpp - looking things up in a workbook template.
#include "templates/workbook_template.hpp"

#include <algorithm>
#include <set>

#include "templates/plain_case.hpp"

namespace scorebook {

const std::vector<std::string>& Relation::part(const std::string& role) const {
    static const std::vector<std::string> none;
    const auto found = parts.find(role);
    return found == parts.end() ? none : found->second;
}

double Relation::number(const std::string& name, double otherwise) const {
    const auto found = numbers.find(name);
    return found == numbers.end() ? otherwise : found->second;
}

std::vector<int> Matrix::reachable() const {
    std::set<int> products;
    for (int impact = 1; impact <= size; ++impact) {
        for (int likelihood = 1; likelihood <= size; ++likelihood) products.insert(impact * likelihood);
    }
    return {products.begin(), products.end()};
}

const ColumnSpec* TableSpec::find_column(std::string_view wanted) const {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const ColumnSpec& c) { return c.id == wanted; });
    return found == columns.end() ? nullptr : &*found;
}

const ColumnSpec* TableSpec::find_header(std::string_view header) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const ColumnSpec& c) { return same_without_case(c.header, header); });
    return found == columns.end() ? nullptr : &*found;
}

const TableSpec* WorkbookTemplate::find_table(std::string_view id) const {
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&](const TableSpec& t) { return t.id == id; });
    return found == tables.end() ? nullptr : &*found;
}

const WordList* WorkbookTemplate::find_words(std::string_view id) const {
    const auto found = std::find_if(word_lists.begin(), word_lists.end(),
                                    [&](const WordList& list) { return list.id == id; });
    return found == word_lists.end() ? nullptr : &*found;
}

const Setting* WorkbookTemplate::find_setting(std::string_view wanted) const {
    const Setting* latest = nullptr;
    for (const Setting& setting : settings) {
        if (!same_without_case(setting.name, wanted)) continue;
        if (!latest || latest->valid_from <= setting.valid_from) latest = &setting;
    }
    return latest;
}

const Setting* WorkbookTemplate::setting_on(std::string_view wanted, CalendarDate day) const {
    const Setting* in_force = nullptr;
    for (const Setting& setting : settings) {
        if (!same_without_case(setting.name, wanted)) continue;
        if (setting.valid_from && *setting.valid_from > day) continue;
        if (!in_force || in_force->valid_from <= setting.valid_from) in_force = &setting;
    }
    return in_force;
}

const BandSet* WorkbookTemplate::bands_on(CalendarDate day) const {
    const BandSet* in_force = nullptr;
    for (const BandSet& set : band_sets) {
        if (!set.valid_from || *set.valid_from <= day) in_force = &set;
    }
    return in_force;
}

const Band* find_band(const BandSet& set, double score) {
    const auto found = std::find_if(set.bands.begin(), set.bands.end(),
                                    [&](const Band& band) { return score >= band.from && score <= band.to; });
    return found == set.bands.end() ? nullptr : &*found;
}

const Word* find_word(const WordList& list, std::string_view text) {
    for (const Word& word : list.words) {
        if (same_without_case(word.word, text)) return &word;
        for (const std::string& synonym : word.synonyms) {
            if (same_without_case(synonym, text)) return &word;
        }
    }
    return nullptr;
}

}  // namespace scorebook
