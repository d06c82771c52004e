// functions_logic.cpp - IF and its family, AND, OR, NOT, XOR.
#include <cmath>

#include "formula/broadcast.hpp"
#include "formula/call.hpp"
#include "formula/comparison.hpp"
#include "formula/function_families.hpp"

namespace scorebook::formula {
namespace {

/// `pick` for each element of an array of conditions: the branches are arrays or single values, taken at the
/// same place.
Value each_element(Call& call, const Array& condition, const std::function<Value(const CellValue&)>& pick) {
    std::size_t rows = condition.rows;
    std::size_t columns = condition.columns;
    std::vector<Value> picked;
    picked.reserve(condition.cells.size());
    for (const CellValue& item : condition.cells) {
        picked.push_back(call.evaluation().dereference(pick(item), Mode::array));
        widen(picked.back(), rows, columns);
    }
    if (rows * columns > max_array_cells) return CellError::num;
    Array result(rows, columns);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            const std::size_t i = condition.rows == 1 ? 0 : r;
            const std::size_t j = condition.columns == 1 ? 0 : c;
            if (i >= condition.rows || j >= condition.columns) {
                result.at(r, c) = CellError::not_available;
                continue;
            }
            const Value& value = picked[i * condition.columns + j];
            result.at(r, c) = value.array() != nullptr ? broadcast(*value.array(), r, c)
                                                       : call.evaluation().to_single(value);
        }
    }
    return result;
}

/// A branch of an IF: 0 when it was left empty, as in IF(A1,,2).
Value branch(Call& call, std::size_t index) {
    Value value = call.evaluate(index);
    if (value.is_missing()) return 0.0;
    return value;
}

/// A branch that is evaluated once, and only when it is needed.
struct LazyBranch {
    Value take(Call& call, std::size_t index) {
        if (!value) value = branch(call, index);
        return *value;
    }
    std::optional<Value> value;
};

Value if_(Call& call) {
    const Value condition = call.operand(0);
    LazyBranch branches[2];
    auto pick = [&](const CellValue& item) -> Value {
        const auto boolean = to_boolean(item);
        if (const auto* error = std::get_if<CellError>(&boolean)) return *error;
        const std::size_t which = std::get<bool>(boolean) ? 1 : 2;
        if (which >= call.size()) return false;
        return branches[which - 1].take(call, which);
    };
    if (const Array* array = condition.array()) return each_element(call, *array, pick);
    return pick(call.evaluation().to_single(condition));
}

Value ifs(Call& call) {
    for (std::size_t i = 0; i + 1 < call.size(); i += 2) {
        const Value condition = call.operand(i);
        if (const Array* array = condition.array()) {
            // Element by element, the first pair whose condition holds there.
            std::vector<Value> conditions(call.size());
            std::vector<LazyBranch> branches(call.size());
            for (std::size_t k = i; k + 1 < call.size(); k += 2) conditions[k] = call.operand(k);
            Array indexes(array->rows, array->columns);
            for (std::size_t n = 0; n < array->cells.size(); ++n) indexes.cells[n] = static_cast<double>(n);
            return each_element(call, indexes, [&](const CellValue& item) -> Value {
                const auto n = static_cast<std::size_t>(std::get<double>(item));
                for (std::size_t k = i; k + 1 < call.size(); k += 2) {
                    const Array* list = conditions[k].array();
                    CellValue single = list == nullptr          ? call.evaluation().to_single(conditions[k])
                                       : n < list->cells.size() ? list->cells[n]
                                                                : CellValue(CellError::not_available);
                    const auto boolean = to_boolean(single);
                    if (const auto* error = std::get_if<CellError>(&boolean)) return *error;
                    if (std::get<bool>(boolean)) return branches[k].take(call, k + 1);
                }
                return CellError::not_available;
            });
        }
        const auto boolean = to_boolean(call.evaluation().to_single(condition));
        if (const auto* error = std::get_if<CellError>(&boolean)) return *error;
        if (std::get<bool>(boolean)) return branch(call, i + 1);
    }
    return call.size() % 2 == 0 ? CellError::not_available : CellError::value;
}

