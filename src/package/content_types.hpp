// content_types.hpp - [Content_Types].xml: what kind of content each part holds (ECMA-376 Part 2, 7.2.3).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace scorebook {

class ContentTypes {
  public:
    static constexpr std::string_view part_name = "[Content_Types].xml";

    /// Throws Error damaged_workbook.
    static ContentTypes parse(std::string_view xml);

    /// By override, else by extension; "" when there is none.
    std::string find(std::string_view name) const;

  private:
    std::unordered_map<std::string, std::string> by_part_key_;
    std::unordered_map<std::string, std::string> by_extension_;
};

}  // namespace scorebook
