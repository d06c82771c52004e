// text_case.hpp - text as Excel compares and cases it: without case, by code point, whatever the locale.
#pragma once

#include <string>
#include <string_view>

namespace scorebook::formula {

/// The form under which texts that differ only in case are the same bytes.
std::string fold_case(std::string_view text);
void append_fold(std::string& result, std::string_view text);
bool equal_fold(std::string_view left, std::string_view right);
/// Negative, 0 or positive, in Excel's order: without case, letters after digits after signs.
int compare_fold(std::string_view left, std::string_view right);

std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);
/// First letter of each word upper case, the rest lower; anything that is no letter ends a word.
std::string to_proper(std::string_view text);

/// Length as LEN counts it: UTF-16 units.
std::size_t utf16_length(std::string_view text);
/// Byte offset of the UTF-16 unit `index`; the length of `text` when it is shorter. Never inside a code
/// point.
std::size_t byte_offset(std::string_view text, std::size_t utf16_index);
/// `count` UTF-16 units from unit `first` on.
std::string_view slice(std::string_view text, std::size_t first, std::size_t count);

}  // namespace scorebook::formula