template <class Catches>
Value if_caught(Call& call, Catches catches) {
    Value value = call.evaluate(0);
    if (value.is_missing()) value = 0.0;
    const Value read = call.evaluation().dereference(value, call.evaluation().mode());
    LazyBranch otherwise;
    if (const Array* array = read.array()) {
        return each_element(call, *array, [&](const CellValue& item) -> Value {
            const auto* error = std::get_if<CellError>(&item);
            if (error != nullptr && catches(*error)) return otherwise.take(call, 1);
            return is_blank(item) ? Value(0.0) : Value(item);
        });
    }
    const CellError* error = read.error();
    if (error != nullptr && catches(*error)) return otherwise.take(call, 1);
    return value;
}

Value iferror(Call& call) {
    return if_caught(call, [](CellError) { return true; });
}

Value ifna(Call& call) {
    return if_caught(call, [](CellError error) { return error == CellError::not_available; });
}

/// What AND, OR and XOR count: booleans and numbers; text in cells is passed over, typed text must spell a
/// boolean.
struct Truths {
    std::size_t yes = 0;
    std::size_t all = 0;
};

Truths count_truths(Call& call) {
    Truths truths;
    for (std::size_t i = 0; i < call.size() && !call.failed(); ++i) {
        const Value& value = call.value(i);
        if (value.reference() == nullptr && value.array() == nullptr) {
            if (value.is_missing()) {
                ++truths.all;
                continue;
            }
            const CellValue single = call.single(i);
            const auto* text = std::get_if<std::string>(&single);
            // OR("",TRUE) is TRUE, though "" is no boolean.
            if (is_blank(single) || (text != nullptr && text->empty())) continue;
            const bool yes = call.boolean(i);
            truths.yes += yes ? 1 : 0;
            ++truths.all;
            continue;
        }
        call.each_value(i, [&](const CellValue& cell) {
            if (const auto* error = std::get_if<CellError>(&cell)) {
                call.fail(*error);
                return false;
            }
            if (std::holds_alternative<std::string>(cell)) return true;
            const auto boolean = to_boolean(cell);
            truths.yes += std::get<bool>(boolean) ? 1 : 0;
            ++truths.all;
            return true;
        });
    }
    if (truths.all == 0) call.fail(CellError::value);
    return truths;
}

Value and_(Call& call) {
    const Truths truths = count_truths(call);
    return truths.yes == truths.all;
}

Value or_(Call& call) {
    return count_truths(call).yes > 0;
}
Value xor_(Call& call) {
    return count_truths(call).yes % 2 == 1;
}
Value not_(Call& call) {
    return !call.boolean(0);
}
Value true_(Call&) {
    return true;
}
Value false_(Call&) {
    return false;
}

Value switch_(Call& call) {
    const CellValue wanted = call.evaluation().to_single(call.operand(0));
    if (const auto* error = std::get_if<CellError>(&wanted)) return *error;
    std::size_t i = 1;
    for (; i + 1 < call.size(); i += 2) {
        const CellValue candidate = call.evaluation().to_single(call.operand(i));
        if (const auto* error = std::get_if<CellError>(&candidate)) return *error;
        if (compare_values(wanted, candidate) == 0) return branch(call, i + 1);
    }
    return i < call.size() ? branch(call, i) : Value(CellError::not_available);
}

Value choose(Call& call) {
    const Value which = call.operand(0);
    auto pick = [&](const CellValue& item) -> Value {
        const auto number = to_number(item, call.dates());
        if (const auto* error = std::get_if<CellError>(&number)) return *error;
        const double index = std::trunc(std::get<double>(number));
        if (!(index >= 1) || index >= static_cast<double>(call.size())) return CellError::value;
        return branch(call, static_cast<std::size_t>(index));
    };
    if (const Array* array = which.array()) return each_element(call, *array, pick);
    return pick(call.evaluation().to_single(which));
}

constexpr FunctionRow logic_rows[] = {
    {"AND", 1, any_number, "|r", and_}, {"CHOOSE", 2, any_number, "|l", choose},
    {"FALSE", 0, 0, "", false_},        {"IF", 2, 3, "lll", if_},
    {"IFERROR", 2, 2, "ll", iferror},   {"IFNA", 2, 2, "ll", ifna},
    {"IFS", 2, any_number, "|l", ifs},  {"NOT", 1, 1, "v", not_},
    {"OR", 1, any_number, "|r", or_},   {"SWITCH", 3, any_number, "|l", switch_},
    {"TRUE", 0, 0, "", true_},          {"XOR", 1, any_number, "|r", xor_},
};

}  // namespace

std::span<const FunctionRow> functions_logic() {
    return logic_rows;
}

}  // namespace scorebook::formula
