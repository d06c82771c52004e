// register_text.hpp - the entries of a register as a plain text file holds them, and one quarter laid over
// another.
// "== ID" begins an entry, "== +" the row it spills onto, "-- field" a cell; every line below is a line of
// that cell.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace samples {

using Fields = std::map<std::string, std::string>;  // "description" -> the cell's text, lines joined by \n

struct Entry {
    std::string id;
    std::string renamed_from;  // set by "== OLD as ID"
    bool is_absent = false;    // set by "== ID absent"
    std::vector<Fields> rows;  // the first row, then the rows it spills onto

    bool is_opportunity() const;
    int number() const;                                  // 12 of CR12
    std::string text(const std::string& field) const;    // of the first row; empty when there is none
    std::string joined(const std::string& field) const;  // of all rows, cut sentences joined again
};

std::vector<Entry> read_register(const std::filesystem::path& file);

// `base` with the entries of `changes` laid over it, risks before opportunities, each by number.
std::vector<Entry> laid_over(std::vector<Entry> base, const std::vector<Entry>& changes);

}  // namespace samples
