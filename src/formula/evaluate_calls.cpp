// evaluate_calls.cpp - the part of an evaluation that calls: functions of the table, names bound to lambdas.
#include <algorithm>

#include "formula/array_shape.hpp"
#include "formula/broadcast.hpp"
#include "formula/call.hpp"
#include "formula/evaluate.hpp"
#include "formula/evaluation_depth.hpp"
#include "formula/function_table.hpp"

namespace scorebook::formula {

Value Evaluation::evaluate_call(const Node& node, Mode mode) {
    const FunctionNode& function = tree_.functions[node.payload];
    if (function.row == nullptr) return evaluate_unknown_call(node, function, mode);
    const FunctionRow& row = *function.row;

    std::vector<Value> arguments(node.child_count);
    std::size_t rows = 1;
    std::size_t columns = 1;
    bool lifted = false;
    for (std::size_t i = 0; i < node.child_count; ++i) {
        const NodeIndex child = tree_.child(node, i);
        switch (row.argument_kind(i)) {
            case 'v':
                arguments[i] = operand(child, mode);
                if (const Array* array = arguments[i].array()) {
                    if (array->cells.size() == 1) {
                        arguments[i] = array->cells[0];
                    } else {
                        lifted = true;
                        widen(arguments[i], rows, columns);
                    }
                }
                break;
            case 'r':
                arguments[i] = evaluate(child, mode);
                break;
            case 'a':
            case 'p':
                arguments[i] = evaluate(child, Mode::array);
                break;
            default:
                if (tree_.nodes[child].kind == NodeKind::missing) arguments[i] = Missing{};
                break;
        }
    }
    if (!lifted) {
        Call call(*this, node, row, mode, std::move(arguments));
        Value result = row.run(call);
        if (call.failed()) return *call.error();
        return result;
    }
    if (is_too_large(workspace_, static_cast<double>(rows), static_cast<double>(columns)))
        return CellError::num;
    Array result(rows, columns);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            std::vector<Value> one = arguments;
            for (std::size_t i = 0; i < one.size(); ++i) {
                if (row.argument_kind(i) == 'v' && one[i].array() != nullptr)
                    one[i] = broadcast(arguments[i], r, c);
            }
            Call call(*this, node, row, mode, std::move(one));
            const Value value = row.run(call);
            result.at(r, c) = call.failed() ? CellValue(*call.error()) : to_single(value);
        }
    }
    return result;
}

Value Evaluation::evaluate_unknown_call(const Node& node, const FunctionNode& function, Mode mode) {
    // A name bound to a lambda, by LET or as a defined name, is called like a function.
    const Value callee = evaluate_name(NameNode{function.name, own_sheet});
    if (const auto lambda = callee.lambda()) {
        std::vector<Value> arguments;
        for (std::size_t i = 0; i < node.child_count; ++i)
            arguments.push_back(evaluate(tree_.child(node, i), mode));
        return apply(*lambda, std::move(arguments));
    }
    if (const CellError* error = callee.error(); error != nullptr && *error != CellError::name) return *error;
    const std::string plain = plain_function_name(function.name);
    const std::string_view why = why_unsupported(function.name);
    workspace_.give_up("uses " + plain +
                       (why.empty() ? ", which isn't a function of Excel" : ", which " + std::string(why)));
    return CellError::name;
}

/// A call of `row` with values instead of expressions: a tree of one call whose arguments are bound names.
Value Evaluation::apply_function(const FunctionRow& row, std::vector<Value> arguments) {
    if (arguments.size() < row.min_arguments ||
        (row.max_arguments != any_number && arguments.size() > row.max_arguments)) {
        return CellError::value;
    }
    FormulaTree tree;
    std::shared_ptr<const Scope> scope;
    Node call;
    call.kind = NodeKind::call;
    call.child_count = static_cast<std::uint32_t>(arguments.size());
    tree.functions.push_back({&row, std::string(row.name)});
    tree.nodes.push_back(call);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string name = std::to_string(i);
        scope = std::make_shared<const Scope>(Scope{name, std::move(arguments[i]), scope});
        tree.names.push_back({name, own_sheet});
        Node argument;
        argument.kind = NodeKind::name;
        argument.payload = static_cast<std::uint32_t>(i);
        tree.nodes.push_back(argument);
        tree.children.push_back(static_cast<NodeIndex>(i + 1));
    }
    return Evaluation(workspace_, tree, sheet_, cell_, Mode::array, scope).run();
}

Value Evaluation::apply(const Lambda& lambda, std::vector<Value> arguments) {
    const DepthGuard guard(workspace_);
    if (guard.too_deep() || workspace_.spend(effort_of_nesting)) return CellError::num;
    if (lambda.function != nullptr) return apply_function(*lambda.function, std::move(arguments));
    if (arguments.size() > lambda.parameters.size() || arguments.size() < lambda.required)
        return CellError::value;
    std::shared_ptr<const Scope> scope = lambda.scope;
    for (std::size_t i = 0; i < lambda.parameters.size(); ++i) {
        Value value = i < arguments.size() ? std::move(arguments[i]) : Value(Missing{});
        scope = std::make_shared<const Scope>(Scope{lambda.parameters[i], std::move(value), scope});
    }
    Evaluation inner(workspace_, *lambda.tree, sheet_, cell_, Mode::array, scope);
    return inner.evaluate(lambda.body, Mode::array);
}

}  // namespace scorebook::formula
