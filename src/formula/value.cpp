// value.cpp - numbers spelt out as values, for whoever wants them one by one.
#include "formula/value.hpp"

namespace scorebook::formula {

void Value::spell_out_numbers() const {
    const NumberArray& plain = *std::get<std::shared_ptr<const NumberArray>>(content_);
    auto array = std::make_shared<Array>(plain.rows, plain.columns);
    for (std::size_t i = 0; i < plain.numbers.size(); ++i) {
        if (plain.are_truths)
            array->cells[i] = plain.numbers[i] != 0;
        else
            array->cells[i] = plain.numbers[i];
    }
    content_ = std::shared_ptr<const Array>(std::move(array));
}

}  // namespace scorebook::formula
