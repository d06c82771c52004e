// read_built_in.hpp - how a built-in kind is read when it is first needed; what the generated rows point to.
#pragma once

#include <cstddef>

#include "templates/known_kinds.hpp"

namespace scorebook {

/// The rows kinds/generator writes when the library is built.
const BuiltInKinds& built_in_kinds();

/// Never freed: the kinds live as long as the program, and its end is no time to take them apart.
const WorkbookTemplate* make_built_in(const BuiltInKind& kind);

/// The engine has no threads of its own, but hosts do, and share a TemplateSet among them. The language has
/// each thread that comes while the constant is made wait for it; without threads (WebAssembly) it is a flag.
template <std::size_t number>
const WorkbookTemplate& read_built_in() {
    static const WorkbookTemplate* const kind = make_built_in(built_in_kinds().kinds[number]);
    return *kind;
}

}  // namespace scorebook
