// pdf_conversion.hpp - a workbook printed to PDF by LibreOffice, when it is installed.
#pragma once

#include <string>

namespace scorebook::cli {

/// The PDF of an .xlsx file's bytes, tagged for screen readers. Works in a folder and with a LibreOffice
/// profile of its own, which are gone afterwards. Throws Error cannot_write when LibreOffice isn't there or
/// doesn't do it within two minutes.
std::string pdf_of_workbook(const std::string& xlsx);

}  // namespace scorebook::cli
