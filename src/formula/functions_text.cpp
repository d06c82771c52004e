// functions_text.cpp - text functions; positions and lengths count UTF-16 units, as Excel does. Those that
// count bytes (LENB) count the same, as in every Excel whose language isn't Japanese, Chinese or Korean.
#include <algorithm>
#include <cmath>

#include "formula/call.hpp"
#include "formula/criteria.hpp"
#include "formula/function_families.hpp"
#include "formula/number_format.hpp"
#include "formula/text_case.hpp"
#include "formula/text_limit.hpp"
#include "formula/text_number.hpp"

namespace scorebook::formula {
namespace {

Value len(Call& call) {
    return static_cast<double>(utf16_length(call.text(0)));
}

Value trim(Call& call) {
    std::string result;
    for (const char c : call.text(0)) {
        if (c == ' ' && (result.empty() || result.back() == ' ')) continue;
        result += c;
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

Value lower(Call& call) {
    return to_lower(call.text(0));
}
Value upper(Call& call) {
    return to_upper(call.text(0));
}
Value proper(Call& call) {
    return to_proper(call.text(0));
}

Value left(Call& call) {
    const std::string text = call.text(0);
    const double count = call.whole_number_or(1, 1);
    if (count < 0) return CellError::value;
    return slice(text, 0, static_cast<std::size_t>(std::min(count, 1e6)));
}

Value right(Call& call) {
    const std::string text = call.text(0);
    const double count = call.whole_number_or(1, 1);
    if (count < 0) return CellError::value;
    const std::size_t length = utf16_length(text);
    const auto taken = static_cast<std::size_t>(std::min(count, 1e6));
    return slice(text, taken >= length ? 0 : length - taken, length);
}

Value mid(Call& call) {
    const std::string text = call.text(0);
    const double first = call.whole_number(1);
    const double count = call.whole_number(2);
    if (call.failed()) return 0.0;
    if (first < 1 || count < 0) return CellError::value;
    return slice(text, static_cast<std::size_t>(std::min(first, 1e6)) - 1,
                 static_cast<std::size_t>(std::min(count, 1e6)));
}

/// Where FIND and SEARCH begin, as a byte of `text`; fails the call when it lies outside.
std::size_t start_of_search(Call& call, std::string_view text) {
    const double first = call.whole_number_or(2, 1);
    if (call.failed()) return 0;
    if (first < 1 || first > static_cast<double>(utf16_length(text)) + 1) {
        call.fail(CellError::value);
        return 0;
    }
    return byte_offset(text, static_cast<std::size_t>(first) - 1);
}

Value find(Call& call) {
    const std::string wanted = call.text(0);
    const std::string text = call.text(1);
    const std::size_t from = start_of_search(call, text);
    const std::size_t found = text.find(wanted, from);
    if (found == std::string::npos) return CellError::value;
    return static_cast<double>(utf16_length(std::string_view(text).substr(0, found)) + 1);
}

Value search(Call& call) {
    const std::string wanted = fold_case(call.text(0));
    const std::string text = fold_case(call.text(1));
    const std::size_t from = start_of_search(call, text);
    const std::size_t found =
        has_wildcards(wanted) ? find_wildcards(wanted, text, from) : text.find(wanted, from);
    if (found == std::string::npos) return CellError::value;
    return static_cast<double>(utf16_length(std::string_view(text).substr(0, found)) + 1);
}

Value substitute(Call& call) {
    const std::string text = call.text(0);
    const std::string wanted = call.text(1);
    const std::string replacement = call.text(2);
    const double instance = call.whole_number_or(3, 0);
    if (call.size() > 3 && instance < 1) return CellError::value;
    if (wanted.empty()) return text;
    std::string result;
    double seen = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t found = text.find(wanted, at);
        if (found == std::string::npos) {
            result.append(text, at);
            break;
        }
        ++seen;
        result.append(text, at, found - at);
        result += instance == 0 || instance == seen ? replacement : wanted;
        if (result.size() > 8 * max_text_length) return CellError::value;
        at = found + wanted.size();
    }
    return checked_text(std::move(result));
}

Value replace(Call& call) {
    const std::string text = call.text(0);
    const double first = call.whole_number(1);
    const double count = call.whole_number(2);
    const std::string replacement = call.text(3);
    if (call.failed()) return 0.0;
    if (first < 1 || count < 0) return CellError::value;
    const std::size_t begin = byte_offset(text, static_cast<std::size_t>(std::min(first, 1e6)) - 1);
    const std::size_t length =
        byte_offset(std::string_view(text).substr(begin), static_cast<std::size_t>(std::min(count, 1e6)));
    return checked_text(text.substr(0, begin) + replacement + text.substr(begin + length));
}

Value exact(Call& call) {
    const std::string first = call.text(0);
    return first == call.text(1);
}

Value text(Call& call) {
    const CellValue value = call.single(0);
    if (const auto* error = std::get_if<CellError>(&value)) return *error;
    const std::string format = call.text(1);
    if (call.failed()) return 0.0;
    auto result = format_value(value, format, call.dates());
    if (!result) return CellError::value;
    return checked_text(std::move(*result));
}

Value value(Call& call) {
    const CellValue single = call.single(0);
    if (std::holds_alternative<bool>(single)) return CellError::value;
    return call.number(0);
}

/// Every value of the arguments from `first` on, as text, one after the other; blanks too where asked for.
template <class Visit>
void each_text(Call& call, std::size_t first, Visit visit) {
    for (std::size_t i = first; i < call.size() && !call.failed(); ++i) {
        if (call.value(i).is_missing()) {
            visit(std::string());
            continue;
        }
        for (const CellValue& cell : call.array(i).cells) {
            auto item = to_plain_text(cell);
            if (const auto* error = std::get_if<CellError>(&item)) return call.fail(*error);
            visit(std::get<std::string>(std::move(item)));
        }
    }
}

Value concatenate(Call& call) {
    std::string result;
    for (std::size_t i = 0; i < call.size(); ++i) result += call.text(i);
    return checked_text(std::move(result));
}

Value concat(Call& call) {
    std::string result;
    each_text(call, 0, [&](const std::string& item) {
        if (result.size() < 8 * max_text_length) result += item;
    });
    return checked_text(std::move(result));
}

Value textjoin(Call& call) {
    std::vector<std::string> delimiters;
    for (const CellValue& cell : call.array(0).cells) {
        auto item = to_plain_text(cell);
        if (const auto* error = std::get_if<CellError>(&item)) return *error;
        delimiters.push_back(std::get<std::string>(std::move(item)));
    }
    const bool skip_empty = call.boolean_or(1, true);
    std::string result;
    std::size_t joined = 0;
    each_text(call, 2, [&](const std::string& item) {
        if ((skip_empty && item.empty()) || result.size() > 8 * max_text_length) return;
        if (joined > 0) result += delimiters[(joined - 1) % delimiters.size()];
        ++joined;
        result += item;
    });
    return checked_text(std::move(result));
}

constexpr FunctionRow text_rows[] = {
    {"CONCAT", 1, any_number, "|a", concat},
    {"CONCATENATE", 1, any_number, "|v", concatenate},
    {"EXACT", 2, 2, "vv", exact},
    {"FIND", 2, 3, "vvv", find},
    {"FINDB", 2, 3, "vvv", find},
    {"LEFT", 1, 2, "vv", left},
    {"LEFTB", 1, 2, "vv", left},
    {"LEN", 1, 1, "v", len},
    {"LENB", 1, 1, "v", len},
    {"LOWER", 1, 1, "v", lower},
    {"MID", 3, 3, "vvv", mid},
    {"MIDB", 3, 3, "vvv", mid},
    {"PROPER", 1, 1, "v", proper},
    {"REPLACE", 4, 4, "vvvv", replace},
    {"REPLACEB", 4, 4, "vvvv", replace},
    {"RIGHT", 1, 2, "vv", right},
    {"RIGHTB", 1, 2, "vv", right},
    {"SEARCH", 2, 3, "vvv", search},
    {"SEARCHB", 2, 3, "vvv", search},
    {"SUBSTITUTE", 3, 4, "vvvv", substitute},
    {"TEXT", 2, 2, "vv", text},
    {"TEXTJOIN", 3, any_number, "av|a", textjoin},
    {"TRIM", 1, 1, "v", trim},
    {"UPPER", 1, 1, "v", upper},
    {"VALUE", 1, 1, "v", value},
};

}  // namespace

std::span<const FunctionRow> functions_text() {
    return text_rows;
}

}  // namespace scorebook::formula
