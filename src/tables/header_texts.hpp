// header_texts.hpp - the texts of a table's header, to know it again where a page repeats it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tables/body_columns.hpp"

namespace scorebook {

/// Refers to the columns it was made with.
class HeaderTexts {
  public:
    HeaderTexts(const FoundTable& table, const BodyColumns& columns);

    bool are_repeated(const SheetRow& row) const;

  private:
    bool has(const SheetCell& cell, const std::string& header) const;

    const BodyColumns& columns_;
    std::vector<std::pair<std::uint32_t, std::string>> texts_;  ///< column and folded text
};

}  // namespace scorebook
