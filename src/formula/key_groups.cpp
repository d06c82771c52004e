// key_groups.cpp - open addressing: the next slot is tried until the key or an empty one is found.
#include "formula/key_groups.hpp"

#include <functional>

namespace scorebook::formula {
namespace {

std::uint32_t hash_of(std::string_view key) {
    const std::uint64_t hash = std::hash<std::string_view>()(key);  // of 32 bits in WebAssembly
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

std::string_view KeyGroups::key(Group group) const {
    const std::size_t begin = group == 0 ? 0 : entries_[group - 1].end;
    return std::string_view(bytes_).substr(begin, entries_[group].end - begin);
}

std::size_t KeyGroups::slot_of(std::string_view wanted, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
        const Group group = slots_[slot] - 1;
        if (entries_[group].hash == hash && key(group) == wanted) break;
    }
    return slot;
}

void KeyGroups::grow() {
    slots_.assign(slots_.empty() ? 64 : slots_.size() * 2, 0);
    const std::size_t mask = slots_.size() - 1;
    for (Group group = 0; group < count(); ++group) {
        std::size_t slot = entries_[group].hash & mask;
        while (slots_[slot] != 0) slot = (slot + 1) & mask;
        slots_[slot] = group + 1;
    }
}

KeyGroups::Group KeyGroups::find(std::string_view wanted) const {
    if (slots_.empty()) return no_group;
    const Group found = slots_[slot_of(wanted, hash_of(wanted))];
    return found == 0 ? no_group : found - 1;
}

KeyGroups::Group KeyGroups::add(std::string_view wanted) {
    // At most half full: the next slot is nearly always the right one.
    if (entries_.size() * 2 >= slots_.size()) grow();
    const std::uint32_t hash = hash_of(wanted);
    Group& slot = slots_[slot_of(wanted, hash)];
    if (slot == 0) {
        bytes_ += wanted;
        entries_.push_back({hash, bytes_.size()});
        slot = count();
    }
    return slot - 1;
}

}  // namespace scorebook::formula
