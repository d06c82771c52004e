// return_record.cpp - one line a thing, fields parted by tabs. The first field says what the line is:
//
//     scorebook-return 3
//     record   file  workbook  error  changes  not_checked  report  key  judged_on
//     finding  rule  severity  sheet  place  record  message  advice
//     kind     name  title  period  until  theme  matrix_size
//     band     word  from  to  fill  text
//     heading  name
//     entry    table section sheet cell record title theme owner rag target movement publication flags
//              impact likelihood
//     point    heading  number                          belongs to the entry above it
//     value    heading  cell  text  number  unit  state belongs to the entry above it
#include "scorebook/return_record.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "bytes/number_text.hpp"
#include "report/finding_place.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

namespace {

constexpr std::string_view first_line = "scorebook-return 3";

/// What stands for a character after a backslash; '\0' when it stands for itself.
constexpr std::array<char, 256> escapes = [] {
    std::array<char, 256> table{};
    table['\t'] = 't';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\\'] = '\\';
    return table;
}();

class LineWriter {
  public:
    explicit LineWriter(std::string& text) : text_(text) {}

    template <typename... Fields>
    void line(std::string_view what, const Fields&... fields) {
        text_ += what;
        (field(fields), ...);
        text_ += '\n';
    }

  private:
    void field(std::string_view value) {
        text_ += '\t';
        if (!has_any(value, [](char c) { return (c >= 0 && c < ' ') || c == '\\'; })) {
            text_ += value;
            return;
        }
        for (std::size_t begin = 0;;) {
            std::size_t end = begin;
            while (end < value.size() && escapes[static_cast<unsigned char>(value[end])] == '\0') ++end;
            text_ += value.substr(begin, end - begin);
            if (end == value.size()) return;
            text_ += '\\';
            text_ += escapes[static_cast<unsigned char>(value[end])];
            begin = end + 1;
        }
    }
    void field(const std::string& value) { field(std::string_view(value)); }
    void field(const char* value) { field(std::string_view(value)); }
    void field(CellRef cell) { field(to_a1(cell)); }
    void field(double number) {
        text_ += '\t';
        text_ += number_to_text(number);
    }
    void field(const std::optional<double>& number) {
        text_ += '\t';
        if (number) text_ += number_to_text(*number);
    }
    void field(std::uint64_t number) {
        text_ += '\t';
        text_ += std::to_string(number);
    }
    void field(std::uint32_t number) { field(std::uint64_t{number}); }
    void field(int number) { field(static_cast<std::uint64_t>(number)); }
    void field(const std::optional<CalendarDate>& date) {
        text_ += '\t';
        if (!date) return;
        std::string digits = std::to_string(date->year * 10'000 + date->month * 100 + date->day);
        digits.insert(0, 8 - std::min<std::size_t>(digits.size(), 8), '0');
        text_ += digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6);
    }

    std::string& text_;
};

std::string flags_of(const CollectedEntry& entry) {
    std::string flags;
    if (entry.is_period) flags += 'p';
    if (entry.has_score) flags += 's';
    if (entry.is_opportunity) flags += 'o';
    if (entry.polarity == Polarity::lower_is_better) flags += 'l';
    if (entry.polarity == Polarity::higher_is_better) flags += 'h';
    if (entry.first_is_plan) flags += 'f';
    return flags;
}

/// The fields of one line, taken one after the other. A field that isn't there or isn't of its kind makes the
/// whole text unreadable.
class LineReader {
  public:
    explicit LineReader(std::string_view line) : rest_(line) {}

    bool is_good() const { return is_good_; }

    std::string text() {
        const std::string_view raw = raw_field();
        if (raw.find('\\') == std::string_view::npos) return std::string(raw);
        std::string value;
        for (std::size_t i = 0; i < raw.size(); ++i) {
            if (raw[i] != '\\' || i + 1 == raw.size()) {
                value += raw[i];
                continue;
            }
            const char c = raw[++i];
            value += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
        }
        return value;
    }

