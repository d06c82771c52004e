// placeholders.hpp - a template's messages with the entry's own values put in: "Impact {Impact} x Likelihood
// {Likelihood}".
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/table_values.hpp"

namespace scorebook {

/// Words that aren't columns: "found", "computed".
using ExtraWords = std::vector<std::pair<std::string_view, std::string>>;

/// `message` with each {Header} replaced by the entry's value, {Setting} by its number, {record} by the
/// entry's id and {word} by an extra word. A placeholder nothing stands for stays as it is.
std::string with_values(std::string_view message, const TableValues& values, const WorkbookTemplate& kind,
                        std::size_t entry, const ExtraWords& extra);

}  // namespace scorebook
