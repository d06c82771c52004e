// iso_date.cpp - ISO 8601 dates and times of day.
#include "sheet/iso_date.hpp"

#include "bytes/number_text.hpp"

namespace scorebook {

namespace {

/// "14:30:00.5" -> fraction of a day; the seconds may be missing.
std::optional<double> time_fraction(std::string_view text) {
    if (text.size() < 5 || text[2] != ':') return std::nullopt;
    const auto hours = parse_number(text.substr(0, 2));
    const auto minutes = parse_number(text.substr(3, 2));
    std::optional<double> seconds = 0.0;
    if (text.size() > 5) seconds = text[5] == ':' ? parse_number(text.substr(6)) : std::nullopt;
    if (!hours || !minutes || !seconds) return std::nullopt;
    if (*hours < 0 || *hours > 24 || *minutes < 0 || *minutes >= 60 || *seconds < 0 || *seconds >= 61)
        return std::nullopt;
    return (*hours * 3600 + *minutes * 60 + *seconds) / 86400;
}

}  // namespace

std::optional<double> serial_from_iso(std::string_view text, DateSystem system) {
    if (text.ends_with('Z')) text.remove_suffix(1);
    if (text.size() < 10 || text[4] != '-') return time_fraction(text);
    const auto date = parse_date(text.substr(0, 10));
    if (!date) return std::nullopt;
    auto serial = serial_from_date(*date, system);
    if (!serial || text.size() == 10) return serial;
    if (text[10] != 'T' && text[10] != ' ') return std::nullopt;
    const auto time = time_fraction(text.substr(11));
    if (!time) return std::nullopt;
    return *serial + *time;
}

}  // namespace scorebook
