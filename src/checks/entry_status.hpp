// entry_status.hpp - what an entry's own row says of its state: closed, moved to another register, why.
#pragma once

#include <string>

#include "checks/table_values.hpp"

namespace scorebook {

/// Whether the status says that the entry's work is over or has left this register.
bool is_closed(const TableValues& values, std::size_t entry);

/// The reason given for closing or removing the entry; empty when none is.
std::string closure_reason(const TableValues& values, std::size_t entry);

}  // namespace scorebook
