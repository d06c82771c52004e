// measure_facts.hpp - what a table of measures says of each: its figure now and before, its target, its
// status and whether it got better. Which columns those are the template's relations say.
#pragma once

#include <optional>

#include "checks/measure_words.hpp"

namespace scorebook {

class MeasureFacts {
  public:
    MeasureFacts(const CheckContext& context, const TableValues& values, Report& report);

    const TableValues& values() const { return *values_; }
    const FoundColumn* now_column() const { return now_; }
    const FoundColumn* before_column() const { return before_; }
    const FoundColumn* target_column() const { return target_; }
    const FoundColumn* status_column() const { return status_; }

    std::optional<Figure> figure(std::size_t entry, const FoundColumn* column) const;
    /// 2 the target is met, 1 nearly, 0 missed: what the status word stands for.
    std::optional<double> status(std::size_t entry) const;
    Polarity polarity(std::size_t entry) const;
    /// 1 up, -1 down, 0 the same as far as the finer of the two was printed.
    std::optional<int> movement(std::size_t entry) const;
    /// 1 better, -1 worse, 0 the same: by its figures, or farther from a target it misses, else by the word
    /// typed for it.
    std::optional<int> progress(std::size_t entry) const;

  private:
    const CheckContext* context_;
    const TableValues* values_;
    Report* report_;
    const FoundColumn* now_ = nullptr;
    const FoundColumn* before_ = nullptr;
    const FoundColumn* target_ = nullptr;
    const FoundColumn* status_ = nullptr;
    const FoundColumn* direction_ = nullptr;
    const Relation* judging_ = nullptr;  ///< the relation that knows the polarity

    FigureRow row(std::size_t entry) const;
    std::optional<double> word(std::size_t entry, const FoundColumn* column) const;
};

/// 1 up, -1 down, 0 the same as far as the finer of the two was printed.
int movement_between(const Figure& before, const Figure& now);

}  // namespace scorebook
