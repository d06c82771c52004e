// worded_scores.hpp - score columns that hold words: "Residual Risk Rating" over High, Medium and Low.
#pragma once

#include "tables/found_table.hpp"
#include "workbook/workbook_model.hpp"

namespace scorebook {

/// Takes the meaning from score columns in which at least two entries have words and none a figure, and
/// remarks on each. Such a column says what a RAG or a level says; read as scores, every cell of it would be
/// a fault.
void set_aside_worded_scores(const Workbook& workbook, FoundTable& table);

}  // namespace scorebook
