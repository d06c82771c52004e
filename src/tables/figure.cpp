// figure.cpp - reading figures: digits, thousands, scale and unit, whole cells and inside sentences.
#include "tables/figure.hpp"

#include <array>

#include "tables/figure_text.hpp"
#include "tables/plain_text.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

constexpr std::size_t longest_figure = 80;

struct UnitWord {
    std::string_view word;
    FigureUnit unit;
    std::int64_t factor;
};

constexpr std::array<UnitWord, 29> unit_words{{
    {"percentage points", FigureUnit::points, 1},
    {"percentage point", FigureUnit::points, 1},
    {"per cent", FigureUnit::percent, 1},
    {"percent", FigureUnit::percent, 1},
    {"%", FigureUnit::percent, 1},
    {"pp", FigureUnit::points, 1},
    {"seconds", FigureUnit::seconds, 1},
    {"second", FigureUnit::seconds, 1},
    {"secs", FigureUnit::seconds, 1},
    {"sec", FigureUnit::seconds, 1},
    {"minutes", FigureUnit::seconds, 60},
    {"minute", FigureUnit::seconds, 60},
    {"mins", FigureUnit::seconds, 60},
    {"min", FigureUnit::seconds, 60},
    {"hours", FigureUnit::seconds, 3600},
    {"hour", FigureUnit::seconds, 3600},
    {"hrs", FigureUnit::seconds, 3600},
    {"working days", FigureUnit::working_days, 1},
    {"working day", FigureUnit::working_days, 1},
    {"fte days", FigureUnit::days, 1},
    {"days", FigureUnit::days, 1},
    {"day", FigureUnit::days, 1},
    {"weeks", FigureUnit::days, 7},
    {"week", FigureUnit::days, 7},
    {"months", FigureUnit::months, 1},
    {"month", FigureUnit::months, 1},
    {"years", FigureUnit::months, 12},
    {"pounds", FigureUnit::pounds, 1},
    {"hr", FigureUnit::seconds, 3600},
}};

struct ScaleWord {
    std::string_view word;
    std::int64_t factor;
};

