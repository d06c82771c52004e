// value.hpp - what an expression can give: one value, an array, a reference or a lambda.
//
// A cell only ever holds a CellValue; the other kinds exist while a formula is being worked out.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "formula/cell_source.hpp"
#include "scorebook/cell_ref.hpp"
#include "scorebook/cell_value.hpp"

namespace scorebook::formula {

/// Values in rows and columns, row by row. Never empty: Excel has no empty arrays.
struct Array {
    std::size_t rows = 1;
    std::size_t columns = 1;
    std::vector<CellValue> cells;

    Array() : cells(1) {}
    Array(std::size_t row_count, std::size_t column_count)
        : rows(row_count), columns(column_count), cells(row_count * column_count) {}
    CellValue& at(std::size_t row, std::size_t column) { return cells[row * columns + column]; }
    const CellValue& at(std::size_t row, std::size_t column) const { return cells[row * columns + column]; }
    friend bool operator==(const Array&, const Array&) = default;
};

/// Bounded memory whatever a formula asks for: an array holds at most this many values (about 160 MB).
inline constexpr std::size_t max_array_cells = std::size_t{1} << 22;

/// Numbers, or truths, in rows and columns and nothing else: what SUMPRODUCT's conditions and columns are
/// made of. Never empty.
struct NumberArray {
    std::size_t rows = 1;
    std::size_t columns = 1;
    bool are_truths = false;      ///< each number is 0 or 1 and means FALSE or TRUE
    std::vector<double> numbers;  ///< row by row
};

/// A rectangle of one sheet. Whole columns and rows have Excel's full extent.
struct Area {
    SheetIndex sheet = 0;
    CellRange range;

    friend bool operator==(const Area&, const Area&) = default;
};

/// One area, or several: a union, or the same range on each sheet of a 3-D reference. Never empty.
struct Reference {
    std::vector<Area> areas;

    bool is_one_cell() const { return areas.size() == 1 && areas[0].range.first == areas[0].range.last; }
    friend bool operator==(const Reference&, const Reference&) = default;
};

struct Lambda;

/// An argument that was left empty, as the second of IF(A1,,2).
struct Missing {
    friend bool operator==(Missing, Missing) { return true; }
};

class Value {
  public:
    Value() : content_(CellValue(Blank{})) {}
    Value(CellValue value) : content_(std::move(value)) {}
    Value(double number) : content_(CellValue(number)) {}
    Value(bool boolean) : content_(CellValue(boolean)) {}
    Value(CellError error) : content_(CellValue(error)) {}
    Value(std::string text) : content_(CellValue(std::move(text))) {}
    Value(std::string_view text) : content_(CellValue(std::string(text))) {}
    Value(const char* text) : content_(CellValue(std::string(text))) {}
    Value(std::shared_ptr<const Array> array) : content_(std::move(array)) {}
    Value(Array array) : content_(std::make_shared<const Array>(std::move(array))) {}
    Value(std::shared_ptr<const NumberArray> numbers) : content_(std::move(numbers)) {}
    Value(Reference reference) : content_(std::move(reference)) {}
    Value(std::shared_ptr<const Lambda> lambda) : content_(std::move(lambda)) {}
    Value(Missing missing) : content_(missing) {}

    /// Each gives null when the value is of another kind.
    const CellValue* scalar() const { return std::get_if<CellValue>(&content_); }
    CellValue* scalar() { return std::get_if<CellValue>(&content_); }
    const Reference* reference() const { return std::get_if<Reference>(&content_); }
    /// Numbers alone become an array of values when they are asked for as one.
    const Array* array() const {
        spell_out();
        const auto* shared = std::get_if<std::shared_ptr<const Array>>(&content_);
        return shared ? shared->get() : nullptr;
    }
    std::shared_ptr<const Array> shared_array() const {
        spell_out();
        const auto* shared = std::get_if<std::shared_ptr<const Array>>(&content_);
        return shared ? *shared : nullptr;
    }
    const NumberArray* numbers() const {
        const auto* shared = std::get_if<std::shared_ptr<const NumberArray>>(&content_);
        return shared ? shared->get() : nullptr;
    }
    std::shared_ptr<const Lambda> lambda() const {
        const auto* shared = std::get_if<std::shared_ptr<const Lambda>>(&content_);
        return shared ? *shared : nullptr;
    }
    bool is_missing() const { return std::holds_alternative<Missing>(content_); }
    /// The error it is, or null.
    const CellError* error() const {
        const CellValue* value = scalar();
        return value ? std::get_if<CellError>(value) : nullptr;
    }

  private:
    void spell_out() const {
        if (std::holds_alternative<std::shared_ptr<const NumberArray>>(content_)) spell_out_numbers();
    }
    void spell_out_numbers() const;

    mutable std::variant<CellValue, std::shared_ptr<const Array>, std::shared_ptr<const NumberArray>,
                         Reference, std::shared_ptr<const Lambda>, Missing>
        content_;
};

}  // namespace scorebook::formula
