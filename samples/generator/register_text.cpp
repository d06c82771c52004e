// register_text.cpp - reads register text files and lays one quarter over another.
#include "register_text.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <tuple>

namespace samples {
namespace {

Entry entry_of_heading(const std::string& heading) {
    Entry entry;
    const auto as = heading.find(" as ");
    const auto absent = heading.find(" absent");
    if (as != std::string::npos) {
        entry.renamed_from = heading.substr(0, as);
        entry.id = heading.substr(as + 4);
    } else {
        entry.id = heading.substr(0, absent);
        entry.is_absent = absent != std::string::npos;
    }
    entry.rows.emplace_back();
    return entry;
}

void lay_over(Entry& entry, const Entry& change) {
    entry.id = change.id;
    for (const auto& [field, text] : change.rows.front()) {
        for (auto row = entry.rows.begin() + 1; row != entry.rows.end(); ++row) row->erase(field);
        entry.rows.front()[field] = text;
    }
    std::erase_if(entry.rows, [](const Fields& row) { return row.empty(); });
}

}  // namespace

bool Entry::is_opportunity() const {
    return id.size() > 1 && id[1] != 'R';
}

int Entry::number() const {
    return std::stoi(id.substr(2));
}

std::string Entry::text(const std::string& field) const {
    const auto found = rows.front().find(field);
    return found == rows.front().end() ? std::string() : found->second;
}

std::string Entry::joined(const std::string& field) const {
    std::string all;
    for (const auto& row : rows) {
        const auto found = row.find(field);
        if (found != row.end()) all += (all.empty() ? "" : " ") + found->second;
    }
    return all;
}

std::vector<Entry> read_register(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("can't read " + file.string());
    std::vector<Entry> entries;
    std::string line, field;
    while (std::getline(in, line)) {
        if (line.empty() || line.starts_with("# ")) continue;
        if (line == "== +") {
            entries.back().rows.emplace_back();
        } else if (line.starts_with("== ")) {
            entries.push_back(entry_of_heading(line.substr(3)));
        } else if (line.starts_with("-- ")) {
            field = line.substr(3);
            entries.back().rows.back()[field];  // one with nothing beneath it is blank
        } else {
            std::string& text = entries.back().rows.back()[field];
            text += (text.empty() ? "" : "\n") + line;
        }
    }
    return entries;
}

std::vector<Entry> laid_over(std::vector<Entry> base, const std::vector<Entry>& changes) {
    for (const Entry& change : changes) {
        const std::string& id = change.renamed_from.empty() ? change.id : change.renamed_from;
        const auto entry = std::ranges::find(base, id, &Entry::id);
        if (change.is_absent) {
            base.erase(entry);
        } else if (entry == base.end()) {
            base.push_back(change);
        } else {
            lay_over(*entry, change);
        }
    }
    std::ranges::stable_sort(
        base, {}, [](const Entry& entry) { return std::tuple(entry.is_opportunity(), entry.number()); });
    return base;
}

}  // namespace samples
