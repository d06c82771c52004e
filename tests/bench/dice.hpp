// dice.hpp - chance that falls the same way on every machine.
#pragma once

#include <cstdint>

/// A small generator with a fixed seed: the workbook must be the same on every machine.
class Dice {
  public:
    std::uint32_t roll(std::uint32_t sides) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>(state_ >> 33) % sides;
    }

  private:
    std::uint64_t state_ = 20160608;
};
