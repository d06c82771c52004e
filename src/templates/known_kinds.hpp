// known_kinds.hpp - what a TemplateSet holds: kinds built in, which are read when first asked for, and kinds
// given as files, which were read when they were added.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "templates/label_rows.hpp"
#include "templates/workbook_template.hpp"

namespace scorebook {

/// A kind compiled into the library; the build has read it once, so it has no mistakes.
struct BuiltInKind {
    std::string_view name;  ///< "risk-register"
    std::string_view file_name;
    std::string_view xml;
    std::span<const LabelRows> tables;  ///< in the order of its tables
    /// The kind, read at the first call; columns have no synonyms, TableSpec::labels says what they are.
    /// Any number of threads may ask.
    const WorkbookTemplate& (*read)();
};

/// In order of name; the bits of KindKey::kinds are in the same order.
struct BuiltInKinds {
    std::span<const BuiltInKind> kinds;
    KindLabels labels;
};

struct KnownKind {
    std::string name;
    const BuiltInKind* built_in = nullptr;
    std::shared_ptr<const WorkbookTemplate> given;  ///< null for a built-in kind

    const WorkbookTemplate& read() const { return given ? *given : built_in->read(); }
    /// A copy with all synonyms of its columns, for who wants to change them. Reads a built-in kind again.
    WorkbookTemplate in_full() const;
};

struct KnownKinds {
    std::vector<KnownKind> kinds;            ///< in order of name
    const BuiltInKinds* built_in = nullptr;  ///< null in a set without built-in kinds
};

}  // namespace scorebook
