// added_sheet.hpp - one more sheet at the end of an officer's workbook. Every part it isn't mentioned in
// keeps its bytes.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "workbook/workbook_model.hpp"

namespace scorebook {

/// The parts a refresh changes: part name -> text.
using ChangedParts = std::map<std::string, std::string>;

enum class SchemaFlavour { transitional, strict };

SchemaFlavour flavour_of(const Workbook& workbook, const ChangedParts& parts);

/// The namespace of a sheet part.
std::string_view main_namespace(SchemaFlavour flavour);

/// A part as `parts` leaves it.
std::string part_as_left(const Workbook& workbook, const ChangedParts& parts, const std::string& part);

struct AddedSheet {
    std::string name;          ///< that no sheet has yet
    std::string part_stem;     ///< of its file name: "findings"
    std::string relationship;  ///< its relationship's id, after "rId"
    std::string xml;
};

/// Adds the sheet to `parts`. Throws Error damaged_workbook when the workbook's list of sheets can't be added
/// to.
void add_sheet(const Workbook& workbook, const AddedSheet& sheet, ChangedParts& parts);

}  // namespace scorebook
