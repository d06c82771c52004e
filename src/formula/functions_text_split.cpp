// functions_text_split.cpp - text cut at delimiters: TEXTBEFORE, TEXTAFTER, TEXTSPLIT.
#include <algorithm>
#include <cmath>

#include "formula/array_shape.hpp"
#include "formula/function_families.hpp"
#include "formula/text_limit.hpp"

namespace scorebook::formula {
namespace {

enum class Case { matters, folded };

/// Argument `index`: 0 case matters, 1 it doesn't.
Case case_argument(Call& call, std::size_t index) {
    const double mode = call.whole_number_or(index, 0);
    if (mode != 0 && mode != 1) call.fail(CellError::value);
    return mode == 1 ? Case::folded : Case::matters;
}

/// The delimiters of an argument, one or an array of them.
std::vector<std::string> delimiters(Call& call, std::size_t index) {
    std::vector<std::string> result;
    if (!call.has(index)) return result;
    for (const CellValue& cell : call.array(index).cells) {
        auto text = to_plain_text(cell);
        if (const auto* error = std::get_if<CellError>(&text)) {
            call.fail(*error);
            return result;
        }
        result.push_back(std::get<std::string>(std::move(text)));
    }
    return result;
}

struct Found {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Length of the longest delimiter that stands at byte `at` of `text`; 0 for none.
std::size_t delimiter_at(std::string_view text, std::size_t at, const std::vector<std::string>& wanted,
                         Case letters) {
    std::size_t longest = 0;
    for (const std::string& delimiter : wanted) {
        const std::string_view here = text.substr(at, delimiter.size());
        if (delimiter.size() <= longest || here.size() < delimiter.size()) continue;
        if (letters == Case::folded ? equal_fold(here, delimiter) : here == delimiter)
            longest = delimiter.size();
    }
    return longest;
}

/// Where the delimiters stand, none inside another.
std::vector<Found> find_all(std::string_view text, const std::vector<std::string>& wanted, Case letters) {
    std::vector<Found> result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = delimiter_at(text, at, wanted, letters);
        if (length > 0) result.push_back({at, at + length});
        at += std::max<std::size_t>(length, 1);
    }
    return result;
}

/// The delimiter that arguments 1 to 4 name; empty when it isn't there. The ends of the text count as one
/// where argument 4 says so.
std::optional<Found> chosen_delimiter(Call& call, const std::string& text) {
    const std::vector<std::string> wanted = delimiters(call, 1);
    // Cut downwards: -1.2 is the second from the end.
    const double instance = std::floor(call.number_or(2, 1));
    const Case letters = case_argument(call, 3);
    const double match_end = call.whole_number_or(4, 0);
    if (match_end != 0 && match_end != 1) call.fail(CellError::value);
    const bool too_long = std::any_of(wanted.begin(), wanted.end(),
                                      [&](const std::string& d) { return d.size() > text.size(); });
    // Only where an instance is asked for is such a delimiter a mistake.
    if (too_long && call.has(2) && !text.empty()) call.fail(CellError::value);
    if (instance == 0 || std::abs(instance) > std::max<double>(1, static_cast<double>(utf16_length(text))))
        call.fail(CellError::value);
    if (call.failed()) return std::nullopt;
    // Nothing is found at once, from whichever end one comes.
    const bool finds_nothing =
        std::any_of(wanted.begin(), wanted.end(), [](const std::string& d) { return d.empty(); });
    if (finds_nothing) return instance > 0 ? Found{0, 0} : Found{text.size(), text.size()};
    const std::vector<Found> all = find_all(text, wanted, letters);
    const auto which = static_cast<std::size_t>(std::abs(instance));
    if (which <= all.size()) return instance > 0 ? all[which - 1] : all[all.size() - which];
    if (match_end == 0 || which != all.size() + 1) return std::nullopt;
    return instance > 0 ? Found{text.size(), text.size()} : Found{0, 0};
}

Value not_found(Call& call) {
    if (call.has(5)) {
        const CellValue otherwise = call.single(5);
        return is_blank(otherwise) ? Value("") : Value(otherwise);
    }
    return CellError::not_available;
}

Value textbefore(Call& call) {
    const std::string text = call.text(0);
    const auto found = chosen_delimiter(call, text);
    if (!found) return not_found(call);
    return text.substr(0, found->begin);
}

Value textafter(Call& call) {
    const std::string text = call.text(0);
    const auto found = chosen_delimiter(call, text);
    if (!found) return not_found(call);
    return text.substr(found->end);
}

/// `text` in pieces; all of it when there are no delimiters.
std::vector<std::string> pieces(const std::string& text, const std::vector<std::string>& wanted, Case letters,
                                bool ignore_empty) {
    std::vector<std::string> result;
    auto add = [&](std::size_t begin, std::size_t end) {
        if (!ignore_empty || end > begin) result.push_back(text.substr(begin, end - begin));
    };
    std::size_t begin = 0;
    for (const Found& found : find_all(text, wanted, letters)) {
        add(begin, found.begin);
        begin = found.end;
    }
    add(begin, text.size());
    return result;
}

Value textsplit(Call& call) {
    const std::string text = call.text(0);
    const std::vector<std::string> across = delimiters(call, 1);
    const std::vector<std::string> down = delimiters(call, 2);
    const bool ignore_empty = call.boolean_or(3, false);
    const Case letters = case_argument(call, 4);
    const CellValue padding = call.has(5) ? call.single(5) : CellValue(CellError::not_available);
    if (call.failed()) return 0.0;
    if (across.empty() && down.empty()) return CellError::value;
    for (const auto* list : {&across, &down}) {
        if (std::any_of(list->begin(), list->end(), [](const std::string& d) { return d.empty(); }))
            return CellError::value;
    }
    if (text.empty()) return CellError::calc;
    std::vector<std::vector<std::string>> lines;
    std::size_t width = 0;
    for (const std::string& line : pieces(text, down, letters, ignore_empty)) {
        lines.push_back(pieces(line, across, letters, ignore_empty));
        width = std::max(width, lines.back().size());
    }
    Array result = sized_array(call, static_cast<double>(lines.size()), static_cast<double>(width));
    if (call.failed()) return 0.0;
    for (std::size_t r = 0; r < lines.size(); ++r) {
        for (std::size_t c = 0; c < width; ++c) {
            result.at(r, c) = c < lines[r].size() ? CellValue(std::move(lines[r][c])) : padding;
        }
    }
    return result;
}

constexpr FunctionRow text_split_rows[] = {
    {"TEXTAFTER", 2, 6, "vavvvv", textafter},
    {"TEXTBEFORE", 2, 6, "vavvvv", textbefore},
    {"TEXTSPLIT", 2, 6, "vaavvv", textsplit},
};

}  // namespace

std::span<const FunctionRow> functions_text_split() {
    return text_split_rows;
}

}  // namespace scorebook::formula
