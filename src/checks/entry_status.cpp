// entry_status.cpp - what an entry's own row says of its state.
#include "checks/entry_status.hpp"

#include "checks/wording.hpp"
#include "vocabulary/ascii.hpp"

namespace scorebook {

bool is_closed(const TableValues& values, std::size_t entry) {
    const FoundColumn* status = values.roles().status;
    if (!status) return false;
    const std::string word = status->spec->kind == ValueKind::text ? folded(values.read(entry, *status).text)
                                                                   : folded(values.word(entry, *status));
    return word.starts_with("clos") || word.starts_with("complet") || word.starts_with("moved") ||
           word.starts_with("removed") || word.starts_with("deleted");
}

std::string closure_reason(const TableValues& values, std::size_t entry) {
    const FoundColumn* reason = values.roles().closure_reason;
    return reason ? std::string(trimmed(values.read(entry, *reason).text)) : std::string();
}

}  // namespace scorebook
