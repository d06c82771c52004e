// template_set.hpp - the workbook kinds: which tables, scales, computed columns and checks each one has.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace scorebook {

struct WorkbookTemplate;  ///< One kind, as its template file says it.

/// The kinds scorebook knows, in order of name. Cheap to copy.
class TemplateSet {
  public:
    /// The kinds built into the library (workbook-templates/*.xml).
    static TemplateSet built_in();

    /// Adds a kind from the text of a template file, replacing one of the same name.
    /// Throws Error bad_template; place is "line:column" and the message ends with the line and a caret.
    void add(std::string_view xml, const std::string& file_name);

    /// The kind called `name`, or null.
    const WorkbookTemplate* find(std::string_view name) const;

    const std::vector<std::shared_ptr<const WorkbookTemplate>>& all() const { return templates_; }

  private:
    std::vector<std::shared_ptr<const WorkbookTemplate>> templates_;
};

}  // namespace scorebook
