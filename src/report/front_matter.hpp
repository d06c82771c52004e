// front_matter.hpp - cover, contents, highlights and notes: the pages of a document that aren't the officer's
// tables.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "checks/check_context.hpp"
#include "report/layout.hpp"
#include "report/table_notes.hpp"
#include "scorebook/appendix.hpp"
#include "scorebook/comparison.hpp"

namespace scorebook {

/// `summary` are sentences about the document.
LayoutPage make_cover(const CheckContext& context, const Layout& layout,
                      const std::vector<std::string>& summary);

/// Every page of `layout` with a link.
LayoutPage make_contents(const Layout& layout);

/// The narrative without what speaks of `closed` entries (folded ids) and without what is not for
/// publication.
LayoutPage make_highlights(const Comparison& comparison, const std::set<std::string>& closed,
                           AppendixProfile profile, const std::string& title);

LayoutPage make_notes_page(const std::vector<TableNote>& notes);

}  // namespace scorebook
