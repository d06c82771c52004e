// example_row.cpp - values by kind of column, then put right so that ratios, sums and statuses of the row
// agree.
#include "report/example_row.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace scorebook {

namespace {

constexpr double usual_figure = 10;
constexpr double usual_target = 90;
constexpr double usual_actual = 95;
constexpr double usual_before = 93;
constexpr double usual_whole = 200;
constexpr double usual_part = 190;

double serial_of(CalendarDate day) {
    return serial_from_date(day, DateSystem::from_1900).value_or(0);
}

CalendarDate last_day_of_month(int year, int month) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return {year, month, days[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap ? 1 : 0)};
}

/// The word of a list that stands for `number`; its first word when none does.
std::string word_for(const WordList& list, double number) {
    for (const Word& word : list.words) {
        if (word.number == number) return word.word;
    }
    return list.words.empty() ? std::string() : list.words.front().word;
}

class ExampleMaker {
  public:
    ExampleMaker(const WorkbookTemplate& kind, const TableSpec& table, const ExamplePeriod& period)
        : kind_(kind), table_(table), period_(period) {}

    std::map<std::string, CellValue> make() {
        for (const ColumnSpec& column : table_.columns) values_[column.id] = value_of(column);
        for (const Relation& relation : table_.relations) set_inputs(relation);
        for (const Relation& relation : table_.relations) set_result(relation);
        for (const ComputedColumn& computed : table_.computed) values_.erase(computed.column);
        return std::move(values_);
    }

  private:
    const WorkbookTemplate& kind_;
    const TableSpec& table_;
    const ExamplePeriod& period_;
    std::map<std::string, CellValue> values_;

    double number(const std::string& id) const {
        const auto found = values_.find(id);
        const double* value = found == values_.end() ? nullptr : std::get_if<double>(&found->second);
        const ColumnSpec* column = table_.find_column(id);
        const bool is_share = column && column->kind == ValueKind::percentage;
        return value ? *value * (is_share ? 100 : 1) : 0;
    }

    void set(const std::string& id, double value) {
        const ColumnSpec* column = table_.find_column(id);
        if (column) values_[id] = column->kind == ValueKind::percentage ? value / 100 : value;
    }

    CellValue value_of(const ColumnSpec& column) const {
        switch (column.kind) {
            case ValueKind::id: {
                std::string id = column.pattern.empty() ? "EX1" : column.pattern;
                if (const auto digits = id.find('#'); digits != std::string::npos) id.replace(digits, 1, "1");
                return id;
            }
            case ValueKind::text:
                return text_for(column);
            case ValueKind::person:
                return std::string("Head of Service");
            case ValueKind::list:
                return std::string("First item of " + column.header + "\nSecond item of " + column.header);
            case ValueKind::words:
            case ValueKind::direction:
                return word_of(column);
            case ValueKind::level:
                return level_for(column);
            case ValueKind::score:
                return 16.0;
            case ValueKind::rag:
                return std::string();
            case ValueKind::date:
                if (column.id == "completed") return Blank{};
                return serial_of(column.id == "due" || column.id.starts_with("next") ? period_.last
                                                                                     : period_.today);
            case ValueKind::percentage:
                return usual_actual / 100;
            case ValueKind::target:
                return usual_target;
            case ValueKind::period:
                return period_.label;
            case ValueKind::number:
            case ValueKind::figure:
            case ValueKind::money:
            case ValueKind::duration:
                return usual_figure;
        }
        return Blank{};
    }

    /// Actions lower a risk's likelihood from 4 to 3, and raise an opportunity's to 5.
    double level_for(const ColumnSpec& column) const {
        if (column.id != "residual_likelihood") return 4;
        return table_.higher_is_better ? 5 : 3;
    }

    CellValue text_for(const ColumnSpec& column) const {
        const bool is_reason =
            column.id.find("reason") != std::string::npos || column.id.find("closure") != std::string::npos;
        if (is_reason) return Blank{};
        if (column.id == "unit") return std::string("%");
        if (column.id == "frequency") return std::string("Quarterly");
        if (column.id == "title" || column.id == "description")
            return std::string("Example " + table_.entry + ": type over this row");
        return std::string("Type the " + column.header + " here");
    }

    CellValue word_of(const ColumnSpec& column) const {
        const WordList* list = kind_.find_words(column.words);
        if (!list) return Blank{};
        const bool is_level = column.kind == ValueKind::direction;
        const bool is_status = column.id == "status" || column.id == "rating";
        return word_for(*list, is_level ? 0 : is_status ? 2 : 1);
    }

    void set_inputs(const Relation& relation) {
        if (relation.is == "ratio") {
            for (const std::string& id : relation.part("of")) set(id, usual_part);
            for (const std::string& id : relation.part("out-of")) set(id, usual_whole);
            for (const std::string& id : relation.part("minus")) set(id, usual_whole);
        } else if (relation.is == "status" || relation.is == "met" || relation.is == "comparison") {
            const auto better = relation.words.find("better");
            const bool is_lower = better != relation.words.end() && better->second == "lower";
            for (const std::string& id : relation.part("of"))
                set(id, is_lower ? usual_target - 5 : usual_actual);
            for (const std::string& id : relation.part("against")) set(id, usual_target);
            for (const std::string& id : relation.part("tolerance")) set(id, 5);
        } else if (relation.is == "trend") {
            for (const std::string& id : relation.part("since")) set(id, usual_before);
            for (const std::string& id : relation.part("of")) set(id, usual_actual);
        } else if (relation.is == "rank") {
            set(relation.column, 1);
        } else if (relation.is == "year-to-date") {
            for (const std::string& id : relation.part("of")) set(id, usual_actual);
            set(relation.column, usual_actual);
        }
    }

    void set_result(const Relation& relation) {
        double of = 0, minus = 0;
        for (const std::string& id : relation.part("of")) of += number(id);
        for (const std::string& id : relation.part("minus")) minus += number(id);
        if (relation.is == "sum" && relation.number("equals", 0) == 0) {
            set(relation.column, of - minus);
        } else if (relation.is == "present-sum") {
            set(relation.column, of);
        } else if (relation.is == "ratio") {
            double whole = 0;
            for (const std::string& id : relation.part("out-of")) whole += number(id);
            if (whole != 0) set(relation.column, relation.number("base", 100) * (of - minus) / whole);
        }
    }
};

}  // namespace

ExamplePeriod example_period(CalendarDate today) {
    const int quarter = (today.month + 8) / 3 % 4 + 1;  // April to June is the first
    const int last_month = quarter == 4 ? 3 : quarter * 3 + 3;
    const int first_year = today.month >= 4 ? today.year : today.year - 1;
    const int next = (first_year + 1) % 100;
    return {today, last_day_of_month(today.year, last_month),
            "Q" + std::to_string(quarter) + " " + std::to_string(first_year) + "/" + (next < 10 ? "0" : "") +
                std::to_string(next)};
}

std::map<std::string, CellValue> example_row(const WorkbookTemplate& kind, const TableSpec& table,
                                             const ExamplePeriod& period) {
    return ExampleMaker(kind, table, period).make();
}

}  // namespace scorebook
