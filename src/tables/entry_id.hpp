// entry_id.hpp - identifiers of entries as people type them: "C01" for "CO1", "cr 2", "CR–4", "CR7 - Failure
// to recruit".
#pragma once

#include <string>
#include <string_view>

namespace scorebook {

/// An id folded for matching: upper case, spaces and dashes dropped, O->0 and I,L->1 inside the digit run,
/// leading zeros kept apart: "C01", "CO1" and "co 1" fold alike; so do "CR-4" and "CR4".
std::string fold_id(std::string_view id);

/// "CO1" for "C01" when `pattern` ("CO#") says which characters are letters; the id as typed when it fits
/// none.
std::string tidy_id(std::string_view id, std::string_view pattern);

/// Whether `id` is an id of this pattern, however typed.
bool fits_id_pattern(std::string_view id, std::string_view pattern);

/// "CR#" for "CR24", "#" for "7", "#.#" for "1.10"; empty for text that is no id (words, more than eight
/// letters).
std::string id_shape(std::string_view id);

/// A cell that holds an id and something else: "Economic CR1", "CR7 - Failure to recruit".
struct FusedId {
    std::string id;     ///< tidy; empty: nothing fused
    std::string other;  ///< the rest, marks between them removed
    bool id_is_first = false;
};
FusedId split_fused_id(std::string_view text, std::string_view pattern);

}  // namespace scorebook
