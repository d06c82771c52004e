// call.cpp - arguments turned into what functions ask for.
#include "formula/call.hpp"

#include <cmath>

namespace scorebook::formula {

CellValue Call::single(std::size_t index) const {
    return evaluation_.to_single(arguments_[index]);
}

double Call::number(std::size_t index) {
    const auto number = to_number(single(index), dates());
    if (const auto* error = std::get_if<CellError>(&number)) {
        fail(*error);
        return 0;
    }
    return std::get<double>(number);
}

double Call::whole_number(std::size_t index) {
    return std::trunc(number(index));
}

bool Call::boolean(std::size_t index) {
    const auto boolean = to_boolean(single(index));
    if (const auto* error = std::get_if<CellError>(&boolean)) {
        fail(*error);
        return false;
    }
    return std::get<bool>(boolean);
}

std::string Call::text(std::size_t index) {
    auto text = to_plain_text(single(index));
    if (const auto* error = std::get_if<CellError>(&text)) {
        fail(*error);
        return {};
    }
    return std::get<std::string>(std::move(text));
}

const Array& Call::array(std::size_t index) {
    arguments_[index] = evaluation_.to_array(arguments_[index]);
    return *arguments_[index].array();
}

const NumberArray* Call::number_array(std::size_t index) {
    if (auto numbers = evaluation_.to_numbers(arguments_[index])) arguments_[index] = std::move(numbers);
    return arguments_[index].numbers();
}

const Reference& Call::reference(std::size_t index) {
    if (const Reference* reference = arguments_[index].reference()) return *reference;
    const CellError* error = arguments_[index].error();
    fail(error != nullptr ? *error : CellError::value);
    static const Reference nowhere{{Area{}}};
    return nowhere;
}

void Call::each_value(std::size_t index, const std::function<bool(const CellValue&)>& visit) const {
    const Value& value = arguments_[index];
    if (const Reference* reference = value.reference()) {
        bool go_on = true;
        for (const Area& area : reference->areas) {
            source().visit(area.sheet, area.range,
                           [&](CellRef, const CellValue& cell) { return go_on = visit(cell); });
            if (!go_on) return;
        }
    } else if (const Array* array = value.array()) {
        for (const CellValue& item : array->cells) {
            if (!is_blank(item) && !visit(item)) return;
        }
    } else if (const CellValue* single = value.scalar()) {
        if (!is_blank(*single)) visit(*single);
    }
}

void Call::add_numbers(const Value& value, std::vector<double>& result) {
    if (const CellValue* single = value.scalar()) {
        const auto number = to_number(*single, dates());
        if (const auto* error = std::get_if<CellError>(&number)) return fail(*error);
        result.push_back(std::get<double>(number));
        return;
    }
    if (value.is_missing()) return result.push_back(0);
    if (value.lambda()) return fail(CellError::calc);
}

std::vector<double> Call::numbers_of(std::size_t index) {
    std::vector<double> result;
    const Value& value = arguments_[index];
    // Of an array only the numbers count, and truths are none.
    if (const NumberArray* plain = value.numbers()) {
        if (!plain->are_truths) result = plain->numbers;
        return result;
    }
    if (value.reference() == nullptr && value.array() == nullptr) {
        add_numbers(value, result);
        return result;
    }
    each_value(index, [&](const CellValue& cell) {
        if (const auto* number = std::get_if<double>(&cell)) result.push_back(*number);
        if (const auto* error = std::get_if<CellError>(&cell)) {
            fail(*error);
            return false;
        }
        return true;
    });
    return result;
}

std::vector<double> Call::numbers(std::size_t first) {
    std::vector<double> result;
    for (std::size_t i = first; i < size() && !failed(); ++i) {
        std::vector<double> more = numbers_of(i);
        if (result.empty())
            result = std::move(more);
        else
            result.insert(result.end(), more.begin(), more.end());
    }
    return result;
}

std::vector<double> Call::numbers_with_text(std::size_t first) {
    std::vector<double> result;
    for (std::size_t i = first; i < size() && !failed(); ++i) {
        const Value& value = arguments_[i];
        if (value.reference() == nullptr && value.array() == nullptr) {
            add_numbers(value, result);
            continue;
        }
        each_value(i, [&](const CellValue& cell) {
            if (const auto* number = std::get_if<double>(&cell)) result.push_back(*number);
            if (const auto* boolean = std::get_if<bool>(&cell)) result.push_back(*boolean ? 1 : 0);
            if (std::holds_alternative<std::string>(cell)) result.push_back(0);
            if (const auto* error = std::get_if<CellError>(&cell)) {
                fail(*error);
                return false;
            }
            return true;
        });
    }
    return result;
}

Call::Pairs Call::pairs(std::size_t first, std::size_t second) {
    const Array& a = array(first);
    const Array& b = array(second);
    Pairs result;
    for (const Array* side : {&a, &b}) {
        for (const CellValue& cell : side->cells) {
            if (const auto* error = std::get_if<CellError>(&cell)) fail(*error);
        }
    }
    if (a.cells.size() != b.cells.size()) {
        fail(CellError::not_available);
        return result;
    }
    for (std::size_t i = 0; i < a.cells.size(); ++i) {
        const auto* x = std::get_if<double>(&a.cells[i]);
        const auto* y = std::get_if<double>(&b.cells[i]);
        if (x == nullptr || y == nullptr) continue;
        result.first.push_back(*x);
        result.second.push_back(*y);
    }
    return result;
}

Value Call::evaluate(std::size_t index) {
    return evaluation_.evaluate(evaluation_.tree().child(node_, index), evaluation_.mode());
}

Value Call::operand(std::size_t index) {
    return evaluation_.operand(evaluation_.tree().child(node_, index), evaluation_.mode());
}

}  // namespace scorebook::formula
