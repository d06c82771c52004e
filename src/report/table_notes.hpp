// table_notes.hpp - the notes under an officer's table, numbered for a document: "[note 1]".
#pragma once

#include <string>
#include <vector>

#include "checks/check_context.hpp"

namespace scorebook {

struct TableNote {
    std::string mark;  ///< as typed before the text and behind values: "*"; empty when it has none
    std::string text;  ///< without the mark
    std::size_t number = 0;
};

/// Sentences below the table; grids such as a key to scores aren't notes. Numbers go on from `first_number`.
std::vector<TableNote> table_notes(const CheckContext& context, const FoundTable& table,
                                   std::size_t first_number);

/// "[note 2]" for the note with that mark; empty when there is none.
std::string note_reference(const std::vector<TableNote>& notes, const std::string& mark);

}  // namespace scorebook
