// stranded_items.cpp - check "stranded_items": a list that says of how many it tells ("Of the 20 enquiries,
// the outcomes were as follows:") and whose items make another number (A03), or lie beyond the next table
// (S14, D-09).
#include <algorithm>
#include <optional>

#include "checks/built_in_checks.hpp"
#include "checks/sheet_texts.hpp"
#include "checks/wording.hpp"
#include "tables/plain_text.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

constexpr std::size_t shortest_item = 3;
constexpr std::size_t longest_item = 300;
/// Items of one list stand no farther apart than this.
constexpr std::uint32_t widest_item_gap = 2;

struct Line {
    std::size_t sheet_index = 0;
    CellRef cell;
    std::string text;
};

struct List {
    const Line* first = nullptr;
    const Line* last = nullptr;
    std::int64_t sum = 0;
    std::size_t items = 0;
};

std::string_view without_bullet(std::string_view text) {
    while (!text.empty()) {
        std::string_view rest = text;
        const char32_t mark = take_code_point(rest);
        if (!is_bullet(mark) && !is_dash(mark) && !is_space(mark)) break;
        text = rest;
    }
    return text;
}

bool is_bullet_line(std::string_view text) {
    return without_bullet(text).size() < text.size();
}

/// "4 not upheld" is 4, "None were upheld" 0.
std::optional<std::int64_t> count_of_item(std::string_view text) {
    const std::string_view rest = without_bullet(text);
    if (rest.size() > longest_item) return std::nullopt;
    const std::string plain = folded(rest);
    if (plain.starts_with("none ") || plain == "none") return 0;
    std::int64_t count = 0;
    std::size_t digits = 0;
    while (digits < plain.size() && digits < 7 && plain[digits] >= '0' && plain[digits] <= '9')
        count = count * 10 + (plain[digits++] - '0');
    // "5. Next steps", "12%", "3rd" and "1.10" count nothing.
    const bool is_count = digits > 0 && digits + 1 < plain.size() && plain[digits] == ' ' &&
                          plain[digits + 1] >= 'a' && plain[digits + 1] <= 'z';
    return is_count ? std::optional(count) : std::nullopt;
}

/// How many things a sentence says its list is of.
std::optional<std::int64_t> announced(std::string_view text) {
    const std::string plain = folded(text);
    const bool opens_list = plain.find("as follows") != std::string::npos || plain.ends_with(':');
    const std::size_t at = plain.find("of the ");
    if (!opens_list || at == std::string::npos) return std::nullopt;
    return count_of_item(plain.substr(at + 7));
}

std::vector<Line> lines_of(const CheckContext& context) {
    std::vector<Line> lines;
    for (const SheetText& text : texts_outside_tables(context, shortest_item)) {
        std::size_t begin = 0;
        while (begin <= text.text.size()) {
            const std::size_t end = std::min(text.text.find('\n', begin), text.text.size());
            const std::string_view line = trimmed(std::string_view(text.text).substr(begin, end - begin));
            if (!line.empty()) lines.push_back({text.sheet_index, text.cell, std::string(line)});
            begin = end + 1;
        }
    }
    return lines;
}

bool follows(const Line& above, const Line& below) {
    return above.sheet_index == below.sheet_index && above.cell.column_index == below.cell.column_index &&
           below.cell.row_index - above.cell.row_index <= widest_item_gap;
}

/// The run of items that begins at `i`, which is moved past it.
List take_list(const std::vector<Line>& lines, std::size_t& i) {
    List list;
    while (i < lines.size()) {
        if (list.last && !follows(*list.last, lines[i])) break;
        const auto count = count_of_item(lines[i].text);
        if (!count || announced(lines[i].text)) break;
        if (!list.first) list.first = &lines[i];
        list.last = &lines[i++];
        list.sum += *count;
        ++list.items;
    }
    return list;
}

struct Announcement {
    const Line* lead = nullptr;
    std::int64_t whole = 0;
    List list;
};

bool allows_several(const std::vector<Line>& lines, std::size_t sheet_index) {
    return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
        const std::string plain = folded(line.text);
        return line.sheet_index == sheet_index && (plain.find("multiple") != std::string::npos ||
                                                   plain.find("more than one") != std::string::npos);
    });
}

Finding finding_of(const CheckContext& context, const Line& line, std::string_view rule, Severity severity) {
    Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.sheet = context.current.workbook->sheets()[line.sheet_index].name;
    finding.cell = line.cell;
    return finding;
}

void tell(const CheckContext& context, const Announcement& told, std::vector<List>& strays, Report& report) {
    const std::string whole = std::to_string(told.whole);
    const auto stray = std::find_if(strays.begin(), strays.end(), [&](const List& list) {
        return list.first->sheet_index == told.lead->sheet_index && told.list.last->cell < list.first->cell &&
               list.sum == told.whole - told.list.sum;
    });
    if (stray == strays.end()) {
        Finding finding = finding_of(context, *told.lead, "A03", Severity::error);
        finding.message = "The text says '" + shortened(told.lead->text, 80) + "', but the " +
                          counted(told.list.items, "item", "items") + " of its list make " +
                          std::to_string(told.list.sum) + ", not " + whole + ".";
        finding.advice = "Look for a missing item, or correct the figures.";
        finding.evidence = {{"said", whole}, {"items make", std::to_string(told.list.sum)}};
        report.findings.push_back(std::move(finding));
        return;
    }
    Finding finding = finding_of(context, *stray->first, "S14", Severity::warning);
    finding.message = "'" + shortened(stray->first->text, 60) + "' seems to belong to the list under '" +
                      shortened(told.lead->text, 60) + "' (" + to_a1(told.lead->cell) +
                      "): only with it do the items make " + whole + ".";
    finding.advice = "Move it up to the rest of its list.";
    report.findings.push_back(std::move(finding));
    strays.erase(stray);
}

}  // namespace

void check_stranded_items(const CheckContext& context, Report& report) {
    const std::vector<Line> lines = lines_of(context);
    std::vector<Announcement> told;
    std::vector<List> strays;
    for (std::size_t i = 0; i < lines.size();) {
        const auto whole = announced(lines[i].text);
        if (whole) {
            const Line* lead = &lines[i++];
            if (i == lines.size() || !follows(*lead, lines[i])) continue;
            const List list = take_list(lines, i);
            const bool goes_on = i < lines.size() && list.last && follows(*list.last, lines[i]) &&
                                 is_bullet_line(lines[i].text);
            // An item without a count leaves the sum open.
            if (list.items > 1 && !goes_on && list.sum != *whole) told.push_back({lead, *whole, list});
            continue;
        }
        const List list = take_list(lines, i);
        if (list.items > 0 && list.sum >= 0) strays.push_back(list);
        if (list.items == 0) ++i;
    }
    for (const Announcement& announcement : told) {
        if (!allows_several(lines, announcement.lead->sheet_index))
            tell(context, announcement, strays, report);
    }
}

}  // namespace scorebook
