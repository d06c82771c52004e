// column_widths.hpp - how wide the columns of a page are, so that its rows together are as low as can be.
#pragma once

#include <vector>

#include "report/layout.hpp"

namespace scorebook {

/// Widths of a page's columns in pixels, shared by all its tables. They never make the page wider than `most`
/// unless its words can't be broken any more.
std::vector<double> column_widths(const LayoutPage& page, double most);

/// What a cell's text may use of a column's width.
inline constexpr double cell_padding = 9;

/// What page of its kind is wide at full size, margins taken off, in pixels.
inline constexpr double a4_landscape_pixels = 1040;
inline constexpr double a3_landscape_pixels = 1500;

}  // namespace scorebook
