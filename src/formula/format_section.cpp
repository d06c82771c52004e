// format_section.cpp - number format text -> items.
#include "formula/format_section.hpp"

#include <algorithm>

#include "bytes/number_text.hpp"
#include "formula/code_point.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

using Kind = FormatItemKind;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

class SectionReader {
  public:
    SectionReader(std::string_view format, std::size_t& at) : format_(format), at_(at) {}

    std::optional<FormatSection> read() {
        while (at_ < format_.size() && format_[at_] != ';') {
            if (!read_item()) return std::nullopt;
        }
        tell_minutes_from_months();
        return std::move(section_);
    }

  private:
    std::string_view rest() const { return format_.substr(at_); }
    void add(Kind kind, std::string text) { section_.items.push_back({kind, std::move(text)}); }
    void add_literal(std::string_view text) {
        if (!section_.items.empty() && section_.items.back().kind == Kind::literal) {
            section_.items.back().text += text;
        } else {
            add(Kind::literal, std::string(text));
        }
    }

    bool read_item() {
        const char c = format_[at_];
        switch (c) {
            case '"':
                return read_quoted();
            case '\\':
                return read_escaped(true);
            case '_':
                // A space as wide as the next character.
                add_literal(" ");
                return read_escaped(false);
            case '*':
                return read_escaped(false);  // fills the cell's width; there is none here
            case '[':
                return read_bracket();
            case '0':
            case '#':
            case '?':
                ++at_;
                add(Kind::digit, std::string(1, c));
                return true;
            case '.':
                return read_point();
            case ',':
                ++at_;
                add(Kind::comma, ",");
                return true;
            case '%':
                ++at_;
                add(Kind::percent, "%");
                return true;
            case '/':
                ++at_;
                add(Kind::slash, "/");
                return true;
            case '@':
                ++at_;
                add(Kind::text, "@");
                return true;
            default:
                break;
        }
        if (equal_fold(rest().substr(0, 7), "General")) return at_ += 7, add(Kind::general, {}), true;
        if (equal_fold(rest().substr(0, 5), "AM/PM")) return add(Kind::am_pm, "AM/PM"), at_ += 5, true;
        if (equal_fold(rest().substr(0, 3), "A/P"))
            return add(Kind::am_pm, std::string(rest().substr(0, 3))), at_ += 3, true;
        const char letter = lower(c);
        if (letter == 'e' && at_ + 1 < format_.size() &&
            (format_[at_ + 1] == '+' || format_[at_ + 1] == '-')) {
            add(Kind::exponent, std::string(format_.substr(at_, 2)));
            at_ += 2;
            return true;
        }
        if (letter == 'd' || letter == 'm' || letter == 'y' || letter == 'h' || letter == 's' ||
            letter == 'e') {
            std::size_t length = 0;
            while (length < rest().size() && lower(rest()[length]) == letter) ++length;
            add(Kind::date, std::string(length, letter));
            at_ += length;
            return true;
        }
        // Excel refuses formats with bare letters it doesn't know.
        if ((letter >= 'a' && letter <= 'z' && letter != 'x')) return false;
        const std::size_t length = code_point_length(rest());
        add_literal(rest().substr(0, length));
        at_ += length;
        return true;
    }

    bool read_quoted() {
        const std::size_t close = format_.find('"', at_ + 1);
        if (close == std::string_view::npos) return false;
        add_literal(format_.substr(at_ + 1, close - at_ - 1));
        at_ = close + 1;
        return true;
    }

    bool read_escaped(bool shown) {
        ++at_;
        if (at_ >= format_.size()) return !shown;
        const std::size_t length = code_point_length(rest());
        if (shown) add_literal(rest().substr(0, length));
        at_ += length;
        return true;
    }

    bool read_point() {
        ++at_;
        // "ss.000": fractions of a second.
        bool seconds = false;
        for (const FormatItem& item : section_.items) {
            if ((item.kind == Kind::date || item.kind == Kind::elapsed) && item.text[0] == 's')
                seconds = true;
        }
        if (seconds && at_ < format_.size() && format_[at_] == '0') {
            std::string zeros;
            while (at_ < format_.size() && format_[at_] == '0') zeros += format_[at_++];
            add(Kind::fraction, zeros);
        } else {
            add(Kind::point, ".");
        }
        return true;
    }

    bool read_bracket() {
        const std::size_t close = format_.find(']', at_);
        if (close == std::string_view::npos) return false;
        const std::string_view inside = format_.substr(at_ + 1, close - at_ - 1);
        at_ = close + 1;
        if (inside.empty()) return false;
        const char first = lower(inside[0]);
        const bool same =
            std::all_of(inside.begin(), inside.end(), [&](char c) { return lower(c) == first; });
        if (same && (first == 'h' || first == 'm' || first == 's')) {
            add(Kind::elapsed, std::string(inside.size(), first));
            return true;
        }
        if (first == '$') {
            // [$£-809]: the currency sign, then the language.
            add_literal(inside.substr(
                1, inside.find('-') == std::string_view::npos ? inside.size() : inside.find('-') - 1));
            return true;
        }
        if (first == '<' || first == '>' || first == '=') {
            FormatCondition condition;
            std::size_t length = 1;
            if (inside.size() > 1 && (inside[1] == '=' || inside[1] == '>')) length = 2;
            condition.comparison = std::string(inside.substr(0, length));
            while (length < inside.size() && inside[length] == ' ') ++length;
            const auto number = parse_number(inside.substr(length));
            if (!number) return false;
            condition.value = *number;
            section_.condition = condition;
        }
        return true;  // a colour
    }

    void tell_minutes_from_months() {
        auto& items = section_.items;
        std::string before;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].kind != Kind::date && items[i].kind != Kind::elapsed) continue;
            if (items[i].kind == Kind::date && items[i].text[0] == 'm' && items[i].text.size() <= 2) {
                std::string after;
                for (std::size_t k = i + 1; k < items.size() && after.empty(); ++k) {
                    if (items[k].kind == Kind::date || items[k].kind == Kind::elapsed) after = items[k].text;
                }
                if ((!before.empty() && (before[0] == 'h' || before[0] == 's')) ||
                    (!after.empty() && after[0] == 's')) {
                    items[i].kind = Kind::minutes;
                }
            }
            before = items[i].text;
        }
    }

    std::string_view format_;
    std::size_t& at_;
    FormatSection section_;
};

}  // namespace

bool FormatCondition::holds(double number) const {
    if (comparison == "<") return number < value;
    if (comparison == "<=") return number <= value;
    if (comparison == ">") return number > value;
    if (comparison == ">=") return number >= value;
    if (comparison == "<>") return number != value;
    return number == value;
}

bool FormatSection::has(FormatItemKind kind) const {
    return std::any_of(items.begin(), items.end(), [&](const FormatItem& item) { return item.kind == kind; });
}

bool FormatSection::is_date() const {
    return has(Kind::date) || has(Kind::minutes) || has(Kind::elapsed) || has(Kind::am_pm);
}

std::optional<std::vector<FormatSection>> read_format(std::string_view format) {
    std::vector<FormatSection> sections;
    for (std::size_t at = 0;; ++at) {
        auto section = SectionReader(format, at).read();
        if (!section || sections.size() == 4) return std::nullopt;
        sections.push_back(std::move(*section));
        if (at >= format.size()) return sections;
    }
}

}  // namespace scorebook::formula
