// measure_facts.cpp - measures by the columns the template's relations name.
#include "checks/measure_facts.hpp"

namespace scorebook {

MeasureFacts::MeasureFacts(const CheckContext& context, const TableValues& values, Report& report)
    : context_(&context), values_(&values), report_(&report) {
    const FoundTable& table = values.table();
    const auto take = [&](const FoundColumn*& slot, const std::vector<std::string>& ids) {
        // Targets of every quarter are met or not: there is no one column of now.
        if (!slot && ids.size() == 1) slot = table.find_column(ids.front());
    };
    const auto take_period = [&](const FoundColumn*& slot, const Relation& relation, const std::string& role,
                                 bool before) {
        const FoundColumn* column = table.find_column(relation.column);
        if (slot || !column) return;
        const RelationRun run{context, values, relation, *column, report};
        slot = before ? run.before_latest(role) : run.latest(role);
    };
    for (const Relation& relation : table.spec->relations) {
        const bool is_status = relation.is == "status", is_trend = relation.is == "trend";
        const bool knows_polarity =
            is_status || is_trend || relation.is == "met" || relation.is == "comparison";
        if (!knows_polarity) continue;
        if (is_status || is_trend) take_period(now_, relation, "of", false);
        take(now_, relation.part("of"));
        if (is_status) take(status_, {relation.column});
        if (is_trend) take(direction_, {relation.column});
        if (is_trend) take_period(before_, relation, "since", true);
        if (is_status || relation.is == "met") take(target_, relation.part("against"));
        const bool says_polarity = !relation.part("polarity").empty() || relation.words.contains("better");
        if (!judging_ && says_polarity) judging_ = &relation;
    }
    for (const FoundColumn& column : table.columns) {
        if (!target_ && column.spec && column.spec->kind == ValueKind::target) target_ = &column;
    }
}

FigureRow MeasureFacts::row(std::size_t entry) const {
    return {values_->table().entries[entry].row_index, values_->record(entry), entry};
}

std::optional<Figure> MeasureFacts::figure(std::size_t entry, const FoundColumn* column) const {
    return column ? values_->read(entry, *column).figure : std::nullopt;
}

std::optional<double> MeasureFacts::word(std::size_t entry, const FoundColumn* column) const {
    if (!column) return std::nullopt;
    const Relation none;
    return word_number({*context_, *values_, none, *column, *report_}, row(entry), column);
}

std::optional<double> MeasureFacts::status(std::size_t entry) const {
    return word(entry, status_);
}

Polarity MeasureFacts::polarity(std::size_t entry) const {
    const FoundColumn* any = now_ ? now_ : status_;
    if (!judging_ || !any) return Polarity::unknown;
    return polarity_of({*context_, *values_, *judging_, *any, *report_}, row(entry));
}

std::optional<int> MeasureFacts::movement(std::size_t entry) const {
    const auto now = figure(entry, now_);
    const auto before = figure(entry, before_);
    if (!now || !before || now->unit != before->unit) return std::nullopt;
    return movement_between(*before, *now);
}

std::optional<int> MeasureFacts::progress(std::size_t entry) const {
    const auto moved = movement(entry);
    const Polarity good = polarity(entry);
    if (moved && *moved == 0) return 0;
    if (moved && good != Polarity::unknown) return good == Polarity::higher_is_better ? *moved : -*moved;
    const auto target = figure(entry, target_);
    if (moved && target && target->unit == figure(entry, now_)->unit) {
        const Fraction& goal = target->number.value;
        const Fraction then = figure(entry, before_)->number.value - goal;
        const Fraction now = figure(entry, now_)->number.value - goal;
        // On one side of the target nearer is better, whichever side is good; beyond it nobody can say.
        if (then.is_negative() == now.is_negative() && !now.is_zero() && !then.is_zero())
            return now.magnitude() < then.magnitude() ? 1 : -1;
    }
    const auto typed = word(entry, direction_);
    if (!typed || *typed > 1 || *typed < -1) return std::nullopt;
    return *typed > 0 ? 1 : *typed < 0 ? -1 : 0;
}

int movement_between(const Figure& before, const Figure& now) {
    const Fraction step = before.number.step < now.number.step ? before.number.step : now.number.step;
    const Fraction change = now.number.value - before.number.value;
    if (change.magnitude() <= step / 2) return 0;
    return change.is_negative() ? -1 : 1;
}

}  // namespace scorebook