    std::optional<double> maybe_number() {
        const std::string_view raw = raw_field();
        if (raw.empty()) return std::nullopt;
        const auto number = parse_number(raw);
        if (!number) is_good_ = false;
        return number;
    }
    double number() {
        const auto number = maybe_number();
        if (!number) is_good_ = false;
        return number.value_or(0);
    }
    template <typename Whole = std::uint32_t>
    Whole whole() {
        const std::string_view raw = raw_field();
        Whole value = 0;
        const auto [end, error] = std::from_chars(raw.data(), raw.data() + raw.size(), value);
        if (error != std::errc() || end != raw.data() + raw.size()) is_good_ = false;
        return value;
    }
    CellRef cell() {
        const auto cell = parse_cell(raw_field());
        if (!cell) is_good_ = false;
        return cell.value_or(CellRef{});
    }
    std::optional<CalendarDate> date() {
        const std::string_view raw = raw_field();
        if (raw.empty()) return std::nullopt;
        const auto date = parse_date(raw);
        if (!date) is_good_ = false;
        return date;
    }

  private:
    std::string_view raw_field() {
        if (is_done_) {
            is_good_ = false;
            return {};
        }
        const std::size_t tab = rest_.find('\t');
        const std::string_view field = rest_.substr(0, tab);
        is_done_ = tab == std::string_view::npos;
        rest_ = is_done_ ? std::string_view() : rest_.substr(tab + 1);
        return field;
    }

    std::string_view rest_;
    bool is_done_ = false;
    bool is_good_ = true;
};

class RecordReader {
  public:
    /// False when the line isn't one of a record.
    bool take(std::string_view line) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) return false;
        const std::string_view what = line.substr(0, tab);
        LineReader fields(line.substr(tab + 1));
        if (what == "value") return take_value(fields);
        if (what == "point") return take_point(fields);
        if (what == "entry") return take_entry(fields);
        if (what == "heading") {
            record.collected.headings.push_back(fields.text());
            return fields.is_good();
        }
        if (what == "finding") return take_finding(fields);
        if (what == "band") return take_band(fields);
        if (what == "kind") return take_kind(fields);
        return what == "record" && take_record(fields);
    }

    ReturnRecord record;

  private:
    bool take_record(LineReader& fields) {
        record.file = fields.text();
        record.workbook = fields.text();
        record.error = fields.text();
        record.changes = fields.whole<std::size_t>();
        record.not_checked = fields.whole<std::size_t>();
        record.report = fields.text();
        record.key = fields.text();
        record.judged_on = fields.date();
        return fields.is_good();
    }

    bool take_finding(LineReader& fields) {
        Finding finding;
        finding.rule = fields.text();
        const std::string severity = fields.text();
        for (const Severity each : {Severity::info, Severity::warning, Severity::error}) {
            if (to_text(each) == severity) finding.severity = each;
        }
        finding.sheet = fields.text();
        if (const auto range = parse_range(fields.text())) {
            finding.cell = range->first;
            if (range->first != range->last) finding.range = range;
        }
        finding.record = fields.text();
        finding.message = fields.text();
        finding.advice = fields.text();
        record.findings.push_back(std::move(finding));
        return fields.is_good();
    }

    bool take_kind(LineReader& fields) {
        CollectedReturn& collected = record.collected;
        collected.kind = fields.text();
        collected.title = fields.text();
        collected.period = fields.text();
        collected.until = fields.date();
        collected.theme = fields.text();
        collected.matrix_size = fields.whole<int>();
        return fields.is_good();
    }

    bool take_band(LineReader& fields) {
        CollectedBand band;
        band.word = fields.text();
        band.from = fields.number();
        band.to = fields.number();
        band.fill = fields.whole();
        band.text = fields.whole();
        record.collected.bands.push_back(std::move(band));
        return fields.is_good();
    }

    bool take_entry(LineReader& fields) {
        CollectedEntry entry;
        entry.table = fields.text();
        entry.section = fields.text();
        entry.sheet = fields.text();
        entry.cell = fields.cell();
        entry.record = fields.text();
        entry.title = fields.text();
        entry.theme = fields.text();
        entry.owner = fields.text();
        entry.rag = fields.text();
        entry.target = fields.text();
        entry.movement = fields.text();
        entry.publication = fields.text();
        const std::string flags = fields.text();
        entry.is_period = flags.find('p') != std::string::npos;
        entry.has_score = flags.find('s') != std::string::npos;
        entry.is_opportunity = flags.find('o') != std::string::npos;
        entry.polarity = flags.find('l') != std::string::npos   ? Polarity::lower_is_better
                         : flags.find('h') != std::string::npos ? Polarity::higher_is_better
                                                                : Polarity::unknown;
        entry.first_is_plan = flags.find('f') != std::string::npos;
        entry.impact = fields.maybe_number();
        entry.likelihood = fields.maybe_number();
        record.collected.entries.push_back(std::move(entry));
        return fields.is_good();
    }

    bool has_heading(std::uint32_t heading) const { return heading < record.collected.headings.size(); }

    bool take_point(LineReader& fields) {
        const auto heading = fields.whole();
        const double number = fields.number();
        if (record.collected.entries.empty() || !has_heading(heading)) return false;
        record.collected.entries.back().points.push_back({heading, number});
        return fields.is_good();
    }

    bool take_value(LineReader& fields) {
        CollectedValue value;
        if (record.collected.entries.empty()) return false;
        value.entry = static_cast<std::uint32_t>(record.collected.entries.size() - 1);
        value.heading = fields.whole();
        value.cell = fields.cell();
        value.text = fields.text();
        value.number = fields.maybe_number();
        value.unit = fields.text();
        value.state = fields.text();
        if (!has_heading(value.heading)) return false;
        record.collected.values.push_back(std::move(value));
        return fields.is_good();
    }
};

}  // namespace

