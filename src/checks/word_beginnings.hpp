// word_beginnings.hpp - whether a text has any word that begins in one of a few ways: one look at each,
// without folding the text first.
//
// Most texts have none of the words a rule is about; this is how they are passed over.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace scorebook {

class WordBeginnings {
  public:
    /// Lower-case ASCII letters, each of at least one.
    explicit WordBeginnings(std::vector<std::string> beginnings);

    /// Whether a word of `text`, which begins after anything but an ASCII letter or digit, begins like one of
    /// them, in capitals or not.
    bool are_in(std::string_view text) const;

  private:
    bool begins_at(std::string_view word) const;

    std::vector<std::string> beginnings_;
    /// Which beginnings, 32 at most told apart, may have a byte in their first and second place.
    std::array<std::uint32_t, 256> first_{};
    std::array<std::uint32_t, 256> second_{};
};

}  // namespace scorebook
