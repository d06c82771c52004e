// raw_cell.cpp - the values that few writers write, and those only damaged files hold.
#include "sheet/raw_cell.hpp"

#include "bytes/number_text.hpp"
#include "sheet/iso_date.hpp"
#include "sheet/xml_cursor.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

std::optional<std::uint32_t> small_integer(std::string_view text) {
    if (text.empty() || text.size() > 9) return std::nullopt;
    std::uint32_t number = 0;
    for (const char c : text) {
        if (!is_digit(c)) return std::nullopt;
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return number;
}

void read_odd_value(SheetCell& cell, const RawCell& raw, DateSystem dates,
                    const std::function<void(const std::string&)>& damaged) {
    const char type = raw.type.size() == 1 ? raw.type[0] : '\0';
    std::string_view value(raw.value, static_cast<std::size_t>(raw.value_end - raw.value));
    std::string text;
    if (!raw.value_is_plain || value.find('&') != std::string_view::npos) {
        append_text(text, value, ExcelEscapes::keep);
        value = text;
    }
    value = trimmed(value);
    if (value.empty()) return;
    const auto unreadable = [&](const char* what) {
        damaged(std::string("the cell's ") + what + " can't be read: \"" + std::string(value.substr(0, 40)) +
                "\"");
    };
    if (raw.type.empty() || type == 'n') {
        const auto number = parse_number(value);
        if (!number) return unreadable("number");
        cell.kind = CellKind::number;
        cell.number = *number;
    } else if (type == 's') {
        const auto index = small_integer(value);
        if (!index) return unreadable("text number");
        cell.kind = CellKind::shared_string;
        cell.payload = *index;
    } else if (type == 'b') {
        const bool is_false = value == "0" || value == "false" || value == "FALSE";
        if (!is_false && value != "TRUE" && !is_true(value)) return unreadable("TRUE or FALSE");
        cell.kind = CellKind::boolean;
        cell.payload = is_false ? 0 : 1;
    } else if (type == 'e') {
        cell.kind = CellKind::error;
        cell.payload = static_cast<std::uint64_t>(parse_cell_error(value));
    } else if (type == 'd') {
        const auto serial = serial_from_iso(value, dates);
        if (!serial) return unreadable("date");
        cell.kind = CellKind::iso_date;
        cell.number = *serial;
    } else {
        damaged("the cell has a type that no workbook knows: \"" + std::string(raw.type.substr(0, 20)) +
                "\"");
    }
}

}  // namespace scorebook
