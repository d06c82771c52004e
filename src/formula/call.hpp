// call.hpp - one call of a function: its arguments as the function wants them, and the first thing that went
// wrong.
//
// The first argument that can't be had as asked for decides the result of the call; the function goes on with
// 0, "" or FALSE and needs no checks of its own. See function_table.hpp.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "formula/coercion.hpp"
#include "formula/evaluate.hpp"
#include "formula/function_table.hpp"

namespace scorebook::formula {

class Call {
  public:
    Call(Evaluation& evaluation, const Node& node, const FunctionRow& row, Mode mode,
         std::vector<Value> arguments)
        : evaluation_(evaluation), node_(node), row_(row), mode_(mode), arguments_(std::move(arguments)) {}

    std::size_t size() const { return arguments_.size(); }
    /// Given, and not left empty as the second of IF(A1,,2).
    bool has(std::size_t index) const { return index < size() && !arguments_[index].is_missing(); }

    /// The argument as it came: a reference stays one. Not for lazy ones.
    const Value& value(std::size_t index) const { return arguments_[index]; }
    /// As one value, errors included (ISERROR wants to see them).
    CellValue single(std::size_t index) const;

    double number(std::size_t index);
    double number_or(std::size_t index, double otherwise) { return has(index) ? number(index) : otherwise; }
    /// Cut towards zero, as Excel does with 2.9 rows.
    double whole_number(std::size_t index);
    double whole_number_or(std::size_t index, double otherwise) {
        return has(index) ? whole_number(index) : otherwise;
    }
    bool boolean(std::size_t index);
    bool boolean_or(std::size_t index, bool otherwise) { return has(index) ? boolean(index) : otherwise; }
    std::string text(std::size_t index);
    std::string text_or(std::size_t index, std::string otherwise) {
        return has(index) ? text(index) : std::move(otherwise);
    }
    /// Every value of a range or array. Fails when it would be too large.
    const Array& array(std::size_t index);
    /// The same of an argument that is numbers or truths alone, and long; null for any other.
    const NumberArray* number_array(std::size_t index);
    /// The reference, or a failed call with #VALUE! and an empty reference to Sheet A1.
    const Reference& reference(std::size_t index);

    /// The numbers of arguments `first` to the end as SUM takes them: in references and arrays only numbers
    /// count; what is typed in is turned into a number or fails the call. Errors fail it.
    std::vector<double> numbers(std::size_t first);
    /// The same of one argument.
    std::vector<double> numbers_of(std::size_t index);
    /// Text in references counts as 0 and TRUE as 1, as in AVERAGEA.
    std::vector<double> numbers_with_text(std::size_t first);
    /// Two arrays of numbers side by side, pairs with a non-number left out (CORREL, SLOPE). #N/A when sizes
    /// differ.
    struct Pairs {
        std::vector<double> first;
        std::vector<double> second;
    };
    Pairs pairs(std::size_t first, std::size_t second);

    /// `visit` sees each value of an argument that isn't blank, in row order, until it returns false. Errors
    /// included.
    void each_value(std::size_t index, const std::function<bool(const CellValue&)>& visit) const;

    /// Lazy arguments: evaluated now. `evaluate` keeps references, `operand` reads them.
    Value evaluate(std::size_t index);
    Value operand(std::size_t index);

    void fail(CellError error) {
        if (!error_) error_ = error;
    }
    bool failed() const { return error_.has_value(); }
    std::optional<CellError> error() const { return error_; }

    Evaluation& evaluation() const { return evaluation_; }
    Workspace& workspace() const { return evaluation_.workspace(); }
    const CellSource& source() const { return evaluation_.source(); }
    DateSystem dates() const { return source().date_system(); }
    const Node& node() const { return node_; }
    const FunctionRow& row() const { return row_; }
    /// Whether ranges are taken whole where the call stands.
    Mode mode() const { return mode_; }

  private:
    void add_numbers(const Value& value, std::vector<double>& result);

    Evaluation& evaluation_;
    const Node& node_;
    const FunctionRow& row_;
    Mode mode_;
    std::vector<Value> arguments_;
    std::optional<CellError> error_;
};

}  // namespace scorebook::formula
