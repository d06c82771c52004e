// word_beginnings.hpp - whether a text has any word that begins in one of a few ways: one look at each byte,
// without folding the text first.
//
// Most texts have none of the words a rule is about; this is how they are passed over.
#pragma once

#include <array>
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
    std::vector<std::string> beginnings_;
    /// Of each byte: 1 when a word goes on with it, 2 more when some beginning starts with it.
    std::array<unsigned char, 256> classes_{};
};

}  // namespace scorebook
