// list_items.hpp - several items in one cell: bullets, dashes, numbers or only line ends between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scorebook {

/// The items of `text`, marks removed, white space folded. A line without a mark among marked ones goes on
/// with the item above it, unless that one ended its sentence.
std::vector<std::string> split_list_items(std::string_view text);

/// `upper` and `lower` of a cell split over two rows: joined by a line end after a finished sentence or
/// before a bullet, without anything in a word cut by a hyphen ("18-" / "64."), else by a space.
std::string join_cut_text(std::string_view upper, std::string_view lower);

}  // namespace scorebook
