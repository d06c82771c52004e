// date_format.cpp - days, months in English, and times; elapsed time counts past 24 hours.
#include "formula/date_format.hpp"

#include <cmath>

#include "formula/serial_date.hpp"

namespace scorebook::formula {
namespace {

constexpr std::string_view month_names[] = {"January",   "February", "March",    "April",
                                            "May",       "June",     "July",     "August",
                                            "September", "October",  "November", "December"};
constexpr std::string_view day_names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                          "Thursday", "Friday", "Saturday"};

std::string padded(double number, std::size_t width) {
    std::string digits = std::to_string(static_cast<long long>(number));
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

struct Moment {
    SerialDay day;
    int weekday = 1;
    double days = 0;
    double seconds = 0;  ///< of the day, rounded as shown
    double total = 0;    ///< seconds since serial 0
};

std::string date_text(const std::string& item, const Moment& moment, bool twelve_hours) {
    const std::size_t length = item.size();
    switch (item[0]) {
        case 'd':
            if (length >= 4) return std::string(day_names[moment.weekday - 1]);
            if (length == 3) return std::string(day_names[moment.weekday - 1].substr(0, 3));
            return padded(moment.day.day, length);
        case 'm': {
            const std::string_view name = month_names[moment.day.month - 1];
            if (length == 5) return std::string(name.substr(0, 1));
            if (length >= 4) return std::string(name);
            if (length == 3) return std::string(name.substr(0, 3));
            return padded(moment.day.month, length);
        }
        case 'y':
            if (length <= 2) return padded(moment.day.year % 100, 2);
            return padded(moment.day.year, 4);
        case 'e':
            return padded(moment.day.year, 4);
        case 'h': {
            double hours = std::floor(moment.seconds / 3600);
            if (twelve_hours) hours = std::fmod(hours + 11, 12) + 1;
            return padded(hours, length > 2 ? 2 : length);
        }
        default:
            return padded(std::floor(std::fmod(moment.seconds, 60)), length > 2 ? 2 : length);
    }
}

}  // namespace

std::optional<std::string> format_date(double serial, const FormatSection& section, DateSystem dates) {
    // Only elapsed time may be negative. Digits have no meaning beside dates.
    if (!(std::abs(serial) <= last_serial(dates) + 1)) return std::nullopt;
    const bool negative = serial < 0;
    if (negative && !section.has(FormatItemKind::elapsed)) return std::nullopt;
    if (section.has(FormatItemKind::digit)) return std::nullopt;
    serial = std::abs(serial);
    char elapsed = 0;
    double step = 0;
    for (const FormatItem& item : section.items) {
        if (item.kind == FormatItemKind::elapsed) elapsed = item.text[0];
        if (item.kind == FormatItemKind::fraction)
            step = std::pow(10.0, -static_cast<double>(item.text.size()));
        const bool seconds = (item.kind == FormatItemKind::date || item.kind == FormatItemKind::elapsed) &&
                             item.text[0] == 's';
        if (seconds && step == 0) step = 1;
    }
    // Times are rounded to what is shown; without seconds to the microsecond, so that 0.5 h isn't 29 minutes.
    const double shown = step == 0 ? 1e-6 : step;
    Moment moment;
    moment.total = std::round(serial * 86400 / shown) * shown;
    moment.days = std::floor(moment.total / 86400);
    moment.seconds = moment.total - moment.days * 86400;
    const auto day = day_of_serial(moment.days, dates);
    if (!day) return std::nullopt;
    moment.day = *day;
    moment.weekday = excel_weekday(moment.days, dates);

    const bool twelve_hours = section.has(FormatItemKind::am_pm);
    auto elapsed_units = [&](const std::string& item) {
        const double unit = item[0] == 'h' ? 3600 : item[0] == 'm' ? 60 : 1;
        return padded(std::floor(moment.total / unit), item.size());
    };
    std::string text = negative ? "-" : "";
    for (const FormatItem& item : section.items) {
        // Beside [h] a plain h counts on too.
        const bool counts_on =
            item.kind == FormatItemKind::elapsed ||
            (item.kind == FormatItemKind::minutes && elapsed == 'm') ||
            (item.kind == FormatItemKind::date && item.text[0] == elapsed && elapsed != 'm');
        if (counts_on) {
            text += elapsed_units(item.text);
            continue;
        }
        switch (item.kind) {
            case FormatItemKind::date:
                text += date_text(item.text, moment, twelve_hours);
                break;
            case FormatItemKind::minutes:
                text += padded(std::floor(std::fmod(moment.seconds, 3600) / 60), item.text.size());
                break;
            case FormatItemKind::fraction: {
                const double part = moment.seconds - std::floor(moment.seconds);
                text += '.' + padded(std::round(part / shown), item.text.size());
                break;
            }
            case FormatItemKind::am_pm: {
                const bool afternoon = moment.seconds >= 43200;
                const std::size_t slash = item.text.find('/');
                text += afternoon ? item.text.substr(slash + 1) : item.text.substr(0, slash);
                break;
            }
            default:
                text += item.text;
                break;
        }
    }
    return text;
}

}  // namespace scorebook::formula
