// number_format.cpp - reads a code token by token: literals, brackets and colours are not letters of a date.
#include "sheet/number_format.hpp"

#include <cctype>
#include <string>

namespace scorebook {

namespace {

char lower(char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

bool starts_with_word(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (lower(text[i]) != word[i]) return false;
    }
    return true;
}

/// The parts of a date in the order they stand: d, y, h, s, M (a month for certain), m (month or minutes), E
/// elapsed time.
struct Letters {
    std::string in_order;
    bool has_percent = false;
};

Letters read_letters(std::string_view code) {
    Letters letters;
    for (std::size_t i = 0; i < code.size();) {
        const char c = lower(code[i]);
        const auto rest = code.substr(i);
        if (c == '"') {
            const auto close = code.find('"', i + 1);
            i = close == std::string_view::npos ? code.size() : close + 1;
        } else if (c == '\\' || c == '_' || c == '*') {
            i += 2;  // the next character as it is, as wide as it is, or repeated
        } else if (c == '[') {
            // A colour, condition or locale; [h], [mm] and [ss] count elapsed time.
            const char inside = i + 1 < code.size() ? lower(code[i + 1]) : '\0';
            const auto close = code.find(']', i);
            const auto text = code.substr(i + 1, close == std::string_view::npos ? close : close - i - 1);
            bool is_elapsed = inside == 'h' || inside == 'm' || inside == 's';
            for (const char t : text) is_elapsed = is_elapsed && lower(t) == inside;
            if (is_elapsed) letters.in_order += inside == 's' ? 's' : 'h';
            i = close == std::string_view::npos ? code.size() : close + 1;
        } else if (starts_with_word(rest, "general")) {
            i += 7;
        } else if (starts_with_word(rest, "am/pm")) {
            i += 5;
        } else if (starts_with_word(rest, "a/p")) {
            i += 3;
        } else if (c == 'e' && i + 1 < code.size() && (code[i + 1] == '+' || code[i + 1] == '-')) {
            i += 2;  // 0.00E+00
        } else if (c == ';') {
            letters.in_order += ';';
            ++i;
        } else if (std::string_view("dymhsebg").find(c) != std::string_view::npos) {
            std::size_t run = 1;
            while (i + run < code.size() && lower(code[i + run]) == c) ++run;
            if (c == 'm' && run >= 3)
                letters.in_order += 'M';
            else
                letters.in_order +=
                    c == 'e' || c == 'b' || c == 'g' ? 'y' : c;  // years of eras and of the Buddhist calendar
            i += run;
        } else {
            if (c == '%') letters.has_percent = true;
            ++i;
        }
    }
    return letters;
}

}  // namespace

NumberFormatMeaning read_number_format(std::string_view code) {
    const Letters letters = read_letters(code);
    NumberFormatMeaning meaning;
    const std::string_view in_order(letters.in_order);
    for (std::size_t i = 0; i < in_order.size(); ++i) {
        const char c = in_order[i];
        // "m" next to hours or seconds is minutes.
        const bool is_minutes = c == 'm' && ((i > 0 && in_order[i - 1] == 'h') ||
                                             (i + 1 < in_order.size() && in_order[i + 1] == 's'));
        if (c == 'd' || c == 'y' || c == 'M' || (c == 'm' && !is_minutes)) meaning.is_date = true;
    }
    meaning.is_percentage = letters.has_percent && !meaning.is_date;
    return meaning;
}

std::string_view built_in_format(std::uint32_t id) {
    switch (id) {
        case 1:
            return "0";
        case 2:
            return "0.00";
        case 3:
            return "#,##0";
        case 4:
            return "#,##0.00";
        case 5:
            return "\"£\"#,##0;\\-\"£\"#,##0";
        case 6:
            return "\"£\"#,##0;[Red]\\-\"£\"#,##0";
        case 7:
            return "\"£\"#,##0.00;\\-\"£\"#,##0.00";
        case 8:
            return "\"£\"#,##0.00;[Red]\\-\"£\"#,##0.00";
        case 9:
            return "0%";
        case 10:
            return "0.00%";
        case 11:
            return "0.00E+00";
        case 12:
            return "# ?/?";
        case 13:
            return "# ?\?/?\?";
        case 14:
            return "dd/mm/yyyy";
        case 15:
            return "dd-mmm-yy";
        case 16:
            return "dd-mmm";
        case 17:
            return "mmm-yy";
        case 18:
            return "h:mm AM/PM";
        case 19:
            return "h:mm:ss AM/PM";
        case 20:
            return "hh:mm";
        case 21:
            return "hh:mm:ss";
        case 22:
            return "dd/mm/yyyy hh:mm";
        case 37:
            return "#,##0;\\-#,##0";
        case 38:
            return "#,##0;[Red]\\-#,##0";
        case 39:
            return "#,##0.00;\\-#,##0.00";
        case 40:
            return "#,##0.00;[Red]\\-#,##0.00";
        case 41:
            return "_-* #,##0_-;\\-* #,##0_-;_-* \"-\"_-;_-@_-";
        case 42:
            return "_-\"£\"* #,##0_-;\\-\"£\"* #,##0_-;_-\"£\"* \"-\"_-;_-@_-";
        case 43:
            return "_-* #,##0.00_-;\\-* #,##0.00_-;_-* \"-\"?\?_-;_-@_-";
        case 44:
            return "_-\"£\"* #,##0.00_-;\\-\"£\"* #,##0.00_-;_-\"£\"* \"-\"?\?_-;_-@_-";
        case 45:
            return "mm:ss";
        case 46:
            return "[h]:mm:ss";
        case 47:
            return "mm:ss.0";
        case 48:
            return "##0.0E+0";
        case 49:
            return "@";
        default:
            break;
    }
    // East Asian dates and times, 18.8.30: their codes differ by language, what they show doesn't.
    if (id == 32 || id == 33 || id == 34 || id == 35 || id == 55 || id == 56) return "h:mm:ss";
    if ((id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58)
        return "yyyy/m/d";
    return "General";
}

}  // namespace scorebook
