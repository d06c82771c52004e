// row_program.cpp - a stack of small values; no allocation but for a text result.
#include "formula/row_program.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <new>

#include "formula/comparison.hpp"
#include "formula/evaluate.hpp"
#include "formula/function_table.hpp"
#include "formula/operators.hpp"
#include "formula/rounding.hpp"
#include "formula/text_case.hpp"

namespace scorebook::formula {
namespace {

/// Deeper formulas take the long way.
constexpr std::size_t stack_size = 24;

using Item = CellView;

bool is_number(const Item& item) {
    return item.kind == Item::Kind::number;
}

/// The number an operator sees; false for what has to be read as one first.
bool take_number(const Item& item, double& number) {
    number = item.number;  // 0 for a blank, 1 for TRUE
    return item.kind != Item::Kind::text;
}

bool take_truth(const Item& item, bool& truth) {
    truth = item.number != 0;
    return item.kind != Item::Kind::text;
}

/// Numbers with numbers and texts with texts; false for pairs of which the type decides.
bool compare(Operator op, const Item& left, const Item& right, bool& result) {
    int order = 0;
    if (is_number(left) && is_number(right))
        order = compare_numbers(left.number, right.number);
    else if (left.kind == Item::Kind::text && right.kind == Item::Kind::text)
        order = left.text == right.text ? 0 : compare_fold(left.text, right.text);
    else
        return false;
    result = holds(op, order);
    return true;
}

bool calculate(Operator op, bool is_last, const Item& left, const Item& right, double& result) {
    double a = 0;
    double b = 0;
    if (!take_number(left, a) || !take_number(right, b)) return false;
    switch (op) {
        case Operator::add:
            result = a + b;
            break;
        case Operator::subtract:
            result = a - b;
            break;
        case Operator::multiply:
            result = a * b;
            break;
        default:
            if (b == 0) return false;
            result = a / b;
    }
    if (is_last && (op == Operator::add || op == Operator::subtract) && is_number(left) && is_number(right))
        result = snap_to_zero(result, a, b);
    if (result == 0) result = 0;  // never minus zero
    return result == 0 || std::isnormal(result);
}

}  // namespace

class RowProgram::Compiler {
  public:
    Compiler(const FormulaTree& tree, SheetIndex sheet, Workspace& workspace)
        : tree_(tree), sheet_(sheet), workspace_(workspace) {}

    std::optional<RowProgram> compile() {
        if (!add(tree_.root, true) || most_ > stack_size) return std::nullopt;
        return std::move(program_);
    }

  private:
    bool add(NodeIndex index, bool is_root) {
        const Node& node = tree_.nodes[index];
        switch (node.kind) {
            case NodeKind::literal:
                return add_literal(tree_.literals[node.payload]);
            case NodeKind::area:
                return add_area(tree_.areas[node.payload]);
            case NodeKind::unary:
                if (node.op != Operator::negate && node.op != Operator::percent) return false;
                if (!add(tree_.child(node, 0), false)) return false;
                emit({node.op == Operator::negate ? Step::negate : Step::percent});
                return true;
            case NodeKind::binary:
                return add_binary(node, is_root);
            case NodeKind::call:
                return add_call(node);
            default:
                return false;
        }
    }

    bool add_literal(const CellValue& value) {
        if (const auto* number = std::get_if<double>(&value)) {
            emit({Step::number, Operator::add, false, 0, *number});
        } else if (const auto* truth = std::get_if<bool>(&value)) {
            emit({Step::truth, Operator::add, false, 0, *truth ? 1.0 : 0.0});
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            emit({Step::text, Operator::add, false, static_cast<std::uint32_t>(program_.texts_.size())});
            program_.texts_.push_back(*text);
        } else {
            return false;
        }
        push();
        return true;
    }

    bool add_area(const AreaNode& area) {
        if (area.shape != AreaShape::cell) return false;
        Place place{sheet_, area.first};
        if (area.sheets != own_sheet) {
            const SheetSpan& span = tree_.sheets[area.sheets];
            const auto sheet = workspace_.find_sheet(span.first);
            if (!span.book.empty() || !span.last.empty() || !sheet) return false;
            place.sheet = *sheet;
        }
        emit({Step::load, Operator::add, false, static_cast<std::uint32_t>(program_.places_.size())});
        program_.places_.push_back(place);
        push();
        return true;
    }

    bool add_binary(const Node& node, bool is_root) {
        const bool is_plain = node.op >= Operator::multiply && node.op <= Operator::subtract;
        const bool is_comparison = node.op >= Operator::equal;
        if (!is_plain && !is_comparison) return false;
        if (!add(tree_.child(node, 0), false) || !add(tree_.child(node, 1), false)) return false;
        emit({Step::apply, node.op, is_root});
        pop(1);
        return true;
    }

    bool add_call(const Node& node) {
        const FunctionRow* row = tree_.functions[node.payload].row;
        if (row == nullptr) return false;
        if (row->name == "IF") return add_if(node);
        const bool is_round = row->name == "ROUND" && node.child_count == 2;
        const bool is_not = row->name == "NOT" && node.child_count == 1;
        const bool is_many = row->name == "AND" || row->name == "OR";
        if (!is_round && !is_not && !is_many) return false;
        for (std::size_t i = 0; i < node.child_count; ++i) {
            // What AND and OR make of a cell depends on what it holds.
            if (is_many && tree_.nodes[tree_.child(node, i)].kind == NodeKind::area) return false;
            if (!add(tree_.child(node, i), false)) return false;
        }
        if (is_round) {
            emit({Step::round});
        } else if (is_not) {
            emit({Step::invert});
        } else {
            emit({row->name == "AND" ? Step::all : Step::any, Operator::add, false, node.child_count});
        }
        pop(node.child_count - 1);
        return true;
    }

