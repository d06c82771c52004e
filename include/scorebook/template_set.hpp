// template_set.hpp - the workbook kinds: which tables, scales, computed columns and checks each one has.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace scorebook {

struct WorkbookTemplate;  ///< One kind, as its template file says it.
struct KnownKinds;        ///< What a set holds; of no use outside the library.

/// The kinds scorebook knows, in order of name. Cheap to copy. Different threads may read one set at a time.
class TemplateSet {
  public:
    TemplateSet();
    explicit TemplateSet(std::shared_ptr<const KnownKinds> known);
    /// The kinds built into the library (workbook-templates/*.xml). Each is read when it is first needed.
    static TemplateSet built_in();

    /// Adds a kind from the text of a template file, replacing one of the same name, and gives its name.
    /// Throws Error bad_template; place is "line:column" and the message ends with the line and a caret.
    std::string add(std::string_view xml, const std::string& file_name);

    std::vector<std::string> names() const;
    /// The kind called `name`, or null. It lives as long as a set that holds it.
    const WorkbookTemplate* find(std::string_view name) const;
    /// Every kind; names() is enough, and cheaper, for who wants to name them.
    std::vector<const WorkbookTemplate*> all() const;

    const KnownKinds& known() const { return *known_; }

  private:
    std::shared_ptr<const KnownKinds> known_;
};

}  // namespace scorebook
