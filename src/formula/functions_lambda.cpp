// functions_lambda.cpp - LET and LAMBDA, and the stored forms of @ and #.
#include "formula/call.hpp"
#include "formula/function_families.hpp"
#include "formula/reference_algebra.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

/// The name an argument binds; empty when it is no plain name.
std::string parameter_name(Call& call, std::size_t index) {
    const FormulaTree& tree = call.evaluation().tree();
    const Node& node = tree.nodes[tree.child(call.node(), index)];
    if (node.kind != NodeKind::name) return {};
    return bound_name(tree.names[node.payload].name);
}

/// A parameter that may be left out: [y] as typed, _xlop.y as stored.
std::string optional_parameter(Call& call, std::size_t index) {
    const FormulaTree& tree = call.evaluation().tree();
    const Node& node = tree.nodes[tree.child(call.node(), index)];
    if (node.kind == NodeKind::structured) {
        const StructuredNode& bracket = tree.structured[node.payload];
        if (bracket.table.empty() && bracket.last_column.empty()) return bound_name(bracket.first_column);
    }
    if (node.kind != NodeKind::name) return {};
    const std::string folded = fold_case(tree.names[node.payload].name);
    return folded.starts_with("_xlop.") ? bound_name(folded) : std::string();
}

Value let(Call& call) {
    if (call.size() % 2 == 0) return CellError::value;
    const Evaluation& outer = call.evaluation();
    std::shared_ptr<const Scope> scope = outer.scope();
    for (std::size_t i = 0; i + 1 < call.size(); i += 2) {
        std::string name = parameter_name(call, i);
        if (name.empty()) return CellError::name;
        Evaluation inner(outer.workspace(), outer.tree(), outer.sheet(), outer.cell(), outer.mode(), scope);
        Value value = inner.evaluate(outer.tree().child(call.node(), i + 1), outer.mode());
        scope = std::make_shared<const Scope>(Scope{std::move(name), std::move(value), scope});
    }
    Evaluation inner(outer.workspace(), outer.tree(), outer.sheet(), outer.cell(), outer.mode(), scope);
    return inner.evaluate(outer.tree().child(call.node(), call.size() - 1), outer.mode());
}

Value lambda(Call& call) {
    auto result = std::make_shared<Lambda>();
    for (std::size_t i = 0; i + 1 < call.size(); ++i) {
        std::string name = optional_parameter(call, i);
        const bool is_optional = !name.empty();
        if (!is_optional) name = parameter_name(call, i);
        // What follows an optional parameter is optional too.
        if (name.empty() || (!is_optional && result->required < i)) return CellError::value;
        if (!is_optional) ++result->required;
        result->parameters.push_back(std::move(name));
    }
    result->tree = &call.evaluation().tree();
    result->body = result->tree->child(call.node(), call.size() - 1);
    result->scope = call.evaluation().scope();
    return std::shared_ptr<const Lambda>(std::move(result));
}

Value anchorarray(Call& call) {
    return spilled_range(call.evaluation(), call.value(0));
}
Value single(Call& call) {
    return call.single(0);
}

constexpr FunctionRow lambda_rows[] = {
    {"ANCHORARRAY", 1, 1, "r", anchorarray},
    {"LAMBDA", 1, any_number, "|l", lambda},
    {"LET", 3, any_number, "|l", let},
    {"SINGLE", 1, 1, "r", single},
};

}  // namespace

std::span<const FunctionRow> functions_lambda() {
    return lambda_rows;
}

}  // namespace scorebook::formula
