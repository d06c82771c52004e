// functions_text_numbers.cpp - numbers written as text and read from it: FIXED, DOLLAR, NUMBERVALUE,
// VALUETOTEXT, ARRAYTOTEXT.
#include <algorithm>
#include <cmath>

#include "bytes/number_text.hpp"
#include "formula/call.hpp"
#include "formula/code_point.hpp"
#include "formula/function_families.hpp"
#include "formula/number_format.hpp"
#include "formula/rounding.hpp"
#include "formula/text_limit.hpp"

namespace scorebook::formula {
namespace {

/// More decimals than this are #VALUE!.
constexpr double most_decimals = 127;

/// A number rounded to `decimals` places under a format made of `before`, the digits, and `after`.
Value with_decimals(Call& call, double number, double decimals, bool thousands, std::string_view before,
                    std::string_view after) {
    if (call.failed()) return 0.0;
    if (decimals > most_decimals) return CellError::value;
    const int places = static_cast<int>(std::max(decimals, -400.0));
    const double rounded = round_decimal(number, places, Rounding::half_away);
    std::string format = thousands ? "#,##0" : "0";
    if (places > 0) format += '.' + std::string(static_cast<std::size_t>(places), '0');
    auto digits = format_value(std::abs(rounded), format, call.dates());
    if (!digits) return CellError::value;
    std::string text = std::move(*digits);
    if (rounded >= 0) return checked_text(std::string(before) + text);
    if (after.empty()) return checked_text('-' + std::string(before) + text);
    return checked_text('(' + std::string(before) + text + std::string(after));
}

Value fixed(Call& call) {
    const double number = call.number(0);
    const double decimals = call.whole_number_or(1, 2);
    const bool plain = call.boolean_or(2, false);
    return with_decimals(call, number, decimals, !plain, "", "");
}

/// The currency isn't told by the file; "$" is what Excel's own stored results have.
Value dollar(Call& call) {
    const double number = call.number(0);
    const double decimals = call.whole_number_or(1, 2);
    return with_decimals(call, number, decimals, true, "$", ")");
}

/// The first character of a separator argument, or what it is without one; an empty one is #VALUE!.
std::string separator(Call& call, std::size_t index, const char* otherwise) {
    if (!call.has(index)) return otherwise;
    const std::string text = call.text(index);
    if (text.empty()) {
        call.fail(CellError::value);
        return otherwise;
    }
    return utf8_of(first_code_point(text));
}

Value numbervalue(Call& call) {
    std::string text = call.text(0);
    const std::string point = separator(call, 1, ".");
    const std::string group = separator(call, 2, ",");
    if (call.failed()) return 0.0;
    if (point == group) return CellError::value;
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    double scale = 1;
    while (text.ends_with('%')) {
        text.pop_back();
        scale *= 100;
    }
    // Separators of thousands may stand anywhere, but only before the decimal point.
    std::string plain;
    bool decimals = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = std::string_view(text).substr(at);
        if (rest.starts_with(point)) {
            if (decimals) return CellError::value;
            decimals = true;
            plain += '.';
            at += point.size();
        } else if (rest.starts_with(group)) {
            if (decimals) return CellError::value;
            at += group.size();
        } else {
            plain += text[at++];
        }
    }
    if (plain.empty()) return scale == 1 ? Value(0.0) : Value(CellError::value);
    const auto number = to_number(plain, call.dates());
    if (const auto* error = std::get_if<CellError>(&number)) return *error;
    return checked_number(std::get<double>(number) / scale);
}

enum class Spelling { concise, strict };

/// Argument 1 of VALUETOTEXT and ARRAYTOTEXT: 0 as shown, 1 as one would type it into a formula.
Spelling spelling_argument(Call& call) {
    const double kind = call.whole_number_or(1, 0);
    if (kind != 0 && kind != 1) call.fail(CellError::value);
    return kind == 1 ? Spelling::strict : Spelling::concise;
}

std::string spelt(const CellValue& value, Spelling spelling) {
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) {
        if (const auto* error = std::get_if<CellError>(&value)) return std::string(to_text(*error));
        return std::get<std::string>(to_plain_text(value));
    }
    if (spelling == Spelling::concise) return *text;
    std::string quoted = "\"";
    for (const char c : *text) {
        quoted += c;
        if (c == '"') quoted += c;
    }
    return quoted + '"';
}

Value valuetotext(Call& call) {
    const Spelling spelling = spelling_argument(call);
    if (call.failed()) return 0.0;
    return checked_text(spelt(call.single(0), spelling));
}

Value arraytotext(Call& call) {
    const Spelling spelling = spelling_argument(call);
    if (call.failed()) return 0.0;
    const Array& array = call.array(0);
    const bool strict = spelling == Spelling::strict;
    std::string text = strict ? "{" : "";
    for (std::size_t i = 0; i < array.cells.size(); ++i) {
        if (i > 0) text += !strict ? ", " : i % array.columns == 0 ? ";" : ",";
        text += spelt(array.cells[i], spelling);
        if (text.size() > 8 * max_text_length) return CellError::value;
    }
    return checked_text(strict ? text + '}' : text);
}

constexpr FunctionRow text_numbers_rows[] = {
    {"ARRAYTOTEXT", 1, 2, "av", arraytotext},
    {"DOLLAR", 1, 2, "vv", dollar},
    {"FIXED", 1, 3, "vvv", fixed},
    {"NUMBERVALUE", 1, 3, "vvv", numbervalue},
    {"USDOLLAR", 1, 2, "vv", dollar},
    {"VALUETOTEXT", 1, 2, "vv", valuetotext},
};

}  // namespace

std::span<const FunctionRow> functions_text_numbers() {
    return text_numbers_rows;
}

}  // namespace scorebook::formula
