// plain_cell.hpp - the spelling that Excel, LibreOffice, openpyxl and libxlsxwriter give nearly every cell,
// read without looking at anything twice: <c r="D7" s="3" t="s"><f>A1*2</f><v>12</v></c>. Everything else is
// the scanner's business.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace scorebook {

struct PlainCell {
    std::uint32_t row_number = 0;     ///< as written, 1-based; not yet checked against Excel's limits
    std::uint32_t column_number = 0;  ///< 1-based, likewise
    std::uint32_t style = 0;
    std::string_view type;   ///< t="..."; empty when missing
    std::string_view value;  ///< between <v> and </v>; no markup inside
    bool has_value = false;  ///< there is a <v>
    bool has_formula = false;
    const char* inline_text = nullptr;  ///< "<" of <is>
    const char* end = nullptr;          ///< after "</c>" or "/>"
};

/// Reads the cell whose "<c" is at `begin`. False when it is spelt in any other way; then nothing is known
/// about it.
bool read_plain_cell(const char* begin, const char* end, PlainCell& cell);

/// The number spelt by at most 15 digits and nothing else.
inline std::optional<std::uint64_t> whole_number(std::string_view text) {
    if (text.empty() || text.size() > 15) return std::nullopt;
    std::uint64_t number = 0;
    for (const char c : text) {
        const auto digit = static_cast<unsigned char>(c - '0');
        if (digit > 9) return std::nullopt;
        number = number * 10 + digit;
    }
    return number;
}

}  // namespace scorebook