    bool add_if(const Node& node) {
        if (node.child_count < 2 || node.child_count > 3) return false;
        if (!add(tree_.child(node, 0), false)) return false;
        const std::size_t test = emit({Step::if_false});
        pop(1);
        if (!add(tree_.child(node, 1), false)) return false;
        const std::size_t leave = emit({Step::go_on});
        pop(1);
        program_.instructions_[test].target = static_cast<std::uint32_t>(program_.instructions_.size());
        if (node.child_count == 3) {
            if (!add(tree_.child(node, 2), false)) return false;
        } else {
            emit({Step::truth});
            push();
        }
        program_.instructions_[leave].target = static_cast<std::uint32_t>(program_.instructions_.size());
        return true;
    }

    std::size_t emit(Instruction instruction) {
        program_.instructions_.push_back(instruction);
        return program_.instructions_.size() - 1;
    }
    void push() { most_ = std::max(most_, ++depth_); }
    void pop(std::size_t count) { depth_ -= count; }

    const FormulaTree& tree_;
    SheetIndex sheet_;
    Workspace& workspace_;
    RowProgram program_;
    std::size_t depth_ = 0;
    std::size_t most_ = 0;
};

std::optional<RowProgram> RowProgram::compile(const FormulaTree& tree, SheetIndex sheet,
                                              Workspace& workspace) {
    return Compiler(tree, sheet, workspace).compile();
}

std::optional<CellValue> RowProgram::run(const WorkbookCells& cells, CellRef cell) const {
    // Items are written before they are read; clearing them all would cost more than most formulas.
    alignas(Item) std::array<std::byte, stack_size * sizeof(Item)> memory;
    Item* const stack = std::launder(reinterpret_cast<Item*>(memory.data()));
    std::size_t top = 0;  // the next free place
    for (std::size_t at = 0; at < instructions_.size(); ++at) {
        const Instruction& instruction = instructions_[at];
        switch (instruction.step) {
            case Step::number:
                stack[top++] = {Item::Kind::number, instruction.number, {}, {}};
                break;
            case Step::truth:
                stack[top++] = {Item::Kind::boolean, instruction.number, {}, {}};
                break;
            case Step::text:
                stack[top++] = {Item::Kind::text, 0, texts_[instruction.target], {}};
                break;
            case Step::load: {
                const Place& place = places_[instruction.target];
                if (!cells.view(place.sheet, resolve(place.corner, cell), stack[top++])) return std::nullopt;
                break;
            }
            case Step::apply: {
                const Item& left = stack[top - 2];
                const Item& right = stack[top - 1];
                Item result;
                if (instruction.op >= Operator::equal) {
                    bool truth = false;
                    if (!compare(instruction.op, left, right, truth)) return std::nullopt;
                    result = {Item::Kind::boolean, truth ? 1.0 : 0.0, {}, {}};
                } else {
                    result.kind = Item::Kind::number;
                    if (!calculate(instruction.op, instruction.is_last, left, right, result.number))
                        return std::nullopt;
                }
                stack[--top - 1] = result;
                break;
            }
            case Step::negate:
            case Step::percent: {
                double number = 0;
                if (!take_number(stack[top - 1], number)) return std::nullopt;
                number = instruction.step == Step::negate ? -number : number / 100;
                if (number == 0) number = 0;  // never minus zero
                if (number != 0 && !std::isnormal(number)) return std::nullopt;
                stack[top - 1] = {Item::Kind::number, number, {}, {}};
                break;
            }
            case Step::round: {
                const Item& places = stack[--top];
                Item& number = stack[top - 1];
                if (!is_number(places) || !is_number(number)) return std::nullopt;
                number.number = round_decimal(number.number, std::trunc(places.number), Rounding::half_away);
                if (number.number != 0 && !std::isnormal(number.number)) return std::nullopt;
                break;
            }
            case Step::all:
            case Step::any: {
                const bool wants_all = instruction.step == Step::all;
                bool result = wants_all;
                for (std::size_t i = top - instruction.target; i < top; ++i) {
                    bool truth = false;
                    if (!take_truth(stack[i], truth)) return std::nullopt;
                    result = wants_all ? result && truth : result || truth;
                }
                top -= instruction.target - 1;
                stack[top - 1] = {Item::Kind::boolean, result ? 1.0 : 0.0, {}, {}};
                break;
            }
            case Step::invert: {
                bool truth = false;
                if (!take_truth(stack[top - 1], truth)) return std::nullopt;
                stack[top - 1] = {Item::Kind::boolean, truth ? 0.0 : 1.0, {}, {}};
                break;
            }
            case Step::if_false: {
                bool truth = false;
                if (!take_truth(stack[--top], truth)) return std::nullopt;
                if (!truth) at = instruction.target - 1;
                break;
            }
            case Step::go_on:
                at = instruction.target - 1;
                break;
        }
    }
    switch (stack[0].kind) {
        case Item::Kind::blank:
        case Item::Kind::number:
            return stack[0].number;
        case Item::Kind::boolean:
            return stack[0].number != 0;
        case Item::Kind::text:
            return std::string(stack[0].text);
        case Item::Kind::error:
            break;
    }
    return std::nullopt;
}

}  // namespace scorebook::formula
