// workbook.hpp - opening a workbook. Everything else takes what this returns.
#pragma once

#include <memory>
#include <string>

namespace scorebook {

class Workbook;  ///< Read-only: the file's bytes and what they say. Safe to share between threads.

/// Reads a workbook (.xlsx, .xlsm, .xltx, .xltm, transitional or strict) from its bytes.
///
/// `name` is only used in messages. Sheets are scanned here, so a damaged sheet fails now, not later.
/// Throws Error: not_a_workbook, damaged_workbook, too_large; each message is one sentence for an officer.
/// Memory: the bytes, each sheet's XML, and 24 bytes a cell.
std::shared_ptr<const Workbook> open_workbook(std::string bytes, std::string name);

}  // namespace scorebook
