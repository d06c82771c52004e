// key_groups.hpp - keys of bytes, numbered from 0 as they come: a hash table whose keys lie in one string.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace scorebook::formula {

class KeyGroups {
  public:
    using Group = std::uint32_t;
    static constexpr Group no_group = 0xFFFFFFFF;

    /// The key's number, or no_group.
    Group find(std::string_view key) const;
    /// The key's number; the next one when it is new.
    Group add(std::string_view key);

    Group count() const { return static_cast<Group>(entries_.size()); }
    /// About what it takes in memory.
    std::size_t bytes() const {
        return bytes_.size() + entries_.size() * sizeof(Entry) + slots_.size() * sizeof(Group);
    }
    /// Good until the next add().
    std::string_view key(Group group) const;

  private:
    struct Entry {
        std::uint32_t hash;
        std::size_t end;  ///< of its bytes, which begin where those of the one before end
    };
    /// The slot that holds the key, or the empty one where it would go.
    std::size_t slot_of(std::string_view key, std::uint32_t hash) const;
    void grow();

    std::vector<Group> slots_;  ///< a power of two, never full; a number plus 1, 0 for none
    std::vector<Entry> entries_;
    std::string bytes_;
};

}  // namespace scorebook::formula
