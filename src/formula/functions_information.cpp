// functions_information.cpp - IS... and what a value or reference is; nothing is computed.
#include "formula/call.hpp"
#include "formula/function_families.hpp"

namespace scorebook::formula {
namespace {

template <class T>
bool is(const CellValue& value) {
    return std::holds_alternative<T>(value);
}

Value isblank(Call& call) {
    return is_blank(call.single(0)) && !call.value(0).is_missing();
}
Value iserror(Call& call) {
    return is<CellError>(call.single(0));
}
Value iserr(Call& call) {
    const CellValue value = call.single(0);
    const auto* error = std::get_if<CellError>(&value);
    return error != nullptr && *error != CellError::not_available;
}
Value isna(Call& call) {
    const CellValue value = call.single(0);
    const auto* error = std::get_if<CellError>(&value);
    return error != nullptr && *error == CellError::not_available;
}
Value islogical(Call& call) {
    return is<bool>(call.single(0));
}
Value isnumber(Call& call) {
    return is<double>(call.single(0)) || call.value(0).is_missing();
}
Value istext(Call& call) {
    return is<std::string>(call.single(0));
}
Value isnontext(Call& call) {
    return !is<std::string>(call.single(0));
}
Value isref(Call& call) {
    return call.value(0).reference() != nullptr;
}
Value na(Call&) {
    return CellError::not_available;
}

Value n(Call& call) {
    const CellValue value = call.single(0);
    if (is<double>(value) || is<CellError>(value)) return value;
    if (const auto* boolean = std::get_if<bool>(&value)) return *boolean ? 1.0 : 0.0;
    return 0.0;
}

Value t(Call& call) {
    const CellValue value = call.single(0);
    if (is<std::string>(value) || is<CellError>(value)) return value;
    return "";
}

/// N and T of a range look at its first cell only.
template <FunctionCode code>
Value of_first_cell(Call& call) {
    const Reference* reference = call.value(0).reference();
    if (reference == nullptr || reference->is_one_cell()) return code(call);
    const Area& area = reference->areas[0];
    Call first(call.evaluation(), call.node(), call.row(), call.mode(),
               {Value(call.source().value(area.sheet, area.range.first))});
    return code(first);
}

Value error_type(Call& call) {
    const CellValue value = call.single(0);
    const auto* error = std::get_if<CellError>(&value);
    if (error == nullptr) return CellError::not_available;
    return static_cast<double>(*error) + 1;
}

Value type(Call& call) {
    if (call.value(0).array() != nullptr) return 64.0;
    if (call.value(0).lambda()) return 128.0;
    const Reference* reference = call.value(0).reference();
    if (reference != nullptr && !reference->is_one_cell()) return 64.0;
    const CellValue value = call.single(0);
    if (is<std::string>(value)) return 2.0;
    if (is<bool>(value)) return 4.0;
    return is<CellError>(value) ? 16.0 : 1.0;
}

constexpr FunctionRow information_rows[] = {
    {"ERROR.TYPE", 1, 1, "v", error_type}, {"ISBLANK", 1, 1, "v", isblank},     {"ISERR", 1, 1, "v", iserr},
    {"ISERROR", 1, 1, "v", iserror},       {"ISLOGICAL", 1, 1, "v", islogical}, {"ISNA", 1, 1, "v", isna},
    {"ISNONTEXT", 1, 1, "v", isnontext},   {"ISNUMBER", 1, 1, "v", isnumber},   {"ISREF", 1, 1, "r", isref},
    {"ISTEXT", 1, 1, "v", istext},         {"N", 1, 1, "r", of_first_cell<n>},  {"NA", 0, 0, "", na},
    {"T", 1, 1, "r", of_first_cell<t>},    {"TYPE", 1, 1, "r", type},
};

}  // namespace

std::span<const FunctionRow> functions_information() {
    return information_rows;
}

}  // namespace scorebook::formula