constexpr std::array<ScaleWord, 9> scale_words{{
    {"million", 1'000'000},
    {"billion", 1'000'000'000},
    {"thousand", 1'000},
    {"bn", 1'000'000'000},
    {"mn", 1'000'000},
    {"k", 1'000},
    {"m", 1'000'000},
    {"b", 1'000'000'000},
    {"", 1},
}};

/// One figure from the start of a text on.
class FigureReader {
  public:
    /// `is_whole`: the text is a cell's whole content, so that signs and spaced thousands can't be anything
    /// else.
    FigureReader(std::string_view text, bool is_whole) : rest_(text), is_whole_(is_whole) {}

    std::optional<Figure> read() {
        const bool has_bracket = is_whole_ && take('(');  // in a sentence brackets are brackets
        bool is_negative = has_bracket || take_minus();
        const bool has_pound = take(pound_sign);
        if (has_pound) {
            while (take(' ')) {
            }
        }
        const bool has_inner_bracket = has_pound && is_whole_ && !has_bracket && take('(');
        is_negative = is_negative || has_inner_bracket || (has_pound && take_minus());
        figure_.unit = has_pound ? FigureUnit::pounds : FigureUnit::none;
        if (!read_digits()) return std::nullopt;
        if (!figure_.is_clock) {
            if ((has_bracket || has_inner_bracket) && take(')')) closed_ = true;
            read_scale();
            read_unit();
        }
        if (has_bracket || has_inner_bracket) {
            if (!closed_ && !take(')')) return std::nullopt;
        }
        figure_.number.value = digits_ * factor_;
        figure_.number.step = Fraction::power_of_ten(-figure_.places) * factor_;
        if (figure_.is_clock) figure_.number.step = clock_step_;
        if (is_negative) figure_.number.value = -figure_.number.value;
        if (!figure_.number.value.is_known()) return std::nullopt;
        return figure_;
    }

    std::string_view rest() const { return rest_; }

  private:
    bool take(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    bool take_minus() {
        const bool is_sign = rest_.size() > 1 && (rest_[0] == '-' || (is_whole_ && rest_[0] == '+')) &&
                             (is_digit(rest_[1]) || rest_[1] == pound_sign || rest_[1] == '.' ||
                              (is_whole_ && rest_[1] == ' '));
        if (!is_sign) return false;
        const bool is_minus = rest_[0] == '-';
        rest_.remove_prefix(1);
        while (take(' ')) {
        }
        return is_minus;
    }

    std::string_view take_digits() {
        std::size_t end = 0;
        while (end < rest_.size() && is_digit(rest_[end])) ++end;
        const std::string_view digits = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return digits;
    }

    /// Whether `sep` and exactly three digits come next.
    bool has_group(char sep) const {
        return rest_.size() >= 4 && rest_[0] == sep && is_digit(rest_[1]) && is_digit(rest_[2]) &&
               is_digit(rest_[3]) && (rest_.size() == 4 || !is_digit(rest_[4]));
    }

    bool read_digits() {
        std::string number(take_digits());
        if (number.size() > 15) return false;
        if (number.empty() && !(rest_.size() > 1 && rest_[0] == '.' && is_digit(rest_[1]))) return false;
        if (rest_.size() > 2 && rest_[0] == ':' && is_digit(rest_[1]) && is_digit(rest_[2]))
            return read_clock(number);
        if (!number.empty() && number.size() <= 3) {
            const bool may_be_spaced = is_whole_ || figure_.unit == FigureUnit::pounds;
            while (has_group(',') || (may_be_spaced && has_group(' '))) {
                figure_.has_spaced_thousands |= rest_[0] == ' ';
                number += rest_.substr(1, 3);
                rest_.remove_prefix(4);
            }
        }
        if (rest_.size() > 1 && rest_[0] == '.' && is_digit(rest_[1])) {
            rest_.remove_prefix(1);
            const std::string_view decimals = take_digits();
            figure_.places = static_cast<int>(decimals.size());
            number += "." + std::string(decimals);
        }
        const auto value = Fraction::parse(number);
        if (!value) return false;
        digits_ = *value;
        return true;
    }

    /// "00:41", "1:02:03". Two parts are minutes and seconds until somebody knows better.
    bool read_clock(const std::string& first) {
        std::int64_t seconds = 0;
        std::size_t parts = 1;
        const auto head = Fraction::parse(first);
        if (!head) return false;
        seconds = static_cast<std::int64_t>(head->to_double());
        while (parts < 3 && rest_.size() > 2 && rest_[0] == ':' && is_digit(rest_[1]) && is_digit(rest_[2])) {
            const int part = (rest_[1] - '0') * 10 + (rest_[2] - '0');
            if (part > 59) return false;
            seconds = seconds * 60 + part;
            rest_.remove_prefix(3);
            ++parts;
        }
        if (!rest_.empty() && is_digit(rest_.front())) return false;
        figure_.is_clock = true;
        figure_.unit = FigureUnit::seconds;
        digits_ = seconds;
        return true;
    }

    void read_scale() {
        for (const ScaleWord& scale : scale_words) {
            if (scale.word.empty()) return;
            std::string_view rest = rest_;
            while (scale.word.size() > 3 && rest.starts_with(' ')) rest.remove_prefix(1);
            if (!rest.starts_with(scale.word)) continue;
            rest.remove_prefix(scale.word.size());
            if (!rest.empty() && (is_lower(rest.front()) || is_digit(rest.front()))) continue;
            rest_ = rest;
            factor_ = scale.factor;
            return;
        }
    }

    void read_unit() {
        if (figure_.unit == FigureUnit::pounds) return;
        std::string_view rest = rest_;
        while (rest.starts_with(' ')) rest.remove_prefix(1);
        // "the 5 day target", "within 5-day": the hyphen joins.
        if (rest.starts_with('-') && rest.size() > 1 && is_lower(rest[1])) rest.remove_prefix(1);
        for (const UnitWord& unit : unit_words) {
            if (!rest.starts_with(unit.word)) continue;
            const std::string_view after = rest.substr(unit.word.size());
            if (is_lower(unit.word.back()) && !after.empty() && is_lower(after.front())) continue;
            rest_ = after;
            figure_.unit = unit.unit;
            factor_ = factor_ * unit.factor;
            return;
        }
    }

    std::string_view rest_;
    bool is_whole_;
    bool closed_ = false;
    Figure figure_;
    Fraction digits_;
    Fraction factor_ = 1;
    Fraction clock_step_ = 1;
};

/// "2014/15", "31/03/2016", "1.1.2", "5-6", "1.10": the inside of something that is no figure.
bool continues_as_other(std::string_view rest) {
    if (rest.empty()) return false;
    if (is_lower(rest.front())) return true;
    const bool is_joint =
        rest.front() == '/' || rest.front() == '.' || rest.front() == ':' || rest.front() == '-';
    return is_joint && rest.size() > 1 && is_digit(rest[1]);
}

/// "57 per 10,000": of a population, not of the figure.
void take_rate_base(std::string_view& rest) {
    for (const std::string_view base :
         {" per 100,000", " per 10,000", " per 1,000", " per 100000", " per 10000", " per 1000"}) {
        const bool is_number =
            rest.size() > base.size() && (is_digit(rest[base.size()]) || rest[base.size()] == ',');
        if (!rest.starts_with(base) || is_number) continue;
        rest.remove_prefix(base.size());
        for (const std::string_view whom : {" population", " of the population", " people"}) {
            if (rest == whom) rest = {};
        }
        return;
    }
}

}  // namespace

std::string_view to_text(FigureUnit unit) {
    switch (unit) {
        case FigureUnit::none:
            return "number";
        case FigureUnit::percent:
            return "percent";
        case FigureUnit::points:
            return "percentage points";
        case FigureUnit::pounds:
            return "pounds";
        case FigureUnit::seconds:
            return "time";
        case FigureUnit::days:
            return "days";
        case FigureUnit::working_days:
            return "working days";
        case FigureUnit::months:
            return "months";
    }
    return "";
}

std::optional<Figure> read_figure(std::string_view text) {
    if (text.size() > longest_figure) return std::nullopt;
    std::string note = take_note_marks(text);
    const std::string plain = plain_figures(text);
    std::string_view rest = plain;
    const auto before = take_comparator(rest);
    FigureReader reader(rest, true);
    auto figure = reader.read();
    if (!figure) return std::nullopt;
    rest = reader.rest();
    if (figure->unit == FigureUnit::none) take_rate_base(rest);
    const auto after = take_trailing_comparator(rest);
    if (rest.starts_with('*')) rest.remove_prefix(1);
    while (rest.starts_with(' ') || rest.starts_with('.')) rest.remove_prefix(1);
    if (!rest.empty() || (before && after)) return std::nullopt;
    figure->number.comparator = before ? *before : after ? *after : Comparator::equal;
    figure->note = std::move(note);
    return figure;
}

std::vector<PlacedFigure> find_figures(std::string_view text) {
    return find_plain_figures(plain_figures(text));
}

std::vector<PlacedFigure> find_plain_figures(std::string_view all) {
    std::vector<PlacedFigure> figures;
    // Words before a figure ("not greater than the") are shorter than this; most sentences have no digit
    // near.
    constexpr std::size_t longest_words = 64;
    std::size_t next_digit = 0;
    bool begins_word = true;
    for (std::size_t at = 0; at < all.size();) {
        if (next_digit <= at) next_digit = all.find_first_of("0123456789", at);
        if (next_digit == std::string_view::npos) break;
        std::string_view rest = all.substr(at);
        const bool may_begin = begins_word;
        begins_word =
            !is_lower(all[at]) && !is_digit(all[at]) && all[at] != '/' && all[at] != '.' && all[at] != '\'';
        if (!may_begin || next_digit - at > longest_words || !may_begin_figure(rest)) {
            ++at;
            continue;
        }
        const auto comparator = take_comparator(rest);
        FigureReader reader(rest, false);
        auto figure = reader.read();
        if (!figure || (figure->unit == FigureUnit::none && continues_as_other(reader.rest()))) {
            // The rest of "31/03/2016" is no figure either.
            std::size_t end = at + 1;
            if (is_digit(all[at])) {
                while (end < all.size() && all[end] != ' ') ++end;
            }
            begins_word = is_digit(all[at]) || begins_word;
            at = end;
            continue;
        }
        std::string_view after = reader.rest();
        const auto trailing = comparator ? std::nullopt : take_trailing_comparator(after);
        figure->number.comparator = comparator ? *comparator : trailing ? *trailing : Comparator::equal;
        const std::size_t end = all.size() - after.size();
        figures.push_back({std::move(*figure), at, end});
        at = end;
        begins_word = true;
    }
    return figures;
}

}  // namespace scorebook