std::size_t ReturnRecord::count(Severity severity) const {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&](const Finding& finding) { return finding.severity == severity; }));
}

std::string_view conformance(const ReturnRecord& record) {
    if (!record.error.empty()) return "not done";
    if (record.collected.kind.empty()) return "not recognised";
    if (record.count(Severity::error) != 0) return "has errors";
    if (record.count(Severity::warning) != 0) return "has warnings";
    return record.changes != 0 ? "conforms, corrected" : "conforms";
}

std::string to_text(const ReturnRecord& record) {
    std::string text(first_line);
    text += '\n';
    LineWriter writer(text);
    writer.line("record", record.file, record.workbook, record.error, std::uint64_t{record.changes},
                std::uint64_t{record.not_checked}, record.report, record.key, record.judged_on);
    for (const Finding& finding : record.findings)
        writer.line("finding", finding.rule, to_text(finding.severity), finding.sheet, place_text(finding),
                    finding.record, finding.message, finding.advice);
    const CollectedReturn& collected = record.collected;
    if (collected.kind.empty()) return text;
    writer.line("kind", collected.kind, collected.title, collected.period, collected.until, collected.theme,
                collected.matrix_size);
    for (const CollectedBand& band : collected.bands)
        writer.line("band", band.word, band.from, band.to, band.fill, band.text);
    for (const std::string& heading : collected.headings) writer.line("heading", heading);
    auto value = collected.values.begin();
    for (std::uint32_t index = 0; index != collected.entries.size(); ++index) {
        const CollectedEntry& entry = collected.entries[index];
        writer.line("entry", entry.table, entry.section, entry.sheet, entry.cell, entry.record, entry.title,
                    entry.theme, entry.owner, entry.rag, entry.target, entry.movement, entry.publication,
                    flags_of(entry), entry.impact, entry.likelihood);
        for (const CollectedPoint& point : entry.points) writer.line("point", point.heading, point.number);
        for (; value != collected.values.end() && value->entry == index; ++value)
            writer.line("value", value->heading, value->cell, value->text, value->number, value->unit,
                        value->state);
    }
    return text;
}

std::optional<ReturnRecord> parse_return_record(std::string_view text) {
    RecordReader reader;
    bool is_first = true;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) return std::nullopt;  // cut off
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end + 1);
        if (is_first ? line != first_line : !reader.take(line)) return std::nullopt;
        is_first = false;
    }
    if (is_first || reader.record.file.empty()) return std::nullopt;
    return std::move(reader.record);
}

}  // namespace scorebook
